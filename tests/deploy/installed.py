"""A service installed under a folder of the test: deploy/up --service and deploy/upgrade as people run them, with a stand-in for systemctl."""
import contextlib
import http.client
import os
import re
import signal
import sqlite3
import ssl
import subprocess

from free_port import free_port
from house import PATIENCE, ROOT, Said, same

STAND_IN = f"{ROOT}/tests/deploy/stand_in"


class Installed:
    """`with Installed(house) as service:` and afterwards nothing of it runs."""

    def __init__(self, house):
        self.program, self.folder, self.prefix = house.program, house.folder, f"{house.folder}/machine"
        self.port, self.public_port = house.port, free_port()
        self.url = f"https://localhost:{self.public_port}"
        self.data, self.backups = f"{self.prefix}/var/lib/interstate/data", f"{self.prefix}/var/backups/interstate"
        self.settings, self.opt = f"{self.prefix}/etc/interstate", f"{self.prefix}/opt/interstate"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if os.path.isdir(f"{self.prefix}/run/stand-in"):
            self.systemctl("stop", "caddy", "interstate")

    def environment(self, **more):
        own = {name: value for name, value in os.environ.items() if not name.startswith("INTERSTATE_")}
        return {**own, "INTERSTATE_PREFIX": self.prefix, "INTERSTATE_PROGRAM": self.program, "PATH": f"{STAND_IN}:{own['PATH']}", **more}

    def systemctl(self, *words):
        return subprocess.run([f"{STAND_IN}/systemctl", *words], env=self.environment(), capture_output=True, text=True, timeout=PATIENCE)

    def pid(self):
        return int(self.systemctl("show", "-p", "MainPID", "--value", "interstate").stdout)

    def script(self, *command, **environment):
        return subprocess.run([f"{ROOT}/deploy/{command[0]}", *map(str, command[1:])], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=PATIENCE, env=self.environment(**environment))

    def up(self, *options, proxy=False):
        """deploy/up --service; with the port and address of this test the first time."""
        if not os.path.exists(f"{self.settings}/interstate.toml"):
            options = ("--public-url", self.url, "--port", self.port, *(("--certificate", "internal") if proxy else ("--no-proxy",)), *options)
        return self.heard(self.script("up", "--service", *options))

    def upgrade(self, program=None):
        return self.heard(self.script("upgrade", **({"INTERSTATE_PROGRAM": program} if program else {})))

    @staticmethod
    def heard(done):
        """What went well says nothing of failures."""
        if done.returncode == 0:
            same("failed:" in done.stderr, False, f"a failure ({done.stderr})")
        return Said(done)

    def upgrade_until(self, step, program):
        """Runs deploy/upgrade, and kills it and what it started when it announces this step."""
        process = subprocess.Popen([f"{ROOT}/deploy/upgrade"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                   env=self.environment(INTERSTATE_PROGRAM=program), start_new_session=True)
        with process.stdout:
            seen = []
            for line in process.stdout:
                seen.append(line)
                if line.startswith(f"== {step}"):
                    break
            else:
                raise AssertionError(f"{step!r} never came: {''.join(seen)}")
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(PATIENCE)

    def command(self, *arguments):
        """What a person at this machine says: `interstate …`."""
        done = subprocess.run([f"{self.prefix}/usr/local/bin/interstate", *arguments], capture_output=True, text=True, timeout=PATIENCE)
        same(done.returncode, 0, f"interstate {arguments} ({done.stderr}{done.stdout})")
        return done.stdout.strip()

    def another_program(self, name):
        """The same program under another version, as the next commit would build it."""
        own = re.fullmatch(r"(\S+\+)(\S+)", subprocess.run([self.program, "--version"], capture_output=True, text=True, check=True).stdout.strip())
        version = (own[1] + (name * len(own[2]))[:len(own[2])]).encode()
        with open(self.program, "rb") as file:
            bytes_of_it = file.read()
        same(own[0].encode() in bytes_of_it, True, "the version in the program")
        path = f"{self.folder}/next-{name}"
        with open(path, "wb") as file:
            file.write(bytes_of_it.replace(own[0].encode(), version))
        os.chmod(path, 0o755)
        return path

    def current(self):
        return os.path.basename(os.readlink(f"{self.opt}/current"))

    def content(self):
        """Everything in the database but what a restore must change (the epoch, and with it the number of the grounds; when it was looked for reminders) and the receipts of what
        the server does by itself at each start."""
        connection = sqlite3.connect(f"file:{self.data}/interstate.db?mode=ro", uri=True)
        with contextlib.closing(connection):
            changing = ('INSERT INTO "facts_of_store"', 'INSERT INTO "grounds"', 'INSERT INTO "rounds"', f"INSERT INTO \"receipts\" VALUES('{'0' * 26}'")
            return [line for line in connection.iterdump() if not line.startswith(changing)]

    def ready(self):
        """(whether it answers ready, the build that it says)."""
        try:
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            with contextlib.closing(line):
                line.request("GET", "/readyz")
                reply = line.getresponse()
                return reply.read() == b"ready\n", reply.getheader("Interstate-Build")
        except OSError:
            return False, None

    def trust(self):
        """What a browser of these people trusts: the proxy's own authority."""
        return ssl.create_default_context(cafile=f"{self.prefix}/var/lib/caddy/caddy/pki/authorities/local/root.crt")

    def ask(self, method, path, source="127.0.0.1", body=None, **fields):
        """One request through the proxy; gives (status, body, headers)."""
        line = http.client.HTTPSConnection("localhost", self.public_port, timeout=PATIENCE, context=self.trust(), source_address=(source, 0))
        with contextlib.closing(line):
            line.request(method, path, body, {name.replace("_", "-"): value for name, value in fields.items()})
            reply = line.getresponse()
            return reply.status, reply.read().decode(), dict(reversed(reply.getheaders()))  # of several the first


def written(path, *lines):
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
    os.chmod(path, 0o755)
    return path
