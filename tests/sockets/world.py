"""What the socket tests stand on: one demonstration server, a bystander who is connected all the time, plain HTTP."""
import json
import os
import socket
import sys
import threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/python"))
from interstate_client import PATIENCE, Closed, Live, Refused, sign_in, ulid  # noqa: E402, F401
from interstate_server import Demonstration, Server, run  # noqa: E402, F401
from titled_tests import keeping, same  # noqa: E402, F401

AT_ONCE = 5  # seconds: milliseconds in truth, but a sanitized program on a busy machine is slow
TESTS = []

SECURITY = {"content-security-policy": "default-src 'self'", "x-content-type-options": "nosniff", "referrer-policy": "same-origin",
            "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin", "permissions-policy": "camera=()"}


def test(title, changes=False):
    """A test by its sentence. Unless it says `changes`, nothing that anybody can see may have changed after it."""
    return keeping(TESTS, title, changes)


def refused(answer, code, field=None, allowed=None):
    """A refusal that names the field and what is allowed."""
    same(answer["t"], "refusal")
    same(answer["code"], code, f"the code of {answer}")
    if field:
        same(answer.get("field"), field, "the field")
    if not answer["message"]:
        raise AssertionError("no message")
    if allowed and allowed not in answer.get("allowed", ""):
        raise AssertionError(f"{allowed!r} is not in {answer.get('allowed')!r}")


class Reply:
    def __init__(self, head, body):
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split()[1])
        self.version = lines[0].split()[0]
        self.fields = [(line.split(":", 1)[0].lower(), line.split(":", 1)[1].strip()) for line in lines[1:]]
        self.body = body

    def field(self, name):
        found = [value for key, value in self.fields if key == name]
        if len(found) > 1:
            raise AssertionError(f"{name} came {len(found)} times")
        return found[0] if found else None

    def json(self):
        return json.loads(self.body)

    def check_security(self):
        for name, begin in SECURITY.items():
            if not (self.field(name) or "").startswith(begin):
                raise AssertionError(f"{self.status} without {name}")
        policy = self.field("content-security-policy")
        if "unsafe" in policy or "*" in policy:
            raise AssertionError(f"a loose policy: {policy}")


class Line:
    """One TCP connection that speaks HTTP by hand."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.buffer = b""

    def send(self, data):
        try:
            self.socket.sendall(data)
        except OSError:
            pass  # refused already: the reply says why
        return self

    def _more(self):
        try:
            data = self.socket.recv(1 << 16)
        except ConnectionError:
            data = b""
        self.buffer += data
        return bool(data)

    def reply(self, head_only=False):
        """The next reply, or None when the line is over."""
        while b"\r\n\r\n" not in self.buffer:
            if not self._more():
                return None
        head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
        reply = Reply(head, b"")
        size = 0 if head_only or reply.status in (101, 204, 304) else int(reply.field("content-length"))
        while len(self.buffer) < size:
            if not self._more():
                raise AssertionError("the body ended early")
        reply.body, self.buffer = self.buffer[:size], self.buffer[size:]
        reply.check_security()
        return reply

    def is_over(self):
        """The server has closed, and sent nothing more."""
        return not self.buffer and not self._more()

    def close(self):
        self.socket.close()


class World:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.web = f"{folder}/web"
        self.make_web()
        self.server = Demonstration(program, f"{folder}/shared", "--web", self.web).start().read_ids()
        self.port = self.server.port
        self.origin = f"http://127.0.0.1:{self.port}"
        self.host, self.member = self.server.facilitators[0], self.server.members[0]["id"]
        self.cookies = {}
        self.place_bystander()

    def make_web(self):
        os.makedirs(f"{self.web}/assets")
        for name, text in {"index.html": "<!doctype html><title>the application</title>", "assets/app-1a2b3c.js": "0123456789" * 10,
                           "assets/app-1a2b3c.js.br": "as brotli", "assets/app-1a2b3c.js.gz": "as gzip"}.items():
            with open(f"{self.web}/{name}", "w") as file:
                file.write(text)

    def place_bystander(self):
        self.bystander = self.live(self.member)
        self.bystander.follow(f"series/{self.server.series}")

    def revive(self):
        """After a failed test, so that the next ones say something of their own."""
        if self.server.process.poll() is not None:
            self.server.start()
        self.place_bystander()

    def close(self):
        self.server.close()

    # ---- people ------------------------------------------------------------------------------------------

    def cookie(self, person):
        if person not in self.cookies:
            self.cookies[person] = sign_in(self.port, person)
        return self.cookies[person]

    def live(self, person=None, **how):
        return Live(self.port, cookie=self.cookie(person or self.host), **how)

    def refused_upgrade(self, status, **how):
        """An upgrade that must be refused with this status, and is closed."""
        try:
            Live(self.port, **how).close()
        except Refused as refusal:
            same(refusal.status, status, "the answer to the upgrade")
            Reply(refusal.head.encode("latin-1"), b"").check_security()
            return refusal
        raise AssertionError("the upgrade was accepted")

    # ---- HTTP --------------------------------------------------------------------------------------------

    def raw(self, data, head_only=False):
        """Sends bytes and gives the one reply."""
        line = Line(self.port).send(data)
        reply = line.reply(head_only)
        line.close()
        return reply

    def http(self, method, target, *fields, body=b"", version="1.1", person=None):
        lines = [f"{method} {target} HTTP/{version}", f"Host: 127.0.0.1:{self.port}", *fields]
        if person:
            lines.append(f"Cookie: {self.cookie(person)}")
        if body:
            lines.append(f"Content-Length: {len(body)}")
        return self.raw("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body, head_only=method == "HEAD")

    def post(self, name, body, id=None, person=None, token=None):
        """A command over plain HTTP."""
        fields = [f"Authorization: Bearer {token}"] if token else [f"Origin: {self.origin}"]
        return self.http("POST", f"/api/commands/{name}", *fields, body=json.dumps({"id": id or ulid(), "body": body}).encode(),
                         person=None if token else person or self.host)

    # ---- others do not notice ------------------------------------------------------------------------------

    def heads(self):
        return [tuple(row) for row in self.server.rows("SELECT stream, count(*) FROM journal WHERE actor IS NOT NULL GROUP BY stream")]

    def run_test(self, body, changes):
        before = None if changes else self.heads()
        body(self)
        took = self.bystander.ping()
        if took > AT_ONCE:
            raise AssertionError(f"the bystander waited {took:.1f} s")
        if before is not None:
            same(self.heads(), before, "what anybody can see")


def in_thread(body):
    thread = threading.Thread(target=body, daemon=True)
    thread.start()
    return thread
