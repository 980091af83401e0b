"""The proxy in front of the server, as deploy/up --service sets it up: TLS, the live connection, and who asks."""
import contextlib
import json
import socket
import sqlite3

from house import same, test
from installed import Installed
from interstate_client import Live


class Through(Live):
    """A live connection through the proxy."""

    def __init__(self, service, **how):
        self.service = service
        super().__init__(service.public_port, origin=service.url, without=["Host"], extra=[f"Host: localhost:{service.public_port}"], **how)

    def _connect(self, port):
        super()._connect(port)
        self.socket = self.service.trust().wrap_socket(self.socket, server_hostname="localhost")


def signed_in(service, person):
    """Signs a demonstration person in, as a browser does; gives the cookie."""
    status, _, fields = service.ask("POST", "/sign-in/demonstration", body=f"person={person}&next=/", Origin=service.url, Content_Type="application/x-www-form-urlencoded")
    same(status, 303, "signing in")
    same("__Host-interstate=" in fields["Set-Cookie"] and "; Secure" in fields["Set-Cookie"], True, fields["Set-Cookie"])
    return fields["Set-Cookie"].split(";")[0]


def value(service, sql):
    connection = sqlite3.connect(f"file:{service.data}/interstate.db?mode=ro", uri=True)
    with contextlib.closing(connection):
        return connection.execute(sql).fetchone()[0]


FACILITATOR = "SELECT person FROM role_grants WHERE role = 'facilitator' ORDER BY person"


@test("through the proxy: a certificate of its authority, HTTP/2, sign-in with a secure cookie, follow and post over the live connection")
def _(house):
    with Installed(house) as service:
        service.up("--demonstration", proxy=True).told(0, "== proxy")
        same(service.ask("GET", "/readyz")[:2], (200, "ready\n"))
        same(service.ask("GET", "/")[2]["Strict-Transport-Security"], "max-age=15552000")
        context = service.trust()
        context.set_alpn_protocols(["h2", "http/1.1"])
        with socket.create_connection(("127.0.0.1", service.public_port)) as plain, context.wrap_socket(plain, server_hostname="localhost") as line:
            same(line.selected_alpn_protocol(), "h2")

        cookie = signed_in(service, value(service, FACILITATOR))
        same(json.loads(service.ask("GET", "/api/me", Cookie=cookie)[1])["build"], service.command("--version"))
        same(service.ask("POST", "/api/commands/add_post", body="{}", Cookie=cookie, Origin="https://elsewhere.example")[0], 403, "a page of another origin")
        series = value(service, "SELECT id FROM series WHERE state = 'running'")
        thread = value(service, f"SELECT id FROM threads WHERE stream = 'series/{series}' ORDER BY id")
        one, other = Through(service, cookie=cookie), Through(service, cookie=cookie)
        other.follow(f"series/{series}")
        ack = one.command("add_post", {"thread": thread, "text": "through the proxy"})
        same(ack["t"], "ack")
        while (frame := other.receive())["t"] != "event" or frame["command"] != ack["id"]:
            pass
        same(frame["seq"], ack["positions"][f"series/{series}"])


@test("the server knows people behind the proxy by their own addresses, whatever they write; one who asks too often does not stop another")
def _(house):
    with Installed(house) as service:
        service.up("--demonstration", proxy=True).told(0)
        with open(f"{service.settings}/interstate.toml", "a") as file:
            file.write("[serve]\nrequests-per-second = 1\n")
        same(service.systemctl("restart", "interstate").returncode, 0)

        def answers(source, count, **fields):
            return [service.ask("GET", "/sign-in", source=source, **fields)[0] for _ in range(count)]

        same(429 in answers("127.0.0.2", 20), True, "one who asks too often")
        same(answers("127.0.0.3", 2), [200, 200], "another")
        same(answers("127.0.0.2", 1, X_Forwarded_For="192.0.2.7"), [429], "the first under an invented address")
        same(429 in answers("127.0.0.4", 20, X_Forwarded_For="127.0.0.5"), True, "one who blames another")
        same(answers("127.0.0.5", 1), [200], "who was blamed")


@test("what an operator changed in the proxy's files stays; without the proxy's understanding nothing changes")
def _(house):
    with Installed(house) as service:
        service.up("--demonstration", proxy=True).told(0)
        site = f"{service.prefix}/etc/caddy/interstate.caddy"
        with open(site) as file:
            text = file.read()
        edited = text.replace("keepalive 20s", "keepalive 15s")
        with open(site, "w") as file:
            file.write(edited)
        service.up().told(0)
        with open(site) as file:
            same(file.read(), edited, "the edited site")
        service.up("--certificate", "auto").told(0, f"{site} was edited here and stays", f"{site}.new")
        with open(f"{site}.new") as file:
            same("tls internal" in file.read(), False, "what this version would write")
        with open(site, "w") as file:
            file.write("nonsense {\n")
        service.up().told(1, "This step failed: proxy", "does not understand its configuration")
        same(service.ask("GET", "/readyz")[0], 200, "the proxy goes on")
