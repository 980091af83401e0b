"""Upgrades that must not become a live connection."""
from interstate_client import upgrade_head
from world import Line, Live, same, sign_in, test

KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="


@test("a foreign Origin is refused with 403")
def _(world):
    cookie = world.cookie(world.host)
    for origin in ("https://evil.example", "null", "http://127.0.0.1", f"http://127.0.0.1:{world.port}.evil.example", f"https://127.0.0.1:{world.port}",
                   f"http://127.0.0.1:{world.port}/", f"http://evil.example:{world.port}", "file://"):
        world.refused_upgrade(403, cookie=cookie, origin=origin)


@test("fact 3: an upgrade with two Origins is refused, whichever comes first")
def _(world):
    cookie = world.cookie(world.host)
    for second in ("https://evil.example", world.origin):
        world.refused_upgrade(403, cookie=cookie, extra=[f"Origin: {second}"])
    world.refused_upgrade(403, cookie=cookie, origin="https://evil.example", extra=[f"Origin: {world.origin}"])
    world.refused_upgrade(403, cookie=cookie, origin=f"{world.origin}, https://evil.example")


@test("a cookie without an Origin, or with an empty one, is refused")
def _(world):
    cookie = world.cookie(world.host)
    world.refused_upgrade(403, cookie=cookie, without=["Origin"])
    world.refused_upgrade(403, cookie=cookie, without=["Origin"], extra=["Origin:"])


@test("a token needs no Origin, and does not excuse a foreign one")
def _(world):
    token = world.server.token(world.server.value("SELECT address FROM people WHERE id = ?", world.host))
    live = Live(world.port, token=token)
    same(live.greeting["person"], world.host)
    live.close()
    world.refused_upgrade(403, token=token, extra=["Origin: https://evil.example"])
    world.refused_upgrade(400, token=token, extra=[f"Authorization: Bearer {token}"])


@test("an upgrade by nobody is refused with 401", changes=True)
def _(world):
    name = world.cookie(world.host).split("=")[0]
    own = [f"Origin: {world.origin}"]
    world.refused_upgrade(401, extra=own)
    world.refused_upgrade(401, cookie=f"{name}=", without=[])
    world.refused_upgrade(401, cookie=f"{name}={'A' * 43}")
    world.refused_upgrade(401, cookie=f"{name}={'A' * 5000}")
    world.refused_upgrade(401, cookie=f"{world.cookie(world.host)}; {world.cookie(world.host)}")
    world.refused_upgrade(401, cookie=f"{name}x={world.cookie(world.host).split('=')[1]}")
    world.refused_upgrade(401, extra=[f"Authorization: Bearer {'A' * 43}"])
    for no_token in ("Bearer", "Bearer ", "Basic QTpC", f"Bearer {'A' * 5000}"):
        world.refused_upgrade(403, extra=[f"Authorization: {no_token}"])


@test("a cookie that was signed out opens nothing, and ends what it had opened with 1008", changes=True)
def _(world):
    cookie = sign_in(world.port, world.host)
    open_line = Live(world.port, cookie=cookie)
    reply = world.http("POST", "/sign-out", f"Cookie: {cookie}", f"Origin: {world.origin}", "Content-Length: 0")
    same(reply.status, 303)
    same(open_line.wait_closed(), 1008)
    world.refused_upgrade(401, cookie=cookie)
    same(world.http("GET", "/api/me", f"Cookie: {cookie}").status, 401)


@test("fact 2: a missing, empty, short, long, non-base64 or second key is refused")
def _(world):
    cookie = world.cookie(world.host)
    for key in ([], ["Sec-WebSocket-Key:"], ["Sec-WebSocket-Key: c2hvcnQ="], ["Sec-WebSocket-Key: " + "A" * 44], ["Sec-WebSocket-Key: !!!!!!!!!!!!!!!!!!!!!!=="],
                ["Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ"], [KEY, KEY], [KEY, "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="]):
        world.refused_upgrade(400, cookie=cookie, without=["Sec-WebSocket-Key"], extra=key)


@test("fact 2: two Hosts, no Host and folded lines are refused")
def _(world):
    cookie = world.cookie(world.host)
    world.refused_upgrade(400, cookie=cookie, extra=["Host: evil.example"])
    world.refused_upgrade(400, cookie=cookie, without=["Host"])
    for folded in ("X-Folded: one\r\n two", "X-Folded: one\r\n\ttwo", "X-Folded:\r\n Origin: https://evil.example"):
        world.refused_upgrade(400, cookie=cookie, extra=[folded])


@test("another version, method or protocol of the upgrade is refused")
def _(world):
    cookie = world.cookie(world.host)
    for version in (["Sec-WebSocket-Version: 8"], ["Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 13"], []):
        world.refused_upgrade(426, cookie=cookie, without=["Sec-WebSocket-Version"], extra=version)
    world.refused_upgrade(400, cookie=cookie, without=["Connection"])
    world.refused_upgrade(400, cookie=cookie, without=["Connection"], extra=["Connection: close"])
    head = upgrade_head(world.port, cookie)
    for changed, status in ((head.replace(b"GET", b"POST"), 400), (head.replace(b"HTTP/1.1", b"HTTP/1.0"), 400),
                            (head.replace(b"/api/live", b"/api/dead"), 404), (head.replace(b"/api/live", b"/"), 404)):
        same(world.raw(changed).status, status, changed[:40])
    same(world.http("GET", "/api/live", person=world.host).status, 404, "without an upgrade")


@test("an upgrade to something else is passed over, and the request answered as it stands")
def _(world):
    offer = ["Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: AAMAAABkAAQAAP__"]
    for upgrade in ("h2c", "HTTP/2.0", "carrier-pigeon", "TLS/1.0, h2c", "websockets"):
        line = Line(world.port)
        head = [f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{world.port}", f"Upgrade: {upgrade}", *offer]
        for _ in range(2):  # the line stays usable
            reply = line.send("\r\n".join(head).encode() + b"\r\n\r\n").reply()
            same((reply.status, reply.body, reply.field("upgrade")), (200, b"ok\n", None), upgrade)
        line.close()
    same(world.http("GET", "/api/me", "Upgrade: h2c", *offer, person=world.host).status, 200)
    same(world.http("GET", "/api/live", "Upgrade: h2c", *offer, person=world.host).status, 404)


@test("fact 5: compression is not accepted, and a compressed frame closes with 1002")
def _(world):
    for offer in ("permessage-deflate", "permessage-deflate; client_max_window_bits=8; server_no_context_takeover", "x-webkit-deflate-frame"):
        live = world.live(extra=[f"Sec-WebSocket-Extensions: {offer}"])
        if "sec-websocket-extensions" in live.head.lower():
            raise AssertionError("an extension was accepted")
        live.ping()
        live.send_raw(1, b"\xaa\x56\x2a\x51\xb2\x52\x50", reserved=4)
        same(live.wait_closed(), 1002)


@test("an upgrade with a body, or with frames that did not wait, harms nobody")
def _(world):
    cookie = world.cookie(world.host)
    for extra, more in ((["Content-Length: 5"], b"hello"), ([], b"\x81\x85maskhello"), (["Transfer-Encoding: chunked"], b"0\r\n\r\n")):
        line = Line(world.port).send(upgrade_head(world.port, cookie, extra=extra) + more)
        line.reply_head = line.socket.recv(1 << 16)
        if not line.reply_head.startswith((b"HTTP/1.1 101", b"HTTP/1.1 400")):
            raise AssertionError(line.reply_head[:80])
        line.close()
