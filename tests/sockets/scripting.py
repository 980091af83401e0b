"""A script by token: the example of the documentation, and commands that come by two ways."""
import os
import subprocess
import sys
import urllib.parse

from world import Live, refused, same, test, ulid

EXAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../docs/examples/open_steps.py")


def address_of(world, person):
    return world.server.value("SELECT address FROM people WHERE id = ?", person)


def someone_with_steps(world):
    """A state with an open step of this year, and one of its people: (code, person, step)."""
    return world.server.rows("SELECT o.code, l.owner, s.id FROM action_steps s JOIN step_lanes l ON l.step = s.id JOIN organisations o ON o.id = l.organisation"
                             " WHERE l.status IN ('not_started', 'on_track', 'at_risk') AND s.series = ? AND o.code <> '' AND s.organisation = o.id"
                             " AND (SELECT count(*) FROM step_lanes x WHERE x.step = s.id) = 1 ORDER BY s.id LIMIT 1", world.server.series)[0]


def example(world, token, *arguments):
    return subprocess.run([sys.executable, EXAMPLE, f"http://127.0.0.1:{world.port}", *arguments], capture_output=True, text=True, timeout=60,
                          env={"INTERSTATE_TOKEN": token, "PATH": os.environ["PATH"]})


@test("the example lists a state's open steps and updates one", changes=True)
def _(world):
    with open(EXAMPLE) as file:
        same(len(file.readlines()) <= 60, True, "at most 60 lines")
    code, person, step = someone_with_steps(world)
    token = world.server.token(address_of(world, person))
    listed = example(world, token, code)
    same((listed.returncode, listed.stderr), (0, ""))
    wanted = {row[0] for row in world.server.rows("SELECT DISTINCT l.step FROM step_lanes l JOIN organisations o ON o.id = l.organisation JOIN action_steps s"
                                                  " ON s.id = l.step WHERE o.code = ? AND s.status NOT IN ('completed', 'set_aside', 'declined')", code)}
    same({line.split()[0] for line in listed.stdout.splitlines()}, wanted, "the steps")
    updated = example(world, token, code, "--step", step, "--status", "at_risk", "--text", "Said by a script")
    same((updated.returncode, updated.stderr), (0, ""))
    same([line.split()[3] for line in updated.stdout.splitlines() if line.startswith(step)], ["at_risk"])
    same(world.server.value("SELECT count(*) FROM step_updates WHERE step = ? AND text = 'Said by a script' AND author = ?", step, person), 1)


@test("the example says why it was refused and ends with 1")
def _(world):
    code, person, step = someone_with_steps(world)
    token = world.server.token(address_of(world, person))
    cases = {"Refused (not_signed_in)": ("A" * 43, code), "status: ": (token, code, "--step", step, "--status", "excellent"),
             "Refused (not_allowed)": (token, code, "--step", ulid()), "text: ": (token, code, "--step", step, "--status", "completed")}
    for words, (secret, *arguments) in cases.items():
        done = example(world, secret, *arguments)
        same((done.returncode, words in done.stderr), (1, True), f"{words!r} in {done.stderr!r}")
        if "Traceback" in done.stderr:
            raise AssertionError(done.stderr)


@test("a command by POST and the same one live have one effect and one receipt", changes=True)
def _(world):
    thread = world.server.threads[0]
    token = world.server.token(address_of(world, world.host))
    live = Live(world.port, token=token)
    for number, first, second in ((1, "post", "live"), (2, "live", "post")):
        id, body = ulid(), {"thread": thread, "text": f"by two ways {number}"}
        ways = {"post": lambda: world.post("add_post", body, id=id, token=token).json(), "live": lambda: live.command("add_post", body, id=id)}
        one, other = ways[first](), ways[second]()
        same(one["t"], "ack")
        same(one, other, "the receipts")
        same(world.server.value("SELECT count(*) FROM posts WHERE text = ?", body["text"]), 1)
        refused(world.post("add_post", {**body, "text": "another"}, id=id, token=token).json(), "id_reused", "id", "a new id")
        refused(live.command("add_post", {**body, "text": "another"}, id=id), "id_reused", "id")
    refused_both = [world.post("add_post", {"thread": thread, "text": ""}, id=id, token=token).json(), live.command("add_post", {"thread": thread, "text": ""}, id=id)]
    same(refused_both[0], refused_both[1], "the refusals")


@test("a query by GET gives what the live connection gives, page by page")
def _(world):
    live, body = world.live(), {"collaborative": world.server.collaborative, "limit": 10}
    pages = {"live": [], "get": []}
    for way in pages:
        cursor = {}
        for _ in range(100):
            if way == "live":
                answer = live.query("steps", {**body, **cursor})
            else:
                answer = world.http("GET", f"/api/queries/steps?{urllib.parse.urlencode({**body, **cursor})}", person=world.host).json()
            same(answer["t"], "answer")
            pages[way].append((answer["records"], answer["positions"]))
            if "next" not in answer:
                break
            cursor = {"cursor": answer["next"]}
    same(pages["live"], pages["get"])
    ids = [one["id"] for records, _ in pages["get"] for one in records if one["kind"] == "action_step"]
    same(len(ids), len(set(ids)), "steps come once")


@test("text made of digits, or the words true and false, is text where a query wants text", changes=True)
def _(world):
    live, base = world.live(), {"collaborative": world.server.collaborative}
    for title in ("Plan of 2024", "0070", "true or false?"):
        same(live.command("start_thread", {"anchor": "topic", "anchor_id": world.server.collaborative, "title": title, "text": "x"})["t"], "ack")
    for more in ({"text": "2024"}, {"text": "0070"}, {"text": "true"}, {"text": "2024", "limit": 1, "archived": False}):
        spelled = {**base, **{name: str(value).lower() for name, value in more.items()}}
        got = world.http("GET", f"/api/queries/threads?{urllib.parse.urlencode(spelled)}", person=world.host).json()
        said = live.query("threads", {**base, **more}, id="")
        same((got["t"], got["records"] != []), ("answer", True), more)
        same(got, said, more)
    for name, value, allowed in (("limit", "many", "a whole number"), ("limit", "9999999999", "a number in range"), ("archived", "1", "true or false")):
        answer = world.http("GET", f"/api/queries/threads?{urllib.parse.urlencode({**base, name: value})}", person=world.host)
        same(answer.status, 400, name)
        refused(answer.json(), "malformed", name, allowed)
    refused(world.http("GET", "/api/export/steps.csv?state=2024", person=world.host).json(), "not_found", "state")
    same(world.http("GET", "/api/export/attendance.csv?meeting=2024", person=world.host).status, 400, "a meeting of digits")


@test("a token may do what its person may do and no more", changes=True)
def _(world):
    observer = world.server.token(address_of(world, world.server.observers[0]))
    refused(world.post("add_post", {"thread": world.server.threads[0], "text": "x"}, token=observer).json(), "not_allowed")
    refused(world.post("arrive", {"meeting": world.server.meeting, "person": world.host}, token=observer).json(), "not_allowed")


@test("commands of the server alone are refused to people", changes=True)
def _(world):
    meeting = world.server.meeting
    for name, body in {"arrive": {"meeting": meeting, "person": world.host}, "depart": {"meeting": meeting, "person": world.host, "at": 1},
                       "heartbeat": {"meeting": meeting, "here": []}, "close_stale": {},
                       "welcome_person": {"person": world.host}, "seal_session": {"meeting": meeting}, "close_abandoned": {"meeting": meeting}}.items():
        answer = world.post(name, body)
        if answer.status not in (403, 404):
            raise AssertionError(f"{name} was answered {answer.status}: {answer.body}")


@test("the log says of a command in one line who sent it, what came of it, where it went and how long it took", changes=True)
def _(world):
    live, stream, id = world.live(), f"series/{world.server.series}", ulid()
    live.follow(stream)
    ack = live.command("add_post", {"thread": world.server.threads[0], "text": "followed in the log"}, id=id)
    lines = [line for line in world.server.log_entries() if line.get("command") == id]
    same(len(lines), 1, "lines")
    line = lines[0]
    same((line["event"], line["name"], line["actor"], line["outcome"]), ("command", "add_post", world.host, "done"))
    same(line["positions"], ack["positions"], "what was published")
    same(line["deliveries"] >= 2, True, "the bystander and this one")
    same(0 <= line["waited_us"] <= line["took_us"], True, f"{line}")
