"""The live connection by long poll: rubbish at its door, its bounds, its end."""
import json
import time

from interstate_poll import Polled
from world import AT_ONCE, Closed, Demonstration, Line, in_thread, refused, same, sign_in, test

UNKNOWN = "A" * 43


def opened(world, person=None):
    return Polled(world.port, cookie=world.cookie(person or world.host))


def asked(world, method, target, cookie=None, origin=None, body=b"", extra=()):
    fields = [*([f"Cookie: {cookie}"] if cookie else []), *([f"Origin: {origin}"] if origin else []), *extra]
    return world.http(method, f"/api/live{target}", *fields, body=body)


@test("its answers are whole, are not kept by anybody, and hold frames as they are")
def _(world):
    reply = asked(world, "POST", "", world.cookie(world.host), world.origin)
    same((reply.status, reply.field("content-type"), reply.field("cache-control")), (200, "application/x-ndjson", "no-store"))
    same((reply.field("transfer-encoding"), int(reply.field("content-length"))), (None, len(reply.body)))
    head, greeting = map(json.loads, reply.body.decode().splitlines())
    same((head["t"], len(head["id"]), greeting["t"], greeting["person"]), ("polling", 43, "greeting", world.host))


@test("who may not open a WebSocket may not poll either: foreign Origins, nobody, broken logins")
def _(world):
    cookie, live = world.cookie(world.host), opened(world)
    for origin in ("https://evil.example", "null", f"http://127.0.0.1:{world.port}.evil.example", None):
        for target in ("", f"/{live.id}?number=1", f"/{live.id}/end"):
            reply = asked(world, "POST", target, cookie, origin, b'{"t":"ping","id":1}')
            same(reply.status, 403, f"{target} from {origin}")
    same(asked(world, "GET", f"/{live.id}?after=0", cookie, "https://evil.example").status, 403)
    for wrong in (None, "interstate=x", cookie + "x", f"{cookie}; {cookie}"):
        same(asked(world, "POST", "", wrong, world.origin).status, 401, wrong)
    same(asked(world, "GET", f"/{live.id}?after=0").status, 401)
    token = world.server.token(world.server.value("SELECT address FROM people WHERE id = ?", world.host))
    same(Polled(world.port, token=token).greeting["person"], world.host)
    same(asked(world, "POST", "", None, "https://evil.example", extra=[f"Authorization: Bearer {token}"]).status, 403)
    live.ping()


@test("an id that is unknown, over, or of another login is answered alike, and the connection goes on unharmed")
def _(world):
    live, ended = opened(world), opened(world)
    same(ended.end(), 200)
    other = world.cookie(world.member)
    again = sign_in(world.port, world.host)  # another login of the same person
    own = world.cookie(world.host)
    ways = [(UNKNOWN, own), (ended.id, own), (live.id, other), (live.id, again), (live.id[:-1], own), (live.id.lower(), own), ("%2e%2e", own), ("x" * 3000, own)]
    for id, cookie in ways:
        for method, target in (("GET", "?after=0"), ("POST", "?number=1"), ("POST", "/end")):
            reply = asked(world, method, f"/{id}{target}", cookie, world.origin, b"" if method == "GET" else b'{"t":"ping","id":1}')
            same(reply.status, 404 if "%" not in id else 400, f"{method} {id[:50]}{target}")
            if reply.status == 404:
                refused(reply.json(), "not_found")
    live.ping()
    for method in ("PUT", "DELETE", "PATCH"):
        same(asked(world, method, f"/{live.id}", own, world.origin).status, 405, method)


@test("numbers that are no next number are refused, named, and change nothing")
def _(world):
    live, cookie = opened(world), world.cookie(world.host)
    for silly in ("?after=-1", "?after=abc", "?after=1e3", "?after=", "", "?after=99999999999999999999", "?after=0x1", "?after=+0", "?after=%200", "?after=7", "?after=1"):
        reply = asked(world, "GET", f"/{live.id}{silly}", cookie)
        same(reply.status, 400, silly)
        refused(reply.json(), "missing" if silly in ("", "?after=") else "malformed", "after", "0")
    for silly in ("?number=0", "?number=-1", "?number=2", "?number=x", "", "?number=9007199254740993"):
        reply = asked(world, "POST", f"/{live.id}{silly}", cookie, world.origin, b'{"t":"ping","id":9}')
        same(reply.status, 400, silly)
        refused(reply.json(), "missing" if not silly else "malformed", "number")
    live.ping(id=1)


@test("a body that is too large, not UTF-8, or rubbish: refused as on a WebSocket, and the connection goes on")
def _(world):
    live, cookie = opened(world), world.cookie(world.host)
    line = Line(world.port)
    head = f"POST /api/live/{live.id}?number=1 HTTP/1.1\r\nHost: a\r\nOrigin: {world.origin}\r\nCookie: {cookie}\r\nContent-Length: {(256 << 10) + 1}\r\n\r\n"
    same(line.send(head.encode() + b"x" * ((256 << 10) + 1)).reply().status, 413)
    same(line.is_over(), True)
    for bad in (b"\xff\xfe", b'{"t":"ping","id":1}\n\xc3', b"\xed\xa0\x80"):
        reply = asked(world, "POST", f"/{live.id}?number=1", cookie, world.origin, bad)
        same(reply.status, 400)
        refused(reply.json(), "not_utf8")
    rubbish = [b"", b"x", b"[]", b"{}", b'{"t":"no"}', b"[" * 5000, b'{"t":"ping"}', b'{"t":"command","id":1}', b"\x00", b'{"t":"ping","id":1}\r']
    same(live.send_text(b"\n".join(rubbish)), 200)
    answers = [live.receive() for _ in rubbish]
    same([answer["t"] for answer in answers], ["refusal"] * 9 + ["pong"])
    live.ping(id=2)


@test("of two requests that wait the second one stays, and the first is told")
def _(world):
    live, cookie = opened(world), world.cookie(world.host)
    first = Line(world.port).send(f"GET /api/live/{live.id}?after=0 HTTP/1.1\r\nHost: a\r\nCookie: {cookie}\r\n\r\n".encode())
    second = Line(world.port)
    until = time.monotonic() + AT_ONCE
    replies = []
    thread = in_thread(lambda: replies.append(first.reply()))
    while not replies and time.monotonic() < until:  # whichever came second
        second.send(f"GET /api/live/{live.id}?after=0 HTTP/1.1\r\nHost: a\r\nCookie: {cookie}\r\n\r\n".encode())
        thread.join(0.2)
    same(replies[0].status, 409)
    refused(replies[0].json(), "superseded")
    live.send({"t": "ping", "id": 3})
    while (reply := second.reply()).status == 409:
        pass
    same(json.loads(reply.body.decode().splitlines()[1])["id"], 3)


@test("a flood by poll closes with 1008 and says why, and others do not notice")
def _(world):
    live = opened(world)
    same(live.send_text(b"\n".join(b'{"t":"ping","id":1}' for _ in range(5000))), 200)
    if world.bystander.ping() > AT_ONCE:
        raise AssertionError("others waited")
    last = None
    try:
        while True:
            last = live.receive()
    except Closed as closed:
        same(closed.code, 1008)
    refused(last, "too_many")
    same(live.send_text(b"{}"), 404, "afterwards")


@test("signing out ends the connection by poll within a second, whether or not it waits")
def _(world):
    cookie = sign_in(world.port, world.host)
    waits, idles = Polled(world.port, cookie=cookie), Polled(world.port, cookie=cookie)
    waits.follow(f"series/{world.server.series}")
    codes = []
    thread = in_thread(lambda: codes.append((waits.wait_closed(), time.monotonic())))
    world.http("POST", "/sign-out", f"Cookie: {cookie}", f"Origin: {world.origin}")
    out = time.monotonic()
    thread.join(AT_ONCE)
    same(codes[0][0], 1008)
    same(codes[0][1] - out < 1, True, f"after {codes[0][1] - out:.2f} s")
    same(idles.wait_closed(), 1008)
    for live in (waits, idles):
        same(live.request("GET", f"/api/live/{live.id}?after={live.batch}")[0], 404, "afterwards")
    same(asked(world, "POST", "", cookie, world.origin).status, 401)


@test("sixty people of one office poll from one address under the tightest measure, and none is refused", changes=True)
def _(world):
    server = Demonstration(world.program, f"{world.folder}/office", "--requests-per-second", "1000").start().read_ids()
    try:
        people = [*server.facilitators, *[member["id"] for member in server.members]]
        cookies = [sign_in(server.port, people[i % len(people)]) for i in range(60)]
        server.terminate()
        server.options = ("--requests-per-second", "1", "--requests-per-person", "1000")
        server.start()
        office = [Polled(server.port, cookie=cookie) for cookie in cookies]
        for live in office:
            live.follow(f"extended/{server.collaborative}")
        for turn in range(3):
            for live in office:
                live.ping(id=turn)
        guesses = [office[0].request("GET", f"/api/live/{UNKNOWN}?after=0")[0] for _ in range(20)]
        same((guesses[0], guesses[-1]), (404, 429), "who guesses is measured")
        for live in office:
            live.ping(id=9)
    finally:
        server.close()


@test("more than fifty connections by poll of one person are refused; those that are there go on", changes=True)
def _(world):
    cookie = sign_in(world.port, world.server.observers[0])
    lives = [Polled(world.port, cookie=cookie) for _ in range(50)]
    reply = asked(world, "POST", "", cookie, world.origin)
    same((reply.status, reply.field("retry-after")), (429, "60"))
    refused(reply.json(), "too_many", allowed="50")
    lives[0].ping()
    same(lives[1].end(), 200)
    same(asked(world, "POST", "", cookie, world.origin).status, 200)
    for live in lives:
        live.end()
        live.close()


@test("SIGTERM tells those who poll: going_away, 1001, and the process ends within 5 s", changes=True)
def _(world):
    server = Demonstration(world.program, f"{world.folder}/ending-polls").start().read_ids()
    try:
        cookie = sign_in(server.port, server.facilitators[0])
        live = Polled(server.port, cookie=cookie)
        live.follow(f"series/{server.series}")
        heard = []

        def listen():
            heard.append(live.wait("going_away"))
            heard.append(live.wait_closed())
        thread = in_thread(listen)
        server_waits = in_thread(lambda: heard.append(server.terminate()))
        thread.join(AT_ONCE)
        server_waits.join(AT_ONCE)
        same(heard[0]["reconnect_after_ms"] > 0, True)
        same(heard[1], 1001)
        same((heard[2][0], heard[2][1] < 5), (0, True), f"ended after {heard[2][1]:.1f} s")
        server.start()
        live.close()  # its lines; the next request has one of its own
        same(live.send_text(b'{"t":"ping","id":1}'), 404, "the id of before")
        Polled(server.port, cookie=cookie).ping()
    finally:
        server.close()
