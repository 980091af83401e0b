"""RFC 6455, section 4: the opening handshake."""
from endpoint import PING, PONG, Line, accept_of, cases, frame, same

CASES, case = cases()


def refused(endpoint, status, **how):
    found, fields, line = endpoint.asked(**how)
    same(found, status, str(how))
    same("sec-websocket-accept" in fields, False, "an acceptance in a refusal")
    return fields


@case("4.2.2", "the answer is 101 with Upgrade, Connection and the accept value of the sample key")
def _(endpoint):
    status, fields, _ = endpoint.asked()
    same((status, fields["upgrade"].lower(), fields["connection"].lower(), fields["sec-websocket-accept"]), (101, "websocket", "upgrade", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="))
    same([name for name in fields if name in ("sec-websocket-extensions", "sec-websocket-protocol")], [], "what nobody agreed on")


@case("4.2.1", "tokens are compared without case, and may stand in lists")
def _(endpoint):
    for upgrade, connection in (("WebSocket", "upgrade"), ("WEBSOCKET", "keep-alive, Upgrade"), ("h2c, websocket", "UPGRADE , Keep-Alive"), ("websocket", "Upgrade,keep-alive")):
        status, _, line = endpoint.asked(without=("Upgrade", "Connection"), extra=[f"upgrade: {upgrade}", f"CONNECTION: {connection}"])
        same(status, 101, (upgrade, connection))
        line.socket.close()


@case("4.2.1", "the request is a GET of HTTP/1.1")
def _(endpoint):
    for line in (f"POST {endpoint.path} HTTP/1.1", f"GET {endpoint.path} HTTP/1.0", f"HEAD {endpoint.path} HTTP/1.1"):
        refused(endpoint, 400, line=line)


@case("4.2.1", "one Host is there")
def _(endpoint):
    refused(endpoint, 400, without=("Host",))
    refused(endpoint, 400, extra=["Host: elsewhere.example"])


@case("4.2.1", "Connection names the upgrade")
def _(endpoint):
    for connection in ([], ["Connection: close"], ["Connection: keep-alive"], ["Connection: upgrader"]):
        refused(endpoint, 400, without=("Connection",), extra=connection)


@case("4.2.1", "there is one key, and it is 16 bytes in base 64")
def _(endpoint):
    for key in ([], [""], ["dGhl"], ["dGhlIHNhbXBsZSBub25jZQ"], ["dGhlIHNhbXBsZSBub25jZQ=x"], ["!" * 22 + "=="], ["A" * 24], ["dGhlIHNhbXBsZSBub25jZSE="],
                ["dGhlIHNhbXBsZSBub25jZQ=="] * 2):
        refused(endpoint, 400, without=("Sec-WebSocket-Key",), extra=[f"Sec-WebSocket-Key: {one}" for one in key])


@case("4.2.2", "blanks around the key do not count")
def _(endpoint):
    key = "AQIDBAUGBwgJCgsMDQ4PEA=="
    status, fields, _ = endpoint.asked(without=("Sec-WebSocket-Key",), extra=[f"Sec-WebSocket-Key: \t {key} \t"])
    same((status, fields["sec-websocket-accept"]), (101, accept_of(key)))


@case("4.4", "another version is answered 426, with the one that would do")
def _(endpoint):
    for version in ([], ["8"], ["0"], ["14"], ["130"], ["thirteen"], ["13, 8"], ["13", "13"]):
        fields = refused(endpoint, 426, without=("Sec-WebSocket-Version",), extra=[f"Sec-WebSocket-Version: {one}" for one in version])
        same((fields.get("sec-websocket-version"), fields.get("upgrade")), ("13", "websocket"), f"after {version}")


@case("4.2.2", "subprotocols and extensions that the client offers are not taken, and the line works")
def _(endpoint):
    offers = ["Sec-WebSocket-Protocol: chat, superchat", "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits", "Sec-WebSocket-Extensions: foo"]
    status, fields, line = endpoint.asked(extra=offers)
    same(status, 101)
    same([name for name in fields if name in ("sec-websocket-extensions", "sec-websocket-protocol")], [])
    if not endpoint.binary:
        line.receive()
    endpoint.still_talks(line)


@case("4.1", "frames that come with the handshake are not lost")
def _(endpoint):
    line = Line(endpoint.port)
    line.send(endpoint.head() + frame(PING, b"early"))
    same(line.read_head()[0], 101)
    seen = [line.receive()] + ([] if endpoint.binary else [line.receive()])
    same((PONG, b"early") in seen, True, seen)


@case("4.2.1", "a handshake that comes byte by byte is one")
def _(endpoint):
    line = Line(endpoint.port)
    for byte in endpoint.head():
        line.send(bytes([byte]))
    same(line.read_head()[0], 101)


@case("10.2", "a foreign Origin is refused with 403", only="the product")
def _(endpoint):
    refused(endpoint, 403, without=("Origin",), extra=["Origin: https://elsewhere.example"])
    refused(endpoint, 403, without=("Origin",))
