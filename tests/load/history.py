"""Years of a data folder in seconds: the demonstration's own rows again and again under ids of their own, and many posts.

Every row is one that the program has written, so that what it may refuse is not there. `doctor` looks at the result.
"""
import hashlib
import json
import os
import re
import sqlite3
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support/python"))
from interstate_client import ALPHABET, ulid  # noqa: E402

ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
OF_EVERYBODY = {"schema_versions", "facts_of_store", "principles", "protocols", "protocol_steps", "streams", "journal", "receipts", "due_items",
                "followers", "sign_ins", "invitations", "api_tokens", "grounds", "audit", "audit_head", "audit_people", "audit_bodies", "audit_erased"}
OF_A_STEP = ["action_steps", "step_lanes", "step_updates"]
YEARS_MS = 2 * 365 * 24 * 3600 * 1000  # over which the posts are spread
PAYLOAD_LIFE_MS, RECEIPT_LIFE_MS = 7 * 24 * 3600 * 1000, 90 * 24 * 3600 * 1000  # server/app/clockwork.cpp, server/store/receipts.hpp


def other(id, salt):
    """Another id of the same time: the same one whenever it is asked for."""
    value = int.from_bytes(hashlib.blake2b(f"{salt}/{id}".encode(), digest_size=10).digest(), "big")
    return id[:10] + "".join(ALPHABET[(value >> (5 * i)) & 31] for i in range(15, -1, -1))


class Folder:
    def __init__(self, file):
        self.database = sqlite3.connect(file)
        self.database.execute("PRAGMA foreign_keys = OFF")  # rows come table by table; all are checked at the end

    def tables(self):
        return [row[0] for row in self.database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]

    def columns(self, table):
        return [row[1] for row in self.database.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0]

    def rows(self, table):
        columns = self.columns(table)
        return columns, self.database.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()

    def add(self, table, columns, rows):
        self.database.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", rows)

    def collaboratives(self, count):
        tables = [table for table in self.tables() if table not in OF_EVERYBODY]
        found = {table: self.rows(table) for table in tables}
        for number in range(1, count):
            def distinct(table, row, number=number):
                if table == "people":
                    row["address"], row["address_folded"] = f"{number}.{row['address']}", f"{number}.{row['address_folded']}"
                elif table == "collaboratives":
                    row["slug"], row["name"] = f"{row['slug']}-{number}", f"{row['name']} {number}"
                return row
            self._copy(found, f"collaborative {number}", distinct)

    def steps(self, count):
        found = {table: self.rows(table) for table in OF_A_STEP}
        have = len(found["action_steps"][1])
        for number in range(1, -(-count // have)):
            self._copy(found, f"steps {number}", lambda table, row: row)

    def _copy(self, found, salt, distinct):
        ours = {row[columns.index("id")] for columns, rows in found.values() if "id" in columns for row in rows}
        swap = lambda match: other(match[0], salt) if match[0] in ours else match[0]  # noqa: E731
        for table, (columns, rows) in found.items():
            self.add(table, columns, [[ULID.sub(swap, value) if isinstance(value, str) else value for value in distinct(table, dict(zip(columns, row))).values()]
                                      for row in rows])

    def posts(self, count):
        """In every thread as many, by the people of its collaborative, with their events and receipts as far as those are kept."""
        database, now = self.database, int(time.time() * 1000)
        threads = database.execute("SELECT id, stream, collaborative, last_number FROM threads ORDER BY id").fetchall()
        have = database.execute("SELECT count(*) FROM posts").fetchone()[0]
        each = -(-max(0, count - have) // len(threads))
        people = {row[0]: row[1].split() for row in database.execute("SELECT collaborative, group_concat(person, ' ') FROM seats GROUP BY collaborative")}
        heads = dict(database.execute("SELECT name, head FROM streams"))
        for number in range(each):
            at = now - YEARS_MS + YEARS_MS * number // each
            for id, stream, collaborative, last in threads:
                author = people[collaborative][number % len(people[collaborative])]
                self._post(id, stream, author, last + number + 1, at, heads, now)
        for id, _, collaborative, last in threads:
            if each:
                database.execute("UPDATE threads SET last_number = ?, last_at = ?, last_by = ?, posts = posts + ? WHERE id = ?",
                                 (last + each, now - YEARS_MS + YEARS_MS * (each - 1) // each, people[collaborative][(each - 1) % len(people[collaborative])], each, id))
        self._heads(heads)

    def _post(self, thread, stream, author, number, at, heads, now):
        post, command, text = ulid(at), ulid(at), f"Post {number}: what we tried in our districts, and what we saw. " + "It takes time. " * (number % 12)
        self.database.execute("INSERT INTO posts VALUES (?, ?, ?, ?, ?, NULL, ?, ?, 1, NULL, 1, 0, NULL)", (post, thread, number, author, at, text, f"<p>{text}</p>\n"))
        heads[stream] = seq = heads.get(stream, 0) + 1
        payload = None
        if at > now - PAYLOAD_LIFE_MS:
            payload = json.dumps({"t": "event", "stream": stream, "seq": seq, "at": at, "actor": author, "command": command, "name": "post_added",
                                  "puts": [], "removes": []})
        self.database.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, 'post_added', ?)", (stream, seq, at, author, command, payload))
        if at > now - RECEIPT_LIFE_MS:
            outcome = json.dumps({"t": "ack", "id": command, "positions": {stream: seq}})
            self.database.execute("INSERT INTO receipts VALUES (?, ?, ?, ?, ?)", (author, command, at, "0" * 64, outcome))

    def _heads(self, heads):
        for name, head in heads.items():
            kept = self.database.execute("SELECT min(seq) FROM journal WHERE stream = ? AND payload IS NOT NULL", (name,)).fetchone()[0]
            self.database.execute("INSERT INTO streams (name, head, floor) VALUES (?, ?, ?)"
                                  " ON CONFLICT (name) DO UPDATE SET head = excluded.head, floor = excluded.floor",
                                  (name, head, (kept or head + 1) - 1))

    def finish(self):
        broken = self.database.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise AssertionError(f"rows that point nowhere: {broken[:3]}")
        self.database.commit()
        counts = {table: self.database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("collaboratives", "people", "posts", "action_steps", "journal")}
        self.database.close()
        return counts


def fill(file, collaboratives, steps, posts):
    """Fills a demonstration's database up to so many of each; gives how many there are."""
    folder = Folder(file)
    folder.collaboratives(collaboratives)
    folder.steps(steps)
    folder.posts(posts)
    return folder.finish()
