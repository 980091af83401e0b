"""deploy/upgrade: to the next version, back from one that does not work, and after a kill at each step."""
import contextlib
import glob
import os
import socket
import sqlite3
import threading

from house import ROOT, same, test
from installed import Installed, written
from proxied import FACILITATOR, Through, signed_in, value

STEPS = ("stopping", "backup", "switching to", "trying it", "starting")
SHORT_STEPS = ("backup", "trying it")
# Answers as a program does, as far as an upgrade looks.
ANSWERS = r"""
import http.server, socket
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(STATUS)
        self.send_header("Interstate-Build", VERSION)
        self.end_headers()
        self.wfile.write(b"ready\n" if STATUS == 200 else b"not ready\n")
server = http.server.HTTPServer(("127.0.0.1", ITS_PORT), Answer)
with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as word:
    word.sendto(b"READY=1", os.environ["NOTIFY_SOCKET"])
server.serve_forever()
"""
SAYS_VERSION = r"""
if "--version" in sys.argv:
    print(VERSION)
    sys.exit()
"""
# A version that changes the data and then is not ready.
NEVER_READY = f"""#!/usr/bin/env python3
import os, sqlite3, sys
STATUS, VERSION = 503, "9.9.9+broken"
{SAYS_VERSION}
data = os.environ["INTERSTATE_PREFIX"] + "/var/lib/interstate/data"
connection = sqlite3.connect(data + "/interstate.db")
connection.execute("UPDATE organisations SET name = 'Nobody'")
connection.execute("DELETE FROM receipts")
connection.commit()
open(data + "/wrecked", "w").close()
{ANSWERS.replace("ITS_PORT", 'int(os.environ["INTERSTATE_PORT"])')}"""
# A program of schema 7 as far as an upgrade sees it: it serves, and leaves that schema as it is; its copies are those of PROGRAM.
EARLIER = f"""#!/usr/bin/env python3
import os, sys
STATUS, VERSION = 200, "0.0.1+earlier"
{SAYS_VERSION}
if sys.argv[1] != "serve":
    os.execv("PROGRAM", ["PROGRAM", *sys.argv[1:]])
{ANSWERS}"""
# Brings the data forward, adds somebody, and ends.
MIGRATES_AND_ENDS = r"""#!/bin/sh
[ "$1" = --version ] && echo 9.9.9+ends && exit
data=$INTERSTATE_PREFIX/var/lib/interstate/data
echo '{"people":[{"name":"New","address":"new@agency.example","state":"OH","role":"state_member"}]}' > "$data/new.json"
PROGRAM import "$data/new.json" --data "$data"
exit 1
"""
SCHEMA_7 = f"{ROOT}/tests/backup/earlier/0007-2ea3ca8.sql"


def post(service, line, text):
    series = value(service, "SELECT id FROM series WHERE state = 'running'")
    thread = value(service, f"SELECT id FROM threads WHERE stream = 'series/{series}' ORDER BY id")
    same(line.command("add_post", {"thread": thread, "text": text})["t"], "ack", text)


def backups_before(service):
    return glob.glob(f"{service.backups}/before-upgrade-*.db")


@test("an upgrade backs up, starts the next version and keeps everything; who was connected comes back, and requests meanwhile wait")
def _(house):
    with Installed(house) as service:
        service.up("--demonstration", proxy=True).told(0)
        cookie, first = signed_in(service, value(service, FACILITATOR)), service.current()
        line = Through(service, cookie=cookie)
        post(service, line, "before the upgrade")
        next_program, answers, over = service.another_program("a"), [], threading.Event()

        def ask_all_the_time():
            while not over.is_set():
                answers.append(service.ask("GET", "/healthz")[0])  # costs nothing, however fast it is asked

        asking = threading.Thread(target=ask_all_the_time)
        asking.start()
        try:
            said = service.upgrade(next_program).told(0, "== stopping", "== backup", "== switching", "== trying it", "== starting", "Upgraded to")
        finally:
            over.set()
            asking.join()
        same((200 in answers, set(answers) <= {200, 503}), (True, True), f"answers through the proxy meanwhile: {set(answers)}")  # 503: not ready, while it stops
        same(line.wait("going_away")["reconnect_after_ms"] > 0, True)
        same(line.wait_closed(), 1001)
        same((service.ready(), service.current() != first), ((True, service.command("--version")), True), said.text)
        same("aaaa" in service.command("--version"), True, "the version")
        post(service, Through(service, cookie=cookie), "after the upgrade")
        same(value(service, "SELECT count(*) FROM posts WHERE text LIKE '% the upgrade'"), 2)
        same(len(backups_before(service)), 1, "backups before the upgrade")
        service.command("verify", backups_before(service)[0])
        pid = service.pid()
        service.upgrade(next_program).told(0, "This version runs already.")
        same(service.pid(), pid)
        for name in "bcd" if house.long else "":
            service.upgrade(service.another_program(name)).told(0)
        kept = 3 if house.long else 1
        same((len(os.listdir(f"{service.opt}/releases")), len(backups_before(service))), (max(kept, 2), kept), "what is kept of earlier ones")


@test("a version that wrecks the data and is never ready is put back, program and data, and so is one that ends at once")
def _(house):
    with Installed(house) as service:
        service.up().told(0)
        service.systemctl("stop", "interstate")
        before, release = service.content(), service.current()
        service.systemctl("start", "interstate")
        said = service.upgrade(written(f"{house.folder}/never-ready", NEVER_READY))
        said.told(1, "This step failed: trying it where nobody reaches it", "does not answer ready", "== putting back", "Program and data are as they were", f"{release} runs")
        same((service.current(), service.ready()), (release, (True, service.command("--version"))))
        same(os.path.exists(f"{service.data}/wrecked"), True, "the trial touched the data")
        service.systemctl("stop", "interstate")
        after = service.content()
        same(([line for line in before if line not in after], [line for line in after if line not in before]), ([], []), "what was lost, and what was added")
        service.systemctl("start", "interstate")
        service.upgrade(written(f"{house.folder}/ends", "#!/bin/sh", '[ "$1" = --version ] && echo 9.9.9+ends && exit', "exit 1")).told(1, "== putting back", f"{release} runs")
        same((service.current(), service.ready()[0], os.path.exists(f"{service.opt}/upgrade")), (release, True, False))
        service.upgrade(service.another_program("a")).told(0, "Upgraded to")


def schema_of(service):
    return value(service, "SELECT max(number) FROM schema_versions")


def filled_in(text, service):
    return text.replace("PROGRAM", service.program).replace("ITS_PORT", str(service.port))


def serve_schema_7(service):
    """The service of an earlier program with the data that one left. Gives (its data, its number of people, the newest schema)."""
    earlier = written(f"{service.folder}/earlier", filled_in(EARLIER, service))
    service.heard(service.script("up", "--service", "--public-url", service.url, "--port", service.port, "--no-proxy", INTERSTATE_PROGRAM=earlier)).told(0)
    service.systemctl("stop", "interstate")
    newest = schema_of(service)
    for name in glob.glob(f"{service.data}/interstate.db*"):
        os.remove(name)
    with contextlib.closing(sqlite3.connect(f"{service.data}/interstate.db")) as database, open(SCHEMA_7, encoding="utf-8") as script:
        database.executescript(script.read())
    service.systemctl("start", "interstate")
    same((schema_of(service), newest > 7), (7, True))
    return service.content(), value(service, "SELECT count(*) FROM people"), newest


@test("an upgrade across changes of the schema keeps everybody")
def _(house):
    with Installed(house) as service:
        _, people, newest = serve_schema_7(service)
        service.upgrade(house.program).told(0, "Upgraded to")
        same((schema_of(service), value(service, "SELECT count(*) FROM people"), service.ready()[0]), (newest, people, True))


@test("an upgrade that fails after it changed the schema puts the earlier one back, and nothing is lost")
def _(house):
    with Installed(house) as service:
        before, _, newest = serve_schema_7(service)
        migrates = written(f"{service.folder}/migrates", filled_in(MIGRATES_AND_ENDS, service))
        # The earlier program is a script here: that its own file runs again cannot be seen, and the upgrade says so.
        service.upgrade(migrates).told(1, "This step failed: trying it", "== putting back 0.0.1+earlier")
        same((schema_of(service), service.ready()), (7, (True, "0.0.1+earlier")))
        kept = service.content()
        same([line for line in before if line not in kept], [], "what was lost")
        (aside,) = glob.glob(f"{service.data}/before-restore-*")
        with contextlib.closing(sqlite3.connect(f"{aside}/interstate.db")) as left:
            same(left.execute("SELECT max(number) FROM schema_versions").fetchone()[0], newest, "what the failed version had made of it")


@test("a backup that cannot be made stops the upgrade before anything is changed")
def _(house):
    with Installed(house) as service:
        service.up().told(0)
        release = service.current()
        os.rename(service.backups, f"{service.backups}.away")
        service.upgrade(service.another_program("a")).told(1, "This step failed: backup", "No copy of the data could be made", "Nothing was changed")
        same((service.current(), service.ready()[0]), (release, True))


@test("killed at any step, the next run finds out, puts right and goes on; nothing is lost")
def _(house):
    with Installed(house) as service:
        service.up("--demonstration", proxy=True).told(0)
        cookie = signed_in(service, value(service, FACILITATOR))
        for number, step in enumerate(STEPS if house.long else SHORT_STEPS):
            post(service, Through(service, cookie=cookie), f"before kill {number}")
            next_program = service.another_program("abcde"[number])
            service.upgrade_until(step, next_program)
            said = service.upgrade(next_program).told(0, "an earlier upgrade ended half way" if step != "stopping" else "")
            same(("abcde"[number] * 4 in service.command("--version"), service.ready()[0]), (True, True), f"{step}: {said.text}")
            same(value(service, "SELECT count(*) FROM posts WHERE text LIKE 'before kill %'"), number + 1, f"posts after {step}")


@test("where putting back does not work it says what to do, and the next run goes on from there")
def _(house):
    with Installed(house) as service:
        service.up("--admin", "first@example.org").told(0)
        release = service.current()
        with contextlib.ExitStack() as held:
            taken = held.enter_context(socket.socket())
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            stopped = threading.Event()

            def take_the_port():
                while not stopped.is_set():
                    with contextlib.suppress(OSError):
                        taken.bind(("127.0.0.1", service.port))
                        taken.listen()
                        return

            taking = threading.Thread(target=take_the_port)
            taking.start()
            try:
                said = service.upgrade(service.another_program("a"))
            finally:
                stopped.set()
                taking.join()
            said.told(1, "This step failed: starting", "Putting back did not work", "Run deploy/upgrade again", "before-upgrade-")
        same(service.ready()[0], False)
        service.upgrade(service.program).told(0, "an earlier upgrade ended half way", "Program and data are as they were", "This version runs already.")
        same((service.current(), service.ready()[0], service.command("people")), (release, True, "Administrator <first@example.org>"))
