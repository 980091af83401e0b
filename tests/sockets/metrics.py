"""What the operator's Prometheus reads: figures that count what happened, for nobody else."""
import re

from world import Live, Refused, same, test, ulid
from rates import Asking, served, token_of

# One sample: prometheus.io/docs/instrumenting/exposition_formats
SAMPLE = re.compile(r'^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\.)*",?)*)\})? (\S+)$')


def figures(reply):
    """Each sample by its name and labels, as they stand; every line is one, a comment or empty."""
    found = {}
    for line in reply.body.decode().splitlines():
        if line and not line.startswith("#"):
            name, labels, value = SAMPLE.match(line).groups()
            found[f"{name}{{{labels}}}" if labels else name] = float(value)
    return found


def read(server, *fields):
    return Asking(server.port, *fields)("GET", "/metrics")


def command(name, outcome):
    return f'interstate_commands_total{{name="{name}",outcome="{outcome}"}}'


@test("the figures count commands by name and outcome, commits, deliveries, connections and closes", changes=True)
def _(world):
    server = served(world, "figures")
    try:
        before = figures(read(server))
        same(command("add_post", "done") in before, False, "nothing was posted yet")
        same(before["interstate_connections"], 0)
        same("interstate_backup_age_seconds" in before, False, "there was no backup")
        live = Live(server.port, token=token_of(server, server.facilitators[0]))
        live.follow(f"series/{server.series}")
        post = {"thread": server.threads[0], "text": "counted"}
        for id in (first := ulid(), first, ulid()):
            live.command("add_post", post, id=id)
        for body in ({**post, "text": ""}, {**post, "thread": ulid()}):
            try:
                live.command("add_post", body)
            except Refused:
                pass
        after = figures(read(server))
        same(after[command("add_post", "done")], 2)
        same(after[command("add_post", "again")], 1, "the one that was sent twice")
        same(after[command("add_post", "not_allowed")], 1)
        same(after[command("undecoded", "empty")], 1)
        same(after["interstate_connections"], 1)
        same(after["interstate_connections_opened_total"], 1)
        same(after["interstate_followed_streams"], 1)
        same(after["interstate_command_seconds_count"] - before["interstate_command_seconds_count"] >= 4, True)
        same(after["interstate_commit_units_sum"] - before["interstate_commit_units_sum"] >= 4, True)
        same(after['interstate_event_followers_bucket{le="1"}'] > before['interstate_event_followers_bucket{le="1"}'], True)
        same(after["process_resident_memory_bytes"] > 1e6 and after["process_open_fds"] > 5, True)
        live.socket.close()
        ask = Asking(server.port)
        while (gone := figures(ask("GET", "/metrics")))["interstate_connections"]:
            pass
        same(gone['interstate_connections_closed_total{reason="left"}'], 1)
        same(gone['interstate_http_responses_total{status="200"}'] > after['interstate_http_responses_total{status="200"}'], True)
    finally:
        server.close()


@test("the figures are for this machine alone: whoever comes through a proxy finds nothing")
def _(world):
    same(read(world.server).status, 200)
    for trace in ("X-Forwarded-For: 192.0.2.7", "Forwarded: for=192.0.2.7", "X-Real-IP: 192.0.2.7", "Via: 1.1 proxy"):
        same(read(world.server, trace).status, 404, trace)


@test("with a token, the figures are for whoever shows it", changes=True)
def _(world):
    token = "a-token-of-the-operator"
    server = served(world, "figures_token", "--metrics-token", token)
    try:
        for wrong in ((), ("Authorization: Bearer another-token",), (f"Authorization: Basic {token}",)):
            same(read(server, *wrong).status, 404, f"{wrong}")
        reply = read(server, f"Authorization: Bearer {token}", "X-Forwarded-For: 192.0.2.7")
        same(reply.status, 200)
        same(reply.field("content-type"), "text/plain; version=0.0.4; charset=utf-8")
        same(reply.field("cache-control"), "no-store")
        reply.check_security()
    finally:
        server.close()
