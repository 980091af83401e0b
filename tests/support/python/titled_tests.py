"""Runs tests that have a title: one line each, with its time, and where it failed."""
import argparse
import os
import time
import traceback


def chosen_by_arguments(description, long=None):
    """`long`: what `--long` does, where a suite has a long form."""
    options = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default="build/dev/server/program/interstate")
    options.add_argument("--only", default="", help="only tests whose title holds this")
    if long:
        options.add_argument("--long", action="store_true", help=long)
    chosen = options.parse_args()
    chosen.program = os.path.abspath(chosen.program)
    return chosen


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
