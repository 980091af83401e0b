"""Runs tests that have a title: one line each, with its time, and where it failed."""
import argparse
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


def run_titled(tests, only, run, failed_one=lambda: None):
    """`tests`: (title, body, …); `run(test)` runs one. Gives the exit status: 0 when some passed and none failed."""
    passed = failed = 0
    for test in tests:
        title, body = test[:2]
        if only not in title:
            continue
        began = time.monotonic()
        try:
            run(test)
            passed += 1
            print(f"passed  {title} ({time.monotonic() - began:.2f} s)", flush=True)
        except NotHere as reason:
            print(f"not tried here: {title} ({reason})", flush=True)
        except Exception as error:  # a test may fail in any way; the others still run
            failed += 1
            print(f"FAILED  {title}\n        {_place(error, body)}: {error!r}", flush=True)
            failed_one()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def _place(error, body):
    steps = traceback.extract_tb(error.__traceback__)
    place = ([step for step in steps if step.name == body.__name__] or steps)[-1]
    return f"{os.path.basename(place.filename)}:{place.lineno}"
