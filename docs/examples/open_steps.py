#!/usr/bin/env python3
"""Lists a state's open action steps, and updates one, over plain HTTP. Python 3, standard library only.

    interstate token ADDRESS --name "open steps" > token       (on the server's machine)
    INTERSTATE_TOKEN=$(cat token) open_steps.py http://127.0.0.1:8080 OH
    INTERSTATE_TOKEN=$(cat token) open_steps.py http://127.0.0.1:8080 OH --step ID --status on_track --text "Pilot begun"
"""
import argparse, json, os, secrets, sys, time, urllib.error, urllib.parse, urllib.request

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_id():
    """A ULID: the time in milliseconds, then 80 random bits."""
    value = int(time.time() * 1000) << 80 | secrets.randbits(80)
    return "".join(ALPHABET[value >> shift & 31] for shift in range(125, -1, -5))


def ask(url, body=None):
    """The frame that answers: an answer, an ack or a refusal. A busy or silent server is asked again, with the same id."""
    headers = {"Authorization": f"Bearer {os.environ['INTERSTATE_TOKEN']}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    for pause in (0.5, 1, 2, 4, None):
        try:
            with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=20) as reply:
                return json.load(reply)
        except urllib.error.HTTPError as error:
            frame = json.load(error)
        except (urllib.error.URLError, OSError) as error:
            frame = {"t": "refusal", "code": "try_again", "message": str(error)}
        if frame["code"] != "try_again" or pause is None:
            wrong = f"{frame['field']}: " if "field" in frame else ""
            allowed = f" Allowed: {frame['allowed']}." if "allowed" in frame else ""
            sys.exit(f"Refused ({frame['code']}): {wrong}{frame['message']}{allowed}")
        time.sleep(pause)


def open_steps(server, state):
    query = {"collaborative": ask(f"{server}/api/me")["collaboratives"][0]["id"], "state": state, "open": "true"}
    while True:
        page = ask(f"{server}/api/queries/steps?{urllib.parse.urlencode(query)}")
        yield from (one["record"] for one in page["records"] if one["kind"] == "action_step")
        if "next" not in page:
            return
        query["cursor"] = page["next"]


options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
for name in ("server", "state", "--step", "--status", "--text"):
    options.add_argument(name)
chosen = options.parse_args()
if chosen.step:
    update = {"step": chosen.step, "status": chosen.status or "on_track", "text": chosen.text or ""}
    ask(f"{chosen.server}/api/commands/update_step", {"id": new_id(), "body": update})
for step in open_steps(chosen.server, chosen.state):
    print(f"{step['id']}  due {step['due_on']}  {step['status']:<11}  {step['title']}")
