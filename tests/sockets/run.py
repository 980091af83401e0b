#!/usr/bin/env python3
"""The server over real sockets: bad input, limits, the program's subcommands, scripts. One line a test.

    python3 tests/sockets/run.py --program build/dev/server/program/interstate [--only WORDS]
"""
import argparse
import os
import sys
import tempfile
import time
import traceback

from world import TESTS, World

import bad_frames  # noqa: F401
import bad_upgrades  # noqa: F401
import bad_requests  # noqa: F401
import replies  # noqa: F401
import limits  # noqa: F401
import rates  # noqa: F401
import facts  # noqa: F401
import shutdown  # noqa: F401
import program  # noqa: F401
import importing  # noqa: F401
import configuration  # noqa: F401
import scripting  # noqa: F401


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default="build/dev/server/program/interstate")
    options.add_argument("--only", default="", help="only tests whose title holds this")
    chosen = options.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="interstate-sockets-") as folder:
        world = World(os.path.abspath(chosen.program), folder)
        for title, body, changes in TESTS:
            if chosen.only not in title:
                continue
            began = time.monotonic()
            try:
                world.run_test(body, changes)
                passed += 1
                print(f"passed  {title} ({time.monotonic() - began:.2f} s)", flush=True)
            except Exception as error:  # a test may fail in any way; the others still run
                failed += 1
                place = traceback.extract_tb(error.__traceback__)[-1]
                steps = [step for step in traceback.extract_tb(error.__traceback__) if step.name == body.__name__]
                place = steps[-1] if steps else place
                print(f"FAILED  {title}\n        {os.path.basename(place.filename)}:{place.lineno}: {error!r}", flush=True)
                world.revive()
        world.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
