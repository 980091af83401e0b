"""Keeps what was measured, and says it: results/NAME.json has every figure that a bar is about, results/README.md the tables made of them."""
import json
import pathlib

import machine
import table
import verdicts
from targets import TARGETS

FOLDER = pathlib.Path(__file__).resolve().parent / "results"
HEAD = """# Measured

Made by `tests/bench/run` out of the files beside it; a run writes its own anew. How it is measured, and what the verdicts mean, stands in
[tests/bench/README.md](../README.md).
"""
DIGITS = 6


def judged(kept):
    """[(target, verdict)] of one file, and how many repetitions were quiet."""
    runs, load = kept["runs"], kept["machine"]["load_before"]
    floors = [run.get(("T2a", "floor"), {"fault": "it is missing"}) for run in runs]
    costs = [None if floor["fault"] else floor["figures"].get("cpu_s_per_M") for floor in floors]
    quiet = [load < verdicts.QUIET_LOAD and verdicts.is_quiet(i, costs) for i in range(len(runs))]
    absent = kept["absent"]
    return [(target, verdicts.judge(target, runs, quiet, absent.get(target.reference) or absent.get(target.subject, ""))) for target in TARGETS], sum(quiet)


def keep(name, kept):
    """Writes and prints; gives 1 when a bar was missed, for the shell."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.json").write_text(as_text(kept))
    found, _ = judged(kept)
    print("\n" + table.plain([table.row(*one) for one in found]))
    print(f"\n{said(kept)}")
    render()
    return int(any(verdict.word == verdicts.MISSED for _, verdict in found))


def said(kept):
    """What a reader has to know beside the table."""
    _, quiet = judged(kept)
    sizes = ", ".join(f"{what} {min(sizes):,} to {max(sizes):,}" for what, sizes in kept["bytes"].items())
    absent = "".join(f"\nNot measured here: {table.NAMES.get(name, name)} ({why})." for name, why in kept["absent"].items())
    return (f"{machine.sentences(kept['machine'])} {quiet} of {len(kept['runs'])} repetitions were quiet; {kept['minutes']} minutes in all.\n"
            f"Bytes that a member receives from whoever it is, for {sizes}.{absent}")


def render():
    parts = [HEAD]
    for file in sorted(FOLDER.glob("*.json")):
        kept = from_text(file.read_text())
        if kept is None:
            continue
        parts.append(f"## {file.stem}\n\n{said(kept)}\n\n{table.markdown([table.row(*one) for one in judged(kept)[0]])}\n")
    (FOLDER / "README.md").write_text("\n".join(parts))


def as_text(kept):
    """One line a repetition: small, and a difference shows."""
    runs = [{" ".join(key): side if side["fault"] else {path: rounded(value) for path, value in side["figures"].items()} for key, side in run.items()} for run in kept["runs"]]
    head = {**kept, "runs": []}
    return json.dumps(head, indent=1)[:-len("[]\n}")] + "[\n" + ",\n".join(json.dumps(run) for run in runs) + "\n]}\n"


def from_text(text):
    """What `as_text` was made of; nothing for a file of another kind."""
    kept = json.loads(text)
    if "runs" not in kept:
        return None
    kept["runs"] = [{tuple(key.split(" ", 1)): side if "fault" in side else {"figures": side, "fault": None} for key, side in run.items()} for run in kept["runs"]]
    return kept


def rounded(value):
    return float(f"{value:.{DIGITS}g}")
