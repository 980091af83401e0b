"""Signing in by a password over real sockets: cookies, times that say nothing of who is known, and that guessing moves nobody's work."""
import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse

from interstate_client import Refused
from interstate_server import Demonstration
from second_factor import code_of, secret_in
from world import Live, Server, run, same, test

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS, OTHER_WORDS = "four geese walked past", "kettle under the willow"


class Browser:
    """Sends forms and keeps cookies; `network` is what a proxy says of where it asks from."""

    def __init__(self, server, network="10.0.0.1"):
        self.port, self.network, self.cookies, self.lines = server.port, network, {}, []

    def ask(self, method, path, **fields):
        """(status, Location, body)"""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            headers = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded",
                       "X-Forwarded-For": self.network, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            line.request(method, path, urllib.parse.urlencode(fields), headers)
            reply = line.getresponse()
            self.lines = [value for name, value in reply.getheaders() if name.lower() == "set-cookie"]
            self.cookies.update(value.split(";")[0].split("=", 1) for value in self.lines)
            return reply.status, reply.getheader("location"), reply.read().decode()
        finally:
            line.close()

    def is_somebody(self, person):
        same(self.ask("POST", "/sign-in/demonstration", person=person, next="/sign-ins")[:2], (303, "/sign-ins"))
        return self

    def sets(self, password):
        return self.ask("POST", "/sign-ins/password", password=password, again=password)[0]

    def shows(self, address, password, **more):
        return self.ask("POST", "/sign-in/password", address=address, password=password, next="/", **more)


def served(world, name, *options):
    return Demonstration(world.program, f"{world.folder}/{name}", "--web", world.web, "--trusted-proxy", "127.0.0.1", *options).start().read_ids()


def address_of(server, person):
    return server.value("SELECT address FROM people WHERE id = ?", person)


@test("a password is set, signs in another browser with cookies of their own lines, and on a shared computer with one", changes=True)
def _(world):
    server = served(world, "passwords")
    try:
        person = server.members[0]["id"]
        address = address_of(server, person)
        desk = Browser(server).is_somebody(person)
        same(desk.sets("short"), 422)
        same(desk.sets(WORDS), 303)
        phone = Browser(server)
        same(phone.shows(address, OTHER_WORDS)[0], 422)
        same(phone.shows(address.upper(), WORDS)[0], 303)
        same([line.split("=")[0].split("_")[-1] for line in phone.lines], [str(server.port), "device"])
        same(all("HttpOnly" in line and "Max-Age=" in line for line in phone.lines), True, phone.lines)
        same(phone.ask("GET", "/api/me")[0], 200)
        library = Browser(server)
        same(library.shows(address, WORDS, shared="1")[0], 303)
        same((len(library.lines), "Max-Age" in library.lines[0]), (1, False), library.lines)
        same(json.loads(library.ask("GET", "/api/me")[2])["shared_computer"], True)
        same("shared computer" in phone.ask("GET", "/sign-ins")[2], True)
        hash = server.value("SELECT hash FROM passwords WHERE person = ?", person)
        same(hash.startswith("$argon2id$v=19$m=65536,t=2,p=1$"), True, hash)
        same(desk.sets(OTHER_WORDS), 303)
        same([browser.ask("GET", "/api/me")[0] for browser in (desk, phone, library)], [200, 401, 401])
        # Nothing that was shown is written anywhere.
        kept = "".join(open(f"{server.folder}/{name}", "rb").read().decode("latin-1") for name in os.listdir(server.folder))
        same([words in kept + open(server.log).read() for words in (WORDS, OTHER_WORDS)], [False, False])
    finally:
        server.close()


@test("a stolen password is refused, by the file that the operator names; a file that is none is named at the start", changes=True)
def _(world):
    import hashlib
    lines = sorted(hashlib.sha1(f"stolen password number {i}".encode()).hexdigest().upper() + f":{i + 1}" for i in range(5000))
    stolen = f"{world.folder}/stolen.txt"
    with open(stolen, "w", newline="") as file:
        file.write("\r\n".join(lines))
    server = served(world, "stolen", "--breached-passwords", stolen)
    try:
        browser = Browser(server).is_somebody(server.members[0]["id"])
        status, _, body = browser.ask("POST", "/sign-ins/password", password="stolen password number 77", again="stolen password number 77")
        same((status, "stolen elsewhere" in body), (422, True), body)
        same(browser.sets("stolen password number none"), 303)
    finally:
        server.close()
    with open(stolen, "w") as file:
        file.write("password\n")
    done = subprocess.run([world.program, "serve", "--data", server.folder, "--port", "0", "--breached-passwords", stolen], capture_output=True, text=True, timeout=60)
    same((done.returncode, "breached-passwords" in done.stderr), (1, True), done.stderr)


@test("an unknown address, one without a password and a wrong password are answered after the same time", changes=True)
def _(world):
    server = served(world, "times")
    try:
        person = server.members[0]["id"]
        same(Browser(server).is_somebody(person).sets(WORDS), 303)
        people = [row[0] for row in server.rows("SELECT id FROM people WHERE active = 1 AND id <> ? ORDER BY id", person)]
        many = 32  # of each, twice
        same(len(people) >= 2 * many, True, f"{len(people)} people")
        server.terminate()
        database = server.writable_database()
        with database:
            for one in people[:many]:
                database.execute("INSERT INTO passwords (person, hash, changed_at) SELECT ?, hash, changed_at FROM passwords WHERE person = ?", (one, person))
        database.close()
        server.start()
        known, without = ([address_of(server, one) for one in them] for them in (people[:many], people[many:2 * many]))
        unknown = [f"nobody{i}@agency.example" for i in range(many)]
        # One of each together, in any order: what else the machine does meets all three.
        together = [list(zip(("known", "without", "unknown"), three)) for three in list(zip(known, without, unknown)) * 2]
        for three in together:
            random.Random(three[0][1]).shuffle(three)
        asked = [one for three in together for one in three]
        took = {"known": [], "without": [], "unknown": []}
        for at in range(0, len(asked), portion := 48):
            if at > 0:
                server.terminate()  # all strangers together have 60 at once: a server that has seen none of them
                server.start()
            some = asked[at:at + portion]
            wanted = {"addresses": [address for _, address in some], "password": OTHER_WORDS, "network": at}
            done = subprocess.run([sys.executable, f"{HERE}/password_times.py", str(server.port)], input=json.dumps(wanted),
                                  capture_output=True, text=True, timeout=300, check=True)
            world.bystander.ping()  # who says nothing for a minute is gone
            for (kind, address), (_, status, seconds) in zip(some, json.loads(done.stdout)):
                same(status, 422, address)
                took[kind].append(seconds)
        medians = ", ".join(f"{kind} {statistics.median(them) * 1000:.1f} ms" for kind, them in took.items())
        ratios = {kind: statistics.median(one / other for one, other in zip(took[kind], took["known"])) for kind in ("without", "unknown")}
        print(f"        medians: {medians}; over known, pair by pair: " + ", ".join(f"{kind} {ratio:.3f}" for kind, ratio in ratios.items()), flush=True)
        for kind, ratio in ratios.items():
            same(0.9 < ratio < 1.1, True, f"{kind} over known {ratio:.3f}")
    finally:
        server.close()


@test("asking for a code, and what that browser asks for next, takes the same for a known and an unknown address", changes=True)
def _(world):
    server = served(world, "code_times")
    try:
        known = [row[0] for row in server.rows("SELECT address FROM people WHERE active = 1 ORDER BY id LIMIT 120")]
        unknown = [f"somebody.{i}@agency.example" for i in range(len(known))]
        for again in range(3):  # what else the machine does: what differs does so each time
            ratios = times_of_codes(world, server, known, unknown)
            if all(0.9 < ratio < 1.1 for ratio in ratios.values()):
                break
        for what, ratio in ratios.items():
            same(0.9 < ratio < 1.1, True, f"{what}, known over unknown {ratio:.3f}")
        # Nobody's is written and never shown.
        same(server.value("SELECT count(*) > 0 FROM mail WHERE person IS NULL"), 1)
        page = Browser(server).ask("GET", "/outgoing-mail")[2]
        same((known[0] in page or known[-1] in page, "somebody." in page), (True, False))
    finally:
        server.close()


def times_of_codes(world, server, known, unknown, rounds=3):
    """Medians of known over unknown, pair by pair in any order, of the answer and of the two requests after it."""
    parts, pairs = ("the answer", "the next page", "what is written next"), []
    for turn in range(rounds):
        server.terminate()  # nobody waits for another code
        database = server.writable_database()
        with database:
            database.execute("DELETE FROM sign_in_codes")
            database.execute("DELETE FROM mail")
        database.close()
        server.start()
        chance, asked = random.Random(turn), []
        for pair in zip(chance.sample(known, len(known)), unknown):
            asked += chance.sample(pair, 2)
        done = subprocess.run([sys.executable, f"{HERE}/code_times.py", str(server.port)], input=json.dumps({"addresses": asked, "network": turn}),
                              capture_output=True, text=True, timeout=300, check=True)
        world.bystander.ping()  # who says nothing for a minute is gone
        took = {}
        for address, status, *seconds in json.loads(done.stdout):
            same(status, 303, address)
            took[address] = seconds
        for one, other in zip(asked[::2], asked[1::2]):
            pairs.append((took[one], took[other]) if one in known else (took[other], took[one]))
    ratios = {}
    for part, what in enumerate(parts):
        ratios[what] = statistics.median(one[part] / other[part] for one, other in pairs)
        medians = [statistics.median(side[part] for side in sides) * 1000 for sides in zip(*pairs)]
        print(f"        {what}: known {medians[0]:.2f} ms, unknown {medians[1]:.2f} ms, pair by pair {ratios[what]:.3f} ({len(pairs)} pairs)", flush=True)
    return ratios


@test("a thousand wrong passwords a minute, from as many networks, do not move the posts of others", changes=True)
def _(world):
    server = served(world, "guessing", "--requests-per-person", "1000", "--frames-per-second", "1000")
    try:
        addresses = [row[0] for row in server.rows("SELECT address FROM people WHERE active = 1")]
        live = Live(server.port, token=server.token(address_of(server, server.members[0]["id"])))
        attack = Attack(server, addresses)
        took = {False: [], True: []}
        for turn in range(12):
            attacked = turn % 2 == 1
            with attack.during(attacked):
                took[attacked] += acknowledged(live, server.threads[0], seconds=2)
            world.bystander.ping()  # who says nothing for a minute is gone
        quiet, loud = (statistics.median(took[which]) for which in (False, True))
        late = {which: sorted(took[which])[int(len(took[which]) * 0.95)] for which in took}
        said = ", ".join(f"{count} times {status}" for status, count in sorted(attack.statuses.items()))
        print(f"        {attack.rate():.0f} wrong ones a minute ({said}); posts: median {quiet * 1000:.2f} ms beside other forms, {loud * 1000:.2f} beside them"
              f" ({loud / quiet:.2f}); 95th {late[False] * 1000:.2f} and {late[True] * 1000:.2f} ms ({late[True] / late[False]:.2f})", flush=True)
        same(attack.rate() > 900, True, f"{attack.rate():.0f} a minute")
        same(60 <= attack.statuses.get(422, 0) < 150, True, f"what strangers may have compared: {said}")
        same(loud / quiet < 1.5, True, f"posts beside guessing over posts beside other forms {loud / quiet:.2f}")
        same(server.value("SELECT count(*) FROM posts WHERE text LIKE 'while others guess%'"), len(took[False]) + len(took[True]))
    finally:
        server.close()


def acknowledged(live, thread, seconds):
    """How long each post took that was sent meanwhile, one each 20 ms."""
    took, until = [], time.monotonic() + seconds
    while (begin := time.monotonic()) < until:
        same(live.command("add_post", {"thread": thread, "text": f"while others guess {begin}"})["t"], "ack")
        took.append(time.monotonic() - begin)
        time.sleep(max(0, 0.02 - took[-1]))
    return took


class Attack:
    """Wrong passwords, each from another network, 17 a second. In the turns between as many forms that hold no address,
    so that nothing is looked at: whoever sends has the same work."""

    def __init__(self, server, addresses):
        self.server, self.addresses = server, addresses
        self.statuses, self.sent, self.seconds = {}, 0, 0.0
        self.lock = threading.Lock()

    def rate(self):
        return self.sent * 60 / self.seconds

    def during(self, attacked):
        return Turn(self, attacked)

    def guess(self, number, attacked):
        browser = Browser(self.server, f"10.{number >> 8 & 255}.{number & 255}.9")
        status = browser.shows(self.addresses[number % len(self.addresses)] if attacked else "no address", OTHER_WORDS)[0]
        with self.lock:
            if attacked:
                self.statuses[status] = self.statuses.get(status, 0) + 1


class Turn:
    def __init__(self, attack, attacked):
        self.attack, self.attacked, self.over = attack, attacked, threading.Event()

    def __enter__(self):
        self.begin, self.threads = time.monotonic(), []
        self.sender = threading.Thread(target=self.send)
        self.sender.start()

    def send(self):
        until, number = time.monotonic(), self.attack.sent
        while not self.over.is_set():
            one = threading.Thread(target=self.attack.guess, args=(number, self.attacked))
            one.start()
            self.threads.append(one)
            number += 1
            until += 60 / 1000
            self.over.wait(max(0, until - time.monotonic()))
        if self.attacked:
            self.attack.sent = number

    def __exit__(self, *_):
        self.over.set()
        self.sender.join()
        if self.attacked:
            self.attack.seconds += time.monotonic() - self.begin
        for one in self.threads:
            one.join()


@test("an administrator of a real installation comes in with a second factor only, over every door; the machine ends it", changes=True)
def _(world):
    server = Server(world.program, f"{world.folder}/second-factor", empty=True).start()
    try:
        def link():
            said = run(world.program, "invite", "first@example.org", "--name", "First Person", "--role", "administrator", "--data", server.folder).stdout
            return "/sign-in/link/" + said.strip().split("/sign-in/link/")[1]

        def comes_live(browser):
            try:
                Live(server.port, cookie="; ".join(f"{name}={value}" for name, value in browser.cookies.items())).close()
                return True
            except Refused as refusal:
                return refusal.status
        browser, machine = Browser(server), ["second-factor", "reset", "first@example.org", "--data", server.folder]
        same(browser.ask("POST", link())[:2], (303, "/sign-in/second-factor"))
        same(run(world.program, *machine, check=False).returncode, 1, "there is none yet")
        same((browser.ask("GET", "/api/me")[0], comes_live(browser), browser.ask("POST", "/api/live")[0]), (401, 401, 401), "half signed in")
        secret = secret_in(browser.ask("GET", "/sign-in/second-factor")[2])
        code = code_of(secret)
        status, _, page = browser.ask("POST", "/sign-in/second-factor", code=code)
        same((status, page.count("<li><code")), (200, 10), "recovery codes")
        same((browser.ask("GET", "/api/me")[0], comes_live(browser)), (200, True), "signed in")
        recovery = re.search(r'<li><code class="letters">([a-z2-9-]+)</code>', page).group(1)
        other = Browser(server)
        same(other.ask("POST", link())[:2], (303, "/sign-in/second-factor"))
        same([other.ask("POST", "/sign-in/second-factor", code=typed)[0] for typed in (code, "123", recovery)], [422, 422, 303], "a code again, a wrong one, a recovery code")
        same(other.ask("GET", "/api/me")[0], 200)
        # Neither secrets that were shown nor recovery codes stand in the log; recovery codes stand nowhere.
        kept = "".join(open(f"{server.folder}/{name}", "rb").read().decode("latin-1") for name in os.listdir(server.folder))
        same([recovery in kept, recovery.replace("-", "") in kept, secret in open(server.log).read()], [False] * 3)
        same("first@example.org" in run(world.program, *machine).stdout, True)
        same([one.ask("GET", "/api/me")[0] for one in (browser, other)], [401, 401], "signed out")
        browser.ask("POST", link())
        same(secret_in(browser.ask("GET", "/sign-in/second-factor")[2]) != secret, True, "another one is set up")
    finally:
        server.close()
