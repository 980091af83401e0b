"""interstate restore: a data folder goes on from a copy, and everybody who knew more is told everything afresh."""
import os
import time
import shutil

from house import Continued, Live, content_of, digest, holds, opened, rows, run, same, sign_in, test, told, ulid

ASIDE = "before-restore-"


class Reader:
    """A client that keeps the records of some streams, with its position in each, as the web client does."""

    def __init__(self, server, cookie, streams):
        self.server, self.cookie, self.streams = server, cookie, streams
        self.records, self.place = {stream: {} for stream in streams}, {}

    def catch_up(self):
        """Follows from where it stands; gives the streams that sent a snapshot."""
        live, afresh = Live(self.server.port, cookie=self.cookie), set()
        for stream in self.streams:
            live.events.clear()
            records, missed, end = live.follow(stream, **self.place.get(stream, {}))
            if records is not None:
                afresh.add(stream)
                self.records[stream] = {(one["kind"], one["id"]): one["record"] for one in records}
            for event in missed:
                self.records[stream].update({(put["kind"], put["id"]): put["record"] for put in event["puts"]})
                for gone in event.get("removes", []):
                    self.records[stream].pop((gone["kind"], gone["id"]), None)
            self.place[stream] = {"epoch": end["epoch"], "after": end["seq"]}
        live.close()
        return afresh

    def shown(self):
        """What snapshots hold; posts come by query."""
        return {stream: {key: record for key, record in records.items() if key[0] != "post"} for stream, records in self.records.items()}


def streams_of(server):
    return [f"series/{server.series}", f"meeting/{server.meeting}", f"collaborative/{server.collaborative}", f"extended/{server.collaborative}"]


def post(live, server, text, id=None):
    answer = live.command("add_post", {"thread": server.threads[0], "text": text}, id=id)
    same(answer["t"], "ack", str(answer))
    return answer


def start_step(live, server):
    """Changes that a snapshot holds: a topic of the series."""
    answer = live.command("start_thread", {"anchor": "topic", "anchor_id": server.series, "title": f"Topic {ulid()}", "text": "First"})
    same(answer["t"], "ack", str(answer))


@test("after a restore, who was ahead of the copy gets everything afresh and ends where a newcomer does; nothing sent is lost or done twice")
def _(house):
    server = house.demonstration("restored")
    try:
        cookie = sign_in(server.port, server.facilitators[0])
        old = Reader(server, cookie, streams_of(server))
        old.catch_up()
        live = Live(server.port, cookie=cookie)
        start_step(live, server)
        before = ulid(), post(live, server, "Held by the copy", id := ulid()), id
        copy = house.new_path("restored.db")
        told(house.backup(server.folder, copy), 0)
        for _ in range(3):
            start_step(live, server)
        lost = ulid()
        post(live, server, "After the copy", lost)
        late = sign_in(server.port, server.facilitators[0])
        live.close()
        old.catch_up()
        epoch = old.place[old.streams[0]]["epoch"]
        server.terminate()
        # What fell due while nobody served: it is done once, after the start.
        with opened(f"{server.folder}/interstate.db") as database:
            kept = sorted(tuple(row) for row in database.execute("SELECT text FROM posts WHERE text LIKE '%copy'"))
        said = told(house.restore(copy, server.folder), 0, "Restored").stdout
        aside = next(name for name in os.listdir(server.folder) if name.startswith(ASIDE))
        holds(aside in said, said)
        same(rows(f"{server.folder}/{aside}/interstate.db", "SELECT text FROM posts WHERE text LIKE '%copy' ORDER BY text"), kept, "what was set aside")
        told(house.verify(f"{server.folder}/interstate.db"), 0)
        server.start()
        behind_or_ahead = old.catch_up()
        same(behind_or_ahead, set(old.streams), "streams that were sent afresh")
        holds(old.place[old.streams[0]]["epoch"] != epoch, "the epoch is the old one")
        fresh = Reader(server, cookie, streams_of(server))
        fresh.catch_up()
        same(old.shown(), fresh.shown(), "what the old client shows")
        live = Live(server.port, cookie=cookie)  # signed in before the copy, and still
        again = post(live, server, "Held by the copy", before[2])
        same(again["result"], before[1]["result"], "the resend of what the copy holds")
        post(live, server, "After the copy", lost)
        post(live, server, "After the copy", lost)
        same([server.value("SELECT count(*) FROM posts WHERE text = ?", text) for text in ("Held by the copy", "After the copy")], [1, 1], "posts")
        same(old.catch_up(), set(), "streams that were sent afresh, once more")
        live.close()
        try:
            Live(server.port, cookie=late).close()
            raise AssertionError("somebody is signed in who came after the copy")
        except Exception as error:
            holds("answered 401" in str(error) or "answered 403" in str(error), repr(error))
        server.terminate()
        told(house.verify(f"{server.folder}/interstate.db"), 0)
    finally:
        server.close()


@test("what fell due between the copy and the restore is done once, when the server starts")
def _(house):
    copy, data = house.bare_copy(), house.new_path("due")
    with opened(copy) as database:
        (person,) = database.execute("SELECT id FROM people WHERE active = 1 ORDER BY id DESC LIMIT 1").fetchone()
        database.execute("INSERT INTO due_items (at, kind, target) VALUES (1000, 'welcome_person', ?)", (person,))
    told(house.restore(copy, data), 0)
    server = Continued(house.program, data).start().read_ids()
    try:
        live = Live(server.port, cookie=sign_in(server.port, server.facilitators[0]))
        records, missed, _ = live.follow(f"extended/{server.collaborative}", after=0, epoch="0" * 26)
        welcomed = "SELECT count(DISTINCT command) FROM journal WHERE name = 'person_welcomed'"
        while not server.value(welcomed):
            live.wait("event", name="person_welcomed")
        for _ in range(2):
            server.terminate()
            server.start()
            Live(server.port, cookie=sign_in(server.port, server.facilitators[0])).close()
            same((server.value(welcomed), server.value("SELECT count(*) FROM due_items WHERE at = 1000")), (1, 0), "welcomes, and items that wait")
    finally:
        server.close()


@test("what was mailed or used since the copy is not mailed, and not good, again")
def _(house):
    copy, data = house.bare_copy(), house.new_path("mailed")
    with opened(copy) as database:
        (person, address) = database.execute("SELECT id, address FROM people WHERE active = 1 ORDER BY id LIMIT 1").fetchone()
        now = int(time.time() * 1000)
        database.execute("INSERT INTO mail (id, person, address, address_folded, purpose, subject, plain, html, status, made_at, next_at, useless_at)"
                         " VALUES (?, ?, ?, ?, 'sign_in', '123456', 'a code', '', 'queued', ?, ?, ?)", ("0" * 26, person, address, address, now, now, now + 7200000))
        database.execute("INSERT INTO sign_in_codes (ticket_hash, address_folded, person, code_hash, link_hash, asked_at) VALUES ('t', ?, ?, 'c', 'l', ?)",
                         (address, person, now))
        database.execute("INSERT INTO second_factors (person, secret, made_at, confirmed_at, last_step) VALUES (?, 'S', 1, 1, 7)", (person,))
        database.execute("INSERT INTO recovery_codes (person, code_hash) VALUES (?, 'c')", (person,))
        database.execute("INSERT INTO half_sign_ins (ticket_hash, person, begun_at, shared, next) VALUES ('t', ?, ?, 0, '/')", (person, now))
        database.execute("INSERT INTO passwords (person, hash, changed_at) VALUES (?, 'h', 1)", (person,))
    told(house.restore(copy, data), 0)
    with opened(f"{data}/interstate.db") as database:
        same([database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("recovery_codes", "half_sign_ins", "passwords")], [0, 0, 1])
        same(database.execute("SELECT last_step FROM second_factors").fetchone()[0] > now // 30000, True, "the telephone's codes of now are over")
        same([tuple(row) for row in database.execute("SELECT status, subject, plain FROM mail")], [("outdated", "A code to sign in", "")])
        same(database.execute("SELECT count(*) FROM sign_in_codes").fetchone()[0], 0)


@test("a restore over a running server, of a newer program's copy, of the other kind, of anything unsound is refused and changes nothing")
def _(house):
    before = content_of(f"{house.server.folder}/interstate.db")
    told(house.restore(house.copy, house.server.folder), 1, "another Interstate uses the data folder", "stop it first")
    same(content_of(f"{house.server.folder}/interstate.db") == before, True, "the running server's data")
    same([name for name in os.listdir(house.server.folder) if name.startswith(ASIDE)], [])

    newer = house.bare_copy()
    with opened(newer) as database:
        database.execute("INSERT INTO schema_versions (number, name) VALUES (9999, 'tomorrow')")
    torn = house.own_copy("torn.db")
    os.truncate(torn, os.path.getsize(torn) // 2)
    for copy, words in ((newer, "newer Interstate"), (torn, "is not restored"), (f"{house.folder}/nowhere.db", "is not there"), (house.folder, "is no file")):
        told(house.restore(copy, f"{house.folder}/unmade"), 1, words)
        same(os.path.exists(f"{house.folder}/unmade"), False, "a folder for nothing")

    real = house.new_path("real")
    run(house.program, "init", "--empty", "--data", real)
    seen = digest(f"{real}/interstate.db")
    told(house.restore(house.copy, real), 1, "demonstration", "stays so", "--data")
    told(house.restore(torn, real), 1, "is not restored")
    same(sorted(name for name in os.listdir(real) if name not in ("owner.lock", "interstate.db-wal", "interstate.db-shm")), ["interstate.db"])
    same(digest(f"{real}/interstate.db"), seen)
    told(house.restore(f"{house.server.folder}/interstate.db", house.new_path("of-running")), 1, "has a log beside it")


@test("a killed server's last words are set aside with its database, and do not creep into the restored one")
def _(house):
    server = house.demonstration("killed")
    live = house.live(server)
    post(live, server, "Only in the log")
    server.kill()
    holds(os.path.getsize(f"{server.folder}/interstate.db-wal") > 0, "nothing is in the log")
    told(house.restore(house.copy, server.folder), 0)
    same(rows(f"{server.folder}/interstate.db", "SELECT count(*) FROM posts WHERE text = 'Only in the log'"), [(0,)])
    aside = next(name for name in os.listdir(server.folder) if name.startswith(ASIDE))
    same(rows(f"{server.folder}/{aside}/interstate.db", "SELECT count(*) FROM posts WHERE text = 'Only in the log'"), [(1,)])


@test("data too damaged to be read is set aside, and the copy takes its place")
def _(house):
    data = house.new_folder("rubble")
    with open(f"{data}/interstate.db", "wb") as file:
        file.write(b"rubble" * 5000)
    told(house.restore(house.copy, data), 0)
    aside = next(name for name in os.listdir(data) if name.startswith(ASIDE))
    same(os.path.getsize(f"{data}/{aside}/interstate.db"), 30000)
    told(house.verify(f"{data}/interstate.db"), 0)


@test("restores within one second each keep what they replace")
def _(house):
    data = house.new_folder("again")
    for number in range(4):
        with open(f"{data}/interstate.db", "wb") as file:
            file.write(b"rubble" * (5000 + number))
        told(house.restore(house.copy, data), 0)
    kept = [os.path.getsize(f"{data}/{name}/interstate.db") for name in os.listdir(data) if name.startswith(ASIDE)]
    same(sorted(kept), [30000, 30006, 30012, 30018])


@test("nobody starts on a folder that a killed restore left half done; a second restore mends it")
def _(house):
    data = house.new_path("half")
    told(house.restore(house.copy, data), 0)
    shutil.copy(f"{data}/interstate.db", f"{data}/interstate.db.restoring")
    told(run(house.program, "serve", "--data", data, "--port", "0", check=False), 1, "was not finished", "interstate restore")
    told(house.restore(house.copy, data), 0)
    same(os.path.exists(f"{data}/interstate.db.restoring"), False)
    Continued(house.program, data).start().close()


@test("a copy put in place by hand begins a new epoch when it is served, once")
def _(house):
    data = house.new_folder("by-hand")
    shutil.copy(house.copy, f"{data}/interstate.db")
    epochs = [rows(house.copy, "SELECT value FROM facts_of_store WHERE name = 'epoch'")[0][0]]
    for _ in range(2):
        server = Continued(house.program, data).start().read_ids()
        epochs.append(server.value("SELECT value FROM facts_of_store WHERE name = 'epoch'"))
        server.terminate()
        server.close()
    same((epochs[0] != epochs[1], epochs[1] == epochs[2]), (True, True), str(epochs))
    told(house.verify(f"{data}/interstate.db"), 0)


@test("what root makes in somebody's data folder is theirs, so that their server can go on")
def _(house):
    if os.geteuid() != 0:
        return print("        (only root can be somebody else: not looked at)")
    nobody, data = 65534, house.new_path("theirs")
    run(house.program, "init", "--data", data)
    for name in (".", *os.listdir(data)):
        os.chown(f"{data}/{name}", nobody, nobody)
    told(house.backup(data, house.new_folder("of-root")), 0)
    told(house.restore(house.copy, data), 0)
    aside = next(name for name in os.listdir(data) if name.startswith(ASIDE))
    same({name: os.stat(f"{data}/{name}").st_uid for name in ("interstate.db", "last-backup.json", "owner.lock", aside)},
         {"interstate.db": nobody, "last-backup.json": nobody, "owner.lock": nobody, aside: nobody}, "whose they are")
