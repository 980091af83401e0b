#!/usr/bin/env python3
"""Copies: made while people write, verified, restored; and the data folders of earlier states of the program. One line a test.

    python3 tests/backup/run.py --program build/dev/server/program/interstate [--only WORDS] [--long]
"""
import sys
import tempfile

from house import TESTS, House
from titled_tests import chosen_by_arguments, run_titled

import copying  # noqa: F401
import verifying  # noqa: F401
import restoring  # noqa: F401
import erasing  # noqa: F401
import earlier_states  # noqa: F401


def main():
    chosen = chosen_by_arguments(
        __doc__, lambda options: options.add_argument("--long", action="store_true", help="a hundred times as many copies, kills and flipped bits"))
    with tempfile.TemporaryDirectory(prefix="interstate-backup-") as folder:
        house = House(chosen.program, folder, 100 if chosen.long else 1)
        try:
            status = run_titled(TESTS, chosen.only, lambda test: test[1](house))
        finally:
            house.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
