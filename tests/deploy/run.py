#!/usr/bin/env python3
"""deploy/up as people run it, with a program that is built already. One line a test.

    python3 tests/deploy/run.py --program build/dev/server/program/interstate [--only WORDS]
"""
import argparse
import os
import sys
import tempfile
import time
import traceback

from house import TESTS, House

import starting  # noqa: F401
import failing  # noqa: F401


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default="build/dev/server/program/interstate")
    options.add_argument("--only", default="", help="only tests whose title holds this")
    chosen = options.parse_args()
    passed = failed = 0
    for title, body in TESTS:
        if chosen.only not in title:
            continue
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="interstate-deploy-") as folder:
            house = House(os.path.abspath(chosen.program), folder)
            try:
                body(house)
                passed += 1
                print(f"passed  {title} ({time.monotonic() - began:.2f} s)", flush=True)
            except Exception as error:  # a test may fail in any way; the others still run
                failed += 1
                steps = [step for step in traceback.extract_tb(error.__traceback__) if step.name == body.__name__]
                print(f"FAILED  {title}\n        {os.path.basename(steps[-1].filename)}:{steps[-1].lineno}: {error}", flush=True)
            finally:
                house.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
