"""The subcommands: init, serve, invite, import, token, schema, doctor."""
import json
import os
import sqlite3

from interstate_client import sign_in
from interstate_server import Demonstration
from second_factor import set_up
from world import Line, Live, Server, run, same, test

SCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../schema/sql")


def folder_of(world, name, *options):
    folder = f"{world.folder}/{name}"
    run(world.program, "init", "--data", folder, *options)
    return folder


def told(done, code, *words):
    same(done.returncode, code, f"the exit code ({done.stderr or done.stdout})")
    for word in words:
        if word not in done.stdout + done.stderr:
            raise AssertionError(f"{word!r} is not in {done.stdout + done.stderr!r}")
    return done


def doctor(world, folder):
    own = world.port if folder == world.server.folder else 0
    return run(world.program, "doctor", "--data", folder, "--web", world.web, "--port", own, check=False)


def content(folder):
    with sqlite3.connect(f"file:{folder}/interstate.db?mode=ro", uri=True) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {table: database.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


@test("init twice keeps the data; the contrary kind is refused with 1 and changes nothing")
def _(world):
    for options, contrary, kind in (([], ["--empty"], "demonstration"), (["--empty"], [], "real")):
        folder = folder_of(world, f"twice-{kind}", *options)
        before = content(folder)
        told(run(world.program, "init", "--data", folder, *options), 0, "nothing was changed", kind)
        told(run(world.program, "init", "--data", folder, *contrary, check=False), 1, kind, "choose another folder")
        same(content(folder) == before, True, "the content")


@test("a data folder has one owner; a folder without data is not served")
def _(world):
    told(run(world.program, "init", "--data", world.server.folder), 0, "nothing was changed")
    told(run(world.program, "init", "--empty", "--data", world.server.folder, check=False), 1, "demonstration")
    told(run(world.program, "serve", "--data", world.server.folder, "--port", "0", check=False), 1, "another Interstate", "--data")
    told(run(world.program, "serve", "--data", f"{world.folder}/nothing", "--port", "0", check=False), 1, "interstate init")
    told(run(world.program, "token", "nobody@example.org", "--data", world.server.folder, check=False), 1, "nobody@example.org")
    told(run(world.program, "serve", "--data", folder_of(world, "public", "--empty"), "--port", "0", "--listen", "0.0.0.0", check=False), 1, "--public-url")
    told(run(world.program, "serve", "--port", "seventy", check=False), 2)
    told(run(world.program, "dance", check=False), 2)


@test("a database of a newer program is not served and not touched")
def _(world):
    folder = folder_of(world, "newer")
    with sqlite3.connect(f"{folder}/interstate.db") as database:
        database.execute("INSERT INTO schema_versions (number, name) VALUES (9999, 'tomorrow')")
    database.close()
    told(run(world.program, "serve", "--data", folder, "--port", "0", check=False), 1, "newer Interstate")
    told(doctor(world, folder), 1, "newer Interstate")


OLDER_WORDS = {("memberships", "status"): "CASE status WHEN 'active' THEN 'active' WHEN 'applied' THEN 'pending' ELSE 'lapsed' END"}


def made_by_schema(number, folder):
    """The same content as an earlier program would have made it: the first scripts, and of each row what they know."""
    new, old = f"{folder}/interstate.db", f"{folder}/older.db"
    with sqlite3.connect(old) as database:
        database.execute("PRAGMA journal_mode = WAL")
        with sqlite3.connect(new) as made:
            database.execute(f"PRAGMA application_id = {made.execute('PRAGMA application_id').fetchone()[0]}")
        made.close()
        database.execute("CREATE TABLE schema_versions (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT")
        for script in sorted(os.listdir(SCRIPTS))[:number]:
            with open(f"{SCRIPTS}/{script}") as file:
                database.executescript(file.read())
            database.execute("INSERT INTO schema_versions VALUES (?, ?)", (int(script[:4]), script))
        database.execute("ATTACH ? AS new", (new,))
        for (table,) in database.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> 'schema_versions'").fetchall():
            columns = [row[1] for row in database.execute(f"PRAGMA main.table_info({table})")]
            values = ", ".join(OLDER_WORDS.get((table, column), column) for column in columns)
            database.execute(f"INSERT INTO main.{table} ({', '.join(columns)}) SELECT {values} FROM new.{table}")
    database.close()
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(new + suffix):
            os.remove(new + suffix)
    os.rename(old, new)
    return sqlite3.connect(new)


@test("a folder of an older program is migrated with its data, after a copy")
def _(world):
    server = Demonstration(world.program, f"{world.folder}/older").read_ids()
    stream, thread = f"series/{server.series}", "01J0000000000000000000000"
    with made_by_schema(7, server.folder) as database:
        for number in (1, 2):  # at one session, as two people could begin them then
            database.execute("INSERT INTO threads SELECT ?, collaborative, 'meeting', ?, stream, ?, started_by, ?, 0, ?, NULL, 0, 0, 1 FROM threads WHERE id = ?",
                             (f"{thread}{number}", server.meeting, f"Thread {number}", number, number, server.threads[0]))
        database.execute("INSERT INTO streams (name, head, floor) VALUES (?, 2, 0)", (stream,))
        for seq in (1, 2):
            database.execute("INSERT INTO journal (stream, seq, at, command, name, payload) VALUES (?, ?, 1, ?, 'noise', ?)",
                             (stream, seq, thread + "9", '{"t":"event","old":true}'))
    database.close()
    told(doctor(world, server.folder), 1, "WRONG schema: is older than the program")
    server.start()
    try:
        same([row[0] for row in server.rows(f"SELECT own FROM threads WHERE id LIKE '{thread}%' ORDER BY id")], [1, 0], "whose own it is")
        live = Live(server.port, cookie=sign_in(server.port, server.facilitators[0]))
        epoch = live.greeting["epoch"]
        for after in (0, 1, 2):
            records, missed, held = live.follow(stream, epoch=epoch, after=after)
            same((missed, records != [] and records is not None, held["seq"]), ([], True, 3), f"after {after}")
        own = {one["id"]: one["record"]["own"] for one in records if one["kind"] == "thread" and one["id"].startswith(thread)}
        same(own, {f"{thread}1": True, f"{thread}2": False}, "the threads of the snapshot")
        same(live.follow(stream, epoch=epoch, after=3)[0], None, "a snapshot once is enough")
        server.terminate()
    finally:
        server.close()
    told(run(world.program, "doctor", "--data", server.folder, "--web", world.web, "--port", "0", check=False), 0, "ok    schema", "ok    journal")
    newest = len(os.listdir(SCRIPTS)) - 1  # beside them lies a README
    with sqlite3.connect(f"file:{server.folder}/before-schema-{newest}.db?mode=ro", uri=True) as copy:
        same(copy.execute("SELECT max(number) FROM schema_versions").fetchone(), (7,), "the copy's schema")
        same(copy.execute("PRAGMA integrity_check").fetchone(), ("ok",))
        same(copy.execute(f"SELECT count(*) FROM threads WHERE id LIKE '{thread}%'").fetchone(), (2,), "what it holds")
        same("own" in [row[1] for row in copy.execute("PRAGMA table_info(threads)")], False, "the new column in the copy")
    copy.close()


@test("doctor names what is open without a holder: who has left is wrong, who is suspended is only said")
def _(world):
    server = Demonstration(world.program, f"{world.folder}/holders").read_ids()
    told(doctor(world, server.folder), 0, "ok    holders of what is open")
    with sqlite3.connect(f"{server.folder}/interstate.db") as database:
        owner, name = database.execute("SELECT l.owner, p.name FROM step_lanes l JOIN people p ON p.id = l.owner WHERE l.status = 'on_track' LIMIT 1").fetchone()
        database.execute("UPDATE people SET active = 0 WHERE id = ?", (owner,))
    database.close()
    told(doctor(world, server.folder), 0, "ok    waits for somebody suspended: the step", name)
    with sqlite3.connect(f"{server.folder}/interstate.db") as database:
        database.execute("UPDATE seats SET left_at = 1 WHERE person = ?", (owner,))
    database.close()
    told(doctor(world, server.folder), 1, "WRONG holders of what is open: the step", name, "who has left")


@test("schema prints the protocol as one document, and writes the files where it is told to")
def _(world):
    protocol = json.loads(told(run(world.program, "schema"), 0).stdout)
    same(sorted(protocol), ["answers", "commands", "queries", "records", "results", "words"])
    same("add_post" in protocol["commands"]["properties"], True, "a command")
    folder = f"{world.folder}/protocol"
    os.makedirs(folder)
    same(told(run(world.program, "schema", "--out", folder), 0).stdout, "")
    for name, part in protocol.items():
        with open(f"{folder}/{name}.json") as file:
            same(json.load(file), part, name)
    same(len(os.listdir(folder)), len(protocol))
    told(run(world.program, "schema", "--out", f"{world.folder}/not/there", check=False), 1, "cannot write")


@test("doctor finds good data good, beside a running server too")
def _(world):
    for folder in (folder_of(world, "well"), folder_of(world, "well-empty", "--empty"), world.server.folder):
        done = told(doctor(world, folder), 0, "ok    database integrity", "ok    journal")
        if "WRONG" in done.stdout:
            raise AssertionError(done.stdout)


@test("doctor names what is wrong and what to do")
def _(world):
    told(doctor(world, f"{world.folder}/absent"), 1, "WRONG", "interstate init")
    open_to_all = folder_of(world, "open-to-all")
    os.chmod(open_to_all, 0o755)
    told(doctor(world, open_to_all), 1, "WRONG data folder", "chmod 700")
    os.chmod(open_to_all, 0o700)

    torn = folder_of(world, "torn")
    size = os.path.getsize(f"{torn}/interstate.db")
    with open(f"{torn}/interstate.db", "r+b") as file:
        for page in range(20, size // 4096, 10):
            file.seek(page * 4096)
            file.write(b"\xa5" * 2048)
    told(doctor(world, torn), 1, "WRONG database integrity", "backup")

    headless = folder_of(world, "headless")
    with open(f"{headless}/interstate.db", "r+b") as file:
        file.write(b"\0" * 4096)
    told(doctor(world, headless), 1, "WRONG", "backup")

    short = folder_of(world, "short")
    with open(f"{short}/interstate.db", "r+b") as file:
        file.truncate(size // 2)
    told(doctor(world, short), 1, "WRONG", "backup")


@test("doctor notices a journal with a gap and a row that points nowhere")
def _(world):
    gap = folder_of(world, "gap")
    with sqlite3.connect(f"{gap}/interstate.db") as database:
        database.execute("INSERT INTO streams (name, head, floor) VALUES ('series/x', 3, 0)")
        for seq in (1, 3):
            database.execute("INSERT INTO journal (stream, seq, at, command, name) VALUES ('series/x', ?, 1, 'c', 'n')", (seq,))
    database.close()
    told(doctor(world, gap), 1, "WRONG journal", "backup")
    stray = folder_of(world, "stray")
    with sqlite3.connect(f"{stray}/interstate.db") as database:
        database.execute("DELETE FROM organisations WHERE id IN (SELECT organisation FROM seats LIMIT 1)")
    database.close()
    told(doctor(world, stray), 1, "WRONG database integrity")


@test("an invitation works once: looking at it uses nothing, a demonstration's way in is not there", changes=True)
def _(world):
    server = Server(world.program, f"{world.folder}/real", empty=True).start()
    try:
        link = run(world.program, "invite", "first@example.org", "--name", "First Person", "--role", "administrator", "--data", server.folder).stdout.strip()
        link = "/sign-in/link/" + link.split("/sign-in/link/")[1]

        def ask(method, path, *fields, body=b""):
            head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{server.port}", *fields, f"Content-Length: {len(body)}"]
            return Line(server.port).send("\r\n".join(head).encode() + b"\r\n\r\n" + body).reply(head_only=method == "HEAD")
        own = f"Origin: http://127.0.0.1:{server.port}"
        for method in ("GET", "GET", "HEAD"):
            same(ask(method, link).status, 200, "a look")
        same(b"First Person" in ask("GET", link).body, True, "whose it is")
        same(ask("POST", link).status, 403, "without an Origin")
        same(ask("POST", link, "Origin: https://evil.example").status, 403, "from elsewhere")
        used = ask("POST", link, own)
        same(used.status, 303)
        half = used.field("set-cookie").split(";")[0]
        same(ask("GET", "/api/me", f"Cookie: {half}").status, 401, "half signed in: an administrator has a second factor")
        cookie = set_up(server.port, half)
        same(ask("GET", "/api/me", f"Cookie: {cookie}").status, 200, "signed in")
        same((ask("POST", link, own).status, ask("GET", link).status), (410, 410), "once")
        same(ask("GET", "/sign-in/link/" + "A" * 43).status, 410)
        person = server.value("SELECT id FROM people WHERE address = 'first@example.org'")
        same(ask("POST", "/sign-in/demonstration", own, body=f"person={person}&next=/".encode()).status, 404, "as in a demonstration")
        second = run(world.program, "invite", "first@example.org", "--data", server.folder).stdout.strip()
        same(second.split("/")[-1] != link.split("/")[-1], True, "a new link for the same person")
        same(server.value("SELECT count(*) FROM people WHERE address = 'first@example.org'"), 1)
        told(run(world.program, "invite", "no address", "--data", server.folder, check=False), 1, "no mail address")
        told(run(world.program, "invite", "a@b.example", "--role", "king", "--data", server.folder, check=False), 1, "--role")
    finally:
        server.close()


def hears_of(live, stream, name):
    """Waits until an event of this stream brings this person."""
    while True:
        event = live.wait("event", stream=stream)
        if any(put["kind"] == "person" and put["record"]["name"] == name for put in event["puts"]):
            return event


@test("whom invite adds beside a running server is news in what is open", changes=True)
def _(world):
    live, everybody = world.live(), f"extended/{world.server.collaborative}"
    live.follow(everybody)
    run(world.program, "invite", "nora@example.org", "--name", "Nora Lindqvist", "--role", "facilitator", "--data", world.server.folder)
    same(hears_of(live, everybody, "Nora Lindqvist")["name"], "person_welcomed")


@test("whom import adds between two runs is news to who comes back")
def _(world):
    server = Demonstration(world.program, f"{world.folder}/imported").start().read_ids()
    try:
        everybody = f"extended/{server.collaborative}"
        live = Live(server.port, cookie=sign_in(server.port, server.facilitators[0]))
        held = live.follow(everybody)[2]
        server.terminate()
        with open(f"{world.folder}/people.json", "w") as file:
            file.write('{"people": [{"name": "Nora Lindqvist", "address": "nora@example.org", "state": "OH", "role": "state_member"}]}')
        run(world.program, "import", file.name, "--data", server.folder)
        server.start()
        live = Live(server.port, cookie=sign_in(server.port, server.facilitators[0]))
        records, missed, _ = live.follow(everybody, epoch=held["epoch"], after=held["seq"])
        same(records, None, "no snapshot")
        if not any(put["record"].get("name") == "Nora Lindqvist" for event in missed for put in event["puts"]):
            hears_of(live, everybody, "Nora Lindqvist")
    finally:
        server.close()
