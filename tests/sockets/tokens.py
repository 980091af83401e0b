"""Tokens that people make for their scripts: their scopes, over plain HTTP, WebSocket and long poll, and their end."""
import os
import re

from passwords import Browser, served
from world import Live, Refused, refused, same, test


def token_of(page):
    return re.search(r'id="token">([A-Za-z0-9_-]{43})<', page)[1]


@test("a person makes a token in the browser; it does what it is for, by request and live, and ends within a second", changes=True)
def _(world):
    server = served(world, "tokens")
    try:
        person = server.members[0]["id"]
        desk = Browser(server).is_somebody(person)
        status, _, page = desk.ask("POST", "/sign-ins/tokens", name="A reader", days="7", read="1")
        same(status, 200)
        token = token_of(page)
        live = Live(server.port, token=token)
        kept = "".join(open(f"{server.folder}/{name}", "rb").read().decode("latin-1") for name in os.listdir(server.folder))
        same(token in kept + open(server.log).read(), False, "the token is written nowhere")
        thread = {"anchor": "topic", "anchor_id": server.collaborative, "title": "T", "text": "x"}
        refused(live.command("start_thread", thread), "out_of_scope", allowed="post")
        same(live.query("affiliations", {"person": person, "collaborative": server.collaborative})["t"], "answer")
        end = server.value("SELECT secret_hash FROM api_tokens WHERE name = 'A reader'")
        same(end in desk.ask("GET", "/sign-ins")[2], True)
        same(desk.ask("POST", "/sign-ins/end", key=end)[0], 303)
        same(live.wait_closed(), 1008)
        try:
            Live(server.port, token=token)
            raise AssertionError("an ended token came in")
        except Refused as no:
            same(no.status, 401)
    finally:
        server.close()
