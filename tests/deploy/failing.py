"""deploy/up that does not get through: it names the step and what can be done, ends with 1, and leaves nothing running."""
import os
import socket

from house import Checkout, same, test


@test("a port that something else holds names the step and the option")
def _(house):
    with socket.socket() as other:
        other.bind(("127.0.0.1", house.port))
        other.listen()
        other.settimeout(0)
        house.up("--empty").told(1, "This step failed: starting", f"port {house.port}", "choose another with --port")
        same(house.runs(), False, "a server")
    house.up("--empty").told(0)
    pid = house.pid()
    house.up("--empty", data="second").told(1, "This step failed: starting", f"port {house.port}", "choose another with --port")
    same((house.pid(), house.answers(), os.path.exists(f"{house.folder}/second/server.pid")), (pid, True, False), "who was there first")


@test("a build that fails names itself and the reason, and nothing is started")
def _(house):
    checkout = Checkout(house)
    checkout.up(program=False).told(1, "This step failed: building the server", "cmake could not configure")
    checkout.up("--empty").told(1, "This step failed: building the web client", "The web client did not build", "app.js")
    checkout.write("web/package-lock.json", "no lock file")
    checkout.up("--empty").told(1, "This step failed: building the web client", "npm ci did not work")
    same(os.path.exists(f"{house.folder}/data"), False, "a data folder")


@test("options that cannot be are refused before anything is done")
def _(house):
    house.up("--port", "eighty").told(1, "--port is a number", "eighty")
    house.up("--dance").told(2, "deploy/up [options]")
    house.up("--empty", "--listen", "0.0.0.0").told(1, "This step failed: starting", "--public-url")
    same(house.runs(), False, "a server")
