"""Runs tests that have a title: one line each, with its time, and where it failed."""
import argparse
import collections
import concurrent.futures
import os
import time
import traceback


def chosen_by_arguments(description, more=lambda options: None):
    options = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default="build/dev/server/program/interstate")
    options.add_argument("--only", default="", help="only tests whose title holds this")
    more(options)
    chosen = options.parse_args()
    chosen.program = os.path.abspath(chosen.program)
    return chosen


def keeping(tests, title, *more):
    """Keeps what it decorates among the tests, under this sentence, with what its suite adds."""
    def keep(body):
        tests.append((title, body, *more))
        return body
    return keep


def same(found, wanted, what=""):
    if found != wanted:
        raise AssertionError(f"{what or 'found'}: {found!r}, wanted {wanted!r}")


class NotHere(Exception):
    """This machine does not let us try it; says why."""


def run_titled(tests, only, run, failed_one=lambda: None, at_once=1):
    """`tests`: (title, body, …); `run(test)` runs one, `at_once` of them at a time where they share nothing and wait most of the time.
    Gives the exit status: 0 when some passed and none failed."""
    def tell(test):
        outcome, words = _outcome(test, run)
        print(words, flush=True)
        if outcome == "failed":
            failed_one()
        return outcome

    with concurrent.futures.ThreadPoolExecutor(at_once) as those:
        outcomes = collections.Counter(those.map(tell, [test for test in tests if only in test[0]]))
    print(f"{outcomes['passed']} passed, {outcomes['failed']} failed")
    return 1 if outcomes["failed"] or not outcomes["passed"] else 0


def _outcome(test, run):
    """One of passed, failed and not tried here, and the line that says it."""
    title, body = test[:2]
    began = time.monotonic()
    try:
        run(test)
    except NotHere as reason:
        return "not tried here", f"not tried here: {title} ({reason})"
    except Exception as error:  # a test may fail in any way; the others still run
        return "failed", f"FAILED  {title}\n        {_place(error, body)}: {error!r}"
    return "passed", f"passed  {title} ({time.monotonic() - began:.2f} s)"


def _place(error, body):
    steps = traceback.extract_tb(error.__traceback__)
    place = ([step for step in steps if step.name == body.__name__] or steps)[-1]
    return f"{os.path.basename(place.filename)}:{place.lineno}"
