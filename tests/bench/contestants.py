"""Who is measured: how each is started on its core, and what it is told."""
import os
import pathlib
import resource
import signal
import socket
import subprocess
import time

import profiles
from arena import free_port

HERE = pathlib.Path(__file__).resolve().parent
SERVER_CORE, GENERATOR_CORE = 0, 1
NICE = -5  # for server and generator, where it is allowed
PATIENCE = 20  # seconds for a start and for an end


def on_core(core):
    """For preexec_fn: pins to that core of those there are, before all else, with as many descriptors as allowed."""
    def settle():
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[core % len(cores)]})
        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
        try:
            os.setpriority(os.PRIO_PROCESS, 0, NICE)
        except PermissionError:
            pass
    return settle


class Contestant:
    """One server program on the servers' core, with a fresh copy of the arena's folder where it needs one."""

    durable = False  # acknowledges what is on the disk
    needs = ()  # programs of the build, for the report of what is missing

    def __init__(self, house):
        self.house, self.process, self.port = house, None, 0

    def command(self):
        raise NotImplementedError

    def profile(self, missed=0):
        """`missed`: how many events somebody who joins has missed, where the contestant keeps any."""
        return profiles.simple(self.house.frame())

    def environment(self):
        return dict(os.environ)

    def start(self):
        self.port = free_port()
        self.process = subprocess.Popen([str(part) for part in self.command()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=self.house.log_of(self.name), env=self.environment(), preexec_fn=on_core(SERVER_CORE))
        until = time.monotonic() + PATIENCE
        while True:
            if self.process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"{self.name} did not start (see {self.house.log_name(self.name)})")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.02)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.house.arena.remove(self.name)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()


class Ours(Contestant):
    name, durable = "ours", True

    def command(self):
        data = self.house.arena.copy(self.name)
        return [self.house.program, "serve", "--data", data, "--port", self.port, "--quiet", "--frames-per-second", "1000000"]

    def profile(self, missed=0):
        return profiles.ours(self.house.arena, missed)


class DurableLimit(Contestant):
    name, durable = "limit", True

    def command(self):
        return [self.house.tool("durable_limit"), self.port, self.house.arena.copy(self.name) / "interstate.db"]

    def profile(self, missed=0):
        return profiles.durable(self.house.frame())


class Floor(Contestant):
    name = "floor"

    def command(self):
        return [self.house.tool("fanout_floor"), self.port]


class CorkedFloor(Contestant):
    name = "floorc"

    def command(self):
        return [self.house.tool("fanout_floor"), self.port, "cork"]


class OrdinaryBeast(Contestant):
    name = "beast"

    def command(self):
        return [self.house.tool("beast_chat"), self.port]


ALL = {kind.name: kind for kind in (Ours, DurableLimit, Floor, CorkedFloor, OrdinaryBeast)}
