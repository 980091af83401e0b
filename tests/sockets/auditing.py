"""What is done on the machine, beside the server or without it, stands in the audit."""
import json
import sqlite3

from program import folder_of
from world import run, same, test


def rows(folder):
    with sqlite3.connect(f"{folder}/interstate.db") as database:
        found = database.execute("SELECT seq, verb, via, actor, target_kind FROM audit ORDER BY seq").fetchall()
    database.close()
    return found


@test("inviting, importing, tokens and a second factor that is ended leave rows of the command line; a command that fails leaves none")
def _(world):
    folder, path = folder_of(world, "auditing", "--empty"), f"{world.folder}/people.json"
    run(world.program, "invite", "first@example.org", "--data", folder)
    run(world.program, "token", "first@example.org", "--data", folder)
    run(world.program, "token", "nobody@example.org", "--data", folder, check=False)
    run(world.program, "second-factor", "reset", "first@example.org", "--data", folder, check=False)  # there is none
    with open(path, "w") as file:
        json.dump({"people": [{"name": "Good One", "address": "good@example.org", "state": "OH", "role": "state_member"}]}, file)
    run(world.program, "import", path, "--data", folder)
    run(world.program, "import", path, "--data", folder, check=False)  # they are here already
    same(rows(folder), [(1, "invite_person", "command_line", None, "person"), (2, "make_token", "command_line", None, "person"),
                        (3, "import_people", "command_line", None, "collaborative")])
    done = run(world.program, "verify", f"{folder}/interstate.db")
    if "ok    audit" not in done.stdout:
        raise AssertionError(done.stdout)
