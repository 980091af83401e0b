"""What the tests of copies stand on: a demonstration with a copy of it, people who write, and what is in a file."""
import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/python"))
from interstate_client import PATIENCE, Closed, Live, sign_in, ulid  # noqa: E402, F401
from interstate_server import Demonstration, run  # noqa: E402, F401
from titled_tests import keeping, same  # noqa: E402, F401

SEAL = 128  # bytes behind the database (server/program/seal.hpp)
TESTS = []


def test(title):
    """A test by its sentence."""
    return keeping(TESTS, title)


def holds(condition, what):
    if not condition:
        raise AssertionError(what)


def told(done, code, *words):
    """It ended with this code and said these words."""
    same(done.returncode, code, f"the exit code ({done.stdout}{done.stderr})")
    for word in words:
        holds(word in done.stdout + done.stderr, f"{word!r} is not in {done.stdout + done.stderr!r}")
    return done


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


@contextlib.contextmanager
def opened(file):
    """A database as Python's own SQLite sees it; what is done in it is committed."""
    connection = sqlite3.connect(file)
    connection.row_factory = sqlite3.Row
    try:
        with connection:
            yield connection
    finally:
        connection.close()


def rows(file, sql, *values):
    with opened(f"{file}") as database:
        return [tuple(row) for row in database.execute(sql, values)]


class House:
    """One folder for all tests. `copy` is a sound copy that nobody changes; tests change their own of it."""

    def __init__(self, program, folder, times=1):
        self.program, self.folder, self.count = program, str(folder), 0
        self.times = times  # how often what is done with several seeds is done
        self.server = Demonstration(program, f"{folder}/shared").start().read_ids()
        self.post_something(self.server)
        self.copy = f"{folder}/copy.db"
        told(self.backup(self.server.folder, self.copy), 0)

    def close(self):
        self.server.close()

    def new_path(self, name):
        self.count += 1
        return f"{self.folder}/{self.count}-{name}"

    def new_folder(self, name):
        path = self.new_path(name)
        os.makedirs(path)
        return path

    # ---- the program -------------------------------------------------------------------------------------

    def backup(self, data, to):
        return run(self.program, "backup", "--data", data, "--to", to, check=False)

    def verify(self, file):
        return run(self.program, "verify", file, check=False)

    def doctor(self, data):
        web = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../web/dist")
        return run(self.program, "doctor", "--data", data, "--web", web, "--port", "0", check=False)

    def restore(self, file, data):
        return run(self.program, "restore", "--from", file, "--data", data, check=False)

    def start_backup(self, data, to, **how):
        return subprocess.Popen([self.program, "backup", "--data", data, "--to", to], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how)

    def wrong(self, file):
        """The checks that verify finds wrong, by name."""
        done = self.verify(file)
        found = [line.split(":")[0][len("WRONG "):] for line in done.stdout.splitlines() if line.startswith("WRONG ")]
        same(done.returncode, 1 if found else 0, f"the exit code ({done.stdout}{done.stderr})")
        return found

    # ---- content -----------------------------------------------------------------------------------------

    def live(self, server, person=None):
        return Live(server.port, cookie=sign_in(server.port, person or server.facilitators[0]))

    def post_something(self, server):
        live = self.live(server)
        for number in range(3):
            answer = live.command("add_post", {"thread": server.threads[0], "text": f"Something to keep, number {number}"})
            same(answer["t"], "ack")
        live.close()

    def own_copy(self, name="copy.db"):
        path = self.new_path(name)
        shutil.copy(self.copy, path)
        return path

    def bare_copy(self):
        """A copy without seal and mark, as SQLite's own tool makes it: what is changed in it shows by itself."""
        path = self.own_copy("bare.db")
        os.truncate(path, os.path.getsize(path) - SEAL)
        with opened(path) as database:
            database.execute("DELETE FROM facts_of_store WHERE name = 'copy_made_at'")
        return path

    def demonstration(self, name, *options):
        return Demonstration(self.program, self.new_path(name), "--frames-per-second", "100000", *options).start().read_ids()


class Continued(Demonstration):
    """A server on a data folder that is there already."""

    def __init__(self, program, data, *options):
        self.hold(program, data, options)


class Scribbler(threading.Thread):
    """Posts as fast as it is answered, and keeps what was acknowledged: id of the command, number of the post."""

    def __init__(self, server, person, name):
        super().__init__(daemon=True)
        self.live = Live(server.port, cookie=sign_in(server.port, person))
        self.thread_id, self.text = server.threads[0], f"{name} writes "
        self.acked, self.fault, self.going = {}, None, True
        self.changed = threading.Condition()

    def run(self):
        try:
            while self.going:
                id = ulid()
                answer = self.live.command("add_post", {"thread": self.thread_id, "text": self.text + id}, id=id)
                same(answer["t"], "ack", str(answer))
                self.live.events.clear()
                with self.changed:
                    self.acked[id] = answer["result"]["number"]
                    self.changed.notify_all()
        except (AssertionError, Closed) as error:
            if self.going:
                self.fault = error

    def wait_for(self, count):
        with self.changed:
            holds(self.changed.wait_for(lambda: len(self.acked) >= count or self.fault, PATIENCE), "nobody answers the writer")
        if self.fault:
            raise self.fault

    def stop(self):
        self.going = False
        self.join(PATIENCE)
        self.live.close()


@contextlib.contextmanager
def scribbling(server, count):
    """So many busy writers."""
    people = [server.facilitators[0], *(row["id"] for row in server.members)]
    writers = [Scribbler(server, people[i % len(people)], f"writer {i}") for i in range(count)]
    for writer in writers:
        writer.start()
    try:
        yield writers
    finally:
        for writer in writers:
            writer.stop()
    for writer in writers:
        if writer.fault:
            raise writer.fault


def content_of(file):
    """Every table of a database, to see that nothing changed."""
    with opened(file) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {table: [tuple(row) for row in database.execute(f"SELECT * FROM {table}")] for table in tables}


def last_word(data):
    with open(f"{data}/last-backup.json") as file:
        return json.load(file)
