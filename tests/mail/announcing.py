"""Announcing, moving, changing and cancelling a session is mailed to who is invited, with the session for their calendar."""
import datetime
import re
import zoneinfo

from house import Line, same, test
from joining import Agencies, acked
from sending import wait_for_rows
from sink import plain_of

HERE = "America/New_York"
COLUMNS = "Ann, ann@utah.example, UT\nBo, bo@utah.example, UT\nOlga, olga@funder.example, CCSSO, observer"


def calendar_in(message):
    """(METHOD of the part, its properties), unfolded (RFC 5545 §3.1)."""
    part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    text = re.sub(r"\r?\n[ \t]", "", part.get_content())
    pairs = [line.split(":", 1) for line in text.splitlines() if ":" in line]
    return part.get_param("method"), {name.split(";")[0]: value for name, value in pairs}


class Sessions(Agencies):
    """Utah is a member with three people; a draft of a webinar waits to be announced."""

    def __init__(self, house):
        super().__init__(house)
        self.admitted().close()
        self.collaborative = self.server.value("SELECT id FROM collaboratives")
        convener = self.server.value("SELECT short_name FROM organisations WHERE type = 'convener'")
        added = self.administrator.does("add_people", collaborative=self.collaborative, lines=COLUMNS.replace("CCSSO", convener))
        same([line["problem"] for line in added["result"]["lines"]], ["", "", ""])
        self.invited = ["ada@convener.example", "ann@utah.example", "ben@education.utah.example", "bo@utah.example"]
        self.starts = datetime.datetime.now(zoneinfo.ZoneInfo(HERE)).replace(hour=14, minute=0) + datetime.timedelta(days=9)
        scheduled = self.administrator.does("schedule_meeting", collaborative=self.collaborative, type="webinar", title="Rural schools; and “more”", zone=HERE,
                                            starts_local=self.starts.strftime("%Y-%m-%dT%H:%M"), minutes=60, link="https://video.example/1", dial_in="+1 555 0100")
        acked(scheduled)
        self.meeting = scheduled["result"]["meeting"]
        self.settled()
        self.agenda()

    def agenda(self):
        item = {"title": "Talk", "minutes": 60, "who": "all", "mode": "plenary", "instruction": "", "capture": "", "next_steps": True}
        acked(self.administrator.does("set_agenda", meeting=self.meeting, revision=self.revision(), items=[item]))

    def revision(self):
        return self.server.value("SELECT revision FROM meetings WHERE id = ?", self.meeting)

    def settled(self):
        wait_for_rows(self.server, "count(*) FROM mail WHERE status = 'queued'", 0)

    def news(self, name, **body):
        """Does it; gives {address: mail} of what came of it."""
        before = len(self.sink.taken)
        acked(self.administrator.does(name, meeting=self.meeting, **body))
        self.settled()
        return {envelope.rcpt_tos[0]: message for envelope, message in self.sink.taken[before:]}


@test("who is invited gets one mail when a session is announced: their own time and the host's, link, dial-in, and the session for their calendar")
def _(house):
    here = Sessions(house)
    same(here.server.value("SELECT count(*) FROM mail WHERE purpose = 'meeting'"), 0)
    mails = here.news("announce_meeting")
    same(sorted(mails), here.invited)
    ben = mails["ben@education.utah.example"]
    words = plain_of(ben)
    for part in ("12:00 PM M", "2:00 PM E", "https://video.example/1", "+1 555 0100", f"/sdi/meetings/{here.meeting}", "60 minutes"):
        same(part in words, True, f"{part} in {words}")
    method, event = calendar_in(ben)
    utc = here.starts.astimezone(datetime.timezone.utc)
    same((method, event["METHOD"], event["UID"], event["SEQUENCE"], event["DTSTART"], event["SUMMARY"], event["ATTENDEE"]),
         ("REQUEST", "REQUEST", f"{here.meeting}@interstate", "0", utc.strftime("%Y%m%dT%H%M00Z"), "Rural schools\\; and “more”", "mailto:ben@education.utah.example"))
    same([part.get_filename() for part in ben.walk() if part.get_filename()], ["meeting.ics"])


@test("moved or cancelled, the same calendar entry changes: its number rises with a new time and with cancelling, and with nothing else (INV-10)")
def _(house):
    here = Sessions(house)
    _, announced = calendar_in(here.news("announce_meeting")["bo@utah.example"])
    later = (here.starts + datetime.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    moved = here.news("edit_meeting", revision=here.revision(), starts_local=later)["bo@utah.example"]
    same(moved["subject"].startswith("Moved: Rural schools"), True, moved["subject"])
    method, event = calendar_in(moved)
    same((method, event["UID"], event["SEQUENCE"]), ("REQUEST", announced["UID"], "1"))
    same(here.news("edit_meeting", revision=here.revision(), summary="Other words"), {})
    same(here.news("edit_meeting", revision=here.revision(), link="https://video.example/1"), {})
    _, event = calendar_in(here.news("edit_meeting", revision=here.revision(), link="https://video.example/2")["bo@utah.example"])
    same((event["SEQUENCE"], event["LOCATION"]), ("1", "https://video.example/2"))
    cancelled = here.news("cancel_meeting", reason="Snow")["bo@utah.example"]
    method, event = calendar_in(cancelled)
    same((method, event["METHOD"], event["UID"], event["SEQUENCE"], event["STATUS"], "Snow" in plain_of(cancelled)),
         ("CANCEL", "CANCEL", announced["UID"], "2", "CANCELLED", True))


@test("INV-11 nothing is mailed of a draft, nor of a draft that is cancelled")
def _(house):
    here = Sessions(house)
    same(here.news("edit_meeting", revision=here.revision(), minutes=90), {})
    same(here.news("cancel_meeting", reason="Never mind"), {})


@test("INV-33 who is suspended between a word and its mail gets none")
def _(house):
    here = Sessions(house)
    here.sink.close()
    acked(here.administrator.does("announce_meeting", meeting=here.meeting))
    bo = here.server.value("SELECT id FROM people WHERE address = 'bo@utah.example'")
    acked(here.administrator.does("suspend_person", person=bo, collaborative=here.collaborative))
    here.server.kill()
    again = house.sink(port=here.sink.port)
    here.server.start()  # which tries at once
    again.wait(lambda: len(again.taken) == 3, "three mails")
    wait_for_rows(here.server, "count(*) FROM mail WHERE status = 'withheld'", 1)
    same(sorted(envelope.rcpt_tos[0] for envelope, _ in again.taken), [one for one in here.invited if not one.startswith("bo@")])


@test("a state in its grace is invited to nothing new")
def _(house):
    here = Sessions(house)
    with_grace = here.server
    here.administrator.close()
    with_grace.kill()
    with with_grace.writable_database() as database:
        database.execute("UPDATE memberships SET status = 'grace'")
    with_grace.start()
    here.administrator = Line(with_grace, "ada@convener.example")
    same(sorted(here.news("announce_meeting")), ["ada@convener.example"])
