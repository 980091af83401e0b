"""What the tests of deploy/up stand on: a folder of their own, what `up` said, and the servers that it left running."""
import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
sys.path.insert(0, os.path.join(ROOT, "tests/support/python"))
from free_port import free_port  # noqa: E402
from titled_tests import keeping, same  # noqa: E402, F401

PATIENCE = 120  # seconds: a busy machine and a sanitized program
TESTS = []


def test(title):
    """A test by its sentence. It gets a House of its own."""
    return keeping(TESTS, title)


class Said:
    """What one run of deploy/up printed, and how it ended."""

    def __init__(self, done):
        self.code, self.text = done.returncode, done.stdout + done.stderr

    def told(self, code, *words):
        """It ended with this code and said these words."""
        same(self.code, code, f"the exit code ({self.text})")
        for word in words:
            if word not in self.text:
                raise AssertionError(f"{word!r} is not in {self.text!r}")
        return self

    def addresses(self):
        return re.findall(r"^Interstate is at (\S+)$", self.text, re.M)

    def link(self):
        """The path of the sign-in link."""
        return re.search(r"https?://\S+(/sign-in/link/\S+)", self.text).group(1)


class House:
    def __init__(self, program, folder, long=False):
        self.program, self.folder, self.port, self.long = program, folder, free_port(), long
        self.data = [f"{folder}/data"]

    def up(self, *options, data=None, root=ROOT, program=True, environment=()):
        """Runs deploy/up on the data folder of this name, with this house's port unless another is said."""
        data = f"{self.folder}/{data or 'data'}"
        if data not in self.data:
            self.data.append(data)
        if "--port" not in options:
            options = ("--port", str(self.port), *options)
        own = {name: value for name, value in os.environ.items() if not name.startswith("INTERSTATE_")}
        if program:
            own["INTERSTATE_PROGRAM"] = self.program
        return Said(subprocess.run([f"{root}/deploy/up", "--data", data, *map(str, options)], stdin=subprocess.DEVNULL, capture_output=True,
                                   text=True, timeout=PATIENCE, env={**own, **dict(environment)}))

    def pid(self, data="data"):
        with open(f"{self.folder}/{data}/server.pid") as file:
            return int(file.read())

    def runs(self, data="data"):
        """Whether the server of this data folder is alive."""
        with contextlib.suppress(FileNotFoundError), open(f"/proc/{self.pid(data)}/stat") as state:
            return state.read().rsplit(")", 1)[1].split()[0] != "Z"
        return False

    def command(self, *arguments):
        """A subcommand of the program; gives what it printed."""
        return subprocess.run([self.program, *arguments], capture_output=True, text=True, timeout=PATIENCE, check=True).stdout.strip()

    def ask(self, method, path, host="127.0.0.1", body=None, **fields):
        """One request; gives (status, body)."""
        line = http.client.HTTPConnection(host, self.port, timeout=PATIENCE)
        with contextlib.closing(line):
            line.request(method, path, body, {name.capitalize(): value for name, value in fields.items()})
            reply = line.getresponse()
            return reply.status, reply.read().decode()

    def answers(self, host="127.0.0.1"):
        """Whether a ready server is at this address."""
        try:
            return self.ask("GET", "/readyz", host) == (200, "ready\n")
        except OSError:
            return False

    def close(self):
        """Ends what `up` started and a failed test left."""
        for data in self.data:
            name = os.path.basename(data)
            if os.path.exists(f"{data}/server.pid") and self.runs(name):
                os.kill(self.pid(name), signal.SIGKILL)


class Checkout:
    """deploy/ beside a web client of one file, which is built by npm like the real one. There is no server to build."""

    def __init__(self, house):
        self.root, self.house = f"{house.folder}/checkout", house
        os.makedirs(f"{self.root}/web/src")
        shutil.copytree(f"{ROOT}/deploy", f"{self.root}/deploy", ignore=shutil.ignore_patterns("content"))
        own = {"name": "small", "version": "1.0.0"}
        self.write("web/package.json", json.dumps({**own, "scripts": {"build": "mkdir -p dist/assets && cp src/app.js dist/assets/"}}))
        self.write("web/package-lock.json", json.dumps({**own, "lockfileVersion": 3, "packages": {"": own}}))

    def write(self, path, text):
        with open(f"{self.root}/{path}", "w") as file:
            file.write(text)

    def up(self, *options, **how):
        return self.house.up(*options, root=self.root, **how)
