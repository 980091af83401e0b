"""The computer's clock is set while the server runs: 400 days ahead, back, 10 years back."""
import time

from interstate_client import PATIENCE, Live, Refused, sign_in, ulid
from house import Clock, posted, same, sound, test, within

AHEAD, BACK = 400, -3650  # days
PUT_OFF = 120  # due items that a jump makes due at once
AT_ONCE = 50  # of them are begun in one second (server/app/clockwork.cpp)


def until(what, condition):
    """Waits for what the server does within its next seconds by itself."""
    give_up = time.monotonic() + PATIENCE
    while not (found := condition()):
        if time.monotonic() > give_up:
            raise AssertionError(f"waited {PATIENCE} s for {what}")
        time.sleep(0.05)
    return found


class Session:
    """An open room with a host and a guest, on a server whose clock can be set."""

    def __init__(self, house, *options):
        self.clock = Clock(house)
        self.server = house.server(*options, environment=self.clock.environment).start()
        self.cookies = {person: sign_in(self.server.port, person)
                        for person in (self.server.facilitators[0], self.server.members[0]["id"], self.server.members[1]["id"])}
        self.host_cookie, self.guest_cookie, self.other_cookie = self.cookies.values()
        self.host, self.guest = self.live(self.host_cookie), self.live(self.guest_cookie)
        self.meeting = {"meeting": self.server.meeting}
        self.do(self.host, "open_room", self.meeting)
        for one in (self.host, self.guest):
            same(one.follow(f"present/{self.server.meeting}")[2]["t"], "live")

    def live(self, cookie):
        return Live(self.server.port, cookie=cookie)

    def do(self, live, name, body):
        """As a client does it that dates its ids by the server's clock."""
        ack = live.command(name, body, id=ulid(int((time.time() + self.clock.days * 24 * 3600) * 1000)))
        same(ack["t"], "ack", ack)
        return ack

    def post(self, text):
        return self.do(self.guest, "add_post", {"thread": self.server.threads[0], "text": text})["result"]["number"]

    def jump(self, days):
        said = len(self.jumps())
        self.clock.set(days)
        until("a word in the log", lambda: len(self.jumps()) > said)

    def jumps(self):
        return [entry["seconds"] for entry in self.server.log_entries() if entry["event"] == "clock_jumped"]

    def may_enter(self, cookie):
        try:
            self.live(cookie).close()
            return True
        except Refused as refusal:
            same(refusal.status, 401)
            return False


@test("a clock that jumps 400 days ahead and back: people work on, come in again, and lose no minute and no word")
def _(house):
    s = Session(house)
    until("the guest to be here", lambda: s.server.value("SELECT count(*) FROM attendance WHERE meeting = ? AND first_here_at IS NOT NULL", s.server.meeting) == 2)
    numbers = [s.post("before")]
    s.jump(AHEAD)
    numbers.append(s.post("ahead"))
    late = s.guest.command("add_post", {"thread": s.server.threads[0], "text": "too late"}, id=ulid())
    same((late["code"], late["allowed"]), ("id_expired", "a new id"), "a command that is dated as more than 90 days old")
    same(s.may_enter(s.other_cookie), False, "a sign-in that nobody used for 400 days")
    ahead = sign_in(s.server.port, s.server.observers[0])
    same(s.may_enter(ahead), True, "signing in again")
    s.do(s.guest, "leave_room", s.meeting)
    within("minutes in the room", s.server.value("SELECT max(minutes) FROM attendance WHERE meeting = ?", s.server.meeting), 1)
    s.jump(0)
    numbers.append(s.post("back"))
    same(s.may_enter(s.other_cookie), True, "a sign-in from before")
    same(s.may_enter(ahead), False, "a sign-in that would go on for more than a year")
    same(numbers, list(range(numbers[0], numbers[0] + 3)), "the numbers of the posts")
    same([seconds // 3600 for seconds in s.jumps()], [AHEAD * 24, -AHEAD * 24], "the hours that the log names")
    sound(house, s.server)


@test("a clock that is 10 years behind: people work on, who comes signs in anew, a session can be ended, and its ending undone; so after a restart")
def _(house):
    s = Session(house)
    first = s.post("before")
    s.jump(BACK)
    same(s.post("ten years ago"), first + 1)
    same((s.may_enter(s.host_cookie), s.may_enter(s.other_cookie)), (False, False), "sign-ins that have not begun yet")
    host, guest = (sign_in(s.server.port, person) for person in (s.server.facilitators[0], s.server.members[0]["id"]))
    same((s.may_enter(host), s.may_enter(guest)), (True, True), "signing in again")
    for _ in range(2):
        s.do(s.host, "next_item", {**s.meeting, **current(s)})
    s.do(s.host, "end_session", {**s.meeting, "confirmed": True})
    s.do(s.host, "undo_end", s.meeting)
    s.server.kill()
    s.server.start()
    s.host, s.guest = s.live(host), s.live(guest)
    same(s.post("still then"), first + 2)
    s.server.kill()
    s.clock.set(0)
    s.server.start()
    s.host, s.guest = s.live(s.host_cookie), s.live(s.guest_cookie)
    same(s.post("now"), first + 3)
    s.do(s.host, "end_session", {**s.meeting, "confirmed": True})
    within("minutes in the room", s.server.value("SELECT max(minutes) FROM attendance WHERE meeting = ?", s.server.meeting), 1)
    sound(house, s.server)


def current(session):
    item = session.server.value("SELECT current_item FROM rooms WHERE id = ?", session.server.meeting)
    return {"leaving": item} if item else {}


def own_commands(server, name):
    return [entry["at"] // 1000 for entry in server.log_entries() if entry["event"] == "command" and entry["name"] == name]


@test("what a jump makes due at once is done in turn and once, beside people's work; what it put off for a year is looked at when the clock is right again")
def _(house):
    s = Session(house)
    s.server.kill()
    meetings = [row[0] for row in s.server.rows("SELECT id FROM meetings LIMIT 20")]
    database = s.server.writable_database()
    now = int(time.time() * 1000)
    database.executemany("INSERT INTO due_items (at, kind, target) VALUES (?, 'seal_session', ?)",
                         [(now + (1 + i) * 24 * 3600 * 1000, meetings[i % len(meetings)]) for i in range(PUT_OFF)])
    database.commit()
    database.close()
    s.server.start()
    s.guest = s.live(s.guest_cookie)
    s.jump(AHEAD)
    numbers = []
    last = now + (1 + PUT_OFF) * 24 * 3600 * 1000
    waiting = "SELECT count(*) FROM due_items WHERE kind = 'seal_session' AND at < ?"
    until("the due items", lambda: numbers.append(s.post("beside")) or not s.server.value(waiting, last))
    same(numbers, list(range(numbers[0], numbers[0] + len(numbers))))
    done = own_commands(s.server, "seal_session")
    same(len(done), PUT_OFF, "each once")
    within("begun in one second", max(done.count(second) for second in done), 2 * AT_ONCE)
    far = int((time.time() + 2 * 24 * 3600) * 1000)
    waiting = "SELECT count(*) FROM due_items WHERE kind IN ('ensure_session', 'close_abandoned') AND at > ?"
    until("what looks again to be put off", lambda: s.server.value(waiting, far))
    s.jump(0)
    until("what was put off to be looked at", lambda: not s.server.value(waiting, far))
    sound(house, s.server)
