#!/usr/bin/env python3
"""The service on a systemd of its own: a bare Debian 12 that boots in a container here, where deploy/up --service is run as people run it.

    sudo python3 tests/deploy/machine.py --program build/release/server/program/interstate [--only WORDS]

Needs root, mmdebstrap and systemd-container from Debian's archive, and web/dist as deploy/up builds it. The first run makes the Debian (one to
three minutes, kept in /var/tmp/interstate-machine); then it takes about a minute. The container has a network of its own, without a way out.
"""
import contextlib
import ctypes
import glob
import hashlib
import http.client
import os
import re
import resource
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
sys.path.insert(0, os.path.join(ROOT, "tests/support/python"))
from interstate_client import Live  # noqa: E402
from second_factor import PATH, set_up_by  # noqa: E402
from titled_tests import chosen_by_arguments, run_titled  # noqa: E402

KEPT = "/var/tmp/interstate-machine"
PATIENCE = 120
NAME = "sdi.example.org"
PACKAGES = ["systemd", "systemd-sysv", "dbus", "caddy", "ca-certificates", "tzdata", "sudo", "procps", "python3-minimal", "python3"]
TESTS = []
CLONE_NEWNET = 0x40000000  # sched.h
CAP_SYS_RESOURCE = 24  # capabilities(7)


def test(title):
    def keep(body):
        TESTS.append((title, body))
        return body
    return keep


def same(found, wanted, what=""):
    if found != wanted:
        raise AssertionError(f"{what or 'found'}: {found!r}, wanted {wanted!r}")


def until(found, what):
    """What `found` gives once it is true; a bound on patience, not a measure."""
    end = time.monotonic() + PATIENCE
    while not (result := found()):
        if time.monotonic() > end:
            raise AssertionError(f"{what} never came")
        time.sleep(0.1)
    return result


def packages_of(program):
    """The packages whose libraries the program loads."""
    paths = re.findall(r"=> (\S+)", subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout)
    real = [os.path.realpath(path) for path in paths]
    owners = subprocess.run(["dpkg", "-S", *paths, *real], capture_output=True, text=True).stdout
    return sorted({line.split(":")[0] for line in owners.splitlines()})


def descriptors_here(wanted):
    """What a process that asks for so many gets: where this machine's root may not raise its own limit, neither may the container's."""
    with open("/proc/self/status") as status:
        rights = int(re.search(r"^CapEff:\s+(\S+)", status.read(), re.M).group(1), 16)
    return wanted if rights >> CAP_SYS_RESOURCE & 1 else min(wanted, resource.getrlimit(resource.RLIMIT_NOFILE)[1])


class Machine:
    def __init__(self, program, folder):
        self.program, self.root, self.container = program, f"{folder}/root", None
        wanted = ",".join([*PACKAGES, *packages_of(program)])
        base = f"{KEPT}/{hashlib.sha256(wanted.encode()).hexdigest()[:12]}.tar"
        if not os.path.exists(base):
            os.makedirs(KEPT, exist_ok=True)
            subprocess.run(["mmdebstrap", "--quiet", "--variant=minbase", f"--include={wanted}", "bookworm", f"{base}.half.tar"], check=True)
            os.rename(f"{base}.half.tar", base)
        os.mkdir(self.root)
        subprocess.run(["tar", "-C", self.root, "-xf", base], check=True)
        with open(f"{self.root}/etc/hosts", "w") as hosts:
            hosts.write(f"127.0.0.1 localhost {NAME}\n::1 localhost\n")
        os.makedirs(f"{self.root}/src")
        for part in ("deploy", "web"):
            shutil.copytree(f"{ROOT}/{part}", f"{self.root}/src/{part}", ignore=shutil.ignore_patterns("node_modules", "content"), symlinks=True)
        self.put_program("interstate", program)

    def put_program(self, name, source):
        shutil.copy(source, f"{self.root}/src/{name}")
        os.chmod(f"{self.root}/src/{name}", 0o755)

    def boot(self):
        """Starts it as a power button does; returns when systemd says that it is up."""
        self.container = subprocess.Popen(["systemd-nspawn", "--quiet", "--boot", "--register=no", "--keep-unit", f"--directory={self.root}", "--machine=interstate-test",
                                           "--console=pipe", "--link-journal=no", "--private-network"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                          stderr=subprocess.DEVNULL, env={**os.environ, "SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1"})
        self.init = until(self.first_process, "the first process")
        until(lambda: self.run("systemctl", "is-system-running", check=None).stdout.strip() in ("running", "degraded"), "a running system")

    def first_process(self):
        """systemd-nspawn's child that has become systemd; another prepares it and goes."""
        with open(f"/proc/{self.container.pid}/task/{self.container.pid}/children") as children:
            for child in children.read().split():
                with contextlib.suppress(FileNotFoundError):
                    if os.readlink(f"/proc/{child}/exe").endswith("/systemd/systemd"):
                        return int(child)
        return None

    def shut_down(self):
        """An orderly one, as a reboot does it."""
        if self.container and self.container.poll() is None:
            self.container.send_signal(signal.SIGTERM)
            self.container.wait(PATIENCE)

    def run(self, *command, check=0, **environment):
        """A command in the container, as root; gives the finished process."""
        own = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", *[f"{name}={value}" for name, value in environment.items()]]
        done = subprocess.run(["nsenter", "-t", str(self.init), "-m", "-u", "-i", "-n", "-p", "-C", "--", "env", "-i", *own, *command],
                              capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL)
        if check is not None:
            same(done.returncode, check, f"{command}: {done.stdout[-1500:]}{done.stderr[-1500:]}")
        return done

    def deploy(self, *command, program="interstate", check=0):
        return self.run(f"/src/deploy/{command[0]}", *command[1:], check=check, INTERSTATE_PROGRAM=f"/src/{program}")

    def show(self, unit, name):
        return self.run("systemctl", "show", "-p", name, "--value", unit).stdout.strip()

    def back_up(self, check=0):
        """The nightly unit, now. A copy is named after its second, and never replaces another."""
        began = int(time.time())
        until(lambda: int(time.time()) > began, "the next second")
        self.run("systemctl", "start", "interstate-backup", check=check)

    def of_process(self, file):
        """/proc/PID/file of the service, as its machine sees it."""
        return self.run("cat", f"/proc/{self.show('interstate', 'MainPID')}/{file}").stdout

    @contextlib.contextmanager
    def network(self):
        """Sockets made in here are in the container's network."""
        libc = ctypes.CDLL(None, use_errno=True)
        with open("/proc/thread-self/ns/net") as own, open(f"/proc/{self.init}/ns/net") as other:
            same(libc.setns(other.fileno(), CLONE_NEWNET), 0, "setns")
            try:
                yield
            finally:
                same(libc.setns(own.fileno(), CLONE_NEWNET), 0, "setns")

    def trust(self):
        return ssl.create_default_context(cafile=f"{self.root}/var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt")

    def ask(self, method, path, body=None, **fields):
        """One request through the proxy, as a browser makes it; gives (status, body, headers)."""
        with self.network():
            plain = socket.create_connection(("127.0.0.1", 443), timeout=PATIENCE)
        line = http.client.HTTPSConnection(NAME)
        with contextlib.closing(line):
            line.sock = self.trust().wrap_socket(plain, server_hostname=NAME)
            line.request(method, path, body, {name.replace("_", "-"): value for name, value in fields.items()})
            reply = line.getresponse()
            return reply.status, reply.read().decode(), dict(reversed(reply.getheaders()))  # of several the first

    def ready(self):
        with contextlib.suppress(OSError):
            return self.ask("GET", "/readyz")[:2] == (200, "ready\n")
        return False

    def live(self, cookie):
        """A live connection through the proxy."""
        machine = self

        class Through(Live):
            def _connect(self, _):
                with machine.network():
                    plain = socket.create_connection(("127.0.0.1", 443), timeout=PATIENCE)
                self.socket = machine.trust().wrap_socket(plain, server_hostname=NAME)
        return Through(443, cookie=cookie, origin=f"https://{NAME}", without=["Host"], extra=[f"Host: {NAME}"])


def sets_up_a_second_factor(machine, half):
    def ask(method, body=None):
        status, page, fields = machine.ask(method, PATH, body, Origin=f"https://{NAME}", Cookie=half, Content_Type="application/x-www-form-urlencoded")
        return status, page, fields.get("Set-Cookie")
    return set_up_by(ask)


@test("deploy/up --service on a bare machine: behind a certificate, enabled, backed up, and doctor finds nothing wrong")
def _(machine):
    said = machine.deploy("up", "--service", "--public-url", f"https://{NAME}", "--certificate", "internal", "--admin", "first@example.org").stdout
    same([machine.run("systemctl", verb, unit, check=None).stdout.strip() for verb in ("is-active", "is-enabled") for unit in ("interstate", "interstate-backup.timer", "caddy")],
         ["active"] * 3 + ["enabled"] * 3)
    same(machine.ready(), True, "through the proxy")
    same([line for line in machine.run("interstate", "doctor").stdout.splitlines() if not line.startswith("ok ")], [])
    same(len(glob.glob(f"{machine.root}/var/backups/interstate/interstate-*.db")), 1, "backups")
    same(machine.run("systemctl", "--failed", "--plain", "--no-legend").stdout, "", "failed units")
    link = re.search(rf"https://{NAME}(/sign-in/link/\S+)", said).group(1)
    status, _, fields = machine.ask("POST", link, Origin=f"https://{NAME}")
    same(status, 303, "the link")
    machine.cookie = sets_up_a_second_factor(machine, fields["Set-Cookie"].split(";")[0])
    same(machine.live(machine.cookie).greeting["build"], machine.run("interstate", "--version").stdout.strip())
    machine.run("systemctl", "reload", "caddy")
    pid = machine.show("interstate", "MainPID")
    machine.run("useradd", "-m", "dev")
    with open(f"{machine.root}/etc/sudoers.d/dev", "w") as rule:
        rule.write("dev ALL=(ALL) NOPASSWD:ALL\n")
    by_sudo = machine.run("runuser", "-u", "dev", "--", "env", "INTERSTATE_PROGRAM=/src/interstate", "/src/deploy/up", "--service")
    same("running already" in by_sudo.stdout, True, "a second run, by somebody with sudo")
    same(machine.show("interstate", "MainPID"), pid, "the same process after a second run")


@test("the service has no rights: another user, no capabilities, no new privileges, filtered calls, a read-only machine, descriptors for ten thousand")
def _(machine):
    status = dict(re.findall(r"^(\w+):\s+(.*)$", machine.of_process("status"), re.M))
    user = machine.run("id", "-u", "interstate").stdout.strip()
    same((set(status["Uid"].split()), status["NoNewPrivs"], status["Seccomp"], status["CapEff"], status["CapBnd"]), ({user}, "1", "2", "0" * 16, "0" * 16))
    mounts = {line.split()[4]: line.split()[5].split(",")[0] for line in machine.of_process("mountinfo").splitlines()}
    same((mounts["/"], mounts["/var/lib/interstate"]), ("ro", "rw"), "the root and the data")
    same(re.search(r"Max open files\s+(\d+)", machine.of_process("limits")).group(1), str(descriptors_here(32768)))
    same(machine.run("stat", "-c", "%a %U", "/var/lib/interstate/data", "/var/backups/interstate").stdout.split(), ["700", "interstate"] * 2)
    same(machine.run("sudo", "-u", "nobody", "ls", "/var/lib/interstate", check=None).returncode, 2, "somebody else's look")


@test("it survives a kill, and a reboot: the same people are signed in and the backup's timer is set")
def _(machine):
    killed = machine.show("interstate", "MainPID")
    machine.run("kill", "-9", killed)
    until(lambda: machine.show("interstate", "MainPID") not in ("0", killed) and machine.ready(), "the service after a kill")
    machine.shut_down()
    machine.boot()
    until(machine.ready, "the service after a reboot")
    same(machine.ask("GET", "/api/me", Cookie=machine.cookie)[0], 200, "the sign-in from before")
    same("interstate-backup.timer" in machine.run("systemctl", "list-timers", "--no-pager").stdout, True)
    same(machine.run("systemctl", "--failed", "--plain", "--no-legend").stdout, "", "failed units")


@test("a backup whose hook fails is a failed unit, and doctor says so; a good one, with the hook's copy, clears it")
def _(machine):
    hook = f"{machine.root}/etc/interstate/after-backup"
    with open(hook, "w") as file:
        file.write("#!/bin/sh\necho 'no way to the vault' >&2\nexit 3\n")
    os.chmod(hook, 0o755)
    machine.back_up(check=1)
    same("interstate-backup.service" in machine.run("systemctl", "--failed", "--plain").stdout, True)
    same("no way to the vault" in machine.run("journalctl", "-u", "interstate-backup", "--no-pager").stdout, True)
    same("WRONG backups: the last one failed" in machine.run("interstate", "doctor", check=1).stdout, True)
    with open(hook, "w") as file:
        file.write('#!/bin/sh\ncp "$1" /var/lib/interstate/away.db\n')
    machine.back_up()
    same(machine.run("systemctl", "--failed", "--plain", "--no-legend").stdout, "", "failed units")
    machine.run("interstate", "verify", "/var/lib/interstate/away.db")
    machine.run("interstate", "doctor")


@test("the restore drill of the operator's guide, beside the running service; and for good, after which the service goes on")
def _(machine):
    copy = max(glob.glob(f"{machine.root}/var/backups/interstate/interstate-*.db"))[len(machine.root):]
    program, pid = ("runuser", "-u", "interstate", "--", "/opt/interstate/current/bin/interstate"), machine.show("interstate", "MainPID")
    machine.run("interstate", "verify", copy)
    machine.run(*program, "restore", "--from", copy, "--data", "/var/lib/interstate/drill")
    same(machine.run(*program, "people", "--data", "/var/lib/interstate/drill").stdout, "Administrator <first@example.org>\n")
    machine.run("rm", "-r", "/var/lib/interstate/drill")
    same("stop it first" in machine.run("interstate", "restore", "--from", copy, check=1).stderr, True, "a restore under the running service")
    same((machine.show("interstate", "MainPID"), machine.ready()), (pid, True))
    machine.run("systemctl", "stop", "interstate")
    machine.run("interstate", "restore", "--from", copy)
    machine.run("systemctl", "start", "interstate")
    same(machine.ask("GET", "/api/me", Cookie=machine.cookie)[0], 200, "the sign-in from before")


@test("deploy/upgrade brings the next version, and a broken one is put back, program and data")
def _(machine):
    own = machine.run("interstate", "--version").stdout.strip()
    with open(machine.program, "rb") as file:
        text = file.read()
    following = re.sub(r"(?<=\+).*", lambda found: "f" * len(found[0]), own)
    broken = b'#!/bin/sh\n[ "$1" = --version ] && echo 9+broken && exit\nexit 1\n'
    for name, program in (("next", text.replace(own.encode(), following.encode())), ("broken", broken)):
        with open(f"{machine.root}/src/{name}", "wb") as file:
            file.write(program)
        os.chmod(f"{machine.root}/src/{name}", 0o755)
    line = machine.live(machine.cookie)
    machine.deploy("upgrade", program="next")
    same(line.wait("going_away")["reconnect_after_ms"] > 0, True)
    same(machine.live(machine.cookie).greeting["build"], following, "the next version")
    epoch = machine.live(machine.cookie).greeting["epoch"]
    said = machine.deploy("upgrade", program="broken", check=1)
    for words in ("This step failed: trying it where nobody reaches it", "Program and data are as they were"):
        same(words in said.stdout + said.stderr, True, words)
    again = machine.live(machine.cookie).greeting
    same((again["build"], again["epoch"] != epoch), (following, True), "the version before, a new epoch")
    same(machine.run("systemctl", "--failed", "--plain", "--no-legend").stdout, "", "failed units")


@test("--remove leaves no unit and no program, and all of the data")
def _(machine):
    machine.deploy("up", "--service", "--remove")
    same(machine.run("systemctl", "list-unit-files", "interstate*", "--no-legend", check=None).stdout, "")
    stays = ("var/lib/interstate/data/interstate.db", "etc/interstate/interstate.toml")
    same([os.path.exists(f"{machine.root}/{path}") for path in ("opt/interstate", "usr/local/bin/interstate", *stays)], [False, False, True, True])
    machine.run("systemctl", "is-active", "caddy", check=3)


def main():
    chosen = chosen_by_arguments(__doc__)
    missing = [tool for tool in ("mmdebstrap", "systemd-nspawn", "nsenter") if not shutil.which(tool)]
    if os.getuid() != 0 or missing:
        print(f"this needs root and {', '.join(missing) or 'nothing else'}: apt-get install mmdebstrap systemd-container")
        return 2
    with tempfile.TemporaryDirectory(prefix="interstate-machine-", dir="/var/tmp") as folder:
        machine = Machine(chosen.program, folder)
        try:
            machine.boot()
            return run_titled(TESTS, chosen.only, lambda one: one[1](machine))
        finally:
            machine.shut_down()


if __name__ == "__main__":
    sys.exit(main())
