"""Who is measured: how each is started on its core, and what it is told."""
import os
import pathlib
import resource
import signal
import socket
import subprocess
import time

import profiles
from free_port import free_port
from scenarios import CUE

HERE = pathlib.Path(__file__).resolve().parent
SERVER_CORE, GENERATOR_CORE = 0, 1
NICE = -5  # for server and generator, where it is allowed
PATIENCE = 20  # seconds for a start and for an end
COPIED_BELOW = 300 << 20  # bytes of a database


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

    name = ""
    durable = False  # acknowledges, and then it is on the disk

    def __init__(self, house):
        self.house, self.process, self.port = house, None, 0

    def missing(self):
        """Why it cannot be measured here, or nothing."""
        return ""

    def command(self):
        raise NotImplementedError

    def profile(self, scenario):
        """What the load generator says to it in this scenario."""
        return profiles.simple(self.house.frame(scenario.says))

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

    def end(self):
        """Ends the process; what it wrote stays until `stop`."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def stop(self):
        self.end()
        self.house.arena.remove(self.name)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()


class Ours(Contestant):
    name, durable = "ours", True

    def folder(self):
        return self.house.arena.copy(self.name)

    def command(self):
        return [self.house.program, "serve", "--data", self.folder(), "--port", self.port, "--quiet", "--frames-per-second", "1000000"]

    def profile(self, scenario):
        if scenario.says == CUE:
            return profiles.ours_cueing(self.house.arena)
        return profiles.ours(self.house.arena, scenario.missed)


class DurableLimit(Contestant):
    name, durable = "limit", True

    def command(self):
        return [self.house.tool("durable_limit"), self.port, self.house.arena.copy(self.name) / "interstate.db"]

    def profile(self, scenario):
        return profiles.durable(self.house.frame(scenario.says))


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


class LeanAsio(Contestant):
    """What the libraries that we use can reach, arranged for speed and without a product around them."""

    name = "lean"

    def command(self):
        return [self.house.tool("asio_lean"), self.port, "lean"]


class UWebSockets(Contestant):
    """A program of whoever measures; tests/bench/README.md says how it speaks."""

    name = "uws"

    def missing(self):
        return "" if self.house.uws else "no program was given with --uws"

    def command(self):
        return [self.house.uws, self.port]


class OnNode(Contestant):
    script = ""

    def missing(self):
        return self.house.peers()[1]

    def command(self):
        return ["node", HERE / "shared/peers" / self.script, self.port]

    def environment(self):
        return {**os.environ, "NODE_PATH": str(self.house.peers()[0])}


class NodeWs(OnNode):
    name, script = "ws", "ws.js"


class SocketIo(OnNode):
    name, script = "sio", "sio.js"

    def profile(self, scenario):
        return profiles.socket_io(self.house.frame(scenario.says))


class DurableSocketIo(SocketIo):
    name, durable = "siodb", True

    def command(self):
        folder = self.house.arena.folder / self.name
        folder.mkdir(exist_ok=True)
        return [*super().command(), folder / "posts.db"]


class InFilled(Ours):
    """Ours with years in its folder: on a copy, or where it lies when it is so large that what a run adds is nothing beside it."""

    def __init__(self, house, filled):
        super().__init__(house)
        self.filled = filled

    def folder(self):
        file = self.filled.data / "interstate.db"
        return self.filled.data if file.stat().st_size > COPIED_BELOW else self.house.arena.copy(self.name, self.filled.data)

    def profile(self, scenario):
        return profiles.ours_in(self.filled)


ALL = {kind.name: kind for kind in (Ours, DurableLimit, Floor, CorkedFloor, OrdinaryBeast, UWebSockets, DurableSocketIo, SocketIo, NodeWs, LeanAsio)}
