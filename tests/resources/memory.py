"""No memory is left: who asks for it is refused, nobody else notices, and with memory again it goes on without a restart."""
import resource
import struct

from interstate_client import Closed, Live, Refused, sign_in
from house import NotHere, posted, same, sound, test

SPARE = 24 << 20  # bytes of address space above what the server has at rest
HALF = 250 * 1024  # bytes of a message that never ends
HOGS = 400


def address_space(server):
    with open(f"/proc/{server.process.pid}/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmSize"))


def hog(server, cookie):
    """Somebody who makes the server keep the beginning of a long message; None when it did not let them in, or let them go."""
    try:
        live = Live(server.port, cookie=cookie)
        live.send_bytes(bytes([0x01, 0xFF]) + struct.pack(">Q", HALF) + bytes(4) + b"x" * (HALF - 1))
        return live
    except (Closed, Refused):
        return None


@test("memory runs out: connections are shed, an acknowledged post is there, and with memory again newcomers get in without a restart")
def _(house):
    if house.sanitized:
        raise NotHere("a sanitized program needs more address space than can be limited")
    server = house.server().start()
    cookie = sign_in(server.port, server.facilitators[0])
    inside = Live(server.port, cookie=cookie)
    inside.follow(f"series/{server.series}")
    acked = [posted(inside, server.threads[0], "before")["result"]["number"]]
    hard = resource.prlimit(server.process.pid, resource.RLIMIT_AS)[1]
    resource.prlimit(server.process.pid, resource.RLIMIT_AS, (address_space(server) + SPARE, hard))
    hogs = [hog(server, cookie) for _ in range(HOGS)]
    same(server.process.poll(), None, "the server lives")
    acked += speak_beside(server, inside, cookie)
    same(server.process.poll(), None, "the server lives")
    for one in hogs:
        if one:
            one.close()
    resource.prlimit(server.process.pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY, hard))
    newcomer = Live(server.port, cookie=cookie)
    acked.append(posted(newcomer, server.threads[0], "after")["result"]["number"])
    found = [row[0] for row in server.rows("SELECT number FROM posts WHERE thread = ? AND number >= ? ORDER BY number", server.threads[0], acked[0])]
    same(found, list(range(acked[0], acked[0] + len(found))), "the numbers in the database")
    same(set(acked) <= set(found), True, "every acknowledged post")
    warnings = {entry["event"] for entry in server.log_entries() if entry["level"] == "warning"}
    same(bool(warnings) and warnings <= {"connection_failed", "command_failed", "read_failed", "write_failed", "handler_failed", "gate_failed"}, True, warnings)
    print(f"        {sum(one is not None for one in hogs)} of {HOGS} lines were let in; the log warns of {sorted(warnings)}")
    sound(house, server)


def speak_beside(server, live, cookie):
    """Some posts while there is no memory: each is acknowledged, refused for now, or its line is let go. Gives the numbers that were said."""
    numbers = []
    for i in range(20):
        try:
            live = live or Live(server.port, cookie=cookie)
            answer = live.command("add_post", {"thread": server.threads[0], "text": f"beside {i}"})
            if answer["t"] == "refusal":
                same(answer["code"], "try_again", answer)
            else:
                numbers.append(answer["result"]["number"])
        except (Closed, Refused):
            live = None
    return numbers
