"""The work: what the load generator does in each scenario (run.sh and extra.sh of the first campaign), and shorter sizes of it."""
from dataclasses import dataclass

MISSED = 50  # events that everybody has missed who comes back in T6
POST, CUE = "post", "cue"  # what is said: kept, or for a moment only
NIGHTLY, FIVE_MINUTES, MOMENT = "nightly", "five-minutes", "moment"


@dataclass(frozen=True)
class Scenario:
    name: str
    work: str
    flags: str
    brief: str  # flags that replace those of the same name where five minutes must do
    moment: str  # and where a second must do
    size: int = 200
    missed: int = 0  # events, by everybody who joins
    says: str = POST

    def arguments(self, length=NIGHTLY):
        shorter = {NIGHTLY: "", FIVE_MINUTES: self.brief, MOMENT: self.moment}[length]
        flags = parsed(self.flags) | parsed(shorter) | {"--size": str(self.size)}
        return [part for flag in flags.items() for part in flag]


def parsed(flags):
    words = flags.split()
    return dict(zip(words[::2], words[1::2]))


FEW = "--subs 40 --rooms 1 --rate 20 --duration 5 --warm 0.6 --conc 8 --timeout 20"
SHORT, INSTANT = "--duration 0.8 --warm 0.2", "--subs 50 --duration 0.5 --warm 0.1"


def room_of_thousand(name, in_flight, size, words):
    return Scenario(name, f"room of 1,000, {words}", f"--subs 1000 --rooms 1 --window {in_flight} --duration 2 --warm 0.4", SHORT, INSTANT, size)


ALL = {one.name: one for one in (
    Scenario("T1", "room of 40, 20 posts/s, 200 B", FEW, "--duration 2.5 --warm 0.3", "--duration 0.3 --warm 0.1"),
    Scenario("T1cues", "room of 40, 20 ephemeral cues/s, 200 B", FEW, "--duration 2.5 --warm 0.3", "--duration 0.3 --warm 0.1", says=CUE),
    room_of_thousand("T2a", 1, 200, "one in flight, 200 B"),
    room_of_thousand("T2b", 1, 1024, "one in flight, 1 KB"),
    room_of_thousand("T2c", 32, 200, "32 in flight, 200 B"),
    room_of_thousand("T2d", 32, 1024, "32 in flight, 1 KB"),
    Scenario("T3", "10,000 idle, signed in and joined", "--mode idle --stages 5000,10000 --rooms 250 --duration 1.5", "--duration 1",
             "--stages 125,250 --rooms 50 --duration 0.2"),
    Scenario("T4", "10,000 members in 250 rooms, 500 posts/s", "--subs 10000 --pubs 250 --rooms 250 --rate 500 --duration 4 --warm 1", "--duration 2 --warm 0.5",
             "--subs 250 --pubs 50 --rooms 50 --rate 100 --duration 0.3 --warm 0.1"),
    Scenario("T5", "64 writers each waiting for the ack, room of 40", "--subs 40 --pubs 64 --rooms 1 --loop ack --duration 4 --warm 0.6 --timeout 30 --conc 4",
             "--duration 1.5 --warm 0.3", "--pubs 16 --duration 0.3 --warm 0.1"),
    Scenario("T6", f"5,000 drop and return at once, {MISSED} missed events each", "--mode storm --subs 5000 --rooms 125 --conc 5000", "",
             "--subs 250 --rooms 50 --conc 250", missed=MISSED),
)}

# Of ours alone: its cost against the members of a room and against what was said before, and its pace while a thousand ask.
MEMBERS = {f"{members:,}": Scenario(f"members:{members}", "one room, one in flight, 200 B, so many members",
                                    f"--subs {members} --rooms 1 --window 1 --duration 2 --warm 0.4", SHORT, f"--subs {members // 10} --duration 0.5 --warm 0.1")
           for members in (10, 100, 1000)}
HISTORY = Scenario("history", "room of 40, one in flight, 200 B, so many posts in the database", "--subs 40 --rooms 1 --window 1 --duration 2 --warm 0.5", SHORT, INSTANT)
LIVE = Scenario("live", "room of 40, 100 posts/s, while 1,000 people ask for snapshots, pages and searches",
                "--subs 40 --rooms 1 --rate 100 --duration 8 --warm 1", "--duration 2.5 --warm 0.5", "--subs 10 --duration 0.5 --warm 0.1")
