"""Everything has an end: frames a second, answers on their way, streams, bytes that wait, descriptors."""

import os
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


@test("pings and empty fragments without end cost the others nothing")
def _(world):
    live = world.live()
    try:
        for _ in range(3000):
            live.send_raw(9, b"")
        live.send_raw(1, b"", final=False)
        for _ in range(3000):
            live.send_raw(0, b"", final=False)
    except Closed:
        pass
    if world.bystander.ping() > AT_ONCE:
        raise AssertionError("others waited")


@test("fact 6: when descriptors run out those inside go on, and newcomers get in again afterwards", changes=True)
def _(world):
    few = Demonstration(world.program, f"{world.folder}/few", "--web", world.web, descriptors=64).start().read_ids()
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
    few = Demonstration(world.program, f"{world.folder}/fewer", "--web", world.web, descriptors=64).start().read_ids()
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
