#!/usr/bin/env python3
"""Mail over real SMTP, with and without TLS, and what people do with it. One line a test.

    python3 tests/mail/run.py --program build/dev/server/program/interstate [--only WORDS]
"""
import sys
import tempfile

from house import TESTS, House
from titled_tests import chosen_by_arguments, run_titled

import sending  # noqa: F401
import joining  # noqa: F401
import renewing  # noqa: F401
import announcing  # noqa: F401
import leaving  # noqa: F401
import coming_back  # noqa: F401
import reminding  # noqa: F401
import answering  # noqa: F401


def main():
    chosen = chosen_by_arguments(__doc__)

    def run(test):
        house = House(chosen.program, folder)
        try:
            test[1](house)
        finally:
            house.close()

    with tempfile.TemporaryDirectory(prefix="interstate-mail-") as folder:
        return run_titled(TESTS, chosen.only, run, at_once=4)


if __name__ == "__main__":
    sys.exit(main())
