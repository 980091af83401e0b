"""Everything has an end: frames a second, answers on their way, streams, bytes that wait, descriptors."""

import json
import os
import resource
import sqlite3
import time

from interstate_client import upgrade_head
from world import AT_ONCE, Closed, Demonstration, Line, Live, refused, same, sign_in, test


@test("a flood closes with 1008 and says why")
def _(world):
    live = world.live()
    try:
        for i in range(5000):
            live.send({"t": "ping", "id": i})
    except Closed:
        pass
    last = None
    try:
        while True:
            frame = live.receive()
            last = frame
    except Closed as closed:
        same(closed.code, 1008)
    refused(last, "too_many")


@test("more questions at once than allowed are refused for now, and every one is answered")
def _(world):
    live = world.live()
    body = {"collaborative": world.server.collaborative, "limit": 200}
    for i in range(300):
        live.send({"t": "query", "id": f"q{i}", "name": "steps", "body": body})
    answers = [live.wait("answer", "refusal") for _ in range(300)]
    same({answer["id"] for answer in answers}, {f"q{i}" for i in range(300)})
    later = [answer for answer in answers if answer["t"] == "refusal"]
    for answer in later:
        refused(answer, "try_again")
    if not later:
        raise AssertionError("there is no bound")
    same(live.query("steps", body)["t"], "answer")


@test("more streams than allowed are refused, the others go on")
def _(world):
    live = world.live(world.server.administrators[0])
    meetings = [row[0] for row in world.server.rows("SELECT id FROM meetings")]
    streams = [f"{kind}/{meeting}" for meeting in meetings for kind in ("meeting", "hosts")]
    streams += [f"series/{row[0]}" for row in world.server.rows("SELECT id FROM series")]
    streams += [f"{kind}/{world.server.collaborative}" for kind in ("extended", "collaborative", "staff")] + [f"present/{meeting}" for meeting in meetings[:40]]
    same(len(streams) > 100, True, "enough streams to try")
    reasons = [live.follow(stream)[2].get("reason") for stream in streams]
    same(set(reasons[:100]), {None})
    same(set(reasons[100:]), {"too_many"})
    same(live.follow(streams[0])[2]["t"], "live", "one that is followed already")


@test("fact 6: a reader that takes nothing is let go, and costs bounded memory", changes=True)
def _(world):
    thread = world.server.threads[0]
    stalled = [world.live(receive_buffer=4096) for _ in range(4)]
    for reader in stalled:
        reader.send({"t": "follow", "stream": f"series/{world.server.series}"})
        reader.wait("live")
    writer, before = world.live(), world.server.memory()
    text = "x" * 19000
    for _ in range(260):
        same(writer.command("add_post", {"thread": thread, "text": text})["t"], "ack")
        world.bystander.wait("event", keep=False)
    grown = world.server.memory() - before
    if grown > 100 << 20:
        raise AssertionError(f"memory grew by {grown >> 20} MiB")
    for reader in stalled:
        if reader.wait_closed() not in (1013, None):
            raise AssertionError("closed with a strange code")
    back = world.live()
    same(back.follow(f"series/{world.server.series}")[2]["t"], "live", "coming back")


@test("a reader that asks much and takes nothing is let go")
def _(world):
    greedy = world.live(receive_buffer=1 << 17)
    before = world.server.memory()
    try:
        for i in range(40):  # each answer is about 2 MiB
            greedy.send({"t": "query", "id": f"q{i}", "name": "posts_of_thread", "body": {"thread": world.server.threads[0], "limit": 50, "from_number": 50}})
            if world.bystander.ping() > AT_ONCE:
                raise AssertionError("others waited")
    except Closed:
        pass
    # Questions are answered in turn: with this one the greedy ones have had theirs.
    same(world.live().query("posts_of_thread", {"thread": world.server.threads[0], "limit": 1})["t"], "answer")
    if greedy.wait_closed() not in (1013, None):
        raise AssertionError("closed with a strange code")
    if world.server.memory() - before > 200 << 20:
        raise AssertionError(f"memory grew by {(world.server.memory() - before) >> 20} MiB")


def with_long_pasts(world, count):
    """A server whose streams each have 3 MB of events to catch up with, and those streams."""
    server = Demonstration(world.program, f"{world.folder}/long-pasts").read_ids()
    streams = [f"meeting/{row[0]}" for row in server.rows("SELECT id FROM meetings WHERE state <> 'draft' ORDER BY id LIMIT ?", count)]
    with sqlite3.connect(f"{server.folder}/interstate.db") as database:
        for stream in streams:
            database.execute("INSERT INTO streams (name, head, floor) VALUES (?, 300, 0) ON CONFLICT (name) DO UPDATE SET head = 300, floor = 0", (stream,))
            database.execute("DELETE FROM journal WHERE stream = ?", (stream,))
            for seq in range(1, 301):
                event = {"t": "event", "stream": stream, "seq": seq, "at": 1, "name": "long", "command": "c" * 26, "note": "x" * 10000}
                database.execute("INSERT INTO journal (stream, seq, at, command, name, payload) VALUES (?, ?, ?, ?, 'long', ?)",
                                 (stream, seq, int(time.time() * 1000), event["command"], json.dumps(event)))
    database.close()
    return server.start(), streams


@test("pasts that are too long to wait together wait for their turn, and the news beside them arrives", changes=True)
def _(world):
    server, streams = with_long_pasts(world, 8)
    try:
        epoch = server.value("SELECT value FROM facts_of_store WHERE name = 'epoch'")
        cookie = sign_in(server.port, server.administrators[0])
        slow, writer = Live(server.port, cookie=cookie, receive_buffer=1 << 16), Live(server.port, cookie=cookie)
        series = f"series/{server.series}"
        slow.follow(series)
        for stream in streams:
            slow.send({"t": "follow", "stream": stream, "epoch": epoch, "after": 0})
        for stream in streams:  # reads are done in turn: with these, those of the slow one have been done
            same(len(writer.follow(stream)[0]) > 0, True)
        posts = [writer.command("add_post", {"thread": server.threads[0], "text": f"news {i}"})["positions"][series] for i in range(3)]
        missed, live, news = {stream: [] for stream in streams}, set(), []
        while len(live) < len(streams) or len(news) < len(posts):
            frame = slow.receive()
            if frame["t"] == "event" and frame["stream"] in missed:
                missed[frame["stream"]].append(frame["seq"])
            elif frame["t"] == "event":
                news.append(frame["seq"])
            elif frame["t"] == "live":
                same(missed[frame["stream"]], list(range(1, 301)), "what was missed")
                live.add(frame["stream"])
        same(news, posts, "the news")
        slow.ping()
        # One that takes nothing is let go all the same, and costs bounded memory.
        before = server.memory()
        stalled = Live(server.port, cookie=cookie, receive_buffer=4096)
        for _ in range(10):
            for stream in streams:
                stalled.send({"t": "follow", "stream": stream, "epoch": epoch, "after": 0})
        stalled.send({"t": "follow", "stream": series})
        for i in range(260):
            same(writer.command("add_post", {"thread": server.threads[0], "text": "x" * 19000})["t"], "ack")
        if stalled.wait_closed() not in (1013, None):
            raise AssertionError("closed with a strange code")
        if server.memory() - before > 150 << 20:
            raise AssertionError(f"memory grew by {(server.memory() - before) >> 20} MiB")
    finally:
        server.close()


@test("a past longer than the limit of what may wait still arrives", changes=True)
def _(world):
    live, stream = world.live(), f"series/{world.server.series}"
    here = live.follow(stream)[2]
    live.send({"t": "unfollow", "stream": stream})
    for _ in range(130):  # about 5 MB of events: a snapshot is shorter
        same(live.command("add_post", {"thread": world.server.threads[1], "text": "x" * 19000})["t"], "ack")
        world.bystander.wait("event", keep=False)
    records, missed, last = live.follow(stream, epoch=here["epoch"], after=here["seq"])
    same((records is not None, missed, last["t"]), (True, [], "live"))
    records, missed, last = live.follow(stream, epoch=here["epoch"], after=last["seq"] - 90)
    same((records, len(missed), last["t"]), (None, 90, "live"))
    same(live.query("posts_of_thread", {"thread": world.server.threads[1], "limit": 200})["t"], "answer")


def end_of_flood(world, opcode, payload, final=True, begin=None):
    """The last frame and the close code after 5,000 raw frames; others do not notice."""
    live = world.live()
    try:
        if begin:
            live.send_raw(*begin, final=False)
        for _ in range(5000):
            live.send_raw(opcode, payload, final=final)
    except Closed:
        pass
    if world.bystander.ping() > AT_ONCE:
        raise AssertionError("others waited")
    last = None
    try:
        while True:
            last = live.receive()
    except Closed as closed:
        return last, closed.code


@test("a flood of pings, pongs or empty fragments closes with 1008 as any other")
def _(world):
    for opcode, payload, how in ((9, b"", {}), (9, b"x" * 125, {}), (10, b"", {}), (0, b"", {"final": False, "begin": (1, b"")}), (0, b"x", {"final": False, "begin": (1, b"{")})):
        last, code = end_of_flood(world, opcode, payload, **how)
        same(code, 1008, f"after frames of kind {opcode}")
        refused(last, "too_many")


@test("some pings, pongs and fragments are no flood")
def _(world):
    live = world.live()
    for _ in range(100):
        live.send_raw(9, b"")
        live.send_raw(10, b"")
    for _ in range(100):
        same(live.receive_raw(), (10, b""))
    live.send_raw(1, b'{"t":"ping",', final=False)
    for _ in range(50):
        live.send_raw(0, b"", final=False)
    live.send_raw(0, b'"id":7}')
    live.wait("pong", id=7)


@test("fact 6: when descriptors run out those inside go on, and newcomers get in again afterwards", changes=True)
def _(world):
    few = Demonstration(world.program, f"{world.folder}/few", "--web", world.web, limits={resource.RLIMIT_NOFILE: 64}).start().read_ids()
    try:
        cookie = sign_in(few.port, few.facilitators[0])
        inside = Live(few.port, cookie=cookie)
        inside.follow(f"series/{few.series}")
        lines = [Line(few.port).send(b"G") for _ in range(100)]
        began = time.monotonic()
        same(inside.command("add_post", {"thread": few.threads[0], "text": "still here"})["t"], "ack")
        inside.ping()
        records, _, last = inside.follow(f"collaborative/{few.collaborative}")
        same(last["t"], "live", "a stream that may be followed")
        same(inside.query("posts_of_thread", {"thread": few.threads[0]})["t"], "answer")
        if time.monotonic() - began > AT_ONCE:
            raise AssertionError("those inside waited")
        same(any(entry["event"] == "no_descriptors_left" for entry in few.log_entries()), True, "the log says so")
        for line in lines:
            line.close()
        newcomer = Live(few.port, cookie=cookie)
        newcomer.ping()
        same(few.process.poll(), None)
    finally:
        few.close()


@test("rights are not taken away because the server was short of descriptors", changes=True)
def _(world):
    # Readers open the database when they are first needed; here that is when nothing can be opened.
    few = Demonstration(world.program, f"{world.folder}/fewer", "--web", world.web, limits={resource.RLIMIT_NOFILE: 64}).start().read_ids()
    try:
        token = few.token(few.value("SELECT address FROM people WHERE id = ?", few.facilitators[0]))
        lines = [Line(few.port) for _ in range(5)]
        lines[0].send(upgrade_head(few.port, token=token))
        lines += [Line(few.port).send(b"G") for _ in range(100)]
        reply = lines[1].send(f"GET /api/me HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n\r\n".encode()).reply()
        if reply and reply.status not in (200, 503):
            raise AssertionError(f"a sound token was answered {reply.status}: {reply.body}")
    finally:
        few.close()


@test("a thousand lines that come and go leave nothing behind")
def _(world):

    folder = f"/proc/{world.server.process.pid}/fd"
    before = len(os.listdir(folder))
    for _ in range(20):
        lines = [Line(world.port).send(upgrade_head(world.port, world.cookie(world.host))) for _ in range(50)]
        for line in lines:
            line.close()
    world.http("GET", "/healthz")
    until = time.monotonic() + 10
    while len(os.listdir(folder)) > before + 2 and time.monotonic() < until:
        world.http("GET", "/healthz")
    if len(os.listdir(folder)) > before + 2:
        raise AssertionError(f"{len(os.listdir(folder)) - before} descriptors are left open")
