#!/usr/bin/env python3
"""Kills the server under 8 writers and 4 subscribers, again and again: what was acknowledged is there exactly once, in order, for everybody.

    python3 tests/crash/crash_loop.py --program build/dev/server/program/interstate --kills 50

With --network they speak to it through a network that fails as well (tests/support/python/fault_proxy.py).
"""
import argparse
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/python"))
from fault_proxy import FAULTS, FaultProxy  # noqa: E402
from interstate_client import PATIENCE, Live, sign_in  # noqa: E402
from interstate_server import Demonstration  # noqa: E402
from people import Facilitator, Load, Participant, Subscriber, Writer  # noqa: E402
from verdict import Verdict  # noqa: E402

QUIET_EVERY = 5  # one kill in so many comes while nothing is on its way
KILLED_AT_ONCE = 0.15  # so often it is killed again while everybody is just coming back
WRITERS = 8
# A larger copy is looked through after one kill in so many: it takes a second, a damaged page stays damaged, and `doctor` looks at the end.
LARGE, LARGE_EVERY = 48 << 20, 25
FEW_MISSED, MANY_KILLS = 2, 50  # a short form may miss so many kinds of fault by chance
IMPATIENT = 0.5  # seconds of silence on a line that may be a black hole
ROOM_KINDS = ("room", "hand", "attendance", "item_run")


class MortalServer(Demonstration):
    """A server that others wait for while it is down. It measures how long it was until somebody could speak again."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.up = threading.Event()
        self.cookie, self.handshakes, self.network = None, [], None

    def entered_by(self, cookie):
        """A line for somebody who comes back whenever it is lost."""
        if not self.network:
            return Live(self.port, cookie=cookie)
        return Live(self.network.port, cookie=cookie, origin=f"http://127.0.0.1:{self.port}", impatient=IMPATIENT)

    def start(self):
        began = time.monotonic()
        super().start()
        if self.cookie:
            Live(self.port, cookie=self.cookie).close()
            self.handshakes.append(time.monotonic() - began)
        self.up.set()
        return self

    def kill(self):
        self.up.clear()
        super().kill()

    def wait_until_back(self):
        self.up.wait(PATIENCE)


class CrashLoop:
    def __init__(self, program, folder, seed, network=False):
        self.folder, self.random, self.load = folder, random.Random(seed), Load()
        self.server = MortalServer(program, f"{folder}/data", "--frames-per-second", "100000").start()
        self.server.read_ids()
        self.cookies, self.kills, self.saved_unsaid, self.looked_through = {}, 0, 0, 0
        self.server.cookie = self.cookie(self.server.administrators[0])
        self.open_room()
        self.make_people()
        self.most_ticks = 500
        if network:  # a slow one: less is done on it in the same time
            self.server.network, self.most_ticks = FaultProxy(self.server.port, seed), 120

    def cookie(self, person):
        if person not in self.cookies:
            self.cookies[person] = sign_in(self.server.port, person)
        return self.cookies[person]

    def open_room(self):
        host = Live(self.server.port, cookie=self.cookie(self.server.facilitators[0]))
        answer = host.command("open_room", {"meeting": self.server.meeting})
        assert answer["t"] == "ack", answer
        host.close()

    def make_people(self):
        server, load = self.server, self.load
        host, guests, observer = server.facilitators[0], [row["id"] for row in server.members[:2]], server.observers[0]
        self.attending = [host, *guests, observer]
        in_room = [f"series/{server.series}", f"meeting/{server.meeting}", f"present/{server.meeting}",
                   f"extended/{server.collaborative}"]
        self.subscribers = [Subscriber(load, server, self.cookie(person), f"subscriber{i}", streams) for i, (person, streams) in enumerate([
            (host, [*in_room, f"hosts/{server.meeting}", f"collaborative/{server.collaborative}"]), (guests[0], [*in_room, f"person/{guests[0]}"]),
            (guests[1], [*in_room, f"collaborative/{server.collaborative}"]), (observer, in_room)])]
        writers = [host, *[row["id"] for row in server.members[:WRITERS - 1]]]
        self.writers = [Writer(load, server, self.cookie(person), f"writer{i}", self.random.random(), server.threads[i % 3])
                        for i, person in enumerate(writers)]
        hands = {}
        self.room_people = [Facilitator(load, server, self.cookie(host), "facilitator", self.random.random(), hands)]
        self.room_people += [Participant(load, server, self.cookie(guest), f"participant{i}", self.random.random(), hands)
                             for i, guest in enumerate(guests)]
        self.senders = [*self.writers, *self.room_people]

    # ---- the loop ---------------------------------------------------------------------------------------

    def run(self, kills):
        for person in [*self.subscribers, *self.senders]:
            person.start()
        self.room_when_all_are_here()
        while self.kills < kills:
            self.let_them_work(self.random.randint(15, self.most_ticks))
            if self.kills % QUIET_EVERY == QUIET_EVERY - 1:
                self.kill_in_silence()
            else:
                self.kill_under_load()
        self.let_them_work(50)
        if self.server.network:
            self.server.network.heal()
        self.hold_everybody()
        self.load.wait("the subscribers", self.all_caught_up)

    def let_them_work(self, ticks):
        target = self.load.ticks + ticks
        self.load.wait("the load", lambda: self.load.ticks >= target)

    def hold_everybody(self):
        self.load.hold("posts", "room")
        self.load.wait("the answers", lambda: all(sender.idle for sender in self.senders))

    def kill_in_silence(self):
        self.hold_everybody()
        before = self.room_when_all_are_here()
        self.kill()
        self.start_again()
        self.expect_same(before, self.room_when_all_are_here())
        self.load.release()

    def kill_under_load(self):
        self.kill()
        before = self.room_in_file()
        self.load.hold("room", "unanswered of room")  # nobody moves the room before it was looked at
        self.start_again()
        self.expect_same_as_file(before, self.room_when_all_are_here())
        self.load.release()

    def kill(self):
        self.kills += 1
        self.server.kill()

    def start_again(self):
        self.server.start()
        if self.random.random() < KILLED_AT_ONCE:
            self.kill()
            self.server.start()

    def all_caught_up(self):
        heads = dict(map(tuple, self.server.rows("SELECT name, head FROM streams")))
        return all(subscriber.position.get(stream) == heads.get(stream, 0)
                   for subscriber in self.subscribers for stream in subscriber.streams)

    # ---- the room before and after -----------------------------------------------------------------------

    def room_when_all_are_here(self):
        """The room as a newcomer sees it, once all who attend have come back."""
        newcomer = Live(self.server.port, cookie=self.cookie(self.server.administrators[0]))
        records = {}
        wanted = set(self.attending)
        # Commands run in order: once this one is answered, the new server has parted those who were here before.
        assert newcomer.command("mark_visit", {})["t"] == "ack", "the server takes no commands"
        found, _, _ = newcomer.follow(f"meeting/{self.server.meeting}")
        records.update({(one["kind"], one["id"]): one["record"] for one in found if one["kind"] in ROOM_KINDS})
        while wanted - {record.get("person") for (kind, _), record in records.items() if kind == "attendance" and record["here"]}:
            event = newcomer.wait("event", keep=False)
            records.update({(one["kind"], one["id"]): one["record"] for one in event["puts"] if one["kind"] in ROOM_KINDS})
            for gone in event.get("removes", []):
                records.pop((gone["kind"], gone["id"]), None)
        newcomer.close()
        return records

    def look_through(self, database):
        """A killed server's file, as it was left."""
        size = os.path.getsize(f"{self.server.folder}/interstate.db")
        if size > LARGE and self.kills % LARGE_EVERY:
            return
        self.looked_through += 1
        for check in ("integrity_check", "foreign_key_check"):
            complaints = [tuple(row) for row in database.execute(f"PRAGMA {check}") if tuple(row) != ("ok",)]
            assert not complaints, f"{check} after kill {self.kills}: {complaints[:3]}"

    def room_in_file(self):
        database = self.server.copied_database(f"{self.folder}/copy")
        self.look_through(database)
        room = dict(database.execute("SELECT state, opened_at, current_item, item_started_at, item_minutes, host, floor FROM rooms"
                                     " WHERE id = ?", (self.server.meeting,)).fetchone())
        hands = [dict(row) for row in database.execute("SELECT id, who, ordinal, state, raised_at FROM hands WHERE meeting = ?"
                                                       " ORDER BY ordinal", (self.server.meeting,))]
        roster = {row["id"]: dict(row) for row in database.execute("SELECT id, person, connected, first_here_at, minutes FROM attendance"
                                                                   " WHERE meeting = ?", (self.server.meeting,))}
        saved = {row[0] for row in database.execute("SELECT command FROM receipts")}
        self.saved_unsaid += sum(id in saved for sender in self.senders for id in list(sender.pending))
        database.close()
        return room, hands, roster

    def expect_same_as_file(self, before, after):
        room, hands, roster = before
        seen = after["room", self.server.meeting]
        expect("the room", room, {field: seen.get(field) for field in room})
        expect("the queue", hands, [{field: hand[field] for field in hands[0]} for hand in queue_of(after)])
        seen = {id: record for (kind, id), record in after.items() if kind == "attendance"}
        expect("the roster", roster.keys(), seen.keys())
        for id, row in roster.items():
            expect("attendance", (row["person"], row["first_here_at"]), (seen[id].get("person"), seen[id].get("first_here_at")))
            assert seen[id]["here"] or not row["connected"], "somebody is missing"
            assert seen[id]["minutes"] >= row["minutes"], "attendance was forgotten"

    def expect_same(self, before, after):
        def still(records):
            moving = ("last_here_at", "minutes")  # a stay ends at its last beat when the server is killed
            return {key: {k: v for k, v in record.items() if k not in moving} for key, record in records.items()}
        expect("the room", still(before), still(after))


def queue_of(records):
    return sorted((record for (kind, _), record in records.items() if kind == "hand"), key=lambda hand: hand["ordinal"])


def expect(what, before, after):
    if before != after:
        raise AssertionError(f"{what} was\n  {before}\nand is after the kill\n  {after}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default="build/dev/server/program/interstate")
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--seed", type=int, default=2026)
    options.add_argument("--network", action="store_true", help="through a network that fails")
    options.add_argument("--handshake-within", type=float, metavar="MS",
                         help="fails when the median from the start of the process to the first handshake is longer")
    chosen = options.parse_args()
    print(f"crash loop: {chosen.kills} kills, seed {chosen.seed}{', through a network that fails' * chosen.network}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="interstate-crash-") as folder:
        loop = CrashLoop(os.path.abspath(chosen.program), folder, chosen.seed, chosen.network)
        try:
            loop.run(chosen.kills)
            faults = Verdict(loop).faults()
        except (AssertionError, sqlite3.DatabaseError) as error:
            faults = [f"after kill {loop.kills}: {error}"]
        finally:
            loop.load.stop()
            loop.server.close()
    median, longest = (1000 * pick(loop.server.handshakes or [0]) for pick in (statistics.median, max))
    if chosen.handshake_within and median > chosen.handshake_within:
        faults.append(f"the first handshake came {median:.0f} ms after the start, in the median; {chosen.handshake_within:.0f} are allowed")
    for fault in faults[:20]:
        print(f"FAILED {fault}")
    acked = sum(len(sender.acked) for sender in loop.senders)
    print(f"{loop.kills} kills, {acked} commands acknowledged, {sum(sender.resent for sender in loop.senders)} sent again"
          f" ({loop.saved_unsaid} of them were saved already),"
          f" {sum(len(events) for one in loop.subscribers for events in one.held.values())} events heard by {len(loop.subscribers)}"
          f" subscribers in {sum(one.returns for one in loop.subscribers)} connections, {time.monotonic() - began:.1f} s")
    print(f"from the start of the process to the first handshake: {median:.0f} ms in the median, {longest:.0f} ms at most;"
          f" {loop.looked_through} files looked through as they were left, and the last one by doctor")
    if chosen.network:
        struck = loop.server.network.struck
        print("lines hit: " + ", ".join(f"{struck[fault]} {fault}" for fault in FAULTS))
        missed = [fault for fault in FAULTS if not struck[fault]]
        if len(missed) > (FEW_MISSED if chosen.kills < MANY_KILLS else 0):
            faults.append(f"no line was hit by {', '.join(missed)}: more kills are needed")
    print("crash loop: " + ("FAILED" if faults else "passed"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
