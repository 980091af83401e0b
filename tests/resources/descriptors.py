"""No descriptor is left: those inside go on, the log says it once, and newcomers get in again by themselves."""
import resource
import socket
import time

from interstate_client import Closed, Live, sign_in
from house import posted, same, sound, test, within

DESCRIPTORS, KNOCKING = 64, 150
AT_ONCE = 5  # seconds


def knock(port):
    line = socket.create_connection(("127.0.0.1", port), timeout=AT_ONCE)
    line.sendall(b"G")
    return line


@test("descriptors run out again and again: those inside go on, the log says it once, newcomers get in without a restart")
def _(house):
    server = house.server(limits={resource.RLIMIT_NOFILE: DESCRIPTORS}).start()
    cookie = sign_in(server.port, server.facilitators[0])
    inside = Live(server.port, cookie=cookie)
    for round in range(3):
        lines = [knock(server.port) for _ in range(KNOCKING)]
        began = time.monotonic()
        for i in range(20):
            posted(inside, server.threads[0], f"round {round}, {i}")
            inside.ping()
        within("seconds for those inside", time.monotonic() - began, AT_ONCE)
        for line in lines:
            line.close()
        newcomer = enter(server.port, cookie)
        newcomer.ping()
        newcomer.close()
    said = [entry for entry in server.log_entries() if entry["level"] == "warning"]
    same({entry["event"] for entry in said}, {"no_descriptors_left"}, "what the log warns of")
    within("lines about it", len(said), 2)
    same(said[0]["turned_away"] > 0, True)
    inside.close()
    sound(house, server)


def enter(port, cookie):
    """Comes in once the server has noticed that those before it are gone; not for ever."""
    until = time.monotonic() + 2 * AT_ONCE
    while True:
        try:
            return Live(port, cookie=cookie)
        except Closed:
            if time.monotonic() > until:
                raise AssertionError("newcomers are kept out for ever") from None
