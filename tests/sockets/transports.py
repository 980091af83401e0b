"""Two transports: the same scripted session over a WebSocket and by long poll ends in the same state."""
import json
import re
import shutil
import time

from interstate_poll import Polled
from world import PATIENCE, Closed, Demonstration, Live, refused, same, sign_in, test, ulid

ULID = re.compile(r"\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b")
INSTANT = re.compile(r"\b1[6-9]\d{11}\b")


class Names:
    """Ids and instants that differ from run to run become words, in the order in which they are heard."""

    def __init__(self, began):
        self.known, self.began = {}, began

    def __call__(self, value):
        text = json.dumps(value, sort_keys=True)
        text = ULID.sub(lambda found: self.known.setdefault(found[0], f"id {len(self.known) + 1}"), text)
        return INSTANT.sub(lambda found: '"later"' if int(found[0]) >= self.began else found[0], text)


class Device:
    """What a client does with frames: keeps records and positions, and comes back with what it holds."""

    def __init__(self, connect, names):
        self.connect, self.names = connect, names
        self.held, self.positions, self.heard = {}, {}, []
        self.live = connect()
        self.epoch = self.live.greeting["epoch"]

    def take(self):
        frame = self.live.receive()
        stream = frame.get("stream")
        if frame["t"] == "event":
            same(frame["seq"], self.positions[stream] + 1, f"the next of {stream}")
            self.positions[stream] = frame["seq"]
            for gone in frame.get("removes", ()):
                self.held[stream].pop((gone["kind"], gone["id"]), None)
            self.put(stream, frame.get("puts", ()))
            self.heard.append(self.names(frame))
        elif frame["t"] == "snapshot":
            self.held[stream] = {}
            self.put(stream, frame["records"])
            while frame.get("more"):
                frame = self.live.wait("snapshot", stream=stream)
                self.put(stream, frame["records"])
            self.positions[stream] = frame["seq"]
        elif frame["t"] == "live":
            self.positions.setdefault(stream, frame["seq"])
            same(self.positions[stream], frame["seq"], f"where {stream} stands")
        elif frame["t"] == "unfollowed":
            self.held.pop(stream, None)
            self.positions.pop(stream, None)
        return frame

    def put(self, stream, puts):
        for one in puts:
            self.held.setdefault(stream, {})[one["kind"], one["id"]] = self.names(one)

    def until(self, kind, **fields):
        while True:
            frame = self.take()
            if frame["t"] == kind and all(frame.get(name) == value for name, value in fields.items()):
                return frame

    def follow(self, *streams):
        for stream in streams:
            position = {"epoch": self.epoch, "after": self.positions[stream]} if stream in self.positions else {}
            self.live.send({"t": "follow", "stream": stream, **position})
            self.until("live", stream=stream)

    def say(self, name, body, id):
        self.live.send({"t": "command", "id": id, "name": name, "body": body})

    def does(self, name, body, id=None):
        id = id or ulid()
        self.say(name, body, id)
        while (frame := self.take())["t"] not in ("ack", "refusal") or frame["id"] != id:
            pass
        return frame

    def comes_back(self):
        streams = [stream for stream in self.positions if not stream.startswith("present/")]
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self.live = self.connect()
                return self.follow(*streams)
            except Closed:
                if time.monotonic() > until:
                    raise

    def loses_an_answer(self, name, body, id):
        """The command goes out; the network swallows the answer to it; the client asks or comes again."""
        if isinstance(self.live, Polled):
            self.live.lose = True
            self.say(name, body, id)
            self.live.lose = True
        else:
            self.say(name, body, id)
            self.live.close()
            self.comes_back()
            self.say(name, body, id)
        return self.until("ack", id=id)

    def done(self, name, body, id=None):
        """As `does`; it must succeed."""
        answer = self.does(name, body, id)
        if answer["t"] != "ack":
            raise AssertionError(f"{name}: {answer}")
        return answer["result"] if "result" in answer else {}

    def state(self):
        return json.dumps({self.names(stream): sorted(records.values()) for stream, records in self.held.items()}, sort_keys=True, indent=1)


def scripted(server, way):
    """A session of two people; gives what each holds at its end, and what each heard on the way."""
    names = Names(int(time.time() * 1000))
    cookies = {person: sign_in(server.port, person) for person in (server.facilitators[0], server.members[0]["id"])}
    host, member = (Device(lambda cookie=cookie: way(server.port, cookie=cookie), names) for cookie in cookies.values())
    series, meeting, thread = f"series/{server.series}", f"meeting/{server.meeting}", server.threads[0]
    at = {"meeting": server.meeting}

    for device in (host, member):
        device.follow(series, meeting, f"collaborative/{server.collaborative}")
    member.follow(f"present/{server.meeting}")  # being in the room
    same(host.until("event", stream=meeting)["name"], "arrived")
    host.done("open_room", at)
    item = host.done("next_item", at)["current_item"]
    member.done("raise_hand", at)
    host.until("event", name="hand_raised")

    # The same id twice has one effect and one answer; with other content it is refused.
    id, body = ulid(), {"thread": thread, "text": "Said **once**."}
    first = member.does("add_post", body, id)
    same(member.does("add_post", body, id), first, "the same answer")
    refused(member.does("add_post", {**body, "text": "another"}, id), "id_reused")
    refused(member.does("add_post", {**body, "text": ""}), "empty", "text")
    member.live.send({"t": "query", "id": "q1", "name": "posts_of_thread", "body": {"thread": thread}})
    answer = member.until("answer", id="q1")
    asked = names([answer["records"], answer["positions"], answer.get("body")])

    # Unfollowed is silent; followed again it goes on where it stood.
    member.live.send({"t": "unfollow", "stream": meeting})
    before = len(member.heard)
    host.done("next_item", {**at, "leaving": item})
    member.live.send({"t": "ping", "id": 1})
    member.until("pong", id=1)
    same(len(member.heard), before, "silence")
    member.follow(meeting)
    same(len(member.heard), before + 1, "what was missed")

    # Rights change while one follows.
    code = server.members[0]["code"]
    plan = {"title": "S", "description": "", "objectives": [{"short_name": "a", "text": "b"}], "starts_on": "2026-01-10", "ends_on": "2026-12-10"}
    made = host.done("create_series", {**plan, "collaborative": server.collaborative, "states": [code, "HI" if code != "HI" else "OH"]})["series"]
    host.done("publish_series", {"series": made})
    member.follow(f"series/{made}")
    revision = server.value("SELECT revision FROM series WHERE id = ?", made)
    host.done("edit_series", {**plan, "series": made, "revision": revision, "states": ["HI" if code != "HI" else "OH"]})
    same(member.until("unfollowed")["stream"], f"series/{made}")

    # Answers get lost, the room is left, the server is killed.
    member.loses_an_answer("add_post", {"thread": thread, "text": "Said into a bad network."}, ulid())
    member.live.send({"t": "unfollow", "stream": f"present/{server.meeting}"})
    member.positions.pop(f"present/{server.meeting}")
    for device in (host, member):  # in what order news of two streams comes is not promised: they are heard one after the other
        device.until("event", name="departed")
    last, words = ulid(), {"thread": thread, "text": "Said to a dying server."}
    member.say("add_post", words, last)
    server.kill()
    server.start()
    for device in (host, member):
        device.comes_back()
    member.done("add_post", words, last)
    host.done("add_post", {"thread": thread, "text": "All here?"})
    member.until("event", name="post_added", seq=host.positions[series])
    for device in (host, member):
        device.live.send({"t": "ping", "id": 2})
        device.until("pong", id=2)
    texts = [row[0] for row in server.rows("SELECT text FROM posts WHERE thread = ? ORDER BY number", thread)]
    return {"host": host.state(), "member": member.state(), "host heard": host.heard, "member heard": member.heard, "asked": asked, "texts": texts}


@test("the same scripted session over a WebSocket and by long poll ends in the same state, to the byte", changes=True)
def _(world):
    folder = f"{world.folder}/two-ways"
    Demonstration(world.program, f"{folder}-as-made")
    ends = []
    for way in (Live, Polled):
        shutil.copytree(f"{folder}-as-made", f"{folder}-{way.__name__}")
        server = Demonstration(world.program, f"{folder}-{way.__name__}", "--presence-grace", "1").start().read_ids()
        try:
            ends.append(scripted(server, way))
        finally:
            server.close()
    for part, found in ends[0].items():
        same(ends[1][part], found, part)
    same(ends[0]["texts"][-4:], ["Said **once**.", "Said into a bad network.", "Said to a dying server.", "All here?"], "each word once")
    same(len(ends[0]["member"]) > 10_000, True, "enough to compare")


@test("who follows by WebSocket and who follows by long poll hear the very bytes of the journal", changes=True)
def _(world):
    series = f"series/{world.server.series}"
    readers = [world.live(), Polled(world.port, cookie=world.cookie(world.host))]
    stands = [reader.follow(series)[2] for reader in readers]
    same(stands[0], stands[1])
    posts = [world.live().command("add_post", {"thread": world.server.threads[0], "text": f"byte for byte {i} é 🙂"}) for i in range(30)]
    journal = [row[0].encode() if isinstance(row[0], str) else bytes(row[0]) for row in world.server.rows(
        "SELECT payload FROM journal WHERE stream = ? AND seq > ? ORDER BY seq", series, stands[0]["seq"])]
    same(len(journal), len(posts))
    for reader in readers:
        same([reader.receive_raw()[1] for _ in journal], journal, type(reader).__name__)


@test("whatever answer a network swallows, nothing is lost and nothing comes twice", changes=True)
def _(world):
    series, cookie = f"series/{world.server.series}", world.cookie(world.member)
    polled = Polled(world.port, cookie=cookie)
    stands = polled.follow(series)[2]["seq"]
    writer, seqs = world.live(), []
    for i in range(40):
        polled.lose = i % 2 == 0  # of a post when i % 4 is 0, of a batch when it is 2
        if i % 4 == 0:
            polled.send({"t": "command", "id": ulid(), "name": "add_post", "body": {"thread": world.server.threads[0], "text": f"by poll {i}"}})
        else:
            same(writer.command("add_post", {"thread": world.server.threads[0], "text": f"by socket {i}"})["t"], "ack")
        seqs.append(polled.wait("event", keep=False, stream=series)["seq"])
    same(seqs, list(range(stands + 1, stands + 41)))
    same(world.server.value("SELECT count(*) FROM posts WHERE text LIKE 'by poll %'"), 10)
