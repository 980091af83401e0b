"""The work: what the load generator does in each scenario (run.sh and extra.sh of the first campaign), and the moment's size of it."""
from dataclasses import dataclass

MISSED = 50  # events that everybody has missed who comes back in T6


@dataclass(frozen=True)
class Scenario:
    name: str
    work: str
    flags: str
    moment: str  # flags that replace those of the same name when a second must do
    size: int = 200
    missed: int = 0

    def arguments(self, moment=False):
        flags = parsed(self.flags) | (parsed(self.moment) if moment else {})
        return [part for flag in (flags | {"--size": str(self.size)}).items() for part in flag]


def parsed(flags):
    words = flags.split()
    return dict(zip(words[::2], words[1::2]))


ONE_ROOM = "--subs 1000 --rooms 1 --duration 2 --warm 0.4"
SHORT = "--subs 100 --duration 0.4 --warm 0.1"
ALL = {one.name: one for one in (
    Scenario("T1", "room of 40, 20 posts/s, 200 B", "--subs 40 --rooms 1 --rate 20 --duration 5 --warm 0.6 --conc 8 --timeout 20", "--duration 0.5 --warm 0.1"),
    Scenario("T2a", "room of 1,000, one in flight, 200 B", f"{ONE_ROOM} --window 1", SHORT),
    Scenario("T2b", "room of 1,000, one in flight, 1 KB", f"{ONE_ROOM} --window 1", SHORT, size=1024),
    Scenario("T2c", "room of 1,000, 32 in flight, 200 B", f"{ONE_ROOM} --window 32", SHORT),
    Scenario("T2d", "room of 1,000, 32 in flight, 1 KB", f"{ONE_ROOM} --window 32", SHORT, size=1024),
    Scenario("T3", "10,000 idle, signed in and joined", "--mode idle --stages 5000,10000 --rooms 250 --duration 1.5", "--stages 250,500 --duration 0.2"),
    Scenario("T4", "10,000 members in 250 rooms, 500 posts/s", "--subs 10000 --pubs 250 --rooms 250 --rate 500 --duration 4 --warm 1",
             "--subs 500 --rate 100 --duration 0.4 --warm 0.1"),
    Scenario("T5", "64 writers each waiting for the ack, room of 40", "--subs 40 --pubs 64 --rooms 1 --loop ack --duration 4 --warm 0.6 --timeout 30 --conc 4",
             "--duration 0.4 --warm 0.1"),
    Scenario("T6", f"5,000 drop and return at once, {MISSED} missed events each", "--mode storm --subs 5000 --rooms 125 --conc 5000", "--subs 250 --conc 250",
             missed=MISSED),
)}
