#!/usr/bin/env python3
"""The server over real sockets: bad input, limits, the program's subcommands, scripts. One line a test.

    python3 tests/sockets/run.py --program build/dev/server/program/interstate [--only WORDS]
"""
import sys
import tempfile

from world import TESTS, World
from titled_tests import chosen_by_arguments, run_titled

import bad_frames  # noqa: F401
import bad_upgrades  # noqa: F401
import bad_requests  # noqa: F401
import replies  # noqa: F401
import transports  # noqa: F401
import bad_polls  # noqa: F401
import limits  # noqa: F401
import rates  # noqa: F401
import facts  # noqa: F401
import shutdown  # noqa: F401
import program  # noqa: F401
import importing  # noqa: F401
import auditing  # noqa: F401
import configuration  # noqa: F401
import metrics  # noqa: F401
import passwords  # noqa: F401
import scripting  # noqa: F401
import tokens  # noqa: F401


def main():
    chosen = chosen_by_arguments(__doc__)
    with tempfile.TemporaryDirectory(prefix="interstate-sockets-") as folder:
        world = World(chosen.program, folder)
        status = run_titled(TESTS, chosen.only, lambda test: world.run_test(*test[1:]), world.revive)
        world.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
