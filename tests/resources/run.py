#!/usr/bin/env python3
"""The server where something runs out or jumps: disk, clock, descriptors, memory, readers that take nothing. One line a test.

    python3 tests/resources/run.py --program build/dev/server/program/interstate [--only WORDS] [--long]

As root it mounts small disks; otherwise it limits the size of files, and says what it could not try.
"""
import sys
import tempfile

from house import TESTS, House
from titled_tests import chosen_by_arguments, run_titled

import disks  # noqa: F401
import clocks  # noqa: F401
import descriptors  # noqa: F401
import readers  # noqa: F401
import memory  # noqa: F401


def main():
    chosen = chosen_by_arguments(__doc__, lambda options: options.add_argument("--long", action="store_true", help="also what takes minutes"))

    def run(test):
        house = House(chosen.program, folder, chosen.long)
        try:
            test[1](house)
        finally:
            house.close()

    with tempfile.TemporaryDirectory(prefix="interstate-resources-") as folder:
        return run_titled([one for one in TESTS if chosen.long or not one[2]], chosen.only, run)


if __name__ == "__main__":
    sys.exit(main())
