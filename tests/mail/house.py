"""What the tests of mail stand on: a real installation with one person, and a mail server of their own."""
import http.client
import os
import re
import sys
import tempfile
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/python"))
from interstate_client import Live  # noqa: E402
from interstate_server import Server, run  # noqa: E402, F401
from sink import Certificate, Sink  # noqa: E402
from titled_tests import keeping, same  # noqa: E402, F401

TESTS = []


def test(title):
    """A test by its sentence."""
    return keeping(TESTS, title)


class House:
    def __init__(self, program, folder):
        self.program, self.folder = program, tempfile.mkdtemp(dir=folder)
        self.certificate = Certificate(self.folder)
        self.servers, self.sinks = [], []

    def sink(self, **how):
        sink = Sink(certificate=self.certificate, **how)
        self.sinks.append(sink)
        return sink

    def options(self, port, *more, authorities=True):
        return ["--mail-server", f"smtp://localhost:{port}", "--mail-from", "interstate@agency.example",
                *(["--mail-authorities", self.certificate.authority] if authorities else []), *more]

    def server(self, *options, people=("Ann <ann@agency.example>",), role="state_member"):
        server = Server(self.program, f"{self.folder}/data{len(self.servers)}", *options, empty=True)
        self.servers.append(server)
        for person in people:
            name, address = re.fullmatch(r"(.*) <(.*)>", person).groups()
            run(self.program, "invite", address, "--name", name, "--role", role, "--data", server.folder)
        return server.start()

    def close(self):
        for server in self.servers:
            server.close()
        for sink in self.sinks:
            sink.close()


class Browser:
    """Sends forms as a browser without scripts does, and keeps cookies."""

    def __init__(self, server):
        self.port, self.cookies = server.port, {}

    def ask(self, method, path, **fields):
        """(status, Location, body)"""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            headers = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"}
            if self.cookies:
                headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, path, urllib.parse.urlencode(fields), headers)
            reply = connection.getresponse()
            for name, value in reply.getheaders():
                if name.lower() == "set-cookie":
                    self.cookies.update([value.split(";")[0].split("=", 1)])
            return reply.status, reply.getheader("location"), reply.read().decode()
        finally:
            connection.close()

    def ask_for_code(self, address):
        same(self.ask("POST", "/sign-in/mail", address=address, next="/")[:2], (303, "/sign-in/code?next=/"))

    def signs_in_with(self, code):
        return self.ask("POST", "/sign-in/code", code=code, next="/")[0] == 303 and self.ask("GET", "/api/me")[0] == 200


class Line(Live):
    """A live connection of the person who has this address."""

    def __init__(self, server, address):
        super().__init__(server.port, token=server.token(address))

    def does(self, name, **body):
        """Gives the ack or the refusal."""
        return self.command(name, body)
