"""deploy/up --service: what it installs, again, with edits, and away."""
import glob
import os
import pty
import subprocess

from house import PATIENCE, ROOT, same, test
from installed import Installed

WORST = {"interstate.service": 1.0, "interstate-backup.service": 1.2}  # of 10; what systemd-analyze calls the exposure


@test("the service's options are refused before anything is done, each with what is allowed")
def _(house):
    with Installed(house) as service:
        for options, words in (((), ["Say how people reach it", "--public-url https://"]), (("--public-url", "http://a.example"), ["begins with https://"]),
                               (("--public-url", "https://a.example/"), ["no slash at the end: https://a.example"]),
                               (("--public-url", "https://a.example/sdi"), ["https:// and a name"]), (("--public-url",), ["--public-url needs a value"]),
                               (("--public-url", "https://a.example", "--port", "eighty"), ["--port is a number"]),
                               (("--public-url", "https://a.example", "--certificate", "none.pem"), ["“none.pem” cannot be read"]),
                               (("--public-url", "https://a.example", "--key", "k"), ["--key belongs to --certificate FILE"])):
            done = service.script("up", "--service", *options)
            same(done.returncode, 1, f"{options} ({done.stdout})")
            for word in ["This step failed: looking at the options" if len(options) != 1 else "needs a value", *words]:
                same(word in done.stderr, True, f"{word!r} in {done.stderr!r}")
        same(service.script("up", "--service", "--dance").returncode, 2)
        same("--certificate internal" in service.script("up", "--service", "--help").stdout, True)
        same(os.path.exists(service.prefix), False, "anything made")
        same("deploy/up --service --public-url" in service.script("upgrade").stderr, True, "an upgrade of nothing")


@test("the service runs from its own release with its own configuration, empty, backed up and sound; again it stays as it is")
def _(house):
    with Installed(house) as service:
        said = service.up("--admin", "first@example.org").told(0, "== release", "== service", "== backup", f"Interstate is at {service.url}", f"{service.url}/sign-in/link/")
        pid, release = service.pid(), service.current()
        same(service.ready(), (True, service.command("--version")))
        same(os.path.realpath(f"/proc/{pid}/exe"), f"{service.opt}/releases/{release}/bin/interstate")
        same(service.command("people"), "Administrator <first@example.org>")
        same("ok    backups" in service.command("doctor"), True, "doctor on backups")
        same(sorted(name for name in os.listdir(f"{service.prefix}/run/stand-in") if name.endswith(".enabled")),
             ["interstate-backup.timer.enabled", "interstate.service.enabled"], "what starts at the next boot")
        same([oct(os.stat(path).st_mode & 0o777) for path in (service.data, service.backups, service.settings)], ["0o700", "0o700", "0o755"])
        same(len(glob.glob(f"{service.backups}/interstate-*.db")), 1, "backups")
        again = service.up().told(0, "Interstate is running already.")
        same((service.pid(), service.current(), "sign-in/link" in again.text, said.link() != ""), (pid, release, False, True))
        with_admin = service.up("--admin", "second@example.org").told(0, "/sign-in/link/")
        same(service.pid(), pid, f"the same process ({with_admin.text})")


@test("edits of the configuration stay; what the command line says changes its own line only")
def _(house):
    with Installed(house) as service:
        service.up().told(0)
        path, pid = f"{service.settings}/interstate.toml", service.pid()
        with open(path) as file:
            text = file.read()
        edited = text.replace("[serve]\n", "[serve]\npresence-grace = 90 # mine\n")
        with open(path, "w") as file:
            file.write(edited)
        with open(f"{service.settings}/backup.conf", "a") as file:
            file.write("KEEP_DAILY=3\n")
        service.up().told(0, "running already")
        with open(path) as file:
            same(file.read(), edited, "the configuration")
        service.up("--public-url", "https://other.example.org").told(0, "public-url is now https://other.example.org", "Interstate is at https://other.example.org")
        with open(path) as file:
            same(file.read(), edited.replace(service.url, "https://other.example.org"), "the configuration")
        same(service.pid() != pid and service.ready()[0], True, "started again with it")
        with open(f"{service.settings}/backup.conf") as file:
            same("KEEP_DAILY=3\n" in file.read(), True, "the retention")


@test("--remove takes the service away and leaves data, backups and configuration, which the next --service takes up")
def _(house):
    with Installed(house) as service:
        service.up("--admin", "first@example.org").told(0)
        service.systemctl("stop", "interstate")
        before = service.content()
        service.up("--remove").told(0, "These stay:", service.data, service.backups, service.settings)
        same((service.ready(), service.content() == before, os.path.exists(service.opt)), ((False, None), True, False))
        same(glob.glob(f"{service.prefix}/etc/systemd/system/interstate*"), [], "units")
        same(len(glob.glob(f"{service.backups}/interstate-*.db")), 1, "backups")
        service.up("--remove").told(0)
        service.up("--no-proxy").told(0)
        same(service.command("people"), "Administrator <first@example.org>")


@test("systemd finds nothing wrong with the units, and little that the service could do to the machine")
def _(house):
    with Installed(house) as service:
        service.up().told(0)
        units = sorted(glob.glob(f"{service.prefix}/etc/systemd/system/interstate*"))
        same([os.path.basename(one) for one in units], ["interstate-backup.service", "interstate-backup.timer", "interstate.service"])
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", "--generators=no", *units], capture_output=True, text=True)
        same((done.returncode, [line for line in done.stderr.splitlines() if "interstate" in line]), (0, []), "systemd-analyze verify")
        for unit, worst in WORST.items():
            with open(f"{service.opt}/current/units/{unit}") as file, open(f"{house.folder}/{unit}", "w") as real:
                real.write(file.read().replace("@prefix@", service.prefix).replace("@user@", "interstate"))
            done = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--no-pager", f"--threshold={round(worst * 10)}", f"{house.folder}/{unit}"],
                                  capture_output=True, text=True)
            same(done.returncode, 0, f"{unit} is exposed more than {worst}: {done.stdout[-300:]}{done.stderr}")


@test("a release that could not be written, a lock that is held and data of a newer program are told by name, and what ran runs on")
def _(house):
    with Installed(house) as service:
        service.up().told(0)
        pid = service.pid()
        holder = subprocess.Popen(["flock", f"{service.opt}/lock", "cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            while subprocess.run(["flock", "-n", f"{service.opt}/lock", "true"]).returncode == 0:
                pass
            service.up().told(1, "is at work here: wait for it")
        finally:
            holder.communicate()
        broken = f"{house.folder}/no-program"
        with open(broken, "w") as file:
            file.write("#!/bin/sh\nexit 1\n")
        os.chmod(broken, 0o755)
        service.upgrade(broken).told(1, "This step failed: release", "does not say its version")
        same((service.pid(), service.ready()[0]), (pid, True))


MAIL = ("--mail-server", "smtps://localhost:465", "--mail-from", "interstate@agency.example")


@test("the mail server is said by options, each checked before anything is done; the password stands where only the service reads it")
def _(house):
    with Installed(house) as service:
        password = f"{house.folder}/password"
        with open(password, "w") as file:
            file.write("se\\cret\n")
        first = ("--public-url", "https://a.example")
        for options, words in (((*MAIL[:2],), "--mail-from is the address"), ((*MAIL[2:],), "belong to --mail-server"),
                               (("--mail-server", "http://x", *MAIL[2:]), "smtp://mail.agency.example:587"),
                               (("--mail-server", "smtp://x\"y:25", *MAIL[2:]), "does not belong there"), ((*MAIL, "--mail-user", "ann"), "needs --mail-password-file"),
                               ((*MAIL, "--mail-user", "ann", "--mail-password-file", "/nowhere"), "cannot be read"),
                               ((*MAIL, "--mail-password-file", password), "belongs to --mail-user"),
                               ((*MAIL, "--mail-user", "ann", "--mail-password-file", password), "does not fit here"), ((*MAIL, "--mail-plain"), "this machine only")):
            done = service.script("up", "--service", *first, *options)
            same((done.returncode, words in done.stderr), (1, True), f"{options}: {done.stderr}")
        same(os.path.exists(service.prefix), False, "anything made")

        with open(password, "w") as file:
            file.write("se$cret & more\nanother line\n")
        path = f"{service.settings}/interstate.toml"
        said = service.up(*MAIL, "--mail-user", "ann", "--mail-password-file", password).told(0, "Mail leaves by smtps://localhost:465", "interstate doctor --mail")
        with open(path) as file:
            text = file.read()
        same(('mail-password = "se$cret & more"\n' in text, "se$cret" in said.text, oct(os.stat(path).st_mode & 0o777)), (True, False, "0o640"))
        pid = service.pid()
        again = service.up(*MAIL, "--mail-user", "ann", "--mail-password-file", password).told(0, "running already")
        with open(path) as file:
            same((file.read(), service.pid()), (text, pid), again.text)
        service.up("--mail-server", "smtp://127.0.0.1:2525", *MAIL[2:], "--mail-plain").told(0, "mail-server is now smtp://127.0.0.1:2525")
        with open(path) as file:
            changed = file.read()
        same((changed.count("mail-"), "mail-plain = true" in changed, "password" in changed, service.pid() != pid, service.ready()[0]), (3, True, False, True, True), changed)


@test("on a terminal the mail server is asked for, once; without one nothing is asked")
def _(house):
    with Installed(house) as service:
        answers = {"Mail server that": "localhost", "Encryption": "none", "Port": "2525", "comes from": "interstate@agency.example"}
        asked, said = on_a_terminal(service, ("--public-url", service.url, "--port", service.port, "--no-proxy"), answers)
        same((asked, "Mail leaves by smtp://localhost:2525" in said, service.ready()[0]), (list(answers), True, True), said)
        same(on_a_terminal(service, (), {"Mail server that": "x"})[0], [], "asked again")


def on_a_terminal(service, options, answers):
    """Runs deploy/up --service on a terminal; gives which questions came, and all that was said."""
    own, other = pty.openpty()
    process = subprocess.Popen([f"{ROOT}/deploy/up", "--service", *map(str, options)], stdin=other, stdout=other, stderr=other, env=service.environment(), start_new_session=True)
    os.close(other)
    asked, said, seen = [], "", 0
    with open(own, "rb+", buffering=0) as terminal:
        try:
            while chunk := terminal.read(4096):
                said += chunk.decode(errors="replace")
                for question, answer in answers.items():
                    if question in said[seen:] and said.rstrip("\r\n").endswith(": "):
                        asked.append(question)
                        seen = len(said)
                        terminal.write(f"{answer}\n".encode())
        except OSError:
            pass  # the other side is closed
    same(process.wait(PATIENCE), 0, said)
    return asked, said
