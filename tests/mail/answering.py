"""Answers from the mail, without a sign-in: whether somebody comes, and how a step stands. Scanners open links; only a button does something (N15, INV-34)."""
import datetime
import re

from announcing import Sessions
from house import Browser, same, test
from joining import acked
from reminding import DAY, Reminding
from sink import html_of, plain_of

BO = "bo@utah.example"


def links_in(message):
    return re.findall(r"/answer/[\w-]{43}", plain_of(message))


def scanned(server, link):
    """As scanners of mail do, from wherever they are; gives the page."""
    for _ in range(5):
        status, _, page = Browser(server).ask("GET", link)
        same((status, "<script" in page), (200, False))
    for _ in range(2):
        same(Browser(server).ask("HEAD", link)[0], 200)
    return page


class Answers(Sessions):
    def said(self, address):
        rows = self.server.rows("SELECT r.answer, r.source, r.to_confirm FROM rsvps r JOIN people p ON p.id = r.person WHERE p.address = ? AND r.ended_at IS NULL", address)
        return [tuple(row) for row in rows]

    def moved(self, **by):
        self.starts += datetime.timedelta(**by)
        return self.news("edit_meeting", revision=self.revision(), starts_local=self.starts.strftime("%Y-%m-%dT%H:%M"))

    def person(self, address):
        return self.server.value("SELECT id FROM people WHERE address = ?", address)


@test("the invitation has three links; five looks and two by HEAD change nothing, one press answers, a second says so and changes nothing")
def _(house):
    here = Answers(house)
    mail = here.news("announce_meeting")[BO]
    yes, maybe, no = links_in(mail)
    same(all(link in html_of(mail) for link in (yes, maybe, no)), True, html_of(mail))
    page = scanned(here.server, yes)
    same(("Rural schools" in page, "You answer as Bo" in page, here.said(BO)), (True, True, []), page)
    browser = Browser(here.server)
    status, _, page = browser.ask("POST", yes)
    same((status, "You answered “Yes”" in page, here.said(BO)), (200, True, [("yes", "mail_link", 0)]), page)
    same((browser.cookies, browser.ask("GET", "/api/me")[0]), ({}, 401), "no session")
    rows = here.server.value("SELECT count(*) FROM audit")
    status, _, page = Browser(here.server).ask("POST", yes)
    same((status, "Pressing it again has changed nothing" in page, here.server.value("SELECT count(*) FROM audit")), (200, True, rows), page)
    same(tuple(here.server.rows("SELECT via, verb, actor FROM audit ORDER BY seq DESC LIMIT 1")[0]), ("mail_link", "answer_invitation", here.person(BO)))
    same(Browser(here.server).ask("POST", no)[0], 200)
    same(here.said(BO), [("no", "mail_link", 0)])
    for secret in (yes, maybe, no):
        same(here.server.value("SELECT count(*) FROM action_links WHERE secret_hash = ?", secret[8:]), 0)
        same(here.server.value("SELECT count(*) FROM mail WHERE instr(plain || html || calendar, ?) > 0", secret[8:]), 0, "once the mail went out")


@test("a moved session asks again and says what was said; a reminder goes to the silent alone, once in 48 hours")
def _(house):
    here = Answers(house)
    mails = here.news("announce_meeting")
    for address in (BO, "ann@utah.example"):
        same(Browser(here.server).ask("POST", links_in(mails[address])[0])[0], 200)
    same(sorted(here.news("remind_silent")), ["ada@convener.example", "ben@education.utah.example"])
    refused = here.administrator.does("remind_silent", meeting=here.meeting)
    same((refused["code"], "UTC on" in refused["allowed"]), ("too_early", True), refused)
    moved = here.moved(days=1)
    same(("You had answered “yes”" in plain_of(moved[BO]), "You had answered" in plain_of(moved["ben@education.utah.example"])), (True, False), plain_of(moved[BO]))
    same(here.said(BO), [("yes", "mail_link", 1)])
    # The link of the old mail shows the new time, and answers for that.
    same(Browser(here.server).ask("POST", links_in(mails[BO])[1])[0], 200)
    same(here.said(BO), [("maybe", "mail_link", 0)])
    same(here.news("edit_meeting", revision=here.revision(), title="Rural schools"), {})
    same(here.said(BO), [("maybe", "mail_link", 0)], "a title asks nobody again")


@test("links of somebody suspended, of a cancelled session and forged ones lead to one page, which tells nothing; one suspended is not reminded")
def _(house):
    here = Answers(house)
    mails = here.news("announce_meeting")
    forged = Browser(here.server).ask("GET", "/answer/" + "A" * 43)
    same((forged[0], "Rural" in forged[2]), (410, False))
    acked(here.administrator.does("suspend_person", person=here.person(BO), collaborative=here.collaborative))
    for method in ("GET", "POST"):
        same(Browser(here.server).ask(method, links_in(mails[BO])[0]), forged, method)
    same(BO in here.news("remind_silent"), False)
    acked(here.administrator.does("cancel_meeting", meeting=here.meeting, reason="Snow"))
    for method in ("GET", "POST"):
        same(Browser(here.server).ask(method, links_in(mails["ann@utah.example"])[0]), forged, method)
    same(here.server.value("SELECT count(*) FROM rsvps"), 0)


@test("somebody leaves who was to come: the successor is asked by mail and answers from it; the leaver's links are over (N10)")
def _(house):
    here = Answers(house)
    mails = here.news("announce_meeting")
    same(Browser(here.server).ask("POST", links_in(mails[BO])[0])[0], 200)
    before = len(here.sink.taken)
    acked(here.administrator.does("retire_person", person=here.person(BO), collaborative=here.collaborative, successor=here.person("ann@utah.example")))
    here.settled()
    asked = [(envelope.rcpt_tos[0], message) for envelope, message in here.sink.taken[before:]]
    same([address for address, _ in asked], ["ann@utah.example"])
    same("Bo has left, and was to come to" in plain_of(asked[0][1]), True, plain_of(asked[0][1]))
    same((here.said(BO), here.server.value("SELECT answer FROM rsvps WHERE ended_at IS NOT NULL")), ([], "yes"))
    same(Browser(here.server).ask("POST", links_in(mails[BO])[1])[0], 410)
    same(Browser(here.server).ask("POST", links_in(asked[0][1])[0])[0], 200)
    same(here.said("ann@utah.example"), [("yes", "mail_link", 0)])


@test("the reminder of a step has one link: a scanner changes nothing, what is missing is said, one press updates it, a second says so")
def _(house):
    here = Reminding(house)
    here.looks_again("remind_owners", due_in=5, looked_ago=6 * DAY)
    link, = links_in(here.mails()[0])
    page = scanned(here.server, link)
    same(("Publish the “plan” &amp; &lt;map&gt;" in page, 'value="blocked"' in page), (True, True), page)
    updates = "SELECT count(*) FROM step_updates"
    same(here.server.value(updates), 0)
    status, _, page = Browser(here.server).ask("POST", link, status="completed", text="")
    same((status, "Say what came of it." in page, 'value="completed" required="" checked=""' in page), (422, True, True), page)
    status, _, page = Browser(here.server).ask("POST", link, text="Nothing chosen")
    same((status, "Choose how it stands." in page, "Nothing chosen" in page, here.server.value(updates)), (422, True, True, 0), page)
    status, _, page = Browser(here.server).ask("POST", link, status="blocked", text="Data <agreement>")
    same((status, "You updated" in page, here.server.value("SELECT status FROM step_lanes")), (200, True, "blocked"), page)
    same(tuple(here.server.rows("SELECT author, text FROM step_updates")[0]), (here.ids["ann"], "Data <agreement>"))
    same(tuple(here.server.rows("SELECT via, verb, actor FROM audit ORDER BY seq DESC LIMIT 1")[0]), ("mail_link", "update_step", here.ids["ann"]))
    status, _, page = Browser(here.server).ask("POST", link, status="on_track", text="Again")
    same((status, "Pressing it again has changed nothing" in page, here.server.value(updates)), (200, True, 1), page)


@test("the link to a step that is somebody else's now is over")
def _(house):
    here = Reminding(house)
    here.looks_again("remind_owners", due_in=5, looked_ago=6 * DAY)
    link, = links_in(here.mails()[0])
    step = here.server.value("SELECT revision FROM action_steps")
    acked(here.ann.does("edit_step", step=here.step, revision=step, owner=here.ids["ben"]))
    for method in ("GET", "POST"):
        same(Browser(here.server).ask(method, link, status="blocked", text="No")[0], 410, method)
    same(here.server.value("SELECT status FROM step_lanes"), "not_started")


@test("a step that was completed meanwhile is not opened again by the link of its reminder, pressed or sent blindly")
def _(house):
    here = Reminding(house)
    here.looks_again("remind_owners", due_in=5, looked_ago=6 * DAY)
    link, = links_in(here.mails()[0])
    lane = here.server.value("SELECT id FROM step_lanes")
    acked(here.ann.does("update_step", step=here.step, lane=lane, status="completed", text="It is there."))
    for method in ("GET", "POST"):
        same(Browser(here.server).ask(method, link, status="on_track", text="Again")[0], 410, method)
    same(here.server.value("SELECT status FROM step_lanes"), "completed")
