"""Somebody is erased: no byte of their name stays in the data folder, and an older copy that is restored is erased again."""
import glob
import os
import sqlite3

from house import holds, opened, rows, same, sign_in, test, told
from interstate_client import Live

NAME, ADDRESS = "Xanthippe Quillfeather", "xanthippe.quillfeather@agency.example"
BYTES = (NAME.encode(), ADDRESS.encode(), b"Quillfeather", b"quillfeather")


def found_in(data):
    """The files of a data folder that hold a byte of it; what was set aside and the copies are not the database."""
    names = [name for name in glob.glob(f"{data}/*") if os.path.isfile(name)]
    return sorted(os.path.basename(name) for name in names if any(word in open(name, "rb").read() for word in BYTES))


def rename(server, person):
    with server.writable_database() as database:
        database.execute("UPDATE people SET name = ?, address = ?, address_folded = ? WHERE id = ?", (NAME, ADDRESS, ADDRESS, person))
        database.execute("UPDATE attendance SET name = ? WHERE person = ?", (NAME, person))
    database.close()


def done(live, server, command, **body):
    answer = live.command(command, {"collaborative": server.collaborative, **body})
    same(answer["t"], "ack", f"{command}: {answer}")


@test("no byte of whoever is erased stays in the database after the next start; a copy of before that is restored is erased again; the chain holds")
def _(house):
    server = house.demonstration("erasing")
    try:
        person, organisation = server.rows("SELECT s.person, s.organisation FROM seats s JOIN role_grants g ON g.person = s.person"
                                           " JOIN people p ON p.id = s.person AND p.active = 1 WHERE g.role = 'state_member' ORDER BY s.person LIMIT 1")[0]
        successor = server.value("SELECT s.person FROM seats s JOIN people p ON p.id = s.person AND p.active = 1 WHERE s.organisation = ?"
                                 " AND s.person <> ? LIMIT 1", organisation, person)
        administrator = server.value("SELECT person FROM role_grants WHERE role = 'administrator' LIMIT 1")
        server.terminate()
        rename(server, person)
        server.start()
        live = Live(server.port, cookie=sign_in(server.port, administrator))
        Live(server.port, cookie=sign_in(server.port, person)).close()
        for command in ("suspend_person", "readmit_person"):  # news and bodies of the audit that name them
            done(live, server, command, person=person)
        copy = house.new_path("before-erasing.db")
        told(house.backup(server.folder, copy), 0)
        done(live, server, "retire_person", person=person, successor=successor)
        refused = live.command("erase_person", {"collaborative": server.collaborative, "person": person, "confirmation": "Somebody"})
        same((refused["t"], refused["field"]), ("refusal", "confirmation"))
        done(live, server, "erase_person", person=person, confirmation=NAME)
        holds(server.value("SELECT count(*) FROM audit_erased") > 2, "no body of the audit was erased")
        live.query("audit_trail", {"collaborative": server.collaborative})  # a read after it: the list is kept by then or soon
        live.close()
        server.terminate()
        server.start()
        server.terminate()
        same(found_in(server.folder), [], "files that hold the name")
        same(open(f"{server.folder}/erasures").read().split()[0], person)
        told(house.verify(f"{server.folder}/interstate.db"), 0)

        holds(found_in(os.path.dirname(copy)) != [], "the copy of before does not even know the name")
        told(house.restore(copy, server.folder), 0, "Restored")
        same(found_in(server.folder), [], "files that hold the name after the restore")
        told(house.verify(f"{server.folder}/interstate.db"), 0)
        same(rows(f"{server.folder}/interstate.db", "SELECT name, active FROM people WHERE id = ?", person), [("Former member", 0)])
        server.start()
        server.terminate()
        same(server.folder and rows(f"{server.folder}/interstate.db", "SELECT count(*) FROM erasures"), [(1,)])

        # The database that is replaced is damaged: the file beside it still knows.
        with open(f"{server.folder}/interstate.db", "r+b") as file:
            file.write(b"\0" * 100)
        told(house.restore(copy, server.folder), 0, "Restored")
        same(found_in(server.folder), [], "files that hold the name after the second restore")
    finally:
        server.close()


@test("a chain that somebody changed is found by doctor and verify, at its number, and no backup is made of it")
def _(house):
    server = house.demonstration("tampering")
    try:
        administrator, person = (server.value("SELECT g.person FROM role_grants g JOIN people p ON p.id = g.person AND p.active = 1"
                                              " WHERE g.role = ? ORDER BY g.person LIMIT 1", role)
                                 for role in ("administrator", "state_member"))
        live = Live(server.port, cookie=sign_in(server.port, administrator))
        for _ in range(3):
            for command in ("suspend_person", "readmit_person"):
                done(live, server, command, person=person)
        live.close()
        last = server.value("SELECT max(seq) FROM audit")
        copy = house.new_path("tampering.db")
        told(house.backup(server.folder, copy), 0)
        server.terminate()
        file = f"{server.folder}/interstate.db"
        told(house.verify(file), 0, "audit")
        with opened(file) as database:
            try:
                database.execute("UPDATE audit SET verb = 'sign_in' WHERE seq = 3")
                raise AssertionError("the audit was changed")
            except sqlite3.IntegrityError as refused:
                holds("append-only" in str(refused), str(refused))
        # Whoever takes the triggers away cuts off the end, and says that it ends there.
        with opened(file) as database:
            database.execute("DROP TRIGGER audit_never_removed")
            database.execute("DROP TRIGGER audit_bodies_only_erased")
            for table in ("audit_people", "audit_bodies", "audit"):
                database.execute(f"DELETE FROM {table} WHERE seq = ?", (last,))
            database.execute("UPDATE audit_head SET seq = ?, hash = (SELECT hash FROM audit WHERE seq = ?)", (last - 1, last - 1))
        told(house.verify(file), 0)
        told(house.doctor(server.folder), 1, f"WRONG audit since the last backup: number {last} is gone")
        with opened(file) as database:
            database.execute("DROP TRIGGER audit_never_changed")
            database.execute("UPDATE audit SET verb = 'sign_in' WHERE seq = 3")
        told(house.verify(file), 1, "WRONG audit: number 3: was changed")
        told(house.doctor(server.folder), 1, "WRONG audit: number 3: was changed")
        told(house.backup(server.folder, house.new_path("refused.db")), 1, "number 3: was changed")
    finally:
        server.close()
