"""The load of the crash loop: people who send, and people who listen. Each is one thread; all come back after a kill."""
import hashlib
import json
import random
import sys
import threading
from collections import OrderedDict

from interstate_client import PATIENCE, Closed, Refused, ulid

MOST_REPLAYED = 1000  # events (server/app/queries.hpp, replay_limit)
ANY_LATER = sys.maxsize  # a past that was cut off goes on at the next return
WINDOW = 6  # commands one writer has on their way at once


class Load:
    """What the threads share: a pace to choose moments by, a pause, a stop, and the faults that were seen."""

    def __init__(self):
        self.changed = threading.Condition()
        self.ticks = 0
        self.held = set()  # groups of senders that may begin nothing new; "unanswered of" one that may not even send again
        self.stopped = False
        self.faults = []

    def tick(self):
        with self.changed:
            self.ticks += 1
            self.changed.notify_all()

    def fault(self, text):
        with self.changed:
            self.faults.append(text)
            self.changed.notify_all()

    def wait(self, what, condition):
        """Until the condition holds; not for ever, and not once a fault was seen."""
        with self.changed:
            if not self.changed.wait_for(lambda: condition() or self.faults, PATIENCE):
                raise AssertionError(f"waited {PATIENCE} s for {what}")
            if self.faults:
                raise AssertionError("; ".join(self.faults[:5]))

    def hold(self, *groups):
        with self.changed:
            self.held.update(groups)

    def wait_released(self, group):
        with self.changed:
            self.changed.wait_for(lambda: group not in self.held or self.stopped)

    def release(self):
        with self.changed:
            self.held.clear()
            self.changed.notify_all()

    def stop(self):
        with self.changed:
            self.stopped = True
            self.held.clear()
            self.changed.notify_all()


class Person(threading.Thread):
    """One connection that comes back whenever it is lost."""

    def __init__(self, load, server, cookie, name):
        super().__init__(name=name, daemon=True)
        self.load, self.server, self.cookie = load, server, cookie

    def run(self):
        try:
            while not self.load.stopped:
                try:
                    self.server.wait_until_back()
                    self.speak(self.server.entered_by(self.cookie))
                except Closed as closed:
                    if closed.code not in (None, 1001):
                        raise AssertionError(f"was closed with {closed.code}") from closed
        except (AssertionError, Refused, KeyError, ValueError) as error:
            self.load.fault(f"{self.name}: {error!r}")


class Sender(Person):
    """Sends commands; what is not acknowledged is sent again with the same id."""

    group, window = "posts", WINDOW
    final_refusals = frozenset()

    def __init__(self, load, server, cookie, name, seed):
        super().__init__(load, server, cookie, name)
        self.random = random.Random(seed)
        self.pending = OrderedDict()
        self.acked, self.refused = OrderedDict(), OrderedDict()
        self.resent = 0
        self.idle = False

    def speak(self, connection):
        self.load.wait_released(f"unanswered of {self.group}")
        self.resent += len(self.pending)
        for frame in self.pending.values():
            connection.send(frame)
        while not self.load.stopped or self.pending:
            while len(self.pending) < self.window and self.group not in self.load.held and not self.load.stopped:
                self.send_next(connection)
            if self.pending:
                self.receive(connection)
            else:
                self.rest()

    def send_next(self, connection):
        name, body = self.next_command()
        frame = {"t": "command", "id": ulid(), "name": name, "body": body}
        self.pending[frame["id"]] = frame
        self.load.tick()
        connection.send(frame)

    def receive(self, connection):
        answer = connection.wait("ack", "refusal", keep=False)
        frame = self.pending.get(answer.get("id"))
        if frame is None:
            raise AssertionError(f"an answer to nothing: {answer}")
        if answer.get("code") == "try_again":
            return connection.send(frame)
        if answer["t"] == "refusal" and answer["code"] not in self.final_refusals:
            raise AssertionError(f"{frame['name']} was refused: {answer}")
        del self.pending[frame["id"]]
        (self.acked if answer["t"] == "ack" else self.refused)[frame["id"]] = (frame, answer)
        self.learn(frame, answer)
        self.load.tick()

    def learn(self, frame, answer):
        pass

    def rest(self):
        with self.load.changed:
            self.idle = True
            self.load.changed.notify_all()
        self.load.wait_released(self.group)
        with self.load.changed:
            self.idle = False


class Writer(Sender):
    """Posts numbered texts to one thread."""

    def __init__(self, load, server, cookie, name, seed, thread):
        super().__init__(load, server, cookie, name, seed)
        self.thread, self.written = thread, 0

    def next_command(self):
        self.written += 1
        return "add_post", {"thread": self.thread, "text": f"{self.name}-{self.written}"}


class Facilitator(Sender):
    """Moves the agenda to and fro, lengthens items, gives the floor."""

    group, window = "room", 1
    final_refusals = frozenset({"last_item", "first_item", "out_of_bounds", "not_found"})

    def __init__(self, load, server, cookie, name, seed, hands):
        super().__init__(load, server, cookie, name, seed)
        self.current, self.forwards, self.hands = None, True, hands

    def next_command(self):
        meeting = {"meeting": self.server.meeting}
        choice = self.random.random()
        if self.current and choice < 0.4:
            return "extend_item", {**meeting, "item": self.current, "minutes": self.random.choice((1, 3, 5))}
        if choice < 0.6 and (raised := [hand for hand in list(self.hands.values()) if hand]):
            return "give_floor", {**meeting, "hand": self.random.choice(raised)}
        leaving = {"leaving": self.current} if self.current else {}
        return "next_item" if self.forwards else "previous_item", {**meeting, **leaving}

    def learn(self, frame, answer):
        if answer["t"] == "refusal":
            self.forwards = {"last_item": False, "first_item": True}.get(answer["code"], self.forwards)
        elif frame["name"] in ("next_item", "previous_item"):
            self.current = answer["result"]["current_item"]


class Participant(Sender):
    """Raises and lowers a hand."""

    group, window = "room", 1
    final_refusals = frozenset({"not_here"})

    def __init__(self, load, server, cookie, name, seed, hands):
        super().__init__(load, server, cookie, name, seed)
        self.hands = hands
        self.hands[name] = None

    def next_command(self):
        meeting = {"meeting": self.server.meeting}
        if self.hands[self.name] and self.random.random() < 0.6:
            return "lower_hand", {**meeting, "hand": self.hands[self.name]}
        return "raise_hand", meeting

    def learn(self, frame, answer):
        if answer["t"] == "ack":
            self.hands[self.name] = answer["result"]["hand"] if frame["name"] == "raise_hand" else None


class Mark:
    """So much of an event as tells it from any other: its text need not be kept."""
    known = {}

    @classmethod
    def of(cls, text):
        """One for all who heard the same bytes."""
        key = hashlib.blake2b(text, digest_size=16).digest()
        return cls.known.get(key) or cls.known.setdefault(key, cls(json.loads(text)))

    def __init__(self, event):
        self.head = digest({name: value for name, value in event.items() if name != "puts"})
        self.puts = {(put["kind"], put["id"]): digest(put) for put in event["puts"]}

    def tells_of(self, whole, put_again):
        """Whether this is that event, of which nothing is left out but what is put again."""
        left_out = whole.puts.keys() - self.puts.keys()
        return self.head == whole.head and self.puts.items() <= whole.puts.items() and all(map(put_again, left_out))


def digest(value):
    return hashlib.blake2b(json.dumps(value).encode(), digest_size=16).digest()


class Subscriber(Person):
    """Follows streams, holds the mark of every event, and comes back with what it holds."""

    def __init__(self, load, server, cookie, name, streams):
        super().__init__(load, server, cookie, name)
        self.streams = streams
        self.held = {stream: {} for stream in streams}
        self.whole_by = {stream: {} for stream in streams}  # where what an event left out must have been put again; one that is not here left nothing out
        self.skipped = {stream: set() for stream in streams}  # what a snapshot stood for
        self.first = {}  # position of the first snapshot
        self.position, self.epoch = {}, {}
        self.records = {stream: {} for stream in streams}
        self.returns = 0

    def speak(self, connection):
        self.returns += 1
        self.arriving = {}  # snapshots that are not whole yet
        self.missed = {stream: [] for stream in self.streams}  # what was told of the past, until the stream is live
        for stream in self.streams:
            place = {"epoch": self.epoch[stream], "after": self.position[stream]} if stream in self.position else {}
            connection.send({"t": "follow", "stream": stream, **place})
        while not self.load.stopped:
            self.take(connection.receive(), connection.payload)

    def take(self, frame, text):
        stream = frame.get("stream")
        if frame["t"] == "snapshot":
            self.arriving.setdefault(stream, []).extend(frame["records"])
        elif frame["t"] == "event":
            if frame["seq"] != self.position[stream] + 1:
                raise AssertionError(f"{stream}: {frame['seq']} after {self.position[stream]}")
            self.held[stream][frame["seq"]] = Mark.of(text)
            if stream in self.missed:
                self.missed[stream].append(frame["seq"])
                self.whole_by[stream][frame["seq"]] = ANY_LATER
            self.put(stream, frame["puts"])
            for gone in frame.get("removes", []):
                self.records[stream].pop((gone["kind"], gone["id"]), None)
            self.move(stream, frame["seq"])
        elif frame["t"] == "live":
            if stream in self.arriving:
                self.start_over(stream, frame["seq"])
            if frame["seq"] != self.position[stream]:
                raise AssertionError(f"{stream}: live at {frame['seq']}, but {self.position[stream]} came last")
            self.first.setdefault(stream, frame["seq"])
            self.epoch[stream] = frame["epoch"]
            self.whole_by[stream].update(dict.fromkeys(self.missed.pop(stream), frame["seq"]))
        elif frame["t"] not in ("greeting", "going_away", "pong"):
            raise AssertionError(f"an unexpected frame: {json.dumps(frame)[:300]}")

    def start_over(self, stream, seq):
        """A snapshot is only for newcomers, and for who missed so much that the events would be longer."""
        missed = seq - self.position.get(stream, seq - MOST_REPLAYED - 1)
        if missed <= MOST_REPLAYED:
            raise AssertionError(f"a snapshot of {stream} instead of the {missed} events that were missed")
        if stream in self.position:
            self.skipped[stream].update(range(self.position[stream] + 1, seq + 1))
        self.records[stream] = {}
        self.put(stream, self.arriving.pop(stream))
        self.move(stream, seq)

    def put(self, stream, records):
        for one in records:
            self.records[stream][one["kind"], one["id"]] = one["record"]

    def move(self, stream, seq):
        with self.load.changed:
            self.position[stream] = seq
            self.load.changed.notify_all()
