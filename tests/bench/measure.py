"""Runs the contestants in turn, prints one table with medians of paired ratios, keeps the raw figures."""
import argparse
import json
import os
import pathlib
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
WRITERS, FOLLOWERS, SECONDS = 64, 40, 4
BAR = 0.4  # acknowledged durable posts per second, ours against the limit (issue: the main job)


def wait_for(port):
    import socket
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    sys.exit(f"nothing listens on {port}")


class Arena:
    """A demonstration database, its token, thread and stream; every contestant gets a fresh copy."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.data = folder / "original"
        subprocess.run([program, "init", "--data", self.data], check=True, stdout=subprocess.DEVNULL)
        db = sqlite3.connect(self.data / "interstate.db")
        self.thread, self.stream, address = db.execute(
            "SELECT t.id, t.stream, p.address FROM threads t JOIN people p ON p.id = t.started_by"
            " JOIN series s ON 'series/' || s.id = t.stream WHERE s.current = 1 AND p.active = 1 LIMIT 1").fetchone()
        db.close()
        made = subprocess.run([program, "token", address, "--data", self.data], check=True, capture_output=True, text=True)
        self.token = made.stdout.strip()

    def copy(self, name):
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.data, target)
        return target


def contest(name, arena, build, port, seconds):
    data = arena.copy(name)
    if name == "limit":
        command = [build / "tests/bench/durable_limit", str(port), data / "interstate.db", arena.thread, arena.stream]
    else:
        command = [arena.program, "serve", "--data", data, "--port", str(port), "--quiet", "--frames-per-second", "1000000"]
    server = subprocess.Popen(["taskset", "-c", "0", *map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        load = [build / "tests/bench/ack_load", port, arena.token, arena.stream, arena.thread, WRITERS, FOLLOWERS, seconds, server.pid]
        done = subprocess.run(["taskset", "-c", "1", *map(str, load)], capture_output=True, text=True, check=True)
        return json.loads(done.stdout)
    finally:
        server.terminate()
        server.wait(timeout=20)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--moment", action="store_true", help="a second of load, to see that everything still runs: no bar, nothing kept")
    options = parser.parse_args()
    if options.moment:
        options.repetitions = 1
    seconds, first_port = (1, 19311) if options.moment else (SECONDS, 19301)
    load_before = os.getloadavg()[0]
    rows = {"limit": [], "ours": []}
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        arena = Arena(options.build / "server/program/interstate", pathlib.Path(folder))
        for repetition in range(options.repetitions):
            for index, name in enumerate(rows):
                rows[name].append(contest(name, arena, options.build, first_port + index, seconds))
                print(f"{repetition + 1} {name:6} {rows[name][-1]}", flush=True)
    quiet = load_before < 1.0
    print(f"\n{WRITERS} writers each waiting for its ack, {FOLLOWERS} followers, 200 B, one core for the server")
    print(f"machine: {platform.processor() or platform.machine()}, {os.cpu_count()} cores, load before {load_before:.2f}"
          f" ({'quiet' if quiet else 'NOT quiet: these figures prove nothing'})")
    print(f"{'':18}{'limit':>12}{'ours':>12}{'ratio':>8}")
    ratios = {}
    for field in ("acks_per_s", "deliveries_per_s", "ack_p50_ms", "ack_p99_ms"):
        limit, ours = ([row[field] for row in rows[name]] for name in ("limit", "ours"))
        ratios[field] = statistics.median(o / l for o, l in zip(ours, limit))
        print(f"{field:18}{statistics.median(limit):12.2f}{statistics.median(ours):12.2f}{ratios[field]:8.2f}")
    if options.moment:
        return print(f"\nit runs; acks per second: {ratios['acks_per_s']:.2f} of the durable limit, which proves nothing in a second")
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    kept = {"quiet": quiet, "load": load_before, "cores": os.cpu_count(), "kernel": platform.release(), "rows": rows, "ratios": ratios}
    (results / "latest.json").write_text(json.dumps(kept, indent=1) + "\n")
    print(f"\nacks per second: {ratios['acks_per_s']:.2f} of the durable limit (bar {BAR})")
    sys.exit(0 if ratios["acks_per_s"] >= BAR else 1)


main()
