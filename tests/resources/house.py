"""What the tests of resources stand on: servers of their own, a clock that can be set, disks that can be full or broken."""
import os
import struct
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/python"))
from interstate_client import Live, sign_in, ulid  # noqa: E402, F401
from interstate_server import Demonstration  # noqa: E402
from titled_tests import NotHere, keeping, same  # noqa: E402, F401

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = []


def test(title, long=False):
    """A test by its sentence; `long` ones run with --long only."""
    return keeping(TESTS, title, long)


def within(what, found, most):
    if found > most:
        raise AssertionError(f"{what}: {found:.2f}, at most {most:.2f} is allowed")


class House:
    """One test's program and folder."""

    def __init__(self, program, folder, long):
        self.program, self.long = program, long
        self.folder = tempfile.mkdtemp(dir=folder)
        self.mounted, self.servers = [], []
        self.sanitized = b"__asan_init" in open(program, "rb").read()

    def server(self, *options, name="data", folder=None, **how):
        server = Demonstration(self.program, f"{folder or self.folder}/{name}", *options, **how).read_ids()
        self.servers.append(server)
        return server

    def mount(self, name, *arguments):
        """Mounts something below the test's folder; gives the place."""
        place = f"{self.folder}/{name}"
        os.makedirs(place)
        done = subprocess.run(["mount", *arguments, place], capture_output=True, text=True)
        if done.returncode != 0:
            raise NotHere(f"mount: {done.stderr.strip().splitlines()[0]}")
        self.mounted.append(place)
        return place

    def close(self):
        for server in self.servers:
            server.close()
        for place in reversed(self.mounted):
            subprocess.run(["umount", "--lazy", place], check=True)


class Clock:
    """The wall clock of a server, set from outside while it runs."""

    def __init__(self, house):
        self.library, self.file = f"{house.folder}/shifted_clock.so", f"{house.folder}/shift"
        subprocess.run(["clang++-19", "-std=c++2b", "-O1", "-shared", "-fPIC", "-o", self.library, f"{HERE}/shifted_clock.cpp"], check=True)
        self.days = 0
        self.set(0)
        self.environment = {"LD_PRELOAD": self.library, "SHIFTED_CLOCK": self.file}

    def set(self, days):
        """`days` from the true time."""
        self.days = days
        with open(self.file, "r+b" if os.path.exists(self.file) else "wb") as file:
            file.write(struct.pack("=q", days * 24 * 3600))


def posted(live, thread, text, id=None):
    """A post that is acknowledged; gives its ack."""
    ack = live.command("add_post", {"thread": thread, "text": text}, id=id)
    same(ack["t"], "ack", ack)
    return ack


def sound(house, server):
    """What the database holds is whole; the server is stopped for it."""
    code, _ = server.terminate()
    same(code, 0, "the exit code")
    with open(f"{house.folder}/index.html", "w"):
        pass
    done = subprocess.run([server.program, "doctor", "--data", server.folder, "--web", house.folder], capture_output=True, text=True)
    same(done.returncode, 0, done.stdout)
