#!/usr/bin/env python3
"""deploy/up and deploy/upgrade as people run them, with a program that is built already. One line a test.

    python3 tests/deploy/run.py --program build/dev/server/program/interstate [--only WORDS] [--long]

--long kills an upgrade at every step, and prunes. tests/deploy/machine.py does it all on a systemd of its own.
"""
import os
import shutil
import sys
import tempfile

from house import TESTS, House
from titled_tests import chosen_by_arguments, run_titled

import starting  # noqa: F401
import failing  # noqa: F401
import service  # noqa: F401
import nightly  # noqa: F401
import proxied  # noqa: F401
import upgrading  # noqa: F401


def main():
    long = "--long" in sys.argv
    sys.argv = [word for word in sys.argv if word != "--long"]
    chosen = chosen_by_arguments(__doc__)

    def in_a_house(test):
        # In memory where there is room: each step of a deployment waits for the disk, and the disk is not what is tested.
        room = "/dev/shm" if os.path.isdir("/dev/shm") and shutil.disk_usage("/dev/shm").free > 4 << 30 else None
        with tempfile.TemporaryDirectory(prefix="interstate-deploy-", dir=room) as folder:
            house = House(chosen.program, folder, long)
            try:
                test[1](house)
            finally:
                house.close()

    return run_titled(TESTS, chosen.only, in_a_house, at_once=3)


if __name__ == "__main__":
    sys.exit(main())
