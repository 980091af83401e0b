"""The one table: a line for each target and reference, in the order of the issue."""
import scenarios
import verdicts

HEADS = ("target", "work", "what", "ours", "reference", "ratio", "bar", "verdict")
NAMES = {"limit": "durable limit", "floor": "floor", "floorc": "corked floor", "uws": "uWebSockets", "beast": "ordinary Beast", "siodb": "Socket.IO with SQLite",
         "sio": "Socket.IO", "ws": "ws"}
WORK = {name: one.work for name, one in scenarios.ALL.items()} | {"queries": scenarios.LIVE.work, "history": scenarios.HISTORY.work,
                                                                 "members": next(iter(scenarios.MEMBERS.values())).work}


def number(value):
    if value is None:
        return "–"
    for least, form in ((1000, "{:,.0f}"), (100, "{:.0f}"), (10, "{:.1f}"), (1, "{:.2f}")):
        if abs(value) >= least:
            return form.format(value)
    return f"{value:.3f}".rstrip("0").rstrip(".")


def row(target, verdict):
    subject = "" if target.subject == "ours" else f" ({target.subject})"
    figure = f"{target.words}, {target.unit}" if target.unit else target.words
    reference = NAMES.get(target.reference, target.reference) or ""
    if verdict.reference is not None:
        reference += f" {number(verdict.reference)}"
    sign = "≥" if target.at_least else "≤"
    times = " ×" if target.reference else ""
    stretch = f" (stretch {target.stretch:g})" if target.stretch is not None else ""
    ratio = number(verdict.ratio) if target.reference else ""
    return (target.name, WORK[target.scenario], figure + subject, number(verdict.ours), reference, ratio, f"{sign} {number(target.bar)}{times}{stretch}", said(target, verdict))


def said(target, verdict):
    words = verdict.word
    if verdict.word == verdicts.ABSENT:
        return f"{words}: {verdict.why}" if verdict.why else words
    if verdict.stretch_met:
        words += ", stretch too"
    details = [f"n={verdict.pairs}"]
    if verdict.bound is not None and verdict.word != verdicts.UNPROVEN and not target.worst:
        details.append(f"90 % {'≥' if target.at_least else '≤'} {number(verdict.bound)}")
    if verdict.why:
        details.append(verdict.why)
    return f"{words} ({', '.join(details)})"


def plain(rows):
    """For a terminal."""
    lines = [HEADS, *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(HEADS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def markdown(rows):
    lines = [HEADS, ("---",) * len(HEADS), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
