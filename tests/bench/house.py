"""Where a contest takes place: the build, the prepared folders, the profiles on disk, and runs of the load generator."""
import json
import pathlib
import subprocess

import contestants
import peers
import scenarios
from arena import SERIES, THREAD, arena_for
from contestants import GENERATOR_CORE, on_core
from scenarios import MOMENT, NIGHTLY, POST
from web_socket import MARKER, delivered_frame

LONGEST_RUN = 180  # seconds of the load generator
SAME_SIZE = 0.02  # a contestant's frame may be so much longer or shorter than ours


class House:
    """`folder` holds what is made: arenas, profiles, logs, peers. `uws`: the program of whoever measures (README.md)."""

    def __init__(self, build, folder=None, program=None, length=NIGHTLY, uws=None):
        self.build = pathlib.Path(build).resolve()
        self.folder = pathlib.Path(folder).resolve() if folder else self.build / "bench"
        self.program = pathlib.Path(program or self.build / "server/program/interstate").resolve()
        self.length, self.uws = length, uws
        self.folder.mkdir(parents=True, exist_ok=True)
        self.arena = arena_for(self.program, self.folder, length == MOMENT)
        self._frames, self._peers = {}, None

    def tool(self, name):
        return self.build / "tests/bench" / name

    def log_name(self, name):
        return self.folder / f"{name}.log"

    def log_of(self, name):
        return self.log_name(name).open("ab")

    def peers(self):
        """(folder of the packages, "") or (None, why not)."""
        if self._peers is None:
            self._peers = peers.installed(self.folder)
        return self._peers

    def contestant(self, name):
        return contestants.ALL[name](self)

    def frame(self, says=POST):
        """The event of a post as ours sends it, or the cue, with {body} and {room4} in their places."""
        if says not in self._frames:
            scenario = next(one for one in scenarios.ALL.values() if one.says == says)
            with self.contestant("ours") as ours:
                seen = delivered_frame(ours.profile(scenario), ours.port, scenario.size).decode()
            start = seen.index(MARKER)
            for said, placeholder in ((seen[start:start + scenario.size], "{body}"), (f"{SERIES}0000", SERIES + "{room4}"), (f"{THREAD}0000", THREAD + "{room4}")):
                seen = seen.replace(said, placeholder)
            self._frames[says] = seen
            if MARKER in seen:
                raise AssertionError(f"this frame holds its text in a form that the generator would not recognise: {seen}")
        return self._frames[says]

    def check_size(self, contestant, scenario):
        """That a member receives from this contestant what it would from ours; gives the bytes."""
        wanted = len(self.frame(scenario.says).replace("{body}", "x" * scenario.size).replace("{room4}", "0000"))
        seen = len(delivered_frame(contestant.profile(scenario), contestant.port, scenario.size))
        if abs(seen - wanted) > SAME_SIZE * wanted:
            raise AssertionError(f"{contestant.name} sends {seen} bytes for a {scenario.says} of {scenario.size}, ours {wanted}: the work is not the same")
        return seen

    def command(self, contestant, profile, name, *flags):
        """A call of the load generator."""
        file = self.folder / f"{name}.json"
        profile["url"] = profile["url"].replace(":0/", f":{contestant.port}/")
        file.write_text(json.dumps(profile))
        return [str(part) for part in (self.tool("loadgen"), "--profile", file, *flags)]

    def run(self, contestant, scenario):
        """One scenario against a contestant that stands; the generator's line. A moment in which nothing came is given two more chances: a disk may take longer."""
        for _ in range(3 if self.length == MOMENT else 1):
            profile = contestant.profile(scenario)
            line = self.run_once(contestant, scenario, profile)
            if line["mode"] != "fanout" or (line.get("deliveries") and (line["acks"] or "ack" not in profile)):
                break
        return line

    def run_once(self, contestant, scenario, profile):
        command = self.command(contestant, profile, contestant.name, "--pid", contestant.process.pid,
                               "--label", f"{scenario.name}:{contestant.name}", *scenario.arguments(self.length))
        done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_RUN, preexec_fn=on_core(GENERATOR_CORE))
        if not done.stdout.startswith("{"):
            raise AssertionError(f"{scenario.name}:{contestant.name}: the generator said: {done.stderr[-1000:]}")
        return json.loads(done.stdout)
