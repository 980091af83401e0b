"""What the tests of signing in by an agency stand on: a real installation with mail, and providers that are run by node."""
import html
import http.client
import json
import os
import re
import subprocess
import sys
import time
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../mail"))
from house import TESTS, Browser, House, run, same, test  # noqa: E402, F401
from free_port import free_port  # noqa: E402
from sink import plain_of  # noqa: E402, F401

SECRET = "a secret / of tests: 100%"
ANN = "ann@agency.example"
CALLBACK = "/sign-in/agency/callback"


class Provider:
    """A provider in a process of its own."""

    def __init__(self, script, *arguments):
        self.port = free_port()
        self.process = subprocess.Popen(["node", f"{HERE}/{script}", str(self.port), *arguments], stdout=subprocess.PIPE, text=True)
        said = self.process.stdout.readline()
        if not said:
            raise AssertionError(f"{script} did not start: {self.process.wait()}")
        self.issuer = json.loads(said)["issuer"]

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


class Hostile(Provider):
    def __init__(self, *arguments, context=None):
        super().__init__("hostile.mjs", *arguments)
        self.context = context

    def _ask(self, method, path, body=None):
        line = http.client.HTTPSConnection("localhost", self.port, context=self.context) if self.context else http.client.HTTPConnection("127.0.0.1", self.port)
        try:
            line.request(method, path, body)
            return json.loads(line.getresponse().read())
        finally:
            line.close()

    def does(self, **manner):
        self._ask("POST", "/manner", json.dumps(manner))

    def asked(self):
        return self._ask("GET", "/asked")


class Agency(House):
    """A house whose server has mail, and where Ann has a seat of the convening organization."""

    def __init__(self, program, folder):
        super().__init__(program, folder)
        self.providers = []

    def open(self, *options, patience=8, **more):
        self.mail = self.sink()
        self.here = self.server(*self.options(self.mail.port), "--provider-patience", str(patience), *options, **more)
        self.agency = self.here.value("SELECT short_name FROM organisations WHERE type = 'convener'")
        return self.here

    def add(self, provider, agency=None, domain="agency.example", *options):
        return run(self.program, "provider", "add", agency or self.agency, "--issuer", provider.issuer, "--client-id", "interstate",
                   "--domain", domain, "--secret-file", self.secret_file(), "--data", self.here.folder, *(options or ["--plain"]))

    def secret_file(self):
        path = f"{self.folder}/secret"
        with open(path, "w") as file:
            file.write(f"{SECRET}\n")
        return path

    shared = []

    def hostile(self, *arguments, own=False, **more):
        """One for all tests, which begins anew; one of its own for who ends it, or wants it over https."""
        if not arguments and not own:
            self.shared.append(self.shared.pop() if self.shared else Hostile())
            self.shared[0].does()
            return self.shared[0]
        provider = Hostile(*arguments, **more)
        self.providers.append(provider)
        return provider

    def real(self):
        provider = Provider("provider.mjs", "interstate", SECRET, f"http://127.0.0.1:{self.here.port}{CALLBACK}")
        self.providers.append(provider)
        return provider

    def close(self):
        for provider in self.providers:
            provider.close()
        super().close()

    def code_to(self, address, after=0):
        self.mail.wait(lambda: any(envelope.rcpt_tos == [address] for envelope, _ in self.mail.taken[after:]), f"a mail to {address}")
        message = next(message for envelope, message in reversed(self.mail.taken[after:]) if envelope.rcpt_tos == [address])
        return re.match(r"\d{6}", message["subject"]).group()


class Visitor(Browser):
    """A browser that goes by an agency."""

    def leaves(self, address=ANN, **more):
        """Begins at our page; gives what the provider is asked for."""
        status, _, page = self.ask("POST", "/sign-in/agency", address=address, next="/", **more)
        same(status, 200, page)
        self.sent_to = html.unescape(re.search(r'href="(http[^"]+)"', page).group(1))
        self.request = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.sent_to).query))
        return self.request

    def comes_back(self, **fields):
        """(status, Location, page)"""
        return self.ask("GET", f"{CALLBACK}?{urllib.parse.urlencode(fields)}")

    def through(self, hostile, address=ANN, claims=None, **manner):
        """There and back, by a provider of this manner."""
        asked = self.leaves(address)
        hostile.does(claims={"nonce": asked["nonce"], **(claims or {})}, **manner)
        return self.comes_back(code="code", state=asked["state"])

    def links(self, agency, address=ANN):
        """Whoever is new confirms an address; gives what the code was answered with."""
        taken = len(agency.mail.taken)
        same(self.ask("POST", "/sign-in/agency/link", address=address, name="Ann Lee")[:2], (303, "/sign-in/agency/code"))
        return self.ask("POST", "/sign-in/agency/code", code=agency.code_to(address, taken))

    def is_in(self):
        return self.ask("GET", "/api/me")[0] == 200


def until(what, holds):
    end = time.monotonic() + 15
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"not in time: {what}")
        time.sleep(0.01)
