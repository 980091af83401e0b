"""The data folders that earlier states of the program left: this program opens each of them, and people go on working in it."""
import glob
import http.client
import os
import re
import sqlite3
import time

from house import Continued, Live, holds, opened, rows, run, same, test, told
from second_factor import set_up

HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPTS = os.path.join(HERE, "../../schema/sql")
FIRST_GOAL = "Write a paper on where equity, evidence-based practice and school improvement meet."
PERSON, TOKEN, COOKIE = "person", "token", "cookie"


def newest_script():
    return max(int(name[:4]) for name in os.listdir(SCRIPTS) if name.endswith(".sql"))


# Came to main together with the one after them: no folder was ever left at these.
NEVER_LAST = {13, 14, *range(16, 27), 28, 29, 30}


def earlier_states():
    return sorted(glob.glob(f"{HERE}/earlier/*.sql"))


def said_in(file):
    """What stands in the first lines: who is in it, and the secrets that let them in."""
    with open(file, encoding="utf-8") as lines:
        return dict(re.fullmatch(r"-- (\w+): (.*)", line.strip()).groups() for line in [next(lines) for _ in range(4)][1:])


def made_from(house, file):
    """The data folder, as that program left it. Its sign-ins were used just now: how long they live is no question here."""
    data = house.new_folder(os.path.basename(file)[:-4])
    database = sqlite3.connect(f"{data}/interstate.db")
    with open(file, encoding="utf-8") as script:
        database.executescript(script.read())
    now = int(time.time() * 1000)
    database.execute("UPDATE sign_ins SET started_at = ?, used_at = ?", (now, now))
    database.execute("UPDATE api_tokens SET expires_at = ?", (now + 86_400_000,))
    database.commit()
    database.execute("PRAGMA journal_mode = WAL")
    database.close()
    os.chmod(data, 0o700)
    return data


def shape(file):
    """Tables with their columns, and indexes with theirs: however the scripts came to them."""
    with opened(file) as database:
        names = [tuple(row) for row in database.execute("SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2")]
        columns = {name: sorted(tuple(row)[1:] for row in database.execute(f"PRAGMA table_xinfo({name})")) for type, name, _ in names if type == "table"}
        keys = {name: sorted(tuple(row)[2:] for row in database.execute(f"PRAGMA foreign_key_list({name})")) for name in columns}
        indexes = {name: [tuple(row)[2:] for row in database.execute(f"PRAGMA index_xinfo({name})")] for type, name, _ in names if type == "index"}
    return {"names": names, "columns": columns, "keys": keys, "indexes": indexes}


def answered(port, cookie=None, token=None):
    line = http.client.HTTPConnection("127.0.0.1", port)
    line.request("GET", "/api/me", headers={"Cookie": cookie} if cookie else {"Authorization": f"Bearer {token}"})
    return line.getresponse().status


def has_second_factor(server):
    return server.value("SELECT count(*) FROM second_factors WHERE confirmed_at IS NOT NULL") > 0


def signs_in(server, address):
    """By a new link, as somebody does who was away for long, and has lost the telephone; gives the cookie."""
    if has_second_factor(server):
        run(server.program, "second-factor", "reset", address, "--data", server.folder)
    link = run(server.program, "invite", address, "--data", server.folder).stdout.strip()
    line = http.client.HTTPConnection("127.0.0.1", server.port)
    line.request("POST", link[link.index("/sign-in/link/"):], b"", {"Origin": f"http://127.0.0.1:{server.port}"})
    reply = line.getresponse()
    same(reply.status, 303, "the answer to the link")
    return set_up(server.port, reply.getheader("Set-Cookie").split(";")[0])


def goes_on(server, cookie):
    """Follows, finds what was there, and adds to it."""
    collaborative, series = server.value("SELECT id FROM collaboratives"), server.value("SELECT id FROM series WHERE title = 'An earlier series'")
    live = Live(server.port, cookie=cookie)
    for stream in (f"series/{series}", f"collaborative/{collaborative}", f"extended/{collaborative}"):
        records, _, end = live.follow(stream)
        same((end["t"], records is not None), ("live", True), stream)
        titles = [one["record"].get("title") for one in records]
        if stream == f"series/{series}":
            same(("Earlier topic" in titles, "Earlier meeting" in titles), (True, True), f"the threads among {titles}")
    for thread, in rows(f"{server.folder}/interstate.db", "SELECT id FROM threads ORDER BY id"):
        texts = [one["record"]["text"] for one in live.query("posts_of_thread", {"thread": thread, "from_number": 1})["records"] if one["kind"] == "post"]
        same(texts, ["How did it go?", "It went **very** well."], "the posts")
        answer = live.command("add_post", {"thread": thread, "text": "It still goes well."})
        same((answer["t"], answer.get("result", {}).get("number")), ("ack", 3), str(answer))
    live.close()


def goals_in_public(port):
    """What the public page says of goals: the line in the margin, and the goals."""
    line = http.client.HTTPConnection("127.0.0.1", port)
    line.request("GET", "/")
    page = line.getresponse().read().decode()
    section = page[page.index('id="goals"'):page.index('id="partners"')]
    return re.search(r'<p class="meta">(Set for \S+)', section)[1], re.findall(r"<li><p>([^<]*)</p>", section)


@test("this program opens the data folder of each earlier state, and people go on working in it")
def _(house):
    web, fresh = house.new_folder("web"), house.new_path("fresh")
    with open(f"{web}/index.html", "w") as page:
        page.write("<!doctype html>")
    run(house.program, "init", "--empty", "--data", fresh)
    holds(earlier_states() != [], "there is no earlier state")
    for file in earlier_states():
        name, said, data = os.path.basename(file), said_in(file), made_from(house, file)
        schema = int(name[:4])
        same(rows(f"{data}/interstate.db", "SELECT max(number) FROM schema_versions"), [(schema,)], name)
        told(house.verify(f"{data}/interstate.db"), 0, f"schema {schema}")
        server = Continued(house.program, data, "--web", web).start()
        try:
            # The cookie's name has the port of a server without a proxy.
            cookie = f"interstate_{server.port}={said[COOKIE].split('=')[1]}"
            # An administrator without a second factor sets one up first; scripts go on.
            whole = 200 if has_second_factor(server) else 401
            same((answered(server.port, cookie=cookie), answered(server.port, token=said[TOKEN])), (whole, 200), f"{name}: who was signed in")
            goes_on(server, signs_in(server, said[PERSON]))
            since, goals = goals_in_public(server.port)
            same((since, len(goals), goals[0]), ("Set for 2019–2020.", 5, FIRST_GOAL), f"{name}: the goals of before they had tables")
            same([entry for entry in server.log_entries() if entry["level"] != "info"], [], f"{name}: warnings")
            server.terminate()
        finally:
            server.close()
        told(run(house.program, "doctor", "--data", data, "--web", web, "--port", "0", check=False), 0, "ok    records", "last backup: none")
        told(house.verify(f"{data}/interstate.db"), 0, f"schema {newest_script()}\n")
        same(shape(f"{data}/interstate.db"), shape(f"{fresh}/interstate.db"), f"{name}: tables and indexes")
        copy = f"{data}/before-schema-{newest_script()}.db"
        same(os.path.exists(copy), schema < newest_script(), f"{name}: a copy from before")
        if schema < newest_script():
            told(house.verify(copy), 0, f"schema {schema}")


@test("the state before the newest migration is among them, and each says which state it is of")
def _(house):
    schemas = {int(os.path.basename(file)[:4]) for file in earlier_states()}
    newest = newest_script()
    wanted = set(range(min(schemas), newest)) - NEVER_LAST
    holds(max(wanted) in schemas, f"no folder of schema {max(wanted)}: before a migration is merged, tests/backup/earlier/make.py is run with the program of main"
                                  " (CONTRIBUTING.md, A migration)")
    same(schemas, wanted, "the schemas of earlier states")
    for file in earlier_states():
        commit = os.path.basename(file)[5:-4]
        with open(file, encoding="utf-8") as lines:
            holds(f" of {commit}" in next(lines), f"{file} does not say which state of the program it is of")


@test("a copy of an earlier state is restored and served")
def _(house):
    for file in earlier_states():
        copy = f"{made_from(house, file)}/interstate.db"
        data = house.new_path("earlier")
        told(house.restore(copy, data), 0)
        server = Continued(house.program, data).start()
        try:
            goes_on(server, signs_in(server, said_in(file)[PERSON]))
        finally:
            server.close()
