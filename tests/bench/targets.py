"""What must be reached: one line for each bar of the issue, with the figure of the load generator that it is about and whom it is held against."""
from dataclasses import dataclass

CPU, P50, P99 = ("cpu_s_per_M", "CPU per delivery", "µs"), ("lat.p50_us", "p50", "µs"), ("lat.p99_us", "p99", "µs")
UWS = "uws"


@dataclass(frozen=True)
class Target:
    name: str  # the issue's
    scenario: str
    figure: tuple  # path in the generator's line, words, unit
    reference: str | None  # a contestant; None: the figure itself has a bar
    bar: float
    at_least: bool = False  # otherwise at most
    stretch: float | None = None
    subject: str = "ours"
    worst: bool = False  # the worst of all runs counts, not the median

    @property
    def path(self):
        return self.figure[0]

    @property
    def words(self):
        return self.figure[1]

    @property
    def unit(self):
        return self.figure[2]


def rooms_of_thousand():
    for scenario in ("T2a", "T2b"):
        for reference, bar in (("floor", 1.2), (UWS, 1.1), ("beast", 0.57), ("siodb", 0.42)):
            yield Target("T2", scenario, CPU, reference, bar)
    for scenario, uws_bar in (("T2c", 1.05), ("T2d", 0.9)):
        yield Target("T2c", scenario, CPU, "floorc", 1.15)
        yield Target("T2c", scenario, CPU, UWS, uws_bar)


TARGETS = (
    Target("T1", "T1", P50, "limit", 1.15),
    Target("T1", "T1", P99, "limit", 1.25),
    Target("T1", "T1", CPU, "limit", 1.3),
    Target("T1", "T1cues", CPU, "floor", 1.15),
    *rooms_of_thousand(),
    Target("T3", "T3", ("kib_per_conn", "resident per connection", "KiB"), None, 2.0, stretch=1.0),
    Target("T3", "T3", ("rss0_kib", "base process", "KiB"), None, 16 * 1024),
    Target("T3", "T3", ("idle_cpu_percent", "idle CPU", "%"), None, 0.1),
    Target("T3", "T3", ("cpu_us_per_connect", "CPU per connect", "µs"), "floor", 1.4),
    Target("T4", "T4", P50, "limit", 1.2),
    Target("T4", "T4", P99, "limit", 1.5),
    Target("T4", "T4", CPU, "limit", 1.2),
    Target("T4", "T4", ("lost", "deliveries lost", ""), None, 0, worst=True),
    Target("T4", "T4", ("backlog_ms", "backlog", "ms"), None, 20, worst=True),
    Target("T5", "T5", ("acks_per_s", "acknowledged posts", "/s"), "limit", 0.7, at_least=True, stretch=0.9),
    Target("T5", "T5", ("acks_per_s", "acknowledged posts", "/s"), "siodb", 10, at_least=True),
    Target("T5", "T5", ("ack.p99_us", "ack p99", "µs"), "limit", 1.25, stretch=0.5),
    Target("T6", "T6", ("storm_s", "until all are back", "s"), "floor", 1.6),
    Target("T6", "T6", ("server_cpu_s", "CPU", "s"), "floor", 1.8),
    Target("T6", "T6", ("ready_lat.p99_us", "p99", "µs"), "floor", 1.6),
    Target("queries", "queries", P99, "alone", 1.2, subject="asked"),
    Target("queries", "queries", ("ack.p99_us", "ack p99", "µs"), "alone", 1.2, subject="asked"),
    *(Target("members", "members", CPU, few, 1.0, subject=many) for few, many in (("10", "100"), ("100", "1,000"))),
    *(Target("history", "history", ("cpu_us_per_post", "CPU per post", "µs"), "1,000 posts", 1.1, subject=f"{most:,} posts") for most in (10_000, 100_000, 1_000_000)),
)


def figures_of(line):
    """The figures that bars are about, out of one line of the generator."""
    found = {path: at(line, path) for path in {target.path for target in TARGETS}}
    if "stages" in line:
        last = line["stages"][-1]
        found |= {"kib_per_conn": last.get("kib_per_conn"), "cpu_us_per_connect": last.get("cpu_us_per_connect"), "idle_cpu_percent": 100 * line["idle_cpu_frac"]}
    if line.get("published"):
        found["cpu_us_per_post"] = 1e6 * line["server_cpu_s"] / line["published"]
        found["lost"] = max(0, line["expected"] - line["deliveries"])
        per_s = line["expected"] / line["secs"]
        found["backlog_ms"] = max(0, line["deliveries"] - line["expected"]) / per_s * 1000
    return {path: value for path, value in found.items() if value is not None}


def at(line, path):
    for step in path.split("."):
        line = line.get(step) if isinstance(line, dict) else None
    return line if isinstance(line, (int, float)) else None


def fault_of(line, acknowledges):
    """Why this line does not count, or nothing."""
    if "error" in line or line.get("ok") is False or any("error" in stage for stage in line.get("stages", ())):
        return "not everybody was let in"
    for what, words in (("stalls", "stalled"), ("closed", "lines were closed"), ("failed", "connections failed")):
        if line.get(what):
            return f"{line[what]} {words}"
    if line["mode"] == "fanout" and not line["deliveries"]:
        return "nothing was delivered"
    if acknowledges and line["mode"] == "fanout" and not line["acks"]:
        return "nothing was acknowledged"
    return None


def loss_of(line):
    """What went missing, or nothing: messages that were said at a pace have time to arrive, and of others one may be on its way for each who speaks."""
    if line["mode"] != "fanout":
        return None
    under_way = 0 if line["loop"] == "rate" else line["pubs"] * line["window"] * line["subs"] / line["rooms"]
    missing = line["expected"] - line["deliveries"]
    return f"{missing:.0f} deliveries were lost" if missing > under_way else None
