"""A membership year turns, with real mail: reminders, renewal, grace, its end (story J3, 5 and 6)."""
import datetime
import zoneinfo

from house import Line, same, test
from joining import BEN, Agencies, acked
from sending import wait_for, wait_for_rows
from sink import html_of, plain_of

LONG_AGO = 1_000_000


def today():
    """By the convener's clock."""
    return datetime.datetime.now(zoneinfo.ZoneInfo("America/New_York")).date()


class Turning(Agencies):
    """Utah is a member with Ben as its lead; what day of the year it is can be said."""

    def __init__(self, house):
        super().__init__(house)
        self.admitted().close()
        self.looks = 1
        self.collaborative = self.server.value("SELECT id FROM collaboratives")

    def days_to_end(self, days, grace=30):
        """The running year ends in so many days from now; the server looks at once."""
        self.administrator.close()
        self.server.kill()
        with self.server.writable_database() as database:
            ends = today() + datetime.timedelta(days=days)
            database.execute("UPDATE membership_years SET starts_on = ?, ends_on = ?, grace_days = ? WHERE status = 'active'",
                             (str(ends - datetime.timedelta(days=364)), str(ends), grace))
            database.execute("UPDATE membership_years SET starts_on = ?, ends_on = ? WHERE status = 'open'",
                             (str(ends + datetime.timedelta(days=1)), str(ends + datetime.timedelta(days=365))))
        self.look()

    def look(self):
        """As the night does it."""
        if self.server.process.poll() is None:
            self.server.kill()
        self.looks += 1  # the server does what is due at an instant once
        with self.server.writable_database() as database:
            database.execute("DELETE FROM due_items WHERE kind = 'turn_year'")
            database.execute("INSERT INTO due_items (at, kind, target) VALUES (?, 'turn_year', ?)", (self.looks, self.collaborative))
            database.execute("UPDATE collaboratives SET looked_on = ?", (str(today()),))
        self.server.start()
        wait_for(lambda: [row[0] > LONG_AGO for row in self.server.rows("SELECT at FROM due_items WHERE kind = 'turn_year'")] == [True], self.server, "the look")
        wait_for_rows(self.server, "count(*) FROM mail WHERE status = 'queued'", 0)
        self.administrator = Line(self.server, "ada@convener.example")

    def mails(self):
        return [message["subject"] for envelope, message in self.sink.taken if envelope.rcpt_tos == [BEN["address"]] and "embership" in message["subject"]]

    def statuses(self):
        return [row[0] for row in self.server.rows("SELECT status FROM memberships WHERE organisation = ? ORDER BY year", self.utah)]


@test("the contact is reminded 60, 30 and 7 days before the end, once each, and no more after renewing")
def _(house):
    here = Turning(house)
    here.days_to_end(61)
    same((here.mails(), here.server.value("SELECT count(*) FROM membership_years WHERE status = 'open'")), ([], 1))
    for left, sent in ((60, 1), (59, 1), (30, 2), (7, 3), (1, 3)):
        here.days_to_end(left)
        wait_for_rows(here.server, "count(*) FROM mail WHERE purpose = 'renewal_due' AND status = 'sent'", sent)
        same(len(here.mails()), sent, f"{left} days before")
    here.days_to_end(200)
    with_renewal = Line(here.server, BEN["address"])
    acked(with_renewal.does("renew_membership", organisation=here.utah, seat_cap=5))
    with_renewal.close()
    here.days_to_end(30)
    same(len(here.mails()), 3)


@test("who has renewed goes on without a break and with nothing else copied; dropped seats are gone")
def _(house):
    here = Turning(house)
    here.days_to_end(50)
    ben = Line(here.server, BEN["address"])
    same(ben.does("renew_membership", organisation=here.utah, seat_cap=7)["field"], "seat_cap")
    acked(ben.does("renew_membership", organisation=here.utah, seat_cap=5))
    acked(ben.does("renew_membership", organisation=here.utah, seat_cap=4))
    ben.close()
    people = here.server.value("SELECT count(*) FROM people")
    here.days_to_end(-1)
    same((here.statuses(), here.server.value("SELECT seat_cap FROM memberships WHERE status = 'active'")), (["expired", "active"], 4))
    same(here.server.value("SELECT count(*) FROM people"), people)
    ben = Line(here.server, BEN["address"])
    same(ben.follow(f"collaborative/{here.collaborative}")[2]["t"], "live")
    acked(ben.does("add_people", collaborative=here.collaborative, lines="Ann, ann@x.example, UT"))


@test("who has not renewed goes on reading in the grace, writes nothing new, and is a member again by one command")
def _(house):
    here = Turning(house)
    here.days_to_end(50)
    here.days_to_end(-1)
    same((here.statuses(), here.mails()[-1][:23]), (["grace"], "Your membership is over"))
    ben = Line(here.server, BEN["address"])
    same(ben.follow(f"collaborative/{here.collaborative}")[2]["t"], "live")
    same(ben.does("add_people", collaborative=here.collaborative, lines="Ann, ann@x.example, UT")["code"], "not_allowed")
    acked(ben.does("renew_membership", organisation=here.utah, seat_cap=6))
    same(here.statuses(), ["expired", "active"])
    acked(ben.does("add_people", collaborative=here.collaborative, lines="Ann, ann@x.example, UT"))


@test("after the grace nothing but the way to renew is left; what was written stays, and an administrator lets them in again")
def _(house):
    here = Turning(house)
    here.days_to_end(50)
    here.days_to_end(-1)
    ben = Line(here.server, BEN["address"])
    follows = f"collaborative/{here.collaborative}"
    same(ben.follow(follows)[2]["t"], "live")
    ben.close()
    here.server.kill()
    with here.server.writable_database() as database:
        database.execute("UPDATE membership_years SET grace_days = 0 WHERE status = 'grace'")
    here.look()
    same(here.statuses(), ["expired"])
    ben = Line(here.server, BEN["address"])
    same(ben.follow(follows)[2]["t"], "unfollowed")
    same(ben.follow(f"person/{ben.greeting['person']}")[2]["t"], "live")
    same(ben.does("renew_membership", organisation=here.utah, seat_cap=6)["result"]["status"], "applied")
    here.mail_to("ada@convener.example", len(here.sink.taken) - 1)
    same(ben.does("renew_membership", organisation=here.utah, seat_cap=6)["code"], "waits_already")
    acked(here.administrator.does("admit_member", organisation=here.utah, tier="core", seat_cap=6))
    told = here.mail_to(BEN["address"], len(here.sink.taken) - 1)
    same("is a member again" in told["subject"], True, told)
    same(ben.follow(follows)[2]["t"], "live")


@test("who asks to renew after the grace and is declined is told why by mail, and may ask again; nobody else declines, and nothing twice")
def _(house):
    here = Turning(house)
    here.days_to_end(50)
    ben = Line(here.server, BEN["address"])
    same(here.administrator.does("decline_renewal", organisation=here.utah, reason="No.")["code"], "not_waiting")
    here.server.kill()
    with here.server.writable_database() as database:
        database.execute("UPDATE memberships SET status = 'expired'")
    here.server.start()
    here.administrator = Line(here.server, "ada@convener.example")
    ben = Line(here.server, BEN["address"])
    same(ben.does("renew_membership", organisation=here.utah, seat_cap=6)["result"]["status"], "applied")
    same(ben.does("decline_renewal", organisation=here.utah, reason="No.")["code"], "not_allowed")
    same(here.administrator.does("decline_renewal", organisation=here.utah, reason=" ")["field"], "reason")
    before = len(here.sink.taken)
    acked(here.administrator.does("decline_renewal", organisation=here.utah, reason="Your board <b>first</b> has to agree."))
    told = here.mail_to(BEN["address"], before)
    same(("was declined" in told["subject"], "Your board <b>first</b> has to agree." in plain_of(told), "<b>" in html_of(told)), (True, True, False), told)
    same(here.statuses(), ["expired"])
    same(here.administrator.does("decline_renewal", organisation=here.utah, reason="No.")["code"], "not_waiting")
    same(ben.does("renew_membership", organisation=here.utah, seat_cap=6)["result"]["status"], "applied")


@test("a clock that is wrong turns no year: the day has to be seen twice, an hour apart")
def _(house):
    here = Turning(house)
    here.days_to_end(50)
    here.administrator.close()
    here.server.kill()
    with here.server.writable_database() as database:
        database.execute("UPDATE membership_years SET ends_on = ?, starts_on = '2020-01-01' WHERE status = 'active'", (str(today() - datetime.timedelta(days=1)),))
        database.execute("UPDATE membership_years SET starts_on = ? WHERE status = 'open'", (str(today()),))
        database.execute("UPDATE collaboratives SET looked_on = ?", (str(today() - datetime.timedelta(days=400)),))
        database.execute("UPDATE due_items SET at = 900 WHERE kind = 'turn_year'")
    here.server.start()
    wait_for(lambda: here.server.value(f"SELECT at > {LONG_AGO} FROM due_items WHERE kind = 'turn_year'"), here.server, "the look")
    same((here.statuses(), here.server.value("SELECT (at / 1000 - unixepoch()) / 600 FROM due_items WHERE kind = 'turn_year'") in (5, 6)), (["active"], True))
    here.look()
    same(here.statuses(), ["grace"])


@test("INV-1 an administrator moves the days of a year, and onto no other year's")
def _(house):
    here = Turning(house)
    here.days_to_end(50)
    label, ends = tuple(here.server.rows("SELECT label, ends_on FROM membership_years WHERE status = 'active'")[0])
    starts = here.server.value("SELECT starts_on FROM membership_years WHERE status = 'active'")
    body = {"collaborative": here.collaborative, "label": label, "starts_on": starts, "grace_days": 10}
    later = str(datetime.date.fromisoformat(ends) + datetime.timedelta(days=1))
    same(here.administrator.does("edit_year", ends_on=later, **body)["code"], "overlaps")
    acked(here.administrator.does("edit_year", ends_on=ends, **body))
    ben = Line(here.server, BEN["address"])
    same(ben.does("edit_year", ends_on=ends, **body)["code"], "not_allowed")
