"""How often one may ask over plain HTTP: 429, when to come back, and that others do not notice."""
import json
import urllib.parse

from interstate_client import upgrade_head
from world import Demonstration, Line, Live, refused, same, test, ulid


class Asking:
    """A line that stays open, for many requests at once."""

    def __init__(self, port, *fields):
        self.line, self.fields, self.port = Line(port), fields, port

    def __call__(self, method, path, *fields, body=b""):
        head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", *self.fields, *fields, f"Content-Length: {len(body)}"]
        return self.line.send("\r\n".join(head).encode() + b"\r\n\r\n" + body).reply(head_only=method == "HEAD")

    def until_refused(self, *request, at_most=100, **how):
        """How many went through before the first 429, and that one."""
        for count in range(at_most):
            if (reply := self(*request, **how)).status == 429:
                return count, reply
        raise AssertionError(f"{at_most} requests went through")


def served(world, name, *options):
    return Demonstration(world.program, f"{world.folder}/{name}", "--web", world.web, *options).start().read_ids()


def token_of(server, person):
    return server.token(server.value("SELECT address FROM people WHERE id = ?", person))


def says_when(reply):
    seconds = reply.field("retry-after")
    same(seconds.isdigit() and 1 <= int(seconds) <= 60, True, f"Retry-After {seconds}")
    same(reply.field("cache-control"), "no-store")


@test("an address that asks too often is answered 429; files, health and live connections go on", changes=True)
def _(world):
    server = served(world, "rates", "--requests-per-second", "1", "--requests-per-person", "1000")
    try:
        token = token_of(server, server.facilitators[0])
        live = Live(server.port, token=token)
        ask = Asking(server.port, f"Authorization: Bearer {token}")
        count, reply = ask.until_refused("GET", "/api/me")
        same(1 <= count <= 20, True, f"{count} went through")
        refused(reply.json(), "too_many", allowed="1 a second")
        command = json.dumps({"id": ulid(), "body": {"thread": server.threads[0], "text": "one too many"}}).encode()
        went_through, reply = ask.until_refused("POST", "/api/commands/add_post", body=command)
        says_when(reply)
        same(server.value("SELECT count(*) FROM posts WHERE text = 'one too many'"), min(1, went_through), "what was refused")
        for path in (f"/api/queries/steps?collaborative={server.collaborative}", "/api/export/steps.csv"):
            refused(ask.until_refused("GET", path)[1].json(), "too_many")
        for method, path in (("GET", "/"), ("GET", "/sign-in"), ("GET", "/sdi/steps"), ("POST", "/sign-in/demonstration"), ("GET", "/nowhere"), ("HEAD", "/")):
            _, reply = ask.until_refused(method, path)
            same(reply.field("content-type"), "text/html; charset=utf-8", path)
            says_when(reply)
            if method != "HEAD" and (b"Too many requests" not in reply.body or b"emonstration" not in reply.body):
                raise AssertionError(reply.body[:400])
        for path in ("/healthz", "/assets/app-1a2b3c.js", "/pages.css") * 30:
            same(ask("GET", path).status, 200, path)
        live.ping()
        same(live.command("add_post", {"thread": server.threads[0], "text": "by the live line"})["t"], "ack")
    finally:
        server.close()


@test("a person who asks too often by one token does not keep others of the same address away", changes=True)
def _(world):
    server = served(world, "person-rates", "--requests-per-person", "1")
    try:
        tokens = [token_of(server, person) for person in server.facilitators[:2]]
        path = "/api/queries/steps?" + urllib.parse.urlencode({"collaborative": server.collaborative, "limit": 1})
        one, other = (Asking(server.port, f"Authorization: Bearer {token}") for token in tokens)
        count, reply = one.until_refused("GET", path)
        same(count >= 4, True, f"only {count} went through")
        refused(reply.json(), "too_many", allowed="1 a second")
        says_when(reply)
        same(other("GET", path).status, 200, "another person")
        same(one("GET", "/sign-in").status, 200, "a page of nobody")
    finally:
        server.close()


@test("upgrades that are refused count, those that are let in do not", changes=True)
def _(world):
    server = served(world, "upgrade-rates", "--requests-per-second", "1")
    try:
        token = token_of(server, server.facilitators[0])
        for _ in range(20):
            Live(server.port, token=token).close()
        answers = [Line(server.port).send(upgrade_head(server.port, "interstate=x")).reply() for _ in range(20)]
        same({reply.status for reply in answers} <= {401, 403, 429} and answers[-1].status == 429, True, str([reply.status for reply in answers]))
        refused(answers[-1].json(), "too_many")
        says_when(answers[-1])
    finally:
        server.close()


@test("behind a trusted proxy each client has a measure of its own; from anybody else its word counts nothing", changes=True)
def _(world):
    def answers(server, *fields, count=20, path="/sign-in"):
        ask = Asking(server.port, *fields)
        return [ask("GET", path).status for _ in range(count)]

    server = served(world, "proxied-rates", "--requests-per-second", "1", "--trusted-proxy", "127.0.0.1,::1")
    try:
        same(429 in answers(server, "X-Forwarded-For: 192.0.2.1"), True, "one client that asks too often")
        same(answers(server, "X-Forwarded-For: 192.0.2.2", count=2), [200, 200], "another client")
        same(answers(server, "X-Forwarded-For: 192.0.2.3, 192.0.2.1", count=1), [429], "the first again, who invents another address before its own")
        same(answers(server, count=2), [200, 200], "the proxy itself")
        upgrades = [Line(server.port).send(upgrade_head(server.port, "interstate=x", extra=["X-Forwarded-For: 192.0.2.4"])).reply().status for _ in range(20)]
        same((upgrades[-1], answers(server, "X-Forwarded-For: 192.0.2.4", count=1)), (429, [429]), "refused upgrades of a client")
    finally:
        server.close()
    server = served(world, "unproxied-rates", "--requests-per-second", "1", "--trusted-proxy", "192.0.2.99")
    try:
        same(429 in answers(server, "X-Forwarded-For: 192.0.2.1"), True, "a stranger that asks too often")
        same(answers(server, "X-Forwarded-For: 192.0.2.2", count=1), [429], "the stranger under another name")
    finally:
        server.close()
