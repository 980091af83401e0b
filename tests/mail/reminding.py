"""Owners are told of their steps a week before and on the day; who decides, of requests that wait; who asked, that nobody decided."""
import datetime
import zoneinfo

from house import Browser, Line, same, test
from joining import Agencies, acked
from leaving import ANN, Utah
from sending import code_in, wait_for, wait_for_rows
from sink import html_of, plain_of

DAY = 86_400_000
ZONE = "America/New_York"


class Reminding(Utah):
    """Ann owns a step; when its day is, and when the server last looked, can be said."""

    def __init__(self, house):
        super().__init__(house)
        with self.server.writable_database() as database:
            database.execute("UPDATE people SET zone = ?", (ZONE,))
        committed = self.ann.does("commit_step", collaborative=self.collaborative, organisation=self.utah, owner=self.ids["ann"],
                                  title="Publish the “plan” & <map>", measure="Three districts use it", due_on=self.day(100))
        acked(committed)
        self.step = committed["result"]["step"]
        self.looks = 1

    @staticmethod
    def day(days):
        return str(datetime.datetime.now(zoneinfo.ZoneInfo(ZONE)).date() + datetime.timedelta(days=days))

    def lines(self):
        return [line for line in (self.administrator, self.ben, self.ann) if line]

    def stops(self):
        for line in self.lines():
            line.close()
        self.server.kill()

    def looks_again(self, kind, due_in=None, looked_ago=DAY, prepare=lambda database: None):
        """The server was down since it looked, and starts again."""
        self.stops()
        self.looks += 1
        with self.server.writable_database() as database:
            if due_in is not None:
                database.execute("UPDATE step_lanes SET due_on = ?", (self.day(due_in),))
            database.execute("DELETE FROM due_items WHERE kind = ?", (kind,))
            database.execute("INSERT INTO due_items (at, kind, target) VALUES (?, ?, ?)", (self.looks, kind, self.collaborative))
            database.execute("INSERT INTO rounds (collaborative, name, looked_at) VALUES (?, ?, CAST(unixepoch() * 1000 - ? AS INTEGER))"
                             " ON CONFLICT (collaborative, name) DO UPDATE SET looked_at = excluded.looked_at", (self.collaborative, kind, looked_ago))
            prepare(database)
        self.server.start()
        wait_for(lambda: self.server.value(f"SELECT count(*) FROM due_items WHERE kind = '{kind}' AND at > 1000000") == 1, self.server, "the look")
        wait_for_rows(self.server, "count(*) FROM mail WHERE status = 'queued'", 0)
        self.administrator, self.ben, self.ann = (
            Line(self.server, address) if self.server.value("SELECT active FROM people WHERE address = ?", address) else None
            for address in ("ada@convener.example", "ben@education.utah.example", ANN))

    def mails(self, address=ANN, about="ue "):
        return [message for envelope, message in self.sink.taken if envelope.rcpt_tos == [address] and about in message["subject"]]


@test("the owner of a step gets one mail a week before and one on the day, also late, never twice, never too late")
def _(house):
    here = Reminding(house)
    here.looks_again("remind_owners", due_in=9, looked_ago=2 * DAY)
    same(len(here.mails()), 0, "nine days before")
    for _ in range(2):
        here.looks_again("remind_owners", due_in=5, looked_ago=6 * DAY)
    same(len(here.mails()), 1, "five days before, after the server was down")
    told = here.mails()[0]
    same((f"/steps/{here.step}" in plain_of(told), "in 5 days" in plain_of(told), "Three districts use it" in plain_of(told), "/settings" in plain_of(told),
          "&lt;map&gt;" in html_of(told), told["subject"].endswith("Publish the “plan” & <map>")), (True,) * 6, plain_of(told))
    # On the day, however early it is here: its morning is looked back at from tomorrow's side, or has come.
    here.looks_again("remind_owners", due_in=-1, looked_ago=4 * DAY)
    same(len(here.mails()), 1, "a day too late")


@test("nothing is told of a step that is done, somebody else's or moved, nor to who does not want it, or is suspended, or has left")
def _(house):
    here = Reminding(house)
    for what in ("UPDATE step_lanes SET status = 'completed'", "UPDATE step_lanes SET status = 'proposed'", "UPDATE step_lanes SET due_on = '2099-01-01'",
                 "UPDATE people SET active = 0 WHERE address = 'ann@education.utah.example'"):
        here.looks_again("remind_owners", due_in=5, looked_ago=6 * DAY, prepare=lambda database: database.execute(what))
        same(len(here.mails()), 0, what)
        with here.server.writable_database() as database:
            database.execute("UPDATE step_lanes SET status = 'on_track'")
            database.execute("UPDATE people SET active = 1")
    here.ann = here.ann or Line(here.server, ANN)
    acked(here.ann.does("change_settings", step_mails=False))
    here.looks_again("remind_owners", due_in=5, looked_ago=6 * DAY)
    same(len(here.mails()), 0, "who does not want it")
    acked(here.ann.does("change_settings", step_mails=True))
    # The lapse comes after it was written, and before the mail server is there to take it.
    here.sink.close()
    here.stops()
    here.looks += 1
    with here.server.writable_database() as database:
        database.execute("UPDATE rounds SET looked_at = looked_at - ?", (6 * DAY,))
        database.execute("DELETE FROM due_items WHERE kind = 'remind_owners'")
        database.execute("INSERT INTO due_items (at, kind, target) VALUES (?, 'remind_owners', ?)", (here.looks, here.collaborative))
    here.server.start()
    wait_for_rows(here.server, "count(*) FROM mail WHERE purpose = 'step_due' AND status = 'queued'", 1)
    here.server.kill()
    with here.server.writable_database() as database:
        database.execute("UPDATE memberships SET status = 'expired'")
    here.server.start()
    wait_for_rows(here.server, "status FROM mail WHERE purpose = 'step_due'", "withheld")
    same(len(here.mails()), 0, "whose membership is over")


@test("who decides is reminded once of all that wait for a week; after 30 days a request is closed and who asked is told")
def _(house):
    here = Reminding(house)
    for name in ("di", "ed"):
        here.confirmed(address=f"{name}@education.utah.example", name=name.title())
    for days, reminded, told in ((6, 0, 0), (8, 1, 0), (9, 1, 0), (30, 1, 1)):
        here.looks_again("tend_requests", prepare=lambda database: database.execute(
            "UPDATE join_requests SET confirmed_at = unixepoch() * 1000 - ? WHERE status = 'confirmed'", (days * DAY + 1000,)))
        same((len(here.mails("ben@education.utah.example", "requests to join wait")), len(here.mails("di@education.utah.example", "expired"))), (reminded, told), days)
    same("2 requests" in here.mails("ben@education.utah.example", "requests to join wait")[0]["subject"], True)
    same([row[0] for row in here.server.rows("SELECT status FROM join_requests WHERE address LIKE 'd%' OR address LIKE 'e%'")], ["expired", "expired"])
    refused = here.ben.does("approve_join_request", request=here.server.value("SELECT id FROM join_requests WHERE address LIKE 'di@%'"))
    same((refused["code"], "expired" in refused["message"]), ("decided_already", True), refused)


@test("a domain that can look like another's is shown in its letters, and lets nobody in by itself")
def _(house):
    here = Reminding(house)
    with here.server.writable_database() as database:
        database.execute("INSERT INTO organisation_domains (organisation, domain, confirmed_by, confirmed_at) VALUES (?, 'xn--tah-xzc.example', ?, 1)",
                         (here.utah, here.ids["ben"]))
    here.confirmed(address="zo@xn--tah-xzc.example", name="Zo")
    same([tuple(row) for row in here.server.rows("SELECT status, automatic FROM join_requests WHERE name = 'Zo'")], [("confirmed", 0)])
    found = here.ben.query("join_requests", {"collaborative": here.collaborative})
    mine = [record["record"] for record in found["records"] if record["record"].get("name") == "Zo"] if "record" in found["records"][0] else found["records"]
    same("domain_in_letters" in str(mine) and "xn--tah-xzc.example" in str(mine), True, str(found)[:500])


@test("a name with line ends is refused where it is typed, and becomes no header and no recipient of any mail that tells of it")
def _(house):
    here = Agencies(house)
    evil = "Ben\r\nBcc: all@agency.example\r\n\r\nRead this"
    same(Browser(here.server).ask("POST", "/join", **here.form(name=evil))[0], 422)
    same((here.server.value("SELECT count(*) FROM join_requests"), here.sink.taken), (0, []))
    browser, message = here.asks()
    with here.server.writable_database() as database:
        database.execute("UPDATE join_requests SET name = ?", (evil,))
    same(browser.ask("POST", "/join/code", code=code_in(message))[0], 200)
    told = here.mail_to("ada@convener.example")
    envelope = next(envelope for envelope, message in here.sink.taken if message is told)
    same((told["bcc"], envelope.rcpt_tos, told["subject"].startswith("Ben  Bcc: all@agency.example"), told["subject"].endswith("asks to join")),
         (None, ["ada@convener.example"], True, True), told["subject"])
