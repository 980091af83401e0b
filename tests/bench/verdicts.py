"""From paired figures to a verdict. A pair is of one repetition: both sides were measured within a minute, so what the machine did is in both."""
import math
import statistics
from dataclasses import dataclass

MET, MISSED, UNSETTLED, UNPROVEN, ABSENT = "met", "missed", "unsettled", "not quiet: unproven", "not measured here"
LEAST_PAIRS = 5
NEAR = 0.1  # of the bar: there the bound decides
PAIRS_FOR_BOUND = 15
CONFIDENCE = 0.9
QUIET_LOAD = 1.0  # the load average before
FLOOR_WANDERS = 0.1  # of its median: further away, the repetition was not quiet


@dataclass(frozen=True)
class Verdict:
    word: str
    pairs: int = 0
    ours: float | None = None  # medians
    reference: float | None = None
    ratio: float | None = None  # or the figure itself, where the bar is about that
    bound: float | None = None
    stretch_met: bool = False
    why: str = ""


def upper_bound(values, confidence=CONFIDENCE):
    """Above the median of what the values are drawn from, with this confidence: an order statistic, so no shape is assumed. None for too few."""
    ordered, chance = sorted(values), 0.0
    for rank, value in enumerate(ordered):
        chance += math.comb(len(ordered), rank) / 2 ** len(ordered)  # that no more than `rank` of them lie below that median
        if chance >= confidence:
            return value
    return None


def lower_bound(values, confidence=CONFIDENCE):
    found = upper_bound([-value for value in values], confidence)
    return None if found is None else -found


def is_quiet(repetition, floors):
    """`floors`: what the floor cost in each repetition (None where that does not count); one that wanders says that somebody else was at work."""
    known = [value for value in floors if value is not None]
    if not known or floors[repetition] is None:
        return False
    usual = statistics.median(known)
    return abs(floors[repetition] - usual) <= FLOOR_WANDERS * usual


def judge(target, runs, quiet, absent=""):
    """`runs`: for each repetition {(scenario, contestant): {"figures": …, "fault": …}}; `quiet`: for each whether it counts; `absent`: why one was never there.

    Without enough pairs that count, the verdict has the medians of all, which prove nothing."""
    names = [name for name in (target.subject, target.reference) if name]
    if not all(any((target.scenario, name) in run for run in runs) for name in names):
        return Verdict(ABSENT, why=absent)
    taken = [[run.get((target.scenario, name)) for name in names] for run in runs]
    sound = [values_of(target, sides) for sides in taken]
    found = [values for values, counts in zip(sound, quiet) if values and counts]
    if len(found) >= LEAST_PAIRS:
        return settle(target, found)
    faults = sorted({side["fault"] for sides in taken for side in sides if side and side["fault"]})
    return Verdict(UNPROVEN, len(found), why="; ".join(faults), **medians([values for values in sound if values]))


def values_of(target, sides):
    """Ours and the reference's figure of one repetition; nothing when one of them does not count."""
    if any(side is None or side["fault"] for side in sides):
        return None
    values = [side["figures"].get(target.path) for side in sides]
    return None if None in values or (len(values) == 2 and not values[1]) else values


def medians(found):
    if not found:
        return {}
    ours = statistics.median(values[0] for values in found)
    if len(found[0]) == 1:
        return {"ours": ours, "ratio": ours}
    return {"ours": ours, "reference": statistics.median(values[1] for values in found), "ratio": statistics.median(values[0] / values[1] for values in found)}


def settle(target, found):
    values = [pair[0] / pair[1] if len(pair) == 2 else pair[0] for pair in found]
    told = medians(found)
    decisive = told["ratio"]
    if target.worst:
        decisive = told["ours"] = told["ratio"] = min(values) if target.at_least else max(values)
    bound = lower_bound(values) if target.at_least else upper_bound(values)
    told |= {"pairs": len(found), "bound": bound, "stretch_met": target.stretch is not None and reaches(target, decisive, target.stretch)}
    if target.bar and not target.worst and abs(decisive / target.bar - 1) <= NEAR:
        if len(found) < PAIRS_FOR_BOUND:
            return Verdict(UNSETTLED, why=f"within {NEAR:.0%} of the bar: takes {PAIRS_FOR_BOUND} pairs", **told)
        decisive = bound
    return Verdict(MET if reaches(target, decisive, target.bar) else MISSED, **told)


def reaches(target, value, bar):
    return value >= bar if target.at_least else value <= bar
