#!/usr/bin/env python3
"""What RFC 6455 asks of a server, each case with its section: over the product's own endpoint, and over the echo on the same transport.

    python3 tests/conformance/run.py --program build/dev/server/program/interstate --echo build/dev/tests/ws_echo [--only WORDS]
"""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/python"))
from interstate_client import sign_in  # noqa: E402
from interstate_server import Demonstration  # noqa: E402
from titled_tests import chosen_by_arguments, run_titled  # noqa: E402

from endpoint import Endpoint  # noqa: E402
import framing  # noqa: E402
import handshake  # noqa: E402
import messages  # noqa: E402


def more_options(options):
    options.add_argument("--echo", default="build/dev/tests/ws_echo")


def product(program, folder):
    server = Demonstration(program, f"{folder}/data", "--frames-per-second", "100000", "--requests-per-second", "100000").start().read_ids()
    cookie = sign_in(server.port, server.facilitators[0])
    fields = [f"Cookie: {cookie}", f"Origin: http://127.0.0.1:{server.port}"]
    return server, Endpoint("the product", server.port, "/api/live", fields, binary=False)


def echo(program):
    process = subprocess.Popen([program, "0"], stdout=subprocess.PIPE, text=True)
    return process, Endpoint("the echo", int(process.stdout.readline()), "/", [], binary=True)


def main():
    chosen = chosen_by_arguments(__doc__, more_options)
    with tempfile.TemporaryDirectory(prefix="interstate-conformance-") as folder:
        server, own = product(chosen.program, folder)
        process, other = echo(os.path.abspath(chosen.echo))
        try:
            tests = [(f"{section} {title}, {endpoint.name}", case, endpoint)
                     for module in (handshake, framing, messages) for section, title, case, only in module.CASES
                     for endpoint in (own, other) if only in (None, endpoint.name)]
            status = run_titled(tests, chosen.only, lambda test: test[1](test[2]))
            if server.process.poll() is not None or process.poll() is not None:
                print("FAILED  one of them ended")
                status = 1
        finally:
            server.close()
            process.kill()
    return status


if __name__ == "__main__":
    sys.exit(main())
