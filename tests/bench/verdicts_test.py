"""Statistics and verdicts, without a server: python3 tests/bench/verdicts_test.py"""
import pathlib
import random
import statistics
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/bench"), str(ROOT / "tests/support/python")]
import results  # noqa: E402
import scenarios  # noqa: E402
import table  # noqa: E402
import targets  # noqa: E402
from targets import CPU, Target, fault_of, figures_of, loss_of  # noqa: E402
from verdicts import ABSENT, MET, MISSED, UNPROVEN, UNSETTLED, is_quiet, judge, lower_bound, upper_bound  # noqa: E402

AT_MOST = Target("T2", "T2a", CPU, "floor", 1.2)
AT_LEAST = Target("T5", "T5", ("acks_per_s", "acknowledged posts", "/s"), "limit", 0.7, at_least=True, stretch=0.9)


def runs_of(target, ratios, reference=2.0, fault=None):
    """A repetition for each ratio, the reference wandering a little as machines do."""
    runs = []
    for number, ratio in enumerate(ratios):
        base = reference * (1 + number / 100)
        runs.append({(target.scenario, target.subject): {"figures": {target.path: ratio * base}, "fault": fault},
                     (target.scenario, target.reference): {"figures": {target.path: base}, "fault": None}})
    return runs


def judged(target, ratios, **more):
    return judge(target, runs_of(target, ratios, **more), [True] * len(ratios))


class Bounds(unittest.TestCase):
    def test_of_fifteen_the_eleventh_is_above_the_median_with_ninety_percent(self):
        self.assertEqual(upper_bound(range(1, 16)), 11)  # P(at most 10 of 15 lie below) = 0.941, at most 9: 0.849
        self.assertEqual(lower_bound(range(1, 16)), 5)

    def test_three_say_nothing(self):
        self.assertIsNone(upper_bound([1, 2, 3]))
        self.assertEqual(upper_bound([1, 2, 3, 4]), 4)

    def test_the_bound_holds_nine_times_in_ten_whatever_the_shape(self):
        chance = random.Random(22)
        for draw, median in ((lambda: chance.expovariate(1), 0.6931), (lambda: chance.gauss(0, 1), 0.0)):
            held = sum(upper_bound([draw() for _ in range(15)]) >= median for _ in range(4000))
            self.assertGreaterEqual(held / 4000, 0.92)  # 0.941 by the binomial
            self.assertLessEqual(held / 4000, 0.96)


class Verdicts(unittest.TestCase):
    def test_far_below_the_bar_five_pairs_are_enough(self):
        found = judged(AT_MOST, [0.9, 1.0, 1.05, 0.95, 1.0])
        self.assertEqual((found.word, found.pairs), (MET, 5))
        self.assertAlmostEqual(found.ratio, 1.0)

    def test_far_above_the_bar_it_is_missed(self):
        self.assertEqual(judged(AT_MOST, [1.4, 1.5, 1.5, 1.6, 1.45]).word, MISSED)

    def test_within_ten_percent_of_the_bar_five_pairs_settle_nothing(self):
        self.assertEqual(judged(AT_MOST, [1.1, 1.12, 1.15, 1.1, 1.11]).word, UNSETTLED)

    def test_fifteen_pairs_settle_it_by_their_bound(self):
        below = [1.10 + i / 200 for i in range(15)]  # median 1.135, bound 1.15
        self.assertEqual(judged(AT_MOST, below).word, MET)
        across = [1.15 + i / 100 for i in range(15)]  # median 1.22
        self.assertEqual(judged(AT_MOST, across).word, MISSED)

    def test_a_median_that_is_reached_by_chance_is_not(self):
        wide = [1.05 + i * 0.02 for i in range(15)]  # median 1.19 is below the bar of 1.2, the bound 1.25 is not
        found = judged(AT_MOST, wide)
        self.assertLess(found.ratio, AT_MOST.bar)
        self.assertEqual(found.word, MISSED)

    def test_ratios_are_of_pairs_and_not_of_medians(self):
        runs = [{("T2a", "ours"): {"figures": {CPU[0]: ours}, "fault": None}, ("T2a", "floor"): {"figures": {CPU[0]: floor}, "fault": None}}
                for ours, floor in ((1, 1), (1, 1), (4, 2), (9, 3), (16, 4))]
        found = judge(AT_MOST, runs, [True] * 5)
        self.assertEqual(found.ratio, 2)  # pairs: 1 1 2 3 4; medians: 4 / 2 would do as well
        self.assertEqual(statistics.median([1, 1, 4, 9, 16]), found.ours)
        runs[2]["T2a", "floor"]["figures"][CPU[0]] = 8
        self.assertEqual(judge(AT_MOST, runs, [True] * 5).ratio, 1)

    def test_what_must_be_at_least_is_turned_around(self):
        found = judged(AT_LEAST, [0.95] * 5)
        self.assertEqual((found.word, found.stretch_met), (MET, True))
        self.assertEqual(judged(AT_LEAST, [0.5] * 5).word, MISSED)
        self.assertEqual(judged(AT_LEAST, [0.69 + i / 100 for i in range(15)]).word, MET)  # bound 0.73
        self.assertEqual(judged(AT_LEAST, [0.60 + i / 70 for i in range(15)]).word, MISSED)  # median 0.7, bound 0.657

    def test_what_was_not_quiet_leaves_it_unproven_and_still_says_what_was_seen(self):
        runs = runs_of(AT_MOST, [1.0] * 8)
        found = judge(AT_MOST, runs, [True] * 4 + [False] * 4)
        self.assertEqual((found.word, found.pairs), (UNPROVEN, 4))
        self.assertAlmostEqual(found.ratio, 1.0)
        self.assertEqual(judge(AT_MOST, runs, [True] * 5 + [False] * 3).word, MET)

    def test_a_run_with_a_stall_does_not_count_and_is_named(self):
        found = judged(AT_MOST, [1.0] * 5, fault="2 stalled")
        self.assertEqual((found.word, found.pairs, found.why), (UNPROVEN, 0, "2 stalled"))

    def test_who_is_not_there_is_said_to_be_absent(self):
        runs = [{("T2a", "ours"): {"figures": {CPU[0]: 1.0}, "fault": None}}] * 5
        found = judge(AT_MOST, runs, [True] * 5, "no program was given")
        self.assertEqual((found.word, found.why), (ABSENT, "no program was given"))

    def test_a_single_loss_is_a_miss(self):
        lost = next(target for target in targets.TARGETS if target.path == "lost")
        runs = [{("T4", "ours"): {"figures": {"lost": value}, "fault": None}} for value in (0, 0, 0, 0, 1)]
        self.assertEqual(judge(lost, runs, [True] * 5).word, MISSED)
        self.assertEqual(judge(lost, runs[:4] + runs[:1], [True] * 5).word, MET)

    def test_a_floor_that_wanders_says_that_somebody_else_was_at_work(self):
        floors = [2.6, 2.7, 2.65, 3.1, None]
        self.assertEqual([is_quiet(i, floors) for i in range(5)], [True, True, True, False, False])
        self.assertFalse(is_quiet(0, [None]))


def line(**more):
    return {"mode": "fanout", "subs": 40, "pubs": 1, "rooms": 1, "loop": "rate", "window": 1, "secs": 4.0, "published": 100, "deliveries": 4000, "expected": 4000,
            "acks": 100, "server_cpu_s": 0.5, "stalls": 0, "closed": 0, **more}


class Lines(unittest.TestCase):
    def test_of_a_sound_line_nothing_is_complained(self):
        self.assertIsNone(fault_of(line(), True))
        self.assertIsNone(loss_of(line()))

    def test_what_stalled_closed_or_failed_does_not_count(self):
        for what in ("stalls", "closed", "failed"):
            self.assertIn("3 ", fault_of(line(**{what: 3}), False))
        self.assertEqual(fault_of({"mode": "fanout", "error": "connect"}, False), "not everybody was let in")
        self.assertEqual(fault_of({"mode": "idle", "stages": [{"n": 5, "error": "timeout"}]}, False), "not everybody was let in")
        self.assertEqual(fault_of({"mode": "storm", "ok": False}, False), "not everybody was let in")

    def test_who_must_acknowledge_and_does_not_is_found(self):
        self.assertEqual(fault_of(line(acks=0), True), "nothing was acknowledged")
        self.assertIsNone(fault_of(line(acks=0), False))
        self.assertEqual(fault_of(line(deliveries=0), False), "nothing was delivered")

    def test_a_lost_delivery_is_seen(self):
        self.assertEqual(loss_of(line(deliveries=3999)), "1 deliveries were lost")
        self.assertIsNone(loss_of(line(loop="deliver", deliveries=3960)))  # one message was under way
        self.assertEqual(loss_of(line(loop="deliver", deliveries=3959)), "41 deliveries were lost")

    def test_figures_that_no_line_has_ready(self):
        found = figures_of(line(deliveries=4040))
        self.assertEqual((found["cpu_us_per_post"], found["lost"], found["backlog_ms"]), (5000.0, 0, 40.0))
        self.assertEqual(figures_of(line(deliveries=3960))["lost"], 40)
        idle = {"mode": "idle", "stages": [{"kib_per_conn": 9.0, "cpu_us_per_connect": 8.0}, {"kib_per_conn": 2.0, "cpu_us_per_connect": 20.0}],
                "idle_cpu_frac": 0.0005, "rss0_kib": 8000}
        found = figures_of(idle)
        self.assertEqual((found["kib_per_conn"], found["cpu_us_per_connect"], found["idle_cpu_percent"], found["rss0_kib"]), (2.0, 20.0, 0.05, 8000))


class Tables(unittest.TestCase):
    def test_every_target_names_work_and_contestants_that_there_are(self):
        import contestants
        for target in targets.TARGETS:
            self.assertIn(target.scenario, table.WORK)
            if target.scenario in scenarios.ALL:
                self.assertIn(target.subject, contestants.ALL)
                self.assertIn(target.reference, {None, *contestants.ALL})

    def test_what_is_kept_comes_back_and_says_the_same(self):
        runs = [{(target.scenario, name): {"figures": {CPU[0]: 2.0 + i / 3}, "fault": None} for target in (AT_MOST,) for name in ("ours", "floor")} for i in range(5)]
        runs[4]["T2a", "floor"] = {"figures": {}, "fault": "1 stalled"}
        kept = {"machine": {"load_before": 0.1}, "minutes": 1, "absent": {"uws": "why"}, "bytes": {"a post of 200": [1334]}, "runs": runs}
        again = results.from_text(results.as_text(kept))
        self.assertEqual(again["bytes"], kept["bytes"])
        self.assertEqual(again["runs"][0]["T2a", "ours"]["figures"][CPU[0]], 2.0)
        self.assertEqual(again["runs"][4]["T2a", "floor"]["fault"], "1 stalled")
        self.assertEqual([verdict.word for _, verdict in results.judged(again)[0]], [verdict.word for _, verdict in results.judged(kept)[0]])

    def test_a_row_says_both_figures_ratio_bar_and_verdict(self):
        row = table.row(AT_MOST, judged(AT_MOST, [1.0] * 5))
        self.assertEqual(row, ("T2", scenarios.ALL["T2a"].work, "CPU per delivery, µs", "2.04", "floor 2.04", "1.00", "≤ 1.20 ×", "met (n=5, 90 % ≤ 1.00)"))


if __name__ == "__main__":
    unittest.main()
