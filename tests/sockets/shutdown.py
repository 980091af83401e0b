"""The end: SIGTERM and SIGKILL, as those who are connected see them."""
import socket

from world import PATIENCE, Closed, Demonstration, Line, Live, same, sign_in, test, ulid


@test("SIGTERM says going_away, closes with 1001 and ends with 0 within 5 s", changes=True)
def _(world):
    server = Demonstration(world.program, f"{world.folder}/ending").start().read_ids()
    try:
        cookie = sign_in(server.port, server.facilitators[0])
        lines = [Live(server.port, cookie=cookie) for _ in range(3)]
        stalled = Live(server.port, cookie=cookie)
        body = {"thread": server.threads[0], "text": "the last word"}
        same(lines[0].command("add_post", body, id=(id := ulid()))["t"], "ack")
        lines[1].send({"t": "command", "id": (unsaid := ulid()), "name": "add_post", "body": {**body, "text": "unsaid"}})
        code, seconds = server.terminate()
        same((code, seconds < 5), (0, True), f"ended after {seconds:.1f} s")
        for line in lines:
            frame = line.wait("going_away")
            same(frame["reconnect_after_ms"] > 0, True)
            same(line.wait_closed(), 1001)
        stalled.close()
        server.start()
        again = Live(server.port, cookie=cookie)
        same(again.command("add_post", body, id=id)["t"], "ack")
        same(again.command("add_post", {**body, "text": "unsaid"}, id=unsaid)["t"], "ack")
        for text in ("the last word", "unsaid"):
            same(server.value("SELECT count(*) FROM posts WHERE text = ?", text), 1, text)
    finally:
        server.close()


@test("fact 8: numbers are never used again after a kill, and an id has one effect", changes=True)
def _(world):
    server = Demonstration(world.program, f"{world.folder}/dying").start().read_ids()
    try:
        cookie, thread = sign_in(server.port, server.facilitators[0]), server.threads[0]
        live = Live(server.port, cookie=cookie)
        stream = f"series/{server.series}"
        before = live.follow(stream)[2]
        sent = [(ulid(), {"thread": thread, "text": f"before {i}"}) for i in range(5)]
        acks = [live.command("add_post", body, id=id) for id, body in sent]
        server.kill()
        try:
            live.receive()
        except Closed:
            pass
        server.start()
        live = Live(server.port, cookie=cookie)
        for (id, body), ack in zip(sent, acks):
            same(live.command("add_post", body, id=id), ack, "the same answer")
        fresh = live.command("add_post", {"thread": thread, "text": "after"})
        same(fresh["positions"][stream], acks[-1]["positions"][stream] + 1)
        same(fresh["result"]["number"], acks[-1]["result"]["number"] + 1)
        _, missed, last = live.follow(stream, epoch=before["epoch"], after=before["seq"])
        same([event["seq"] for event in missed], list(range(before["seq"] + 1, last["seq"] + 1)))
        same([event["command"] for event in missed], [*[id for id, _ in sent], fresh["id"]])
    finally:
        server.close()


@test("a position of another epoch, or one ahead of the server, gets a snapshot")
def _(world):
    live, stream = world.live(), f"series/{world.server.series}"
    here = live.follow(stream)[2]
    for place in ({"epoch": ulid(), "after": 0}, {"epoch": here["epoch"], "after": here["seq"] + 5}, {"epoch": here["epoch"], "after": -1}, {}):
        records, missed, last = live.follow(stream, **place)
        same((len(records) > 10, missed, last["epoch"]), (True, [], here["epoch"]), place)


@test("the service manager is told when connections are taken, and when the end begins", changes=True)
def _(world):
    server = Demonstration(world.program, f"{world.folder}/notifying")
    try:
        for place in (f"{world.folder}/notify", f"\0interstate-{ulid()}"):
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
                manager.bind(place)
                manager.settimeout(PATIENCE)
                server.start(NOTIFY_SOCKET=place.replace("\0", "@"))
                same(manager.recv(64), b"READY=1")
                same(Line(server.port).send(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").reply().status, 200)
                same(server.terminate()[0], 0)
                same(manager.recv(64), b"STOPPING=1")
        server.start(NOTIFY_SOCKET=f"{world.folder}/nobody-listens")
        same(Line(server.port).send(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").reply().status, 200)
        server.terminate()
        same([entry["why"] for entry in server.log_entries() if entry["event"] == "notify_failed"], ["No such file or directory"] * 2)
    finally:
        server.close()
