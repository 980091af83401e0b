"""Many people from one process: they follow, take whatever comes and throw it away, stay in touch, and ask questions when told to."""
import json
import multiprocessing
import os
import random
import selectors
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/python"))
from interstate_client import Live, ulid  # noqa: E402

IN_TOUCH_EVERY = 20  # seconds, as the web client does


class Crowd:
    """`people`: (cookie, streams that are followed). `asks`: queries that somebody of them asks, so many `per_second` while it is told to."""

    def __init__(self, port, people, asks=(), per_second=0):
        self.told, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=_run, args=(theirs, port, people, asks, per_second), daemon=True)
        self.process.start()
        self.expect("here")

    def expect(self, word):
        """Waits for its word; gives what came with it."""
        said, more = self.told.recv()
        if said != word:
            raise AssertionError(f"the crowd said {said}: {more}")
        return more

    def ask(self, on):
        """Begins to ask or stops; gives (asked, answered, bytes that came) since it was last told."""
        self.told.send(on)
        return self.expect("asked")

    def leave(self):
        self.process.terminate()
        self.process.join()


def _run(told, port, people, asks, per_second):
    try:
        _Members(told, port, people, asks, per_second).go_on()
    except (Exception, SystemExit) as problem:  # whatever it is, it is told where it is waited for
        told.send(("failed", repr(problem)))
        raise


class _Members:
    def __init__(self, told, port, people, asks, per_second):
        self.told, self.asks, self.per_second = told, asks, per_second
        self.chance = random.Random(2026)
        self.selector = selectors.DefaultSelector()
        self.lines, self.next_touch = [], 0
        for cookie, streams in people:
            self.lines.append(self.enter(port, cookie, streams))
            self.stay_in_touch()
        self.asking, self.asked, self.answered, self.bytes = False, 0, 0, 0
        self.selector.register(told, selectors.EVENT_READ, None)
        told.send(("here", len(self.lines)))

    def enter(self, port, cookie, streams):
        live = Live(port, cookie=cookie)
        for stream in streams:
            found = live.follow(stream)[2]
            assert found["t"] == "live", found
        live.socket.setblocking(False)
        self.selector.register(live.socket, selectors.EVENT_READ, live)
        return live

    def go_on(self):
        began = next_ask = time.monotonic()
        while True:
            now = time.monotonic()
            self.stay_in_touch()
            if self.asking and now >= next_ask:
                next_ask = max(next_ask, now - 1) + 1 / self.per_second
                self.ask_one()
            elif not self.asking:
                next_ask = now
            for key, _ in self.selector.select(max(0, min(self.next_touch, next_ask if self.asking else began + 1e9) - time.monotonic())):
                self.hear(key.data) if key.data else self.do_as_told()

    def stay_in_touch(self):
        if time.monotonic() < self.next_touch:
            return
        self.next_touch = time.monotonic() + IN_TOUCH_EVERY
        for live in self.lines:
            self.send(live, {"t": "ping", "id": 1})

    def send(self, live, frame):
        live.socket.setblocking(True)
        live.send(frame)
        live.socket.setblocking(False)

    def hear(self, live):
        data = live.socket.recv(1 << 18)
        if not data:
            raise AssertionError("somebody of the crowd was let go")
        self.bytes += len(data)
        self.answered += data.count(b'"t":"answer"') + data.count(b'"t":"live"')

    def do_as_told(self):
        self.asking = self.told.recv()
        self.told.send(("asked", (self.asked, self.answered, self.bytes)))
        self.asked, self.answered, self.bytes = 0, 0, 0

    def ask_one(self):
        live, ask = self.chance.choice(self.lines), dict(self.chance.choice(self.asks))
        self.asked += 1
        if "stream" in ask:
            self.send(live, {"t": "unfollow", "stream": ask["stream"]})
            self.send(live, {"t": "follow", "stream": ask["stream"]})
        else:
            self.send(live, {"t": "query", "id": ulid(), **json.loads(json.dumps(ask))})
