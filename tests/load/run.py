#!/usr/bin/env python3
"""A full house: ten collaboratives, 600 people connected, a room of 150, 200,000 posts, 10,000 steps, and a thousand who ask.

    python3 tests/load/run.py --program build/release/server/program/interstate --statements build/release/tests/test_protocol
    python3 tests/load/run.py --program … --moment        # a tenth of everything, to see that it runs
"""
import argparse
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/python"))
from interstate_client import PATIENCE, Live, sign_in  # noqa: E402
from interstate_server import Demonstration, run  # noqa: E402
from crowd import Crowd  # noqa: E402
from history import fill  # noqa: E402

COLLABORATIVES, PEOPLE, ROOM, POSTS, STEPS, ASKING = 10, 600, 150, 200_000, 10_000, 1000
EARLY_POSTS = 1000
STARTS = 15  # of each folder
START_GROWS_AT_MOST = 1.25  # with 200 times the history
POSTS_A_SECOND = 20
ASKS_A_SECOND = 100  # a thousand people, each something every ten seconds
SLICES = 6
MORE_MEMORY_AT_MOST = 32  # MiB while a minute of posts goes through
LATER_AT_MOST = 1.5  # the median of the last third over that of the first: a queue that grows shows here
QUEUED_AT_MOST = 5  # at one moment after each part: it is the room's own chance who is on the way just then
SLOWER_AT_MOST = 1.2  # p99 of posts beside a thousand who ask, over without (issue 4)
STRETCHES = 6


class House:
    def __init__(self, program, folder, share):
        self.share, self.leeway = share, 5 if share > 1 else 1
        self.early = self.folder(program, f"{folder}/early", 1, 1, EARLY_POSTS)
        self.server = self.folder(program, f"{folder}/full", max(2, COLLABORATIVES // share), STEPS // share, POSTS // share)
    @staticmethod
    def folder(program, path, *sizes):
        server = Demonstration(program, path, "--frames-per-second", "100000", "--requests-per-second", "1000000")
        server.read_ids()  # of the first collaborative, in which the room is
        print(f"{os.path.basename(path)}: {fill(f'{path}/interstate.db', *sizes)}", flush=True)
        web = f"{path}-web"
        os.makedirs(web)
        open(f"{web}/index.html", "w").close()
        run(program, "doctor", "--data", path, "--web", web, "--port", "0")
        return server

    def people(self, sql, count):
        """Cookies of so many people, from the start again when there are fewer."""
        found = [row[0] for row in self.server.rows(sql, count)]
        cookies = [sign_in(self.server.port, person) for person in found]
        return [cookies[i % len(cookies)] for i in range(count)]


def within(what, found, most):
    print(f"{'ok    ' if found <= most else 'FAILED'} {what}: {found:.2f}, at most {most}", flush=True)
    return found <= most


def start_does_not_grow(house):
    times = {house.early: [], house.server: []}
    starts = max(5, STARTS // house.share)
    for _ in range(starts + 1):
        for server, taken in times.items():
            began = time.monotonic()
            server.start()
            if not hasattr(server, "cookie"):
                server.cookie = sign_in(server.port, server.value("SELECT person FROM role_grants WHERE role = 'administrator' LIMIT 1"))
            else:
                Live(server.port, cookie=server.cookie).close()
                taken.append(time.monotonic() - began)
            server.kill()
    early, full = (statistics.median(taken) * 1000 for taken in times.values())
    print(f"start to first handshake, median of {starts}: {early:.0f} ms with {EARLY_POSTS} posts, {full:.0f} ms with {POSTS // house.share}")
    return within("start with all the history over start with little", full / early, START_GROWS_AT_MOST * house.leeway)


def no_query_scans(house, test_protocol):
    with tempfile.NamedTemporaryFile("r") as file:
        subprocess.run([test_protocol], env={**os.environ, "INTERSTATE_STATEMENTS": file.name}, stdout=subprocess.DEVNULL, check=True)
        statements = set(file.read().split("\0")) - {""}
    database = sqlite3.connect(f"file:{house.server.folder}/interstate.db?mode=ro", uri=True)
    scans, looked_at = [], 0
    for sql in statements:
        if re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", sql):
            looked_at += 1
            values = [None] * max(sql.count("?"), *map(int, re.findall(r"\?(\d+)", sql) or ["0"]))
            scans += [f"{row[3]} in {sql}" for row in explained(database, sql, values) if is_scan(row[3])]
    for scan in scans:
        print(f"       {scan}")
    print(f"{looked_at} statements looked at on this data")
    return within("statements that scan a table", len(scans), 0) and looked_at > 100


def is_scan(step):
    """As tests/protocol/house.cpp says it: what was found already may be walked through."""
    return step.startswith("SCAN ") and not step.startswith(("SCAN (", "SCAN CONSTANT"))


def explained(database, sql, values):
    for count in range(len(values), -1, -1):  # numbered ones may stand several times
        try:
            return database.execute(f"EXPLAIN QUERY PLAN {sql}", values[:count]).fetchall()
        except sqlite3.ProgrammingError:
            continue
    raise AssertionError(f"cannot be explained: {sql}")


class Speaker:
    """Posts into the room at an even pace; somebody in the room hears of it."""

    def __init__(self, house):
        server = house.server
        self.thread, self.stream, self.said = server.threads[0], f"series/{server.series}", 0
        cookie = sign_in(server.port, server.facilitators[0])
        self.writer, self.hearer = Live(server.port, cookie=cookie), Live(server.port, cookie=cookie)
        assert self.writer.command("open_room", {"meeting": server.meeting})["t"] == "ack"
        self.hearer.follow(self.stream)

    def speak(self, count):
        """(seconds to the ack, seconds until it was heard) of so many posts; a late one does not delay the next."""
        times, began = [], time.monotonic()
        self.hearer.send({"t": "ping", "id": 1})  # who says nothing for a minute is let go
        for number in range(count):
            due = began + number / POSTS_A_SECOND
            time.sleep(max(0, due - time.monotonic()))
            self.said += 1
            sent = time.monotonic()
            answer = self.writer.command("add_post", {"thread": self.thread, "text": f"{self.said} " + "x" * 200})
            assert answer["t"] == "ack", answer
            acked = time.monotonic() - sent
            self.hearer.wait("event", stream=self.stream, command=answer["id"], keep=False)
            times.append((acked, time.monotonic() - sent))
        return times


def p99(times):
    return sorted(times)[len(times) * 99 // 100]


def streams_of_room(house):
    server = house.server
    return [f"series/{server.series}", f"meeting/{server.meeting}", f"present/{server.meeting}"]


def figures(times, which):
    picked = [one[which] for one in times]
    return f"{1000 * statistics.median(picked):.1f} ms (p99 {1000 * p99(picked):.1f})"


def waiting(server):
    """Commands and reads that wait for their turn, as the operator sees it."""
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics", timeout=PATIENCE) as reply:
        found = re.findall(r"^interstate_(?:commands|reads)_waiting (\S+)$", reply.read().decode(), re.M)
    assert len(found) == 2, found
    return sum(map(float, found))


def queues_stay_flat(house, speaker, seconds):
    before = house.server.memory()
    slices, queued = [], []
    for _ in range(SLICES):
        slices.append(speaker.speak(seconds * POSTS_A_SECOND // SLICES))
        queued.append(waiting(house.server))
    third = SLICES // 3
    first, last = (statistics.median(acked for one in part for acked, _ in one) for part in (slices[:third], slices[-third:]))
    every = [one for part in slices for one in part]
    more = (house.server.memory() - before) / (1 << 20)
    print(f"{len(every)} posts into a room of {ROOM // house.share}: acknowledged in {figures(every, 0)}, heard in {figures(every, 1)};"
          f" the server has {house.server.memory() >> 20} MiB, {more:+.1f}")
    return within("median acknowledgement, last third over first", last / first, LATER_AT_MOST * house.leeway) \
        & within("commands and reads in the queues after each part", max(queued), QUEUED_AT_MOST) \
        & within("MiB of memory that came with it", more, MORE_MEMORY_AT_MOST)


def asks_of(house):
    server = house.server
    collaborative = {"collaborative": server.collaborative}
    threads = [row[0] for row in server.rows("SELECT id FROM threads WHERE stream = ? LIMIT 20", f"series/{server.series}")]
    return [*[{"stream": stream} for stream in (f"extended/{server.collaborative}", f"collaborative/{server.collaborative}", f"series/{server.series}")],
            *[{"name": "posts_of_thread", "body": {"thread": thread, "limit": 50, "from_number": 1 + 40 * i}} for i, thread in enumerate(threads)],
            *[{"name": "threads", "body": {**collaborative, "text": word}} for word in ("session", "plan", "data", "zebra")],
            {"name": "steps", "body": {**collaborative, "limit": 200}}]


def asking_does_not_slow_posts(house, speaker, seconds):
    cookies = house.people("SELECT s.person FROM seats s JOIN people p ON p.id = s.person WHERE p.active = 1"
                           f" AND s.collaborative = '{house.server.collaborative}' LIMIT ?", ASKING // house.share)
    crowd = Crowd(house.server.port, [(cookie, []) for cookie in cookies], asks_of(house), ASKS_A_SECOND)
    without, beside, asked, answered = [], [], 0, 0
    for _ in range(STRETCHES):
        crowd.ask(False)
        without += speaker.speak(seconds * POSTS_A_SECOND // STRETCHES)
        crowd.ask(True)
        beside += speaker.speak(seconds * POSTS_A_SECOND // STRETCHES)
        more = crowd.ask(False)
        asked, answered = asked + more[0], answered + more[1]
    crowd.leave()
    sound = True
    for which, word in enumerate(("acknowledged", "heard")):
        print(f"posts {word} in {figures(without, which)} without, in {figures(beside, which)} beside {len(cookies)} people who asked {asked} times ({answered} answers)")
        ratio = p99([one[which] for one in beside]) / p99([one[which] for one in without])
        sound &= within(f"p99 {word}, beside over without", ratio, SLOWER_AT_MOST * house.leeway)
    return sound


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default="build/release/server/program/interstate")
    options.add_argument("--statements", metavar="TEST_PROTOCOL", help="the test program that knows every statement; without it no plans are looked at")
    options.add_argument("--moment", action="store_true", help="a tenth of everything; the bounds on what a quiet machine does are five times as wide")
    options.add_argument("--seconds", type=int, help="of each part; 60, or 6 for a moment")
    chosen = options.parse_args()
    share, seconds = (10 if chosen.moment else 1), chosen.seconds or (6 if chosen.moment else 60)
    with tempfile.TemporaryDirectory(prefix="interstate-load-") as folder:
        house = House(os.path.abspath(chosen.program), folder, share)
        try:
            sound = [start_does_not_grow(house)]
            if chosen.statements:
                sound.append(no_query_scans(house, os.path.abspath(chosen.statements)))
            house.server.start()
            sound += live_parts(house, seconds)
            house.server.terminate()
            sound.append(within("exit code of doctor", run(house.server.program, "doctor", "--data", house.server.folder, "--web", f"{house.server.folder}-web",
                                                           "--port", "0", check=False).returncode, 0))
        finally:
            house.server.close()
            house.early.close()
    print("load: " + ("passed" if all(sound) else "FAILED"))
    return 0 if all(sound) else 1


def live_parts(house, seconds):
    room = house.people("SELECT DISTINCT s.person FROM seats s JOIN participations p ON p.organisation = s.organisation JOIN series r ON r.id = p.series"
                        f" JOIN people q ON q.id = s.person WHERE q.active = 1 AND r.id = '{house.server.series}' LIMIT ?", ROOM // house.share)
    others = house.server.rows("SELECT s.person, s.collaborative FROM seats s JOIN people p ON p.id = s.person WHERE p.active = 1"
                               " ORDER BY s.person DESC LIMIT ?", (PEOPLE - ROOM) // house.share)
    speaker = Speaker(house)
    crowd = Crowd(house.server.port, [(cookie, streams_of_room(house)) for cookie in room]
                  + [(sign_in(house.server.port, row[0]), [f"collaborative/{row[1]}"]) for row in others])
    print(f"{len(room) + len(others)} people are connected, {len(room)} of them in the room; the server has {house.server.memory() >> 20} MiB", flush=True)
    speaker.speak(POSTS_A_SECOND)  # not measured
    found = [queues_stay_flat(house, speaker, seconds), asking_does_not_slow_posts(house, speaker, seconds)]
    crowd.leave()
    return found


if __name__ == "__main__":
    sys.exit(main())
