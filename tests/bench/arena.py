"""The folder that every contest begins with: people with tokens, rooms, and what was said in them. Made once, copied for each start.

A room is a series of the demonstration's collaborative with one thread; its followers hear the posts. All who take part are partners, who may
follow and post in every series. Ids and secrets are functions of a number, so that a profile of the load generator can name them.
"""
import hashlib
import json
import os
import pathlib
import shutil
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support/python"))
from free_port import free_port  # noqa: E402
from interstate_client import Live, ulid  # noqa: E402
from interstate_server import Server  # noqa: E402

ALL_PEOPLE, ALL_ROOMS = 10_250, 250
FEW_PEOPLE, FEW_ROOMS = 320, 50  # for a moment
HISTORY = 60  # posts in each room that members may have missed
HISTORY_SIZE = 200  # bytes of each
HISTORIAN = 999_999  # who wrote them: nobody else has read a thread, so a post moves no read mark
UNANSWERED = 32
PATIENCE = 60  # seconds for its end

# Of which {i6} and {room4} are the last digits.
PERSON, SERIES, THREAD = "01K0BENCHP0000000000", "01K0BENCHS000000000000", "01K0BENCHT000000000000"
TOKEN = "bench-{}-0123456789abcdef0123456789abcdef"


def token_of(number):
    return TOKEN.format(f"{number:06}")


class Arena:
    """A prepared folder; `epoch` and `head` are what a client holds who was there until the end (the head of every room is the same)."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.original = self.folder / "data"
        told = json.loads((self.folder / "arena.json").read_text())
        self.epoch, self.head = told["epoch"], told["head"]

    def copy(self, name, original=None):
        """A fresh copy of what was prepared, or of `original`; on the disk before anybody begins: what is written back later would disturb."""
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(original or self.original, target)
        os.sync()
        return target

    def remove(self, name):
        shutil.rmtree(self.folder / name, ignore_errors=True)


def arena_for(program, parent, moment=False):
    """The arena that this program makes, from `parent` where it lies already; a small one for a moment."""
    people, rooms = (FEW_PEOPLE, FEW_ROOMS) if moment else (ALL_PEOPLE, ALL_ROOMS)
    stamp = os.stat(program)
    made_of = f"{stamp.st_size} {stamp.st_mtime_ns} {pathlib.Path(__file__).read_text()}"
    folder = pathlib.Path(parent) / f"arena-{people}-{hashlib.sha256(made_of.encode()).hexdigest()[:12]}"
    if not (folder / "arena.json").exists():
        for old in pathlib.Path(parent).glob(f"arena-{people}-*"):
            shutil.rmtree(old)
        prepare(str(program), folder, people, rooms)
    return Arena(folder)


def prepare(program, folder, people, rooms):
    folder.mkdir(parents=True)
    server = Server(program, folder / "data", "--quiet", "--frames-per-second", "1000000")
    database = server.writable_database()
    with database:
        add_people(database, people)
        add_rooms(database, rooms)
    database.close()
    server.port = free_port()
    server.start()
    try:
        say_history(server.port, rooms)
    finally:
        server.terminate(PATIENCE)
    database = server.writable_database()
    heads = database.execute("SELECT DISTINCT head FROM streams WHERE name LIKE ?", (f"series/{SERIES}%",)).fetchall()
    epoch = database.execute("SELECT value FROM facts_of_store WHERE name = 'epoch'").fetchone()[0]
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    if heads != [(HISTORY,)]:
        raise AssertionError(f"the rooms stand at {heads}, not at {HISTORY}")
    (folder / "arena.json").write_text(json.dumps({"epoch": epoch, "head": HISTORY}) + "\n")


def add_people(database, people):
    collaborative, year = database.execute("SELECT id, year FROM collaboratives").fetchone()
    organisation, now = ulid(), int(time.time() * 1000)
    database.execute("INSERT INTO organisations (id, collaborative, type, name, code, short_name, zone, tile_column, tile_row)"
                     " VALUES (?, ?, 'partner', 'Those who are measured', '', 'Measured', 'America/New_York', -1, -1)", (organisation, collaborative))
    database.execute("INSERT INTO memberships (organisation, year, status, tier, seat_cap) VALUES (?, ?, 'active', 'core', 500)", (organisation, year))
    for number in (*range(people), HISTORIAN):
        person, address = f"{PERSON}{number:06}", f"person.{number:06}@bench.example"
        database.execute("INSERT INTO people (id, name, address, address_folded, zone, active) VALUES (?, ?, ?, ?, 'America/New_York', 1)",
                         (person, f"Person {number:06}", address, address))
        database.execute("INSERT INTO seats (person, collaborative, organisation, title, function, primary_contact) VALUES (?, ?, ?, 'Partner', '', 0)",
                         (person, collaborative, organisation))
        database.execute("INSERT INTO role_grants (person, role, collaborative) VALUES (?, 'partner', ?)", (person, collaborative))
        # base/secret.cpp: BLAKE2b-256 in hexadecimal
        secret_hash = hashlib.blake2b(token_of(number).encode(), digest_size=32).hexdigest()
        database.execute("INSERT INTO api_tokens (secret_hash, person, name, made_at, expires_at) VALUES (?, ?, 'bench', ?, ?)",
                         (secret_hash, person, now, now + 365 * 24 * 3600 * 1000))


def add_rooms(database, rooms):
    collaborative, now = database.execute("SELECT id FROM collaboratives").fetchone()[0], int(time.time() * 1000)
    for number in range(rooms):
        series = f"{SERIES}{number:04}"
        database.execute("INSERT INTO series (id, collaborative, slug, title, description, state, starts_on, ends_on, current, revision)"
                         " VALUES (?, ?, ?, ?, '', 'running', '2026-01-01', '2026-12-31', 0, 1)", (series, collaborative, f"room-{number:04}", f"Room {number:04}"))
        database.execute("INSERT INTO threads (id, collaborative, anchor, anchor_id, stream, title, started_by, started_at, last_number, last_at, last_by, posts,"
                         " pinned, current, own) VALUES (?, ?, 'topic', ?, ?, ?, ?, ?, 0, ?, NULL, 0, 0, 1, 0)",
                         (f"{THREAD}{number:04}", collaborative, series, f"series/{series}", f"What is said in room {number:04}", f"{PERSON}{HISTORIAN:06}", now, now))


def say_history(port, rooms):
    """Posts as people make them, so that every row and every event is one of the program's own."""
    live, owed = Live(port, token=token_of(HISTORIAN)), 0
    for number in range(rooms * HISTORY):
        if owed == UNANSWERED:
            take_ack(live)
            owed -= 1
        live.send({"t": "command", "id": ulid(), "name": "add_post", "body": {"thread": f"{THREAD}{number % rooms:04}", "text": f"{number} ".ljust(HISTORY_SIZE, "x")}})
        owed += 1
    for _ in range(owed):
        take_ack(live)
    live.close()


def take_ack(live):
    answer = live.wait("ack", "refusal")
    if answer["t"] != "ack":
        raise AssertionError(f"the history was refused: {answer}")
