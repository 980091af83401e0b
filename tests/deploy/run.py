#!/usr/bin/env python3
"""deploy/up as people run it, with a program that is built already. One line a test.

    python3 tests/deploy/run.py --program build/dev/server/program/interstate [--only WORDS]
"""
import sys
import tempfile

from house import TESTS, House
from titled_tests import chosen_by_arguments, run_titled

import starting  # noqa: F401
import failing  # noqa: F401


def main():
    chosen = chosen_by_arguments(__doc__)

    def in_a_house(test):
        with tempfile.TemporaryDirectory(prefix="interstate-deploy-") as folder:
            house = House(chosen.program, folder)
            try:
                test[1](house)
            finally:
                house.close()

    return run_titled(TESTS, chosen.only, in_a_house)


if __name__ == "__main__":
    sys.exit(main())
