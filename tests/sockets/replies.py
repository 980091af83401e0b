"""What is sent back: static files, heads without bodies, safety on everything."""
import re

from world import Line, run, same, test

ASSET, TEXT = "/assets/app-1a2b3c.js", b"0123456789" * 10


@test("a file with a hashed name is kept for ever, one without is asked for again")
def _(world):
    reply = world.http("GET", ASSET)
    same((reply.status, reply.body, reply.field("cache-control")), (200, TEXT, "public, max-age=31536000, immutable"))
    same(reply.field("content-type"), "text/javascript; charset=utf-8")
    page = world.http("GET", "/sdi/steps", person=world.host)
    same((page.status, b"the application" in page.body), (200, True))
    if "immutable" in page.field("cache-control"):
        raise AssertionError("the application would never be renewed")


@test("a file that is held already is answered with 304")
def _(world):
    etag = world.http("GET", ASSET).field("etag")
    if not re.fullmatch(r'"[0-9a-f]{16,}"', etag):
        raise AssertionError(f"a weak or strange ETag: {etag}")
    reply = world.http("GET", ASSET, f"If-None-Match: {etag}")
    same((reply.status, reply.field("etag"), reply.field("content-length"), reply.body), (304, etag, None, b""))
    line = Line(world.port)
    for method in ("GET", "HEAD", "GET"):  # nothing follows the head, on a line that goes on
        line.send(f"{method} {ASSET} HTTP/1.1\r\nHost: 127.0.0.1:{world.port}\r\nIf-None-Match: {etag}\r\n\r\n".encode())
        reply = line.reply()
        same((reply.status, reply.field("content-length")), (304, None), method)
    line.close()
    same(world.http("GET", ASSET, 'If-None-Match: "another"').status, 200)


@test("ranges of a file are sent as asked")
def _(world):
    for asked, found, part in (("bytes=0-9", "bytes 0-9/100", TEXT[:10]), ("bytes=90-", "bytes 90-99/100", TEXT[90:]), ("bytes=-5", "bytes 95-99/100", TEXT[95:]),
                               ("bytes=95-1000", "bytes 95-99/100", TEXT[95:]), ("bytes=-1000", "bytes 0-99/100", TEXT)):
        reply = world.http("GET", ASSET, f"Range: {asked}")
        same((reply.status, reply.field("content-range"), reply.body), (206, found, part), asked)
    for asked in ("bytes=100-", "bytes=-0", "bytes=1000-2000"):
        reply = world.http("GET", ASSET, f"Range: {asked}")
        same((reply.status, reply.field("content-range")), (416, "bytes */100"), asked)
    for asked in ("bytes=5-1", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes=", "bytes=-", "bytes=99999999999999999999-", "bytes=--5"):
        same(world.http("GET", ASSET, f"Range: {asked}").status, 200, asked)


@test("a file is sent compressed to those who take it")
def _(world):
    for accepted, coding, body in (("gzip, br", "br", b"as brotli"), ("gzip", "gzip", b"as gzip"), ("deflate", None, TEXT)):
        reply = world.http("GET", ASSET, f"Accept-Encoding: {accepted}")
        same((reply.field("content-encoding"), reply.body, reply.field("vary")), (coding, body, "Accept-Encoding"), accepted)


@test("HEAD tells what GET would send, without the body")
def _(world):
    for path, person in ((ASSET, None), ("/", None), ("/healthz", None), ("/nowhere", None), ("/api/me", world.host), ("/sdi/steps", world.host)):
        got = world.http("GET", path, person=person)
        line = Line(world.port)
        cookie = f"Cookie: {world.cookie(person)}\r\n" if person else ""
        line.send(f"HEAD {path} HTTP/1.1\r\nHost: 127.0.0.1:{world.port}\r\n{cookie}\r\n".encode())
        line.send(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{world.port}\r\nConnection: close\r\n\r\n".encode())
        head = line.reply(head_only=True)
        same((head.status, head.field("content-type")), (got.status, got.field("content-type")), path)
        if path != "/api/me":  # its clock has moved on
            same(head.field("content-length"), str(len(got.body)), path)
        same(line.reply().body, b"ok\n", f"what follows HEAD {path}")


@test("a method that an address does not take is answered with 405")
def _(world):
    for method, path in (("POST", "/healthz"), ("DELETE", "/"), ("PUT", "/api/me"), ("GET", "/sign-out"), ("PATCH", "/api/commands/add_post")):
        reply = world.http(method, path, "Content-Length: 0")
        if reply.status not in (404, 405):
            raise AssertionError(f"{method} {path} was answered {reply.status}")


@test("what only one person may see is not kept by anybody between")
def _(world):
    for path in ("/api/me", f"/api/queries/steps?collaborative={world.server.collaborative}"):
        same(world.http("GET", path, person=world.host).field("cache-control"), "no-store", path)


@test("the cookie of a sign-in is for the server alone", changes=True)
def _(world):
    reply = world.http("POST", "/sign-in/demonstration", f"Origin: {world.origin}", body=f"person={world.host}&next=/".encode())
    cookies = [value for name, value in reply.fields if name == "set-cookie"]
    same(len(cookies), 2, "the login's, and the one by which this browser is known")
    stored = open(f"{world.server.folder}/interstate.db", "rb").read() + open(f"{world.server.folder}/interstate.db-wal", "rb").read()
    for cookie in cookies:
        for part in ("HttpOnly", "SameSite=Lax", "Path=/"):
            if part not in cookie:
                raise AssertionError(f"{part} is missing in {cookie}")
        if cookie.split("=")[1].split(";")[0].encode() in stored:
            raise AssertionError("the secret is in the database")


@test("health and readiness are told to anybody")
def _(world):
    same((world.http("GET", "/healthz").body, world.http("GET", "/readyz").body), (b"ok\n", b"ready\n"))
    same(world.http("GET", "/readyz").field("interstate-build"), run(world.program, "--version").stdout.strip())
    if b"Disallow: /" not in world.http("GET", "/robots.txt").body:
        raise AssertionError("robots are let into a demonstration")
