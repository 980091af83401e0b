"""What only ours is asked: its cost against the members of a room, against what was said before, and its pace while a thousand people ask."""
import json
import os
import subprocess
import time

import profiles
import scenarios
from contestants import GENERATOR_CORE, InFilled, on_core
from filled import filled
from scenarios import FIVE_MINUTES, MOMENT, NIGHTLY

HISTORIES = {NIGHTLY: (1_000, 10_000, 100_000, 1_000_000), FIVE_MINUTES: (1_000, 10_000, 100_000), MOMENT: (1_000,)}
FULL_HOUSES = {NIGHTLY: (10, 10_000, 200_000), FIVE_MINUTES: (3, 1_000, 20_000), MOMENT: (1, 0, 1_000)}  # collaboratives, steps, posts
ASKING = {NIGHTLY: 1000, FIVE_MINUTES: 1000, MOMENT: 30}  # people
ASKED_EVERY = 10  # seconds, by each of them
MARGIN = 2  # seconds that they ask longer than is measured
SETTLED = 0.7  # seconds after the last of them has opened its line
PATIENCE = 60


class Growth:
    def __init__(self, house):
        self.house, self.length = house, house.length
        self.histories = [self.filled(1, 0, posts) for posts in HISTORIES[self.length]]
        self.full = self.filled(*FULL_HOUSES[self.length])

    def filled(self, *sizes):
        return filled(self.house.program, self.house.folder, *sizes)

    def members(self):
        """(contestant, line) for each size of room."""
        with self.house.contestant("ours") as ours:
            for name, scenario in scenarios.MEMBERS.items():
                yield name, self.house.run(ours, scenario)

    def history(self):
        for posts, folder in zip(HISTORIES[self.length], self.histories):
            with InFilled(self.house, folder) as ours:
                yield f"{posts:,} posts", self.house.run(ours, scenarios.HISTORY)

    def queries(self):
        with InFilled(self.house, self.full) as ours:
            yield "alone", self.house.run(ours, scenarios.LIVE)
            crowd = Crowd(self.house, ours, self.full)
            line = self.house.run(ours, scenarios.LIVE)
            asked, answered = crowd.end()
            yield "asked", {**line, "asked": asked, "answered": answered}


class Crowd:
    """A thousand who ask, each something every ten seconds: generators of the same kind, which measure nothing."""

    def __init__(self, house, ours, full):
        seconds = float(scenarios.parsed(" ".join(scenarios.LIVE.arguments(house.length)))["--duration"]) + MARGIN
        kinds = questions(full)
        people = ASKING[house.length] // len(kinds)
        self.processes = []
        for name, (question, answer) in kinds.items():
            command = house.command(ours, profiles.asking(full, question, answer), f"asks-{name}", "--subs", 0, "--pubs", people, "--rate", people / ASKED_EVERY,
                                    "--warm", 0, "--duration", seconds)
            self.processes.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, preexec_fn=politely))
        until = time.monotonic() + PATIENCE
        while not all(self.lines_of(process) >= people for process in self.processes):
            if time.monotonic() > until:
                raise AssertionError("those who ask were not let in")
            time.sleep(0.02)
        time.sleep(SETTLED)

    @staticmethod
    def lines_of(process):
        links = (os.path.join(f"/proc/{process.pid}/fd", name) for name in os.listdir(f"/proc/{process.pid}/fd"))
        return sum(os.path.lexists(link) and os.readlink(link).startswith("socket:") for link in links)

    def end(self):
        """(questions, answers)"""
        lines = [json.loads(process.communicate(timeout=PATIENCE)[0]) for process in self.processes]
        asked, answered = (sum(line[what] for line in lines) for what in ("published", "acks"))
        if not asked or answered < 0.9 * asked:
            raise AssertionError(f"of {asked} questions {answered} were answered")
        return asked, answered


def politely():
    """On the core of the generator that measures, which takes it from them whenever it wants it (sched(7)): what is measured is the server's wait, not theirs."""
    on_core(GENERATOR_CORE)()
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def questions(full):
    """What participants ask for: a snapshot, a page of a thread, the searches and lists of the screens; with the mark of the answer."""
    def query(name, body):
        return {"t": "query", "id": "q{n10}", "name": name, "body": body}, '"t":"answer"'
    here = {"collaborative": full.collaborative}
    return {"snapshot": ({"t": "follow", "stream": full.stream}, profiles.LIVE),
            "everybody": ({"t": "follow", "stream": f"collaborative/{full.collaborative}"}, profiles.LIVE),
            "page": query("posts_of_thread", {"thread": full.threads[-1], "limit": 50, "from_number": 1}),
            "search": query("threads", {**here, "text": "plan"}),
            "steps": query("steps", {**here, "limit": 200})}
