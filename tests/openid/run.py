#!/usr/bin/env python3
"""Signing in by an agency's own provider: a real one (oidc-provider), and one that is hostile. One line a test.

    python3 tests/openid/run.py --program build/dev/server/program/interstate [--only WORDS]

Needs `npm ci` in this folder.
"""
import sys
import tempfile

from agencies import TESTS, Agency
from titled_tests import chosen_by_arguments, run_titled

import signing_in  # noqa: F401
import hostile  # noqa: F401
import adding  # noqa: F401


def main():
    chosen = chosen_by_arguments(__doc__)

    def run(test):
        agency = Agency(chosen.program, folder)
        try:
            test[1](agency)
        finally:
            agency.close()

    with tempfile.TemporaryDirectory(prefix="interstate-openid-") as folder:
        try:
            return run_titled(TESTS, chosen.only, run)
        finally:
            for provider in Agency.shared:
                provider.close()


if __name__ == "__main__":
    sys.exit(main())
