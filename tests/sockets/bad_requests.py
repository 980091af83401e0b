"""HTTP requests that must be refused, each with its status, and answered all the same."""
import json
import time

from world import AT_ONCE, Line, refused, same, test, ulid


def status(world, lines, body=b""):
    """The status for a head given as lines, and that the line is closed after it."""
    line = Line(world.port).send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)
    line.socket.settimeout(5)
    reply = line.reply()
    if reply is None:
        return None
    if not line.is_over():
        raise AssertionError(f"the line stays open after {reply.status} for {lines}")
    return reply.status


def post_head(world, *fields):
    return ["POST /api/commands/mark_visit HTTP/1.1", f"Host: 127.0.0.1:{world.port}", f"Origin: {world.origin}",
            f"Cookie: {world.cookie(world.host)}", *fields]


def command_bytes():
    return json.dumps({"id": ulid(), "body": {}}).encode()


@test("a request with two lengths, or a length and a coding, is refused")
def _(world):
    body = command_bytes()
    size = f"Content-Length: {len(body)}"
    for fields in ([size, "Content-Length: 0"], [size, size], [size, "Transfer-Encoding: chunked"], ["Transfer-Encoding: chunked", size],
                   [f"Content-Length: {len(body)}, {len(body)}"], [f"Content-Length: +{len(body)}"], ["Content-Length: -1"], ["Content-Length: 0x10"],
                   ["Content-Length: 99999999999999999999999"], ["Content-Length: "], [f"Content-Length : {len(body)}"]):
        same(status(world, post_head(world, *fields), body), 400, fields)


@test("a transfer coding other than chunked, and a broken chunk, are refused")
def _(world):
    body = command_bytes()
    for fields, sent in ((["Transfer-Encoding: gzip, chunked"], b"0\r\n\r\n"), (["Transfer-Encoding: chunked, identity"], b"0\r\n\r\n"),
                         (["Transfer-Encoding: xchunked"], b"0\r\n\r\n"), (["Transfer-Encoding: chunked"], b"zz\r\n" + body),
                         (["Transfer-Encoding: chunked"], b"fffffffffffffffff\r\n" + body)):
        found = status(world, post_head(world, *fields), sent)
        if found not in (400, 404, 413, 501, None):
            raise AssertionError(f"{fields} {sent[:10]} was answered {found}")


@test("a request without a Host, or with two, is refused")
def _(world):
    same(status(world, ["GET /healthz HTTP/1.1", "Accept: */*"]), 400)
    same(status(world, ["GET /healthz HTTP/1.1", "Host: a", "Host: b"]), 400)
    same(status(world, ["GET /healthz HTTP/1.1", "Host: a", "host: a"]), 400)


@test("folded lines, bare line ends, NUL and lines that are no fields are refused")
def _(world):
    host = f"Host: 127.0.0.1:{world.port}"
    for lines in ([host, "X: one", " two"], [host, "X: one", "\ttwo"], [host, "X: a\0b"], [host, "X"], [host, ": x"], [host, "X Y: z"],
                  [host, "X: a\nY: b"], [host, "X: a\rY: b"], ["", host]):
        same(status(world, ["GET /healthz HTTP/1.1", *lines]), 400, lines) if lines[0] else None
    same(world.raw(b"GET /healthz HTTP/1.1\nHost: a\n\r\n\r\n").status, 400, "bare line ends")


@test("a request line that is none is refused")
def _(world):
    host = f"Host: 127.0.0.1:{world.port}"
    for first in ("GET /healthz", "GET  /healthz HTTP/1.1", "/healthz", "GET /healthz HTTP/2.0", "GET /healthz HTTP/9", "G\x01T /healthz HTTP/1.1",
                  "GET /heal thz HTTP/1.1", "GET http://evil.example/healthz HTTP/1.1", "GET healthz HTTP/1.1", "OPTIONS * HTTP/1.1",
                  "CONNECT evil.example:443 HTTP/1.1"):
        found = world.raw(f"{first}\r\n{host}\r\n\r\n".encode("latin-1"))
        if found.status not in (400, 404, 405, 505):
            raise AssertionError(f"{first!r} was answered {found.status}")


@test("a path with dots, escaped dots, a backslash, a NUL or a broken escape is refused")
def _(world):
    for path in ("/../etc/passwd", "/assets/../../etc/passwd", "/assets/..", "/.", "/./healthz", "/%2e%2e/etc/passwd", "/assets/%2e%2e%2fetc/passwd",
                 "/assets/.%2e/x", "/..%2fetc", "/assets\\..\\x", "/assets%5c..%5cx", "/a%00b", "/healthz%00.js", "/a%0ab", "/%", "/%4", "/%zz", "/%c0%ae%c0%ae/",
                 "/%ff", "//evil.example/", "/a//b", "/healthz?x=%zz", "/healthz?x=%00", "/healthz?%ff=1"):
        same(world.http("GET", path).status, 400, path)
    same(world.http("GET", "/%252e%252e/etc/passwd").status, 404, "escaped twice")
    same(world.http("GET", "/assets/%61pp-1a2b3c.js").status, 200, "an escaped letter")


@test("a huge head is refused with 431, a long address with 414, many parameters with 400")
def _(world):
    same(world.http("GET", "/healthz", "X: " + "x" * 20000).status, 431, "one long line")
    same(world.http("GET", "/healthz", *[f"X-{i}: {'x' * 50}" for i in range(400)]).status, 431, "many lines")
    same(world.http("GET", "/" + "x" * 20000).status, 431, "a long first line")
    same(world.raw(b"x" * 100000).status, 431, "no head at all")
    same(world.http("GET", "/" + "x" * 5000).status, 414)
    same(world.http("GET", "/healthz?" + "&".join("a=1" for _ in range(100))).status, 400)


@test("a huge body is refused with 413, whatever it says about its length")
def _(world):
    head = "\r\n".join(post_head(world, f"Content-Length: {1 << 40}")).encode() + b"\r\n\r\n"
    same(world.raw(head).status, 413, "before it is sent")
    same(world.raw(head + b"x" * (1 << 20)).status, 413, "while it is sent")
    head = "\r\n".join(post_head(world, "Transfer-Encoding: chunked")).encode() + b"\r\n\r\n"
    same(world.raw(head + (b"10000\r\n" + b"x" * 0x10000 + b"\r\n") * 16).status, 413, "in chunks")


@test("a body that is no command is refused with 400 and says why")
def _(world):
    for body, code in ((b"", "malformed"), (b"{}", "missing"), (b"[]", "malformed"), (b'{"id":1,"body":{}}', "malformed"), (b"\xff", "not_utf8"),
                       (json.dumps({"id": ulid()}).encode(), "malformed"), (json.dumps({"id": ulid(), "body": {}, "more": 1}).encode(), "malformed")):
        reply = world.http("POST", "/api/commands/mark_visit", f"Origin: {world.origin}", *([] if body else ["Content-Length: 0"]), body=body, person=world.host)
        same(reply.status, 400, body)
        refused(reply.json(), code)


@test("refusals over plain HTTP have the statuses of the protocol", changes=True)
def _(world):
    thread = world.server.threads[0]
    for (name, body), (status, code) in {
            ("add_post", '{"thread":"%s","text":""}' % thread): (409, "empty"), ("add_post", '{"thread":"%s"}' % thread): (400, "missing"),
            ("add_post", '{"thread":"%s","text":"x"}' % ulid()): (403, "not_allowed"), ("drop_tables", "{}"): (404, "unknown_name"),
            ("add_post", '{"thread":"%s","text":"x","y":1}' % thread): (400, "unknown_member")}.items():
        reply = world.post(name, json.loads(body))
        same((reply.status, reply.json()["code"]), (status, code), f"{name} {body}")
    id = ulid()
    same(world.post("mark_read", {"thread": thread, "number": 1}, id=id).status, 200)
    same(world.post("mark_read", {"thread": thread, "number": 2}, id=id).json()["code"], "id_reused")
    same(world.http("GET", "/api/queries/everything", person=world.host).status, 404)
    same(world.http("GET", "/api/queries/steps?collaborative=nowhere", person=world.host).status, 400)
    same(world.http("GET", "/api/nothing").status, 404)
    same(world.http("GET", "/nowhere/at/all").status, 404)


@test("a command by POST needs the own Origin or a token")
def _(world):
    body = command_bytes()
    cookie = f"Cookie: {world.cookie(world.host)}"
    for fields in ([], ["Origin: https://evil.example"], ["Origin: null"], [f"Origin: {world.origin}", "Origin: https://evil.example"],
                   ["Origin: https://evil.example", "Sec-Fetch-Site: same-origin"]):
        reply = world.http("POST", "/api/commands/mark_visit", cookie, *fields, body=body)
        same(reply.status, 403, fields)
        refused(reply.json(), "not_allowed")
    for path in ("/sign-out", "/sign-in/demonstration", "/sign-in/link/x"):
        same(world.http("POST", path, cookie, "Content-Length: 0").status, 403, path)
    same(world.http("GET", "/api/me", cookie).status, 200, "still signed in")


@test("a request with an unknown cookie or token is refused with 401")
def _(world):
    name = world.cookie(world.host).split("=")[0]
    for field in (f"Cookie: {name}={'A' * 43}", f"Cookie: {name}=", f"Authorization: Bearer {'A' * 43}", "Authorization: Basic QTpC", "Cookie: ;;;=", "X: y"):
        reply = world.http("GET", "/api/me", field)
        same(reply.status, 401, field)
        refused(reply.json(), "not_signed_in", allowed="a cookie or a token")


@test("a cookie that is over is refused with 401", changes=True)
def _(world):
    import sqlite3
    cookie = world.cookie(world.server.observers[0])
    same(world.http("GET", "/api/me", f"Cookie: {cookie}").status, 200)
    digest = world.server.value("SELECT secret_hash FROM sign_ins WHERE person = ?", world.server.observers[0])
    with sqlite3.connect(f"{world.server.folder}/interstate.db", timeout=10) as database:
        database.execute("UPDATE sign_ins SET started_at = 0, used_at = 0 WHERE secret_hash = ?", (digest,))
    database.close()
    del world.cookies[world.server.observers[0]]
    same(world.http("GET", "/api/me", f"Cookie: {cookie}").status, 401)


@test("a page does not send people elsewhere after signing in", changes=True)
def _(world):
    def signed_in(wanted):
        reply = world.http("POST", "/sign-in/demonstration", f"Origin: {world.origin}", body=f"person={world.host}&next={wanted}".encode())
        same(reply.status, 303, wanted)
        return reply.field("location")
    same(signed_in("/sdi/steps"), "/sdi/steps")
    home = signed_in("")
    for elsewhere in ("https://evil.example/", "//evil.example", "/\\evil.example", "/a%0d%0aSet-Cookie:%20a=b", "javascript:alert(1)", "%2f%2fevil.example", "/%09/evil.example"):
        same(signed_in(elsewhere), home, elsewhere)


@test("HTTP/1.0 is answered and closed")
def _(world):
    line = Line(world.port).send(f"GET /healthz HTTP/1.0\r\nHost: 127.0.0.1:{world.port}\r\n\r\n".encode())
    reply = line.reply()
    same((reply.status, reply.body), (200, b"ok\n"))
    same(line.is_over(), True)


@test("requests sent in one go are answered in order on one line")
def _(world):
    line = Line(world.port)
    host = f"Host: 127.0.0.1:{world.port}\r\n"
    body = b'{"id":"x"}'
    chunked = b"a\r\n" + body + b"\r\n0\r\n\r\n"
    line.send((f"GET /healthz HTTP/1.1\r\n{host}\r\n" + f"GET /nowhere HTTP/1.1\r\n{host}\r\n").encode())
    line.send(f"POST /api/commands/x HTTP/1.1\r\n{host}Origin: {world.origin}\r\nTransfer-Encoding: chunked\r\n\r\n".encode() + chunked)
    line.send(f"GET /healthz HTTP/1.1\r\n{host}Connection: close\r\n\r\n".encode())
    same([line.reply().status for _ in range(4)], [200, 404, 401, 200])
    same(line.is_over(), True)


@test("lines that send one byte and wait do not make others wait")
def _(world):
    lines = [Line(world.port).send(b"G") for _ in range(200)] + [Line(world.port) for _ in range(100)]
    for line in lines[:50]:
        line.send(b"ET /healthz HTTP/1.1\r\nHost: a\r\nX-")
    began = time.monotonic()
    same(world.http("GET", "/healthz").status, 200)
    live = world.live()
    live.ping()
    if time.monotonic() - began > AT_ONCE:
        raise AssertionError("others waited")
    for line in lines:
        line.close()


@test("a body that never comes does not make others wait")
def _(world):
    lines = [Line(world.port).send("\r\n".join(post_head(world, "Content-Length: 100")).encode() + b"\r\n\r\n{") for _ in range(100)]
    same(world.http("GET", "/healthz").status, 200)
    for line in lines:
        line.close()
