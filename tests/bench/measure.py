"""Measures everything: contestants in turn, repetition by repetition, then one table of ratios, which is kept in results/.

    python3 tests/bench/measure.py --build build/release --length nightly
    python3 tests/bench/measure.py --build build/fuzz --length moment     # everything for an instant: does it run, is the work the same
"""
import argparse
import collections
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/bench"), str(ROOT / "tests/support/python")]
import machine  # noqa: E402
import results  # noqa: E402
import scenarios  # noqa: E402
from growth import HISTORIES, Growth  # noqa: E402
from house import House  # noqa: E402
from scenarios import FIVE_MINUTES, MOMENT, NIGHTLY  # noqa: E402
from targets import TARGETS, fault_of, figures_of, loss_of  # noqa: E402
from verdicts import QUIET_LOAD  # noqa: E402

REPETITIONS = {NIGHTLY: 15, FIVE_MINUTES: 5, MOMENT: 1}
# Scenarios that a contestant does one after the other without starting anew.
GROUPS = (("T1", "T1cues"), ("T2a", "T2b", "T2c", "T2d"), ("T3",), ("T4",), ("T5",), ("T6",))
BREATH = 0.2  # seconds between two scenarios: lines of the last are closed
LONGEST_REST = 180  # seconds before it begins all the same
NEEDS_NPM = ("siodb", "sio", "ws")


def plan(skip=()):
    """For each group of scenarios {contestant: the scenarios of the group in which somebody is held against it}, ours first."""
    for group in GROUPS:
        takes_part = collections.defaultdict(list)
        for target in TARGETS:
            for name in (target.subject, target.reference):
                if name and name not in skip and target.scenario in group and target.scenario not in takes_part[name]:
                    takes_part[name].append(target.scenario)
        yield takes_part


class Contest:
    def __init__(self, house):
        self.house, self.absent, self.runs, self.bytes, self.checked = house, {}, [], collections.defaultdict(list), set()
        names = dict.fromkeys(name for group in plan() for name in group)
        for name in names:
            if house.length == MOMENT and name in NEEDS_NPM:
                self.absent[name] = "a moment takes nothing from npm"
            elif why := house.contestant(name).missing():
                self.absent[name] = why
        house.frame()
        self.growth = Growth(house)
        for posts in set(HISTORIES[NIGHTLY]) - set(HISTORIES[house.length]):
            self.absent[f"{posts:,} posts"] = "only in the nightly size"

    def repeat(self):
        """One repetition: everybody once, in turn."""
        run = {}
        self.runs.append(run)
        for takes_part in plan(self.absent):
            for name, tasks in takes_part.items():
                with self.house.contestant(name) as contestant:
                    for scenario in map(scenarios.ALL.get, tasks):
                        line = self.measured(contestant, scenario)
                        self.keep(run, scenario.name, name, line, contestant.durable and scenario.says == scenarios.POST)
        for what in ("members", "history", "queries"):
            for name, line in getattr(self.growth, what)():
                self.keep(run, what, name, line, True)

    def measured(self, contestant, scenario):
        what = f"a {scenario.says} of {scenario.size}"
        if "--mode" not in scenario.flags and (contestant.name, what) not in self.checked:
            self.checked.add((contestant.name, what))
            self.bytes[what].append(self.house.check_size(contestant, scenario))
        time.sleep(BREATH)
        return self.house.run(contestant, scenario)

    def keep(self, run, scenario, name, line, acknowledges):
        fault = fault_of(line, acknowledges)
        if self.house.length == MOMENT:
            fault = fault or loss_of(line)
        run[scenario, name] = {"figures": figures_of(line), "fault": fault}
        print(f"{len(self.runs)} {scenario} {name}: {fault or summary(line)}", flush=True)


def summary(line):
    shown = {"cpu_s_per_M": "µs a delivery", "acks_per_s": "acks/s", "kib_per_conn": "KiB a connection", "cpu_us_per_connect": "µs a connect", "storm_s": "s until all are back"}
    figures = figures_of(line)
    return ", ".join(f"{figures[path]:.2f} {words}" for path, words in shown.items() if figures.get(path))


def rest():
    """Waits for what building and preparing left behind; gives the load average that is left."""
    until = time.monotonic() + LONGEST_REST
    while (load := os.getloadavg()[0]) >= QUIET_LOAD and time.monotonic() < until:
        time.sleep(1)
    return load


def faults_of_rows(house):
    """What the product finds wrong with what the durable limit wrote: the same rows, or it is no limit of ours."""
    with house.contestant("limit") as limit:
        house.run(limit, scenarios.ALL["T5"])
        limit.end()
        done = subprocess.run([house.program, "verify", house.arena.folder / limit.name / "interstate.db"], capture_output=True, text=True)
    return [f"the durable limit's rows: {said}" for said in done.stdout.splitlines() if not said.startswith(("ok", "Reaches"))]


def moment(contest, began):
    faults = [f"{' '.join(key)}: {side['fault']}" for run in contest.runs for key, side in run.items() if side["fault"]] + faults_of_rows(contest.house)
    for fault in faults:
        print(f"FAILED {fault}")
    print(f"{sum(map(len, contest.runs))} contests and {len(contest.checked)} sizes of frames in {time.monotonic() - began:.0f} s; a moment proves nothing else")
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=ROOT / "build/release")
    parser.add_argument("--program", help="another program instead of the build's")
    parser.add_argument("--length", choices=REPETITIONS, default=FIVE_MINUTES)
    parser.add_argument("--repetitions", type=int)
    parser.add_argument("--uws", help="a program on uWebSockets (README.md)")
    parser.add_argument("--name", help="of the kept results; the length without it")
    options = parser.parse_args()
    began = time.monotonic()
    contest = Contest(House(options.build, program=options.program, length=options.length, uws=options.uws))
    if options.length == MOMENT:
        contest.repeat()
        return moment(contest, began)
    load_before, began = rest(), time.monotonic()
    print(f"load average {load_before:.2f}" + ("" if load_before < QUIET_LOAD else ": not quiet, so nothing will be proven"), flush=True)
    for _ in range(options.repetitions or REPETITIONS[options.length]):
        contest.repeat()
    kept = {"machine": machine.description(contest.house) | {"load_before": load_before}, "minutes": round((time.monotonic() - began) / 60, 1),
            "absent": contest.absent, "bytes": contest.bytes, "runs": contest.runs}
    return results.keep(options.name or options.length, kept)


if __name__ == "__main__":
    sys.exit(main())
