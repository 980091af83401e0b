"""Readers that take nothing, and senders that never read: others do not notice, and the server's memory stays bounded."""
import socket
import statistics
import time
import urllib.request

from interstate_client import PATIENCE, Closed, Live, sign_in
from house import posted, same, sound, test, within

TINY = 4096  # bytes that a stalled reader's side of the line takes
POSTS, ROUNDS = 600, 5  # posts in one measured stretch: six beyond its p99; stretches with stalled readers, and as many without
FEW_POSTS, FEW_ROUNDS = 150, 2  # of the short form
LONGER_AT_MOST = 1.2  # others' p99 with stalled readers over without (issue 4)
MEMORY_AT_MOST = 1 << 20  # bytes for each of them (issue 4)
ALIVE_AT_MOST = 3  # the short form runs a sanitized program beside other tests: it only tells a server that waits from one that works
WAITING = 256 << 10  # bytes in the server from which on a reader counts as stalled
BEHIND = 12 << 20  # bytes that nobody reads: more than the system's buffers and the outbox of a connection hold
SENT_UNREAD = 64 << 20  # bytes that a sender tries to send


class Room:
    """Somebody who posts, and somebody who hears of it."""

    def __init__(self, house):
        self.server = house.server("--frames-per-second", "100000", "--requests-per-second", "100000").start()
        self.cookie = sign_in(self.server.port, self.server.facilitators[0])
        self.stream = f"series/{self.server.series}"
        self.writer, self.hearer = self.live(), self.live()
        self.hearer.follow(self.stream)
        self.said = 0

    def live(self, **how):
        return Live(self.server.port, cookie=self.cookie, **how)

    def stalled(self):
        reader = self.live(receive_buffer=TINY)
        reader.send({"t": "follow", "stream": self.stream})
        return reader

    def post(self):
        """Seconds until it was acknowledged, and until somebody else had it."""
        self.said += 1
        began = time.monotonic()
        posted(self.writer, self.server.threads[0], f"{self.said} " + "x" * 1000)
        acked = time.monotonic() - began
        self.hearer.wait("event", stream=self.stream, keep=False)
        return acked, time.monotonic() - began

    def stretch(self, posts=FEW_POSTS):
        return [self.post() for _ in range(posts)]

    def fill(self, readers):
        """Until they take nothing more: what the system's buffers hold is full, and the rest waits in the server. Gives the number of long posts that took."""
        for reader in readers:
            reader.wait("live")
        published = 0
        for count in range(1, 200):
            published += self.post_long()
            taken = unread(self.server.port)
            if len(taken) == len(readers) and max(taken) < published - WAITING:
                return count
        raise AssertionError("the readers never stalled")

    def post_long(self):
        """Gives the bytes of its event."""
        posted(self.writer, self.server.threads[0], "x" * 20000)
        self.hearer.wait("event", stream=self.stream, keep=False)
        return len(self.hearer.payload)


def unread(port):
    """For each line to this port on which bytes wait in the system's buffers, how many."""
    with open("/proc/net/tcp") as lines:
        fields = [line.split() for line in list(lines)[1:]]
    return [waiting for one in fields if one[1].endswith(f":{port:04X}") and (waiting := int(one[4].split(":")[0], 16)) > TINY]


def p99(stretches, which):
    times = sorted(one[which] for stretch in stretches for one in stretch)
    return times[len(times) * 99 // 100]


def others_do_not_notice(house, count, longer_at_most, posts=POSTS, rounds=ROUNDS):
    room = Room(house)
    room.stretch()  # files grow, pages are read: not measured
    without, beside, memory = [], [], []
    for _ in range(rounds):
        readers = [room.stalled() for _ in range(count)]
        before = room.server.memory()
        long_posts = room.fill(readers)
        beside.append(room.stretch(posts))
        memory.append((room.server.memory() - before) / count)
        same(len(unread(room.server.port)), count, "readers that are still there")
        for reader in readers:
            reader.close()
        room.writer.ping()
        for _ in range(long_posts):  # the disk has as much to do as before the other stretch
            room.post_long()
        without.append(room.stretch(posts))
    acked, heard = (p99(beside, which) / p99(without, which) for which in (0, 1))
    each = statistics.median(memory)
    print(f"        {count} stalled readers: p99 of acknowledgements {1000 * p99(without, 0):.2f} ms without, {1000 * p99(beside, 0):.2f} ms beside them ({acked:.2f});"
          f" until heard {1000 * p99(without, 1):.2f} and {1000 * p99(beside, 1):.2f} ms ({heard:.2f}); {each / 1024:.0f} KiB each")
    within("bytes of memory for each", max(memory), MEMORY_AT_MOST)
    within("p99 of acknowledgements, beside them over without", acked, longer_at_most)
    within("p99 until others had heard, beside them over without", heard, longer_at_most)
    sound(house, room.server)


@test("50 stalled readers: others work on, and each costs at most 1 MiB")
def _(house):
    others_do_not_notice(house, 50, ALIVE_AT_MOST, FEW_POSTS, FEW_ROUNDS)


@test("100 stalled readers: others' p99 is at most 20 percent up, and each costs at most 1 MiB", long=True)
def _(house):
    others_do_not_notice(house, 100, LONGER_AT_MOST)


@test("500 stalled readers: others' p99 is at most 20 percent up, and each costs at most 1 MiB", long=True)
def _(house):
    others_do_not_notice(house, 500, LONGER_AT_MOST)


@test("a reader that falls too far behind is let go as too slow, and the operator's figures say so")
def _(house):
    room = Room(house)
    reader = room.stalled()
    reader.wait("live")
    too_slow = 'interstate_connections_closed_total{reason="too_slow"}'
    same(figure(room.server.port, too_slow), 0)
    for _ in range(BEHIND // 20000):
        posted(room.writer, room.server.threads[0], "x" * 20000)
    same(reader.wait_closed(), 1013)
    reader.close()
    until = time.monotonic() + PATIENCE
    while figure(room.server.port, "interstate_connections") > 2 and time.monotonic() < until:
        pass
    same(figure(room.server.port, too_slow), 1)
    sound(house, room.server)


def figure(port, name):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as reply:
        return next((float(line.rsplit(" ", 1)[1]) for line in reply.read().decode().splitlines() if line.startswith(f"{name} ")), 0)


def send_all(line, data):
    """As much as the other side takes within a second at a time; True when it has ended the line."""
    line.settimeout(1)
    sent = 0
    try:
        while sent < SENT_UNREAD:
            sent += line.send(data)
    except TimeoutError:
        return False
    except OSError:
        return True
    return True


@test("a sender that never reads is not read from for ever, costs bounded memory, and others work on")
def _(house):
    room = Room(house)
    room.stretch()
    before = room.server.memory()
    ask = (f"GET /api/me HTTP/1.1\r\nHost: 127.0.0.1:{room.server.port}\r\nCookie: {room.cookie}\r\n\r\n" * 100).encode()
    for send in (lambda line: send_all(line.socket, ask), flood_of_queries):
        line = room.live(receive_buffer=TINY) if send is flood_of_queries else Silent(room.server.port)
        send(line)
        within("seconds for others", max(heard for _, heard in room.stretch()), 5)
        within("bytes of memory", room.server.memory() - before, 64 << 20)
        line.close()
    room.live().ping()
    sound(house, room.server)


class Silent:
    """A line over which nothing is ever read."""

    def __init__(self, port):
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, TINY)
        self.socket.connect(("127.0.0.1", port))

    def close(self):
        self.socket.close()


def flood_of_queries(live):
    live.socket.settimeout(1)
    try:
        for i in range(5000):
            live.send({"t": "query", "id": f"q{i}", "name": "steps", "body": {"collaborative": "0" * 26, "limit": 200}})
    except (Closed, AssertionError):
        pass  # let go, or no more is taken from it
