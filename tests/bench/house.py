"""Where a contest takes place: the build, the prepared folder, the profiles on disk, and one run of the load generator."""
import json
import pathlib
import subprocess

import contestants
from arena import arena_for
from contestants import GENERATOR_CORE, on_core
from web_socket import MARKER, delivered_frame

LONGEST_RUN = 180  # seconds of the load generator


class House:
    """`folder` holds what is made: the arena, profiles, logs. Peers' own needs are in `options` (see contestants.py)."""

    def __init__(self, build, folder, program=None, posts=0, options=None):
        self.build, self.folder = pathlib.Path(build).resolve(), pathlib.Path(folder).resolve()
        self.program = pathlib.Path(program or self.build / "server/program/interstate").resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.arena = arena_for(self.program, self.folder, posts)
        self.options = options or {}
        self._frame = None

    def tool(self, name):
        return self.build / "tests/bench" / name

    def log_name(self, name):
        return self.folder / f"{name}.log"

    def log_of(self, name):
        return self.log_name(name).open("ab")

    def contestant(self, name):
        return contestants.ALL[name](self)

    def frame(self):
        """The event of a post as ours sends it, {body} in the place of its text."""
        if self._frame is None:
            with self.contestant("ours") as ours:
                seen = delivered_frame(ours.profile(), ours.port, size=200).decode()
            start = seen.index(MARKER)
            self._frame = seen.replace(seen[start:start + 200], "{body}")
            if self._frame.count("{body}") < 1 or MARKER in self._frame:
                raise AssertionError(f"this event does not hold its text: {seen}")
        return self._frame

    def run(self, contestant, scenario, moment=False):
        """One scenario against a contestant that stands; the generator's figures."""
        profile = contestant.profile(scenario.missed)
        profile["url"] = profile["url"].replace(":0/", f":{contestant.port}/")
        file = self.folder / f"{contestant.name}.json"
        file.write_text(json.dumps(profile))
        command = [self.tool("loadgen"), "--profile", file, "--pid", contestant.process.pid, "--label", f"{scenario.name}:{contestant.name}",
                   *scenario.arguments(moment)]
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=LONGEST_RUN, preexec_fn=on_core(GENERATOR_CORE))
        if not done.stdout.startswith("{"):
            raise AssertionError(f"{scenario.name}:{contestant.name}: the generator said: {done.stderr[-1000:]}")
        return json.loads(done.stdout)
