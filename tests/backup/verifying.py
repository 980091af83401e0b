"""interstate verify: finds each thing that can be wrong with a copy, and changes nothing."""
import os
import random
import shutil

from house import SEAL, digest, holds, opened, rows, same, test, told

FLIPS = 12


def flip(path, offset):
    with open(path, "r+b") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ 4]))


def state_of(folder):
    return {name: digest(f"{folder}/{name}") for name in os.listdir(folder)}


@test("verify finds a copy sound, says what it reaches, and leaves every byte as it was")
def _(house):
    folder = house.new_folder("sound")
    shutil.copy(house.copy, f"{folder}/copy.db")
    before = state_of(folder)
    head, receipts = rows(house.copy, "SELECT sum(head), (SELECT count(*) FROM receipts) FROM streams")[0]
    told(house.verify(f"{folder}/copy.db"), 0, "ok    seal\n", "ok    database integrity", "ok    journal", "ok    receipts", "ok    records",
         f"Reaches sequence {head} in ", f" {receipts} receipts")
    same(state_of(folder), before, "the folder")


@test("verify reads a database in the log's mode without its log, and one that a server writes")
def _(house):
    server = house.demonstration("stopped")
    server.terminate()
    server.close()
    folder = house.new_folder("logless")
    shutil.copy(f"{server.folder}/interstate.db", f"{folder}/interstate.db")
    before = state_of(folder)
    with open(f"{folder}/interstate.db", "rb") as file:
        same(file.read(20)[18:], b"\x02\x02", "the mode of the log")
    told(house.verify(f"{folder}/interstate.db"), 0, "seal: there is none")
    same(state_of(folder), before, "the folder")
    house.post_something(house.server)
    told(house.verify(f"{house.server.folder}/interstate.db"), 0, f"Reaches sequence {house.server.value('SELECT sum(head) FROM streams')} ")


@test("one flipped bit is found, in a text as anywhere else")
def _(house):
    with open(house.copy, "rb") as file:
        text = file.read().index(b"Something to keep, number 1")
    chance, size = random.Random(1848), os.path.getsize(house.copy)
    for offset in [text + 3, size - 1, size - SEAL, size - SEAL // 2, *(chance.randrange(size) for _ in range(FLIPS * house.times))]:
        path = house.own_copy("flipped.db")
        flip(path, offset)
        holds(house.wrong(path) != [], f"the flipped bit at {offset} of {size} was not found")
        flip(path, offset)
        same(house.wrong(path), [], "flipped back")
    path = house.own_copy("flipped.db")
    flip(path, text + 3)
    same(house.wrong(path), ["seal"], "what finds it")


CHANGES = [  # what is done, the check that finds it, words of it
    ("DELETE FROM journal WHERE (stream, seq) = (SELECT stream, max(seq) - 1 FROM journal GROUP BY stream HAVING count(*) > 2 LIMIT 1)", "journal", "has a gap"),
    ("DELETE FROM journal WHERE (stream, seq) = (SELECT name, head FROM streams WHERE head > 2 LIMIT 1)", "journal", "but its head is"),
    ("DELETE FROM journal WHERE (stream, seq) = (SELECT name, 1 FROM streams WHERE head > 2 LIMIT 1)", "journal", "begins at 2"),
    ("UPDATE streams SET head = head + 1 WHERE name = (SELECT max(name) FROM streams)", "journal", "but its head is"),
    ("UPDATE streams SET head = head - 1, floor = 0 WHERE name = (SELECT max(name) FROM streams)", "journal", "but its head is"),
    ("UPDATE journal SET payload = NULL WHERE (stream, seq) = (SELECT name, head FROM streams WHERE head > floor LIMIT 1)", "journal", "lost the payloads"),
    ("UPDATE streams SET floor = head WHERE name = (SELECT name FROM streams WHERE head > floor LIMIT 1)", "journal", "forgotten"),
    ("DELETE FROM streams WHERE name = (SELECT max(name) FROM streams)", "journal", "not among the streams"),
    ("DELETE FROM receipts WHERE command = (SELECT command FROM journal WHERE name = 'post_added' LIMIT 1)", "receipts", "have no receipt of their command"),
    ("UPDATE receipts SET command = 'X' WHERE command = (SELECT command FROM journal WHERE name = 'post_added' LIMIT 1)", "receipts", "which is not its event"),
    ("UPDATE receipts SET outcome = 'no acknowledgement' WHERE command = (SELECT command FROM journal LIMIT 1)", "receipts", "parse error"),
    ("DELETE FROM posts WHERE text = 'Something to keep, number 2'", "records", "is not there"),
    ("DELETE FROM organisations WHERE id IN (SELECT organisation FROM seats LIMIT 1)", "database integrity", "name rows of organisations"),
    ("INSERT INTO schema_versions (number, name) VALUES (9999, 'tomorrow')", "schema 9999", "newer Interstate"),
    ("DELETE FROM schema_versions", "schema 0", "no data of Interstate"),
    ("PRAGMA application_id = 7", "database integrity", "another program"),
]


@test("verify names what is wrong between the tables: a lost event, a moved head, a dangling row, a lost receipt")
def _(house):
    same(house.wrong(house.bare_copy()), [], "a copy without a seal")
    for sql, check, words in CHANGES:
        path = house.bare_copy()
        with opened(path) as database:
            changed = database.execute(sql).rowcount
        holds(changed != 0, f"nothing was changed by {sql}")
        done = house.verify(path)
        found = [line for line in done.stdout.splitlines() if line.startswith("WRONG ")]
        holds(done.returncode == 1 and any(line.startswith(f"WRONG {check}: ") and words in line for line in found), f"{sql}: {done.stdout}{done.stderr}")
        same("Reaches" in done.stdout, False, "reaches something")


@test("an index that does not hold what its table holds is found")
def _(house):
    path = house.bare_copy()
    with opened(path) as database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_master SET sql = replace(sql, '(at) WHERE payload', '(seq) WHERE payload') WHERE name = 'journal_kept'")
    same(house.wrong(path), ["database integrity"])


@test("a file that is cut off is found, wherever it was cut")
def _(house):
    size, chance = os.path.getsize(house.copy), random.Random(1912)
    for left in [size - 1, size - SEAL, size - SEAL - 1, size // 2, 4096, 100, *(chance.randrange(1, size) for _ in range(6))]:
        path = house.own_copy("cut.db")
        os.truncate(path, left)
        holds(house.wrong(path) != [], f"{left} of {size} bytes are found sound")


@test("what is no database is said to be none")
def _(house):
    path = house.new_path("letter.db")
    for content in (b"", b"Dear Sir or Madam, " * 1000, b"SQLite format 3\0" + b"\0" * 4080):
        with open(path, "wb") as file:
            file.write(content)
        told(house.verify(path), 1, "WRONG database integrity")
    told(house.verify(f"{house.folder}/nowhere.db"), 1, "WRONG file", "is not there")
    told(house.verify(house.folder), 1, "WRONG file", "is no file")


@test("paths with signs that mean something in an address are paths")
def _(house):
    for name in ("what?.db", "50%.db", "#1 & more.db", "%3f.db"):
        path = f"{house.new_folder('signs')}/{name}"
        told(house.backup(house.server.folder, path), 0)
        told(house.verify(path), 0)
