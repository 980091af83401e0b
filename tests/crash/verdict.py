"""What must be true when the load has ended: everything that was said against everything that is in the database."""
import os
from bisect import bisect_right
from collections import Counter, defaultdict

from interstate_client import Live
from interstate_server import run
from people import Mark

NOT_IN_SNAPSHOTS = ("post", "step_update")


class Puts:
    """Which events of a stream put a record."""

    def __init__(self, events):
        self.places = defaultdict(list)
        for seq, event in events.items():
            for name in event.puts:
                self.places[name].append(seq)

    def again(self, after, by):
        """Whether a record is put behind that event and no later than by that one."""
        def put_again(name):
            places = self.places[name]
            following = bisect_right(places, after)
            return following < len(places) and places[following] <= by
        return put_again


class Verdict:
    def __init__(self, loop):
        self.loop, self.server = loop, loop.server
        self.journal = defaultdict(dict)
        for row in self.server.rows("SELECT stream, seq, command, actor, payload FROM journal ORDER BY stream, seq"):
            self.journal[row["stream"]][row["seq"]] = row

    def faults(self):
        """Everything that is wrong, in words."""
        found = [*self.answers(), *self.posts(), *self.order_of_posts(), *self.commands(), *self.minutes_added(), *self.events(), *self.records()]
        self.server.terminate()
        return found + list(self.warnings()) + list(self.doctor())

    def answers(self):
        for sender in self.loop.senders:
            if sender.pending:
                yield f"{sender.name}: {len(sender.pending)} commands were never answered"
            if not sender.acked:
                yield f"{sender.name}: nothing was acknowledged"

    def posts(self):
        """Every acknowledged post stands exactly once, under the number that was said; numbers have no gap."""
        texts = defaultdict(list)
        numbers = defaultdict(list)
        for row in self.server.rows("SELECT thread, number, text FROM posts ORDER BY thread, number"):
            texts[row["thread"], row["text"]].append(row["number"])
            numbers[row["thread"]].append(row["number"])
        for thread, found in numbers.items():
            if found != list(range(1, len(found) + 1)):
                yield f"thread {thread}: the numbers have a gap"
        expected = set()
        for writer in self.loop.writers:
            for frame, answer in writer.acked.values():
                key = (writer.thread, frame["body"]["text"])
                expected.add(key)
                if texts.get(key) != [answer["result"]["number"]]:
                    yield f"{key[1]} was acknowledged as {answer['result']['number']} and stands at {texts.get(key, 'no place')}"
            strange = [key[1] for key in texts if key[1].startswith(f"{writer.name}-") and key not in expected]
            if strange:
                yield f"never acknowledged: {strange[:5]}"

    def order_of_posts(self):
        """What one person wrote stands in the order in which it was written."""
        for writer in self.loop.writers:
            numbers = [answer["result"]["number"] for frame, answer in
                       sorted(writer.acked.values(), key=lambda pair: int(pair[0]["body"]["text"].split("-")[1]))]
            if numbers != sorted(numbers):
                yield f"{writer.name}: the posts are out of order"

    def commands(self):
        """One acknowledged command, one receipt, one event in each of the streams that the ack names; a refused one, nothing."""
        receipts = {row[0] for row in self.server.rows("SELECT command FROM receipts")}
        places = defaultdict(list)
        for stream, events in self.journal.items():
            for seq, row in events.items():
                if row["actor"]:
                    places[row["command"]].append((stream, seq))
        known = set()
        for sender in self.loop.senders:
            for id, (frame, answer) in sender.acked.items():
                known.add(id)
                if id not in receipts:
                    yield f"{frame['name']} {id}: acknowledged without a receipt"
                if sorted(places[id]) != sorted(answer["positions"].items()):
                    yield f"{frame['name']} {id}: said {answer['positions']}, journal has {places[id]}"
            for id, (frame, _) in sender.refused.items():
                if places[id] or id in receipts:
                    yield f"{frame['name']} {id}: was refused and left a trace"

    def minutes_added(self):
        """Sent twice, lengthened once."""
        said = Counter()
        for sender in self.loop.room_people:
            for frame, _ in sender.acked.values():
                if frame["name"] == "extend_item":
                    said[frame["body"]["item"]] += frame["body"]["minutes"]
        for row in self.server.rows("SELECT id, added_minutes FROM item_runs WHERE meeting = ?", self.server.meeting):
            if row["added_minutes"] != said[row["id"]]:
                yield f"item {row['id']}: {said[row['id']]} minutes were added, {row['added_minutes']} are there"

    def events(self):
        """Each subscriber heard every event once, in order, and nothing that is not in the journal; what was left out of the past came before its end."""
        journal = {stream: {seq: Mark.of(row["payload"].encode()) for seq, row in rows.items()} for stream, rows in self.journal.items()}
        puts = {stream: Puts(events) for stream, events in journal.items()}
        for subscriber in self.loop.subscribers:
            for stream, heard in subscriber.held.items():
                whole_by = subscriber.whole_by[stream]
                wanted = [seq for seq in journal.get(stream, {}) if seq > subscriber.first[stream] and seq not in subscriber.skipped[stream]]
                if list(heard) != wanted:
                    yield f"{subscriber.name}: heard {len(heard)} events of {stream}, the journal has {len(wanted)} or others"
                elif untrue := [seq for seq in heard if not heard[seq].tells_of(journal[stream][seq], puts[stream].again(seq, whole_by.get(seq, seq)))]:
                    yield f"{subscriber.name}: {len(untrue)} events of {stream} are not those of the journal: {untrue[-3:]}"

    def records(self):
        """Snapshot at the beginning + every change = snapshot at the end."""
        for subscriber in self.loop.subscribers:
            newcomer = Live(self.server.port, cookie=subscriber.cookie)
            for stream in subscriber.streams:
                snapshot, _, _ = newcomer.follow(stream)
                fresh = {(one["kind"], one["id"]): one["record"] for one in snapshot}
                kept = {key: record for key, record in subscriber.records[stream].items() if key[0] not in NOT_IN_SNAPSHOTS}
                if fresh != kept:
                    differing = [key for key in fresh.keys() | kept.keys() if fresh.get(key) != kept.get(key)]
                    yield f"{subscriber.name}: {len(differing)} records of {stream} differ from a fresh snapshot: {differing[:3]}"
            newcomer.close()

    def warnings(self):
        with open(self.server.log, encoding="utf-8", errors="replace") as log:
            for line in log:
                if '"level":"info"' not in line:
                    yield f"the log warns: {line.strip()}"
        if not self.loop.saved_unsaid:
            yield "no kill came between a commit and its ack: more kills are needed to say anything"

    def doctor(self):
        web = f"{self.loop.folder}/web"
        os.makedirs(web)
        open(f"{web}/index.html", "w").close()  # doctor looks for one; none is served here
        done = run(self.server.program, "doctor", "--data", self.server.folder, "--web", web, check=False)
        if done.returncode != 0:
            yield f"doctor: {done.stdout}"
