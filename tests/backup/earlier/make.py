#!/usr/bin/env python3
"""Makes a small data folder with an earlier program, by its own commands over its own connection, and writes it down as SQL.

    git worktree add /tmp/earlier COMMIT && cd /tmp/earlier && cmake --preset dev && cmake --build --preset dev --target interstate
    tests/backup/earlier/make.py --program /tmp/earlier/build/dev/server/program/interstate --commit COMMIT

It writes NNNN-COMMIT.sql beside itself: NNNN is the number of the last migration of that program.
"""
import argparse
import datetime
import http.client
import os
import sqlite3
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../support/python"))
from interstate_client import Live  # noqa: E402
from interstate_server import Server, run  # noqa: E402
from second_factor import set_up  # noqa: E402

ADDRESS = "ada@earlier.example"


def did(live, name, body):
    answer = live.command(name, body)
    if answer["t"] != "ack":
        sys.exit(f"{name}: {answer}")
    return answer.get("result", {})


def item(title, next_steps):
    return {"title": title, "minutes": 10, "who": "all", "mode": "plenary", "instruction": "", "capture": "", "next_steps": next_steps}


def live_through(live, collaborative):
    """A little of everything that a facilitator does: a series, a session that runs, talk, an edited post."""
    today = datetime.date.today()
    series = did(live, "create_series", {
        "collaborative": collaborative, "title": "An earlier series", "description": "", "states": ["OH", "KY"],
        "objectives": [{"short_name": "Turnover", "text": "Turnover in every state"}], "starts_on": today.isoformat(),
        "ends_on": (today + datetime.timedelta(days=90)).isoformat()})["series"]
    meeting = did(live, "schedule_meeting", {
        "collaborative": collaborative, "series": series, "type": "session", "title": "An earlier session", "zone": "America/New_York", "minutes": 90,
        "starts_local": f"{today + datetime.timedelta(days=1)}T14:00", "link": ""})["meeting"]
    did(live, "set_agenda", {"meeting": meeting, "revision": 1, "items": [item("Welcome", False), item("Next steps", True)]})
    did(live, "publish_series", {"series": series})
    did(live, "announce_meeting", {"meeting": meeting})
    for anchor, id in (("topic", series), ("meeting", meeting)):
        begun = did(live, "start_thread", {"anchor": anchor, "anchor_id": id, "title": f"Earlier {anchor}", "text": "How did it go?"})
        post = did(live, "add_post", {"thread": begun["thread"], "text": "It went *well*."})
        did(live, "edit_post", {"post": post["post"], "revision": 1, "text": "It went **very** well."})
        did(live, "mark_read", {"thread": begun["thread"], "number": 2})
    did(live, "open_room", {"meeting": meeting})
    did(live, "next_item", {"meeting": meeting})


def signed_in(server):
    """Uses a sign-in link, as people do; gives the cookie."""
    link = run(server.program, "invite", ADDRESS, "--name", "Ada Earlier", "--role", "administrator", "--data", server.folder).stdout.strip()
    line = http.client.HTTPConnection("127.0.0.1", server.port)
    line.request("POST", link[link.index("/sign-in/link/"):], b"", {"Origin": f"http://127.0.0.1:{server.port}"})
    reply = line.getresponse()
    if reply.status != 303:
        sys.exit(f"the link was answered {reply.status}")
    cookie = reply.getheader("Set-Cookie").split(";")[0]
    return set_up(server.port, cookie) if "_half=" in cookie else cookie


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", required=True)
    options.add_argument("--commit", required=True)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(chosen.program, f"{folder}/data", empty=True).start()
        cookie = signed_in(server)
        live = Live(server.port, cookie=cookie)
        if server.value("SELECT count(*) FROM pragma_table_info('memberships') WHERE name = 'seat_cap'"):  # rights rest on membership
            for code in ("OH", "KY"):
                did(live, "admit_member", {"organisation": server.value("SELECT id FROM organisations WHERE code = ?", code), "tier": "core", "seat_cap": 6})
        live_through(live, server.value("SELECT id FROM collaboratives"))
        live.close()
        token = server.token(ADDRESS)
        server.terminate()
        database = sqlite3.connect(f"{server.folder}/interstate.db")
        (schema,), (mark,) = database.execute("SELECT max(number) FROM schema_versions").fetchone(), database.execute("PRAGMA application_id").fetchone()
        name = f"{schema:04}-{chosen.commit[:7]}.sql"
        with open(f"{HERE}/{name}", "w") as out:
            out.write(f"-- Made by earlier/make.py with the program of {chosen.commit}, through its own commands; schema {schema}.\n")
            out.write(f"-- person: {ADDRESS}\n-- token: {token}\n-- cookie: {cookie}\nPRAGMA application_id = {mark};\n")
            out.writelines(f"{line}\n" for line in database.iterdump())
        database.close()
        server.close()
    print(name)


if __name__ == "__main__":
    main()
