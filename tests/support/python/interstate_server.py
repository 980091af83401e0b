"""A server of our own for a test: its data folder, its process, and what its database holds."""
import atexit
import functools
import json
import os
import resource
import signal
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time

from interstate_client import PATIENCE

# A sanitized program keeps what it frees for a while; memory is measured, so it keeps less. Others do not read this.
SANITIZED = {"ASAN_OPTIONS": "quarantine_size_mb=8"}

LONGEST_LINE = 1 << 20


def run(program, *arguments, check=True):
    """A subcommand of the program; gives the finished process."""
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, timeout=120)
    if check and done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, arguments))}: {done.returncode} {done.stderr}")
    return done


@functools.cache
def _made(program, empty):
    """A folder as `interstate init` makes it, once; the servers of these tests begin with copies."""
    folder = tempfile.mkdtemp(prefix="interstate-made-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    run(program, "init", "--data", f"{folder}/data", *(["--empty"] if empty else []))
    return f"{folder}/data"


class Server:
    """A data folder and the process that serves it. The port stays the same after a restart.

    `limits`: what the process may use at most, as {resource.RLIMIT_NOFILE: 64}; `environment`: what it finds in its environment besides ours.
    """

    def __init__(self, program, folder, *options, empty=False, limits=None, environment=None):
        self.hold(program, str(folder), options, limits, environment)
        shutil.copytree(_made(program, empty), self.folder, dirs_exist_ok=True)

    def hold(self, program, folder, options, limits=None, environment=None):
        """A folder that is there."""
        self.program, self.folder, self.options = program, folder, options
        self.limits, self.environment = limits or {}, environment or {}
        self.port, self.process = 0, None
        self._reader, self._reading = None, threading.Lock()

    def start(self, **environment):
        """Starts it, with this in its environment; returns when it takes connections."""
        self._stop_reading()
        self.log = f"{self.folder}.log"
        self._drop_torn_line()
        with open(self.log, "ab") as log:
            seen = log.tell()
            self.process = subprocess.Popen(
                [self.program, "serve", "--data", self.folder, "--port", str(self.port), *self.options],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log,
                env={**SANITIZED, **os.environ, **self.environment, **environment},
                preexec_fn=self._limit if self.limits else None)
        self.port = self.port or self._told_port(seen)
        self.wait_until_open()
        return self

    def _drop_torn_line(self):
        """SIGKILL may cut a write where a page of the file ends; the next process must not write on in that line."""
        with open(self.log, "ab+") as log:
            start = log.seek(max(0, log.seek(0, os.SEEK_END) - LONGEST_LINE))
            log.truncate(start + log.read().rfind(b"\n") + 1)

    def _limit(self):
        for what, most in self.limits.items():
            resource.setrlimit(what, (most, most))

    def _told_port(self, seen):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for entry in self.log_entries(seen):
                if entry.get("event") == "listening":
                    return entry["port"]
            self._still_runs()
            time.sleep(0.005)
        raise AssertionError("the server did not say where it listens")

    def _still_runs(self):
        if self.process.poll() is not None:
            with open(self.log) as log:
                raise AssertionError(f"the server ended with {self.process.returncode}: {log.read()[-2000:]}")

    def log_entries(self, start=0):
        with open(self.log, "rb") as log:
            log.seek(start)
            return [json.loads(line) for line in log.read().split(b"\n")[:-1] if line.startswith(b"{")]

    def wait_until_open(self):
        until = time.monotonic() + PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE).close()
                return
            except OSError:
                self._still_runs()
                if time.monotonic() > until:
                    raise AssertionError("the server takes no connections") from None
                time.sleep(0.005)

    def kill(self):
        """SIGKILL, as a power cut would do it to the process."""
        self._stop_reading()
        self.process.kill()
        self.process.wait()

    def terminate(self, within=15):
        """SIGTERM; gives (exit code, seconds)."""
        self._stop_reading()
        asked = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(within), time.monotonic() - asked

    def close(self):
        self._stop_reading()
        if self.process and self.process.poll() is None:
            self.kill()

    def memory(self):
        """Resident bytes of the process."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS"))

    def token(self, address):
        return run(self.program, "token", address, "--data", self.folder, "--name", "test").stdout.strip()

    def database(self):
        """The database, to read while the server runs."""
        connection = sqlite3.connect(f"file:{self.folder}/interstate.db?mode=ro", uri=True, timeout=PATIENCE, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        return connection

    def writable_database(self):
        """The database of a server that does not run, to prepare it."""
        return sqlite3.connect(f"{self.folder}/interstate.db")

    def rows(self, sql, *values):
        """By one connection as long as the process runs: each new one reads the whole schema first. It is closed before the process
        is stopped, which shall find itself the last."""
        with self._reading:
            if not self._reader:
                self._reader = self.database()
            try:
                return self._reader.execute(sql, values).fetchall()
            finally:
                if not self.process or self.process.poll() is not None:
                    self._close_reader()

    def _stop_reading(self):
        with self._reading:
            self._close_reader()

    def _close_reader(self):
        if self._reader:
            self._reader.close()
        self._reader = None

    def value(self, sql, *values):
        found = self.rows(sql, *values)
        return found[0][0] if found else None

    def copied_database(self, folder):
        """A copy of a dead server's database: looking at the original would already repair it."""
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        for name in ("interstate.db", "interstate.db-wal"):
            if os.path.exists(f"{self.folder}/{name}"):
                shutil.copy(f"{self.folder}/{name}", folder)
        connection = sqlite3.connect(f"{folder}/interstate.db")
        connection.row_factory = sqlite3.Row
        return connection


class Demonstration(Server):
    """A server with the demonstration data, and the ids that tests need from it."""

    def read_ids(self):
        people = self.rows("SELECT p.id, p.address, g.role, s.organisation, o.code FROM people p JOIN role_grants g ON g.person = p.id"
                           " JOIN seats s ON s.person = p.id JOIN organisations o ON o.id = s.organisation WHERE p.active = 1 ORDER BY p.id, g.role")
        self.collaborative = self.value("SELECT id FROM collaboratives")
        self.series = self.value("SELECT id FROM series WHERE state = 'running'")
        states = {row[0] for row in self.rows("SELECT organisation FROM participations WHERE series = ?", self.series)}
        self.administrators = list(dict.fromkeys(row["id"] for row in people if row["role"] == "administrator"))
        self.facilitators = list(dict.fromkeys(row["id"] for row in people if row["role"] == "facilitator"))
        self.members = [row for row in people if row["role"] in ("state_lead", "state_member") and row["organisation"] in states]
        self.observers = [row["id"] for row in people if row["role"] == "observer"]
        self.meeting = self.value("SELECT m.id FROM meetings m WHERE m.series = ? AND m.state = 'announced' ORDER BY m.starts_at", self.series)
        self.agenda = [row[0] for row in self.rows("SELECT id FROM agenda_items WHERE meeting = ? ORDER BY ordinal", self.meeting)]
        self.threads = [row[0] for row in self.rows("SELECT id FROM threads WHERE stream = ? ORDER BY id", f"series/{self.series}")]
        return self
