"""Folders with years in them: the demonstration filled by tests/load/history.py, and a token for each who may be in its room."""
import hashlib
import json
import pathlib
import shutil
import sqlite3
import sys
import time

from arena import token_of

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "load"))
from history import fill  # noqa: E402
from interstate_server import run  # noqa: E402

TOKENS = 1100

MAY_POST = """SELECT DISTINCT s.person FROM seats s JOIN people p ON p.id = s.person AND p.active = 1
    JOIN role_grants g ON g.person = s.person AND g.collaborative = s.collaborative
    LEFT JOIN participations t ON t.organisation = s.organisation AND t.series = :series
    WHERE s.collaborative = :collaborative AND (g.role IN ('administrator', 'facilitator', 'partner')
        OR (g.role IN ('state_lead', 'state_member') AND t.id IS NOT NULL)) ORDER BY s.person"""


class Filled:
    """`data`: the folder. The room is the demonstration's running series, `threads` its threads."""

    def __init__(self, folder):
        self.data = folder / "data"
        told = json.loads((folder / "filled.json").read_text())
        self.collaborative, self.series, self.threads, self.posts = (told[name] for name in ("collaborative", "series", "threads", "posts"))
        self.stream = f"series/{self.series}"


def filled(program, parent, collaboratives, steps, posts):
    """Such a folder as this program makes, from `parent` where it lies already."""
    stamp = program.stat()
    made_of = f"{stamp.st_size} {stamp.st_mtime_ns} {pathlib.Path(__file__).read_text()}"
    folder = pathlib.Path(parent) / f"filled-{collaboratives}-{steps}-{posts}"
    mark = folder / "made-of"
    if not mark.exists() or mark.read_text() != hashlib.sha256(made_of.encode()).hexdigest():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        make(program, folder, collaboratives, steps, posts)
        mark.write_text(hashlib.sha256(made_of.encode()).hexdigest())
    return Filled(folder)


def make(program, folder, collaboratives, steps, posts):
    run(str(program), "init", "--data", folder / "data")
    file = folder / "data/interstate.db"
    database = sqlite3.connect(file)
    series, collaborative = database.execute("SELECT id, collaborative FROM series WHERE state = 'running' AND current = 1").fetchone()
    threads = [row[0] for row in database.execute("SELECT id FROM threads WHERE stream = ? ORDER BY id", (f"series/{series}",))]
    database.close()
    counts = fill(file, collaboratives, steps, posts)
    database = sqlite3.connect(file)
    with database:
        add_tokens(database, [row[0] for row in database.execute(MAY_POST, {"series": series, "collaborative": collaborative})])
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    (folder / "filled.json").write_text(json.dumps({"collaborative": collaborative, "series": series, "threads": threads, "posts": counts["posts"]}) + "\n")


def add_tokens(database, people):
    now = int(time.time() * 1000)
    for number in range(TOKENS):
        secret_hash = hashlib.blake2b(token_of(number).encode(), digest_size=32).hexdigest()  # base/secret.cpp
        database.execute("INSERT INTO api_tokens (secret_hash, person, name, made_at, expires_at) VALUES (?, ?, 'bench', ?, ?)",
                         (secret_hash, people[number % len(people)], now, now + 365 * 24 * 3600 * 1000))
