"""What each contestant is told, as profiles of the load generator (README of shared/: url, headers, steps, publish, marker, ack).

All contestants send the same frame: the event that ours sends for a post. `frame` is that event as it was seen, with {body} where the text was.
"""
import secrets
import time

from arena import PERSON, SERIES, THREAD, TOKEN
from interstate_client import ALPHABET

MARKER = "TS="


def command_prefix():
    """The first 16 characters of this run's command ids: now, and chance; {n10} is the rest."""
    value = int(time.time() * 1000)
    dated = "".join(ALPHABET[(value >> (5 * i)) & 31] for i in range(9, -1, -1))
    return dated + "".join(secrets.choice(ALPHABET) for _ in range(6))


def ours(arena, missed=0):
    """Follows as somebody who was here and has missed the last so many events of the room."""
    greeting = {"expect": '"t":"greeting"'}
    follow = f'{{"t":"follow","stream":"series/{SERIES}{{room4}}","epoch":"{arena.epoch}","after":{arena.head - missed}}}'
    command = f'{{"t":"command","id":"{command_prefix()}{{n10}}","name":"add_post","body":{{"thread":"{THREAD}{{room4}}","text":"{{body}}"}}}}'
    return {"url": "ws://127.0.0.1:0/api/live", "headers": ["Authorization: Bearer " + TOKEN.format("{i6}")], "marker": MARKER,
            "steps": [greeting, {"send": follow, "expect": '"t":"live"'}], "pub_steps": [greeting], "publish": command, "ack": '"t":"ack"'}


def simple(frame):
    return {"url": "ws://127.0.0.1:0/", "steps": [{"send": "S{room}", "expect": "OK"}], "pub_steps": [], "publish": "P{room} " + frame, "marker": MARKER}


def durable(frame):
    publish = f"P{{room4}} {PERSON}{{i6}} {command_prefix()}{{n10}} {frame}"
    return {"url": "ws://127.0.0.1:0/", "steps": [{"send": "S{room}", "expect": "OK"}], "pub_steps": [], "publish": publish, "marker": MARKER, "ack": '"t":"ack"'}
