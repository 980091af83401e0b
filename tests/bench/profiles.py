"""What each contestant is told, as profiles of the load generator (shared/loadgen.cpp reads: url, headers, steps, publish, marker, ack).

All contestants send the same frame: the event that ours sends for a post. `frame` is that event as it was seen, with {body} where the text was.
"""
import json
import secrets
import time

from arena import PERSON, SERIES, THREAD, TOKEN
from interstate_client import ALPHABET
from web_socket import MARKER

GREETING = {"expect": '"t":"greeting"'}
LIVE = '"t":"live"'


def command_prefix():
    """The first 16 characters of this run's command ids: now, and chance; {n10} is the rest."""
    value = int(time.time() * 1000)
    dated = "".join(ALPHABET[(value >> (5 * i)) & 31] for i in range(9, -1, -1))
    return dated + "".join(secrets.choice(ALPHABET) for _ in range(6))


def of_protocol(follow, publish, ack):
    """Ours: everybody signs in by token, `follow` is said by those who hear, `publish` by those who speak."""
    return {"url": "ws://127.0.0.1:0/api/live", "headers": ["Authorization: Bearer " + TOKEN.format("{i6}")], "marker": MARKER,
            "steps": [GREETING, {"send": follow, "expect": LIVE}], "pub_steps": [GREETING], "publish": publish, "ack": ack}


def add_post(thread):
    return f'{{"t":"command","id":"{command_prefix()}{{n10}}","name":"add_post","body":{{"thread":"{thread}","text":"{{body}}"}}}}'


def ours(arena, missed=0):
    """Follows as somebody who was here and has missed the last so many events of the room."""
    follow = f'{{"t":"follow","stream":"series/{SERIES}{{room4}}","epoch":"{arena.epoch}","after":{arena.head - missed}}}'
    return of_protocol(follow, add_post(f"{THREAD}{{room4}}"), '"t":"ack"')


def ours_cueing(arena):
    """A cue goes to all others who follow, so who speaks follows too; nothing is acknowledged."""
    cue = f'{{"t":"cue","stream":"series/{SERIES}{{room4}}","name":"writing","body":{{"text":"{{body}}"}}}}'
    profile = ours(arena)
    return {**{key: value for key, value in profile.items() if key != "ack"}, "pub_steps": profile["steps"], "publish": cue}


def ours_in(filled):
    """In the room of a filled folder, of which nothing is held yet."""
    return of_protocol(json.dumps({"t": "follow", "stream": filled.stream}), add_post(filled.threads[0]), '"t":"ack"')


def asking(filled, question, answer):
    """Says nothing but this question, again and again; `answer` marks what comes back."""
    return of_protocol("", json.dumps(question), answer)


def simple(frame):
    """Our own small servers: "S<room>" is answered "OK", "P<room> <text>" goes to the room."""
    return {"url": "ws://127.0.0.1:0/", "steps": [{"send": "S{room}", "expect": "OK"}], "pub_steps": [], "publish": "P{room} " + frame, "marker": MARKER}


def durable(frame):
    """The post has the id of its command, in its row and in its event: what the limit writes holds together, and `interstate verify` can look at it."""
    event, command = json.loads(frame), command_prefix() + "{n10}"
    for id in (event["command"], next(put["id"] for put in event["puts"] if put["kind"] == "post")):
        frame = frame.replace(id, command)
    return {**simple(frame), "publish": f"P{{room4}} {PERSON}{{i6}} {command} {frame}", "ack": '"t":"ack"'}


def socket_io(frame):
    """The same frame as a text: what JSON would escape in it is another character of the same length."""
    text = frame.replace('"', "'").replace("\\", "/")
    connect = [{"expect": "0{"}, {"send": "40", "expect": "40{"}]
    return {"url": "ws://127.0.0.1:0/socket.io/?EIO=4&transport=websocket", "marker": MARKER,
            "steps": [*connect, {"send": '42["join","{room}"]', "expect": '42["ok"'}], "pub_steps": connect,
            "publish": f'420["p","{{room}}","{text}"]', "ack": "430[", "autoreply": [{"match": "2", "reply": "3"}]}
