"""How long a backup takes, and what those who wait for an acknowledgement meanwhile notice of it: ratios of windows with a backup over
windows without, in turn. Keeps the raw figures in results/backup.json."""
import argparse
import json
import os
import pathlib
import platform
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support/python"))
from interstate_client import ALPHABET  # noqa: E402
from interstate_server import Demonstration, run  # noqa: E402

WRITERS, FOLLOWERS = 8, 40
BAR = 1.2  # p99 with a backup over p99 without
ROWS_AT_A_TIME = 5000


class Filled(Demonstration):
    """A demonstration whose database was made as large as asked, by sound posts of yesterday."""

    def __init__(self, program, folder, megabytes):
        super().__init__(program, folder, "--quiet", "--frames-per-second", "1000000")
        with socket.socket() as one:  # a quiet server does not say where it listens
            one.bind(("127.0.0.1", 0))
            self.port = one.getsockname()[1]
        self.read_ids()
        self.stream, self.random = f"series/{self.series}", random.Random(1)
        self.person, self.address = self.rows("SELECT id, address FROM people WHERE id = ?", self.facilitators[0])[0]
        self.token_text = self.token(self.address)
        database = sqlite3.connect(f"{folder}/interstate.db")
        database.execute("PRAGMA synchronous = OFF")
        self.head, self.number = 0, database.execute("SELECT last_number FROM threads WHERE id = ?", (self.threads[1],)).fetchone()[0]
        database.execute("INSERT INTO streams (name, head, floor) VALUES (?, 0, 0)", (self.stream,))
        while os.path.getsize(f"{folder}/interstate.db") < megabytes << 20:
            self.add_posts(database)
        database.close()

    def ulid(self):
        return "01D0" + "".join(self.random.choice(ALPHABET) for _ in range(22))

    def add_posts(self, database):
        at, posts, events, receipts = int(time.time() * 1000) - 86_400_000, [], [], []
        for _ in range(ROWS_AT_A_TIME):
            self.head, self.number = self.head + 1, self.number + 1
            post, command, text = self.ulid(), self.ulid(), "x" * 200
            posts.append((post, self.threads[1], self.number, self.person, at, text, f"<p>{text}</p>"))
            record = {"id": post, "thread": self.threads[1], "number": self.number, "author": self.person, "text": text, "html": f"<p>{text}</p>"}
            payload = json.dumps({"t": "event", "stream": self.stream, "seq": self.head, "puts": [{"kind": "post", "id": post, "record": record}]})
            events.append((self.stream, self.head, at, self.person, command, payload))
            receipts.append((self.person, command, at, "d" * 64, json.dumps({"t": "ack", "id": command, "positions": {self.stream: self.head}})))
        with database:
            database.executemany("INSERT INTO posts (id, thread, number, author, at, text, html, renderer, revision, removed) VALUES (?, ?, ?, ?, ?, ?, ?, 1, 1, 0)", posts)
            database.executemany("INSERT INTO journal (stream, seq, at, actor, command, name, payload) VALUES (?, ?, ?, ?, ?, 'post_added', ?)", events)
            database.executemany("INSERT INTO receipts (person, command, at, digest, outcome) VALUES (?, ?, ?, ?, ?)", receipts)
            database.execute("UPDATE streams SET head = ? WHERE name = ?", (self.head, self.stream))
            database.execute("UPDATE threads SET last_number = ?, posts = posts + ? WHERE id = ?", (self.number, ROWS_AT_A_TIME, self.threads[1]))
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


class Backups:
    """One backup after the other, as long as asked."""

    def __init__(self, server, folder):
        self.server, self.folder, self.durations, self.log = server, folder, [], 0
        self.going = threading.Event()
        self.thread = threading.Thread(target=self.loop)

    def once(self):
        copy = f"{self.folder}/copy.db"
        done = subprocess.run([self.server.program, "backup", "--data", self.server.folder, "--to", copy], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stderr)
        self.durations.append(float(done.stdout.split()[-2]))
        size = os.path.getsize(copy)
        os.remove(copy)
        return size

    def loop(self):
        while not self.going.is_set():
            self.once()

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.going.set()
        self.thread.join()


def window(build, server, seconds):
    """What writers and followers saw in so many seconds."""
    load = [build / "tests/bench/ack_load", server.port, server.token_text, server.stream, server.threads[0], WRITERS, FOLLOWERS, seconds, server.process.pid]
    return json.loads(subprocess.run(list(map(str, load)), capture_output=True, text=True, check=True).stdout)


def contest(build, folder, megabytes, rounds, seconds):
    """Windows with and without a backup, in turn; each backup goes on through several windows."""
    server = Filled(str(build / "server/program/interstate"), f"{folder}/{megabytes}", megabytes).start()
    try:
        idle = Backups(server, folder)
        size = idle.once()
        rows, busy = {"without": [], "with": []}, []
        for number in range(rounds):
            for name in ("without", "with") if number % 2 == 0 else ("with", "without"):
                if name == "with":
                    with Backups(server, folder) as backups:
                        rows[name].append(window(build, server, seconds))
                    busy += backups.durations
                else:
                    rows[name].append(window(build, server, seconds))
                print(f"{megabytes} MB {number + 1} {name:8} {rows[name][-1]}", flush=True)
        run(server.program, "verify", f"{server.folder}/interstate.db")
    finally:
        server.close()
    ratios = {field: statistics.median(w[field] / o[field] for w, o in zip(rows["with"], rows["without"])) for field in ("acks_per_s", "ack_p50_ms", "ack_p99_ms")}
    return {"bytes": size, "alone_s": idle.durations[0], "busy_s": statistics.median(busy), "rows": rows, "ratios": ratios}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--megabytes", default="100,1000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=6)
    parser.add_argument("--moment", action="store_true", help="a small database and a second of load, to see that everything still runs: no bar, nothing kept")
    options = parser.parse_args()
    if options.moment:
        options.megabytes, options.rounds, options.seconds = "4", 1, 1
    load = os.getloadavg()[0]
    kept = {"quiet": load < 1.0, "load": load, "cores": os.cpu_count(), "kernel": platform.release(), "sizes": {}}
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        for megabytes in options.megabytes.split(","):
            kept["sizes"][megabytes] = contest(options.build, folder, int(megabytes), options.rounds, options.seconds)
    print(f"\n{WRITERS} writers each waiting for its ack, {FOLLOWERS} followers; machine: {platform.machine()}, {os.cpu_count()} cores, load before {load:.2f}"
          f" ({'quiet' if kept['quiet'] else 'NOT quiet: these figures prove nothing'})")
    print(f"{'copy':>8}{'alone':>9}{'busy':>9}{'acks/s':>9}{'p50':>7}{'p99':>7}   (ratios: with a backup over without)")
    for one in kept["sizes"].values():
        ratios = one["ratios"]
        print(f"{one['bytes'] >> 20:5} MB{one['alone_s']:7.1f} s{one['busy_s']:7.1f} s{ratios['acks_per_s']:9.2f}{ratios['ack_p50_ms']:7.2f}{ratios['ack_p99_ms']:7.2f}")
    if options.moment:
        return print("it runs; a moment proves nothing")
    (HERE / "results").mkdir(exist_ok=True)
    (HERE / "results/backup.json").write_text(json.dumps(kept, indent=1) + "\n")
    sys.exit(0 if all(one["ratios"]["ack_p99_ms"] <= BAR for one in kept["sizes"].values()) else 1)


main()
