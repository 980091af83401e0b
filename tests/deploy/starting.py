"""deploy/up that works: first and again, with other options, empty, elsewhere, after a new web client."""
import shutil
import socket
import subprocess

from house import Checkout, same, test


def own_addresses():
    """This machine's addresses of version 4 that others could reach."""
    return [one for one in subprocess.run(["hostname", "-I"], capture_output=True, text=True).stdout.split() if ":" not in one]


def has_address(host):
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as one:
            one.bind((host, 0))
            return True
    except OSError:
        return False


@test("the first start makes a demonstration that answers at the printed address; the second leaves it alone; --stop ends it and keeps the data")
def _(house):
    first = house.up().told(0, "== starting", "Demonstration data: choose a person")
    same(first.addresses(), [f"http://127.0.0.1:{house.port}"])
    same(house.answers(), True, "the printed address")
    same("Verity Langholm" in house.ask("GET", "/sign-in")[1], True, "people to choose")
    secret, pid = house.command("token", "verity.langholm@sdi-facilitation.example", "--data", f"{house.folder}/data"), house.pid()

    second = house.up().told(0, "Interstate is running already.", "nothing was changed")
    same((second.addresses(), house.pid(), "== starting" in second.text), (first.addresses(), pid, False))
    house.up("--stop").told(0, "Stopped.")
    same((house.runs(), house.answers()), (False, False), "a stopped server")
    house.up("--stop").told(0, "Stopped.")

    stranger = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
    try:
        with open(f"{house.folder}/data/server.pid", "w") as file:
            file.write(f"{stranger.pid}\n")  # as after a reboot
        house.up("--stop").told(0, "Stopped.")
        house.up().told(0, "== starting")
        same(stranger.poll(), None, "somebody else's process")
    finally:
        stranger.communicate()
    same(house.pid() != pid, True, "another process")
    same(house.ask("GET", "/api/me", authorization=f"Bearer {secret}")[0], 200, "what was there before")


@test("another option restarts the server: what is listened on is what is asked and printed; the contrary kind is refused and changes nothing")
def _(house):
    for listen, shown in (("127.0.0.2", ["127.0.0.2"]), ("0.0.0.0", own_addresses() or ["127.0.0.1"]), ("::1", ["::1"])):
        if not has_address(listen):
            print(f"        this machine has no {listen}")
            continue
        said = house.up("--listen", listen).told(0, "== starting")
        same(said.addresses(), [f"http://[{one}]:{house.port}" if ":" in one else f"http://{one}:{house.port}" for one in shown], listen)
        for one in shown:
            same(house.answers(one), True, one)
        same(house.answers("127.0.0.1"), listen == "0.0.0.0", f"127.0.0.1 beside {listen}")
    changed = house.up("--public-url", f"http://localhost:{house.port}").told(0, "== starting")
    same((changed.addresses(), house.answers()), ([f"http://localhost:{house.port}"], True))

    pid, people = house.pid(), house.command("people", "--data", f"{house.folder}/data")
    house.up("--empty").told(1, "This step failed: data folder", "was made as demonstration", "leave out --empty", "--data")
    same((house.pid(), house.answers(), house.command("people", "--data", f"{house.folder}/data")), (pid, True, people))


@test("--empty makes a real installation and prints a link for its first administrator that works once")
def _(house):
    said = house.up("--empty", "--admin", "first@example.org").told(0, "== first administrator", "first@example.org")
    own, link = f"http://127.0.0.1:{house.port}", said.link()
    same(house.ask("GET", link)[0], 200, "a look")
    same([house.ask("POST", link, origin=own)[0] for _ in range(2)], [303, 410], "once")
    same("/sign-in/link/" in house.up("--empty").told(0, "running already").text, False, "another link")
    second = house.up("--empty", environment={"INTERSTATE_ADMIN": "second@example.org"}).told(0, "second@example.org")
    same(house.ask("POST", second.link(), origin=own)[0], 303, "whom the environment names")
    house.up().told(1, "was made as real", "--empty")


@test("--empty without an address prints a link all the same, and says for whom it stands")
def _(house):
    said = house.up("--empty").told(0, "admin@localhost.invalid", "--admin YOUR-ADDRESS")
    same(house.ask("POST", said.link(), origin=f"http://127.0.0.1:{house.port}")[0], 303)


@test("a new web client is served, also by the same program, and so is a new program; without one nothing is restarted")
def _(house):
    checkout = Checkout(house)
    for text in ("the first", "the second"):
        checkout.write("web/src/app.js", text)
        checkout.up("--empty").told(0, "== building the web client", "== starting")
        same(house.ask("GET", "/assets/app.js"), (200, text))
    same("== building" in checkout.up("--empty").told(0, "running already").text, False, "built again")
    house.program = shutil.copy(house.program, f"{house.folder}/interstate")
    checkout.up("--empty").told(0, "== starting")
