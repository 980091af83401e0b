"""Asking to join by the public page, with real mail: confirmed by code or link, decided, told; seats and their number (story J3, 2 to 4)."""
import json
import re

from house import Browser, Line, run, same, test
from sending import code_in, one, wait_for_rows
from sink import html_of, plain_of

BEN = {"address": "ben@education.utah.example", "name": "Ben Okafor-Lind", "title": "Director", "function": "title_i_director",
       "statement": "We redesign how we support CSI schools.", "agency": "", "type": ""}


def acked(answer):
    same(answer["t"], "ack", answer)


class Agencies:
    """A real installation with an administrator and a mail server; Utah is no member yet."""

    def __init__(self, house):
        self.sink = house.sink()
        self.server = house.server(*house.options(self.sink.port), people=("Ada <ada@convener.example>",), role="administrator")
        self.utah = self.server.value("SELECT id FROM organisations WHERE code = 'UT'")
        self.administrator = Line(self.server, "ada@convener.example")

    def form(self, **other):
        return {**BEN, "organisation": self.utah, **other}

    def asks(self, **other):
        """Fills in the form and sends it; gives the browser and the mail that confirms the address."""
        browser, taken = Browser(self.server), len(self.sink.taken)
        same(browser.ask("POST", "/join", **self.form(**other))[:2], (303, "/join/code"))
        address = self.form(**other)["address"]
        return browser, self.mail_to(address, taken)

    def mail_to(self, address, after=0):
        self.sink.wait(lambda: any(envelope.rcpt_tos == [address] for envelope, _ in self.sink.taken[after:]), f"a mail to {address}")
        return next(message for envelope, message in self.sink.taken[after:] if envelope.rcpt_tos == [address])

    def confirmed(self, **other):
        """Asks and confirms; gives the id of the request once those who decide have been told of it."""
        browser, message = self.asks(**other)
        status, _, self.answer = browser.ask("POST", "/join/code", code=code_in(message))
        same(status, 200)
        address = self.form(**other)["address"]
        wait_for_rows(self.server, f"count(*) FROM join_requests WHERE address = '{address}' AND status <> 'submitted'", 1)
        wait_for_rows(self.server, "count(*) FROM due_items WHERE kind = 'receive_join_request'", 0)
        return self.server.value("SELECT id FROM join_requests WHERE address = ?", address)

    def admitted(self, seats=6):
        """Utah is a member, and Ben its lead; gives Ben's live connection."""
        request, taken = self.confirmed(), len(self.sink.taken)
        acked(self.administrator.does("approve_join_request", request=request, tier="core", seat_cap=seats))
        self.mail_to(BEN["address"], taken)
        return Line(self.server, BEN["address"])


@test("whoever asks to join confirms the address, is approved, and signs in by the link in the mail")
def _(house):
    here = Agencies(house)
    page = Browser(here.server).ask("GET", "/join")
    same((page[0], "Utah" in page[2], "<script" in page[2]), (200, True, False))
    browser, message = here.asks()
    same(message["subject"], f"{code_in(message)} confirms your address for Interstate")
    same(one(here.server, "status FROM join_requests"), "submitted")
    same(browser.ask("POST", "/join/code", code="000000")[0], 422)
    same(browser.ask("POST", "/join/code", code=code_in(message))[0], 200)
    told = here.mail_to("ada@convener.example")
    same((told["subject"], BEN["statement"] in plain_of(told), "/requests" in html_of(told)), ("Ben Okafor-Lind asks to join", True, True))
    request = one(here.server, "id FROM join_requests")
    same(here.administrator.does("approve_join_request", request=request)["field"], "tier")
    taken = len(here.sink.taken)
    acked(here.administrator.does("approve_join_request", request=request, tier="core", seat_cap=6))
    link = re.search(r"/sign-in/link/[\w-]{43}", plain_of(here.mail_to(BEN["address"], taken))).group()
    ben = Browser(here.server)
    same((ben.ask("POST", link)[0], ben.ask("GET", "/api/me")[0]), (303, 200))
    same(tuple(here.server.rows("SELECT m.status, m.tier, m.seat_cap, s.primary_contact, g.role FROM memberships m JOIN seats s ON s.organisation = m.organisation"
                                " JOIN role_grants g ON g.person = s.person WHERE m.organisation = ?", here.utah)[0]), ("active", "core", 6, 1, "state_lead"))


@test("the link in the mail confirms in any browser by its button; opening it, as scanners do, does nothing")
def _(house):
    here = Agencies(house)
    _, message = here.asks()
    link = re.search(r"/join/link/[\w-]{43}", plain_of(message)).group()
    for _ in range(5):
        same(Browser(here.server).ask("GET", link)[0], 200)
    same(one(here.server, "status FROM join_requests"), "submitted")
    same(Browser(here.server).ask("POST", link)[0], 200)
    same(Browser(here.server).ask("POST", link)[0], 410)
    same(one(here.server, "status FROM join_requests"), "confirmed")


@test("who is declined is told why, and whoever decides second is told that it is decided")
def _(house):
    here = Agencies(house)
    request, taken = here.confirmed(), len(here.sink.taken)
    acked(here.administrator.does("decline_join_request", request=request, reason="Ask your <chief> first."))
    told = here.mail_to(BEN["address"], taken)
    same(("Ask your <chief> first." in plain_of(told), "<chief>" in html_of(told), "/join?collaborative=sdi" in plain_of(told)), (True, False, True))
    same(here.administrator.does("approve_join_request", request=request, tier="core", seat_cap=6)["code"], "decided_already")
    same(one(here.server, "count(*) FROM people WHERE address LIKE 'ben@%'"), 0)


@test("a lead invites by pasted lines that are mailed, up to the number of seats; a bad line is named and the rest proceed")
def _(house):
    here = Agencies(house)
    ben = here.admitted(seats=4)
    collaborative, taken = one(here.server, "id FROM collaboratives"), len(here.sink.taken)
    lines = "\n".join(["Ann, ann@education.utah.example, UT", "nonsense", "Bo, bo@education.utah.example, UT", "Cy, cy@education.utah.example, UT",
                       "Di, di@education.utah.example, UT", "Eve, eve@ohio.example, OH"])
    answer = ben.does("add_people", collaborative=collaborative, lines=lines)["result"]["lines"]
    same([(line["line"], line["problem"][:12], line["link"]) for line in answer],
         [(1, "", ""), (2, "This line ha", ""), (3, "", ""), (4, "", ""), (5, "All 4 seats ", ""), (6, "You add peop", "")])
    link = re.search(r"/sign-in/link/[\w-]{43}", plain_of(here.mail_to("ann@education.utah.example", taken))).group()
    ann = Browser(here.server)
    same((ann.ask("POST", link)[0], ann.ask("GET", "/api/me")[0]), (303, 200))
    same(one(here.server, f"count(*) FROM seats WHERE organisation = '{here.utah}' AND left_at IS NULL"), 4)


@test("a colleague of the confirmed domain is let into the last seat, the lead is told; the next one waits, with the number as the reason")
def _(house):
    here = Agencies(house)
    ben = here.admitted(seats=2)
    same(ben.does("admit_by_domain", organisation=here.utah, on=True)["result"]["domain"], "education.utah.example")
    taken = len(here.sink.taken)
    here.confirmed(address="ann@education.utah.example", name="Ann Lee")
    same(("You are in" in here.answer, 'href="/sign-in"' in here.answer), (True, True))
    told = here.mail_to(BEN["address"], taken)
    same((told["subject"], "/people/" in plain_of(told)), ("Ann Lee has a seat now", True))
    here.mail_to("ann@education.utah.example", taken)
    taken = len(here.sink.taken)
    request = here.confirmed(address="cy@education.utah.example", name="Cy Roe")
    same(("You are in" in here.answer, "Your request is on its way" in here.answer), (False, True))
    asks, raises = here.mail_to(BEN["address"], taken), here.mail_to("ada@convener.example", taken)
    same([(mail["subject"], "2 of 2 seats" in plain_of(mail)) for mail in (asks, raises)], [("Cy Roe asks to join", True)] * 2)
    refused = ben.does("approve_join_request", request=request)
    same((refused["code"], "2 of 2 seats" in refused["message"]), ("seats_taken", True))
    stranger = here.confirmed(address="someone@gmail.com", name="Some One")
    same(here.server.value("SELECT status FROM join_requests WHERE id = ?", stranger), "confirmed")


@test("what is typed comes back with what is wrong beside it, and nothing is kept or mailed")
def _(house):
    here = Agencies(house)
    for field, bad, words in (("address", "no address", "This is no mail address"), ("name", "", "Write your name"), ("statement", "", "what brings you here"),
                              ("organisation", "other", "Name your organization"), ("organisation", "01K0NOSUCHAGENCY0000000000", "Choose your agency"),
                              ("function", "king", "Choose one of these"), ("statement", "x" * 4001, "At most 4,000"), ("name", "Ben\r\nBcc: all@x.example", "Write your name")):
        status, _, page = Browser(here.server).ask("POST", "/join", **here.form(**{field: bad}))
        same((status, words in page, "Director" in page), (422, True, True), f"{field} {bad[:20]}")
    same((one(here.server, "count(*) FROM join_requests"), here.sink.taken), (0, []))
    browser = Browser(here.server)
    same(browser.ask("POST", "/join/code", code="123456")[0], 410)
    same(browser.ask("GET", "/join/link/" + "x" * 43)[0], 410)


@test("a code to join signs nobody in, and a code to sign in confirms no request")
def _(house):
    here = Agencies(house)
    run(here.server.program, "invite", "ann@convener.example", "--name", "Ann", "--role", "partner", "--data", here.server.folder)
    browser, message = here.asks(address="ann@convener.example")
    same(browser.signs_in_with(code_in(message)), False)
    wait_for_rows(here.server, "count(*) FROM mail WHERE status = 'sent'", 1)  # or it would come again
    other, taken = Browser(here.server), len(here.sink.taken)
    here.server.kill()
    with here.server.writable_database() as database:
        database.execute("DELETE FROM sign_in_codes")
    here.server.start()
    other.ask_for_code("ann@convener.example")
    message = here.mail_to("ann@convener.example", taken)
    same(other.ask("POST", "/join/code", code=code_in(message))[0], 422)
    same(other.signs_in_with(code_in(message)), True)


@test("whoever is here already is not seated twice, however the address is written")
def _(house):
    here = Agencies(house)
    request = here.confirmed(address="ADA@Convener.example")
    same(("You have a seat already" in here.answer, 'href="/sign-in"' in here.answer), (True, True))
    refused = here.administrator.does("approve_join_request", request=request, tier="core", seat_cap=6)
    same(refused["code"], "here_already")


@test("what is suspended is over at once on open connections, and given back whole")
def _(house):
    here = Agencies(house)
    ben = here.admitted()
    collaborative = one(here.server, "id FROM collaboratives")
    follows = f"collaborative/{collaborative}"
    ben.follow(follows)
    acked(here.administrator.does("suspend_member", organisation=here.utah, withdrawn=False))
    ben.wait("unfollowed", stream=follows)
    same(ben.does("add_people", collaborative=collaborative, lines="Ann, ann@x.example, UT")["code"], "not_allowed")
    acked(here.administrator.does("admit_member", organisation=here.utah, tier="extended", seat_cap=6))
    same(ben.query("join_requests", {"collaborative": collaborative})["t"], "answer")


RURAL = {"slug": "rsi", "name": "Rural School Improvement", "short_name": "RSI", "convener": "Rural Schools Council", "convener_short_name": "RSC",
         "description": "Small schools, far apart.", "goals": [{"year": "2026-2027", "overall": "Meet", "goals": [{"text": "Meet", "principles": [1]}]}],
         "who_joins": [{"key": "leads", "label": "Leads"}], "resources": ["A list"]}


def rural(here):
    """A second collaborative, added beside the server; gives its id and its administrator's live connection."""
    file = f"{here.server.folder}/rsi.json"
    with open(file, "w") as out:
        json.dump(RURAL, out)
    run(here.server.program, "collaborative", "add", file, "--data", here.server.folder)
    run(here.server.program, "invite", "rae@rural.example", "--name", "Rae", "--role", "administrator", "--collaborative", "rsi", "--data", here.server.folder)
    return one(here.server, "id FROM collaboratives WHERE slug = 'rsi'"), Line(here.server, "rae@rural.example")


@test("INV-7 who has a seat elsewhere is invited by a mail that signs them in there; suspending or retiring them there ends nothing here")
def _(house):
    here = Agencies(house)
    ben = here.admitted()
    home, (away, rae) = one(here.server, "id FROM collaboratives WHERE slug = 'sdi'"), rural(here)
    taken = len(here.sink.taken)
    lines = f"B. Okafor, {BEN['address'].upper()}, RSC, partner\nNew Body, new@rural.example, RSC, partner"
    known, new = rae.does("add_people", collaborative=away, lines=lines)["result"]["lines"]
    same([(line["problem"], line["link"], line["warning"]) for line in (known, new)], [("", "", "")] * 2)
    told = here.mail_to(BEN["address"], taken)
    same("Rural Schools Council" in plain_of(told), True, plain_of(told))
    browser = Browser(here.server)
    link = re.search(r"/sign-in/link/[\w-]{43}", plain_of(told)).group()
    same(browser.ask("POST", link)[:2], (303, "/rsi"))
    me = json.loads(browser.ask("GET", "/api/me")[2])
    same([place["slug"] for place in me["collaboratives"]], ["rsi", "sdi"])
    same(here.server.value("SELECT name FROM people WHERE id = ?", me["person"]), BEN["name"])

    follows = f"extended/{away}"
    ben.follow(f"collaborative/{home}")
    ben.follow(follows)
    acked(rae.does("suspend_person", person=me["person"], collaborative=away))
    ben.wait("unfollowed", stream=follows)
    acked(ben.does("add_people", collaborative=home, lines="Ann, ann@education.utah.example, UT"))
    same([place["slug"] for place in json.loads(browser.ask("GET", "/api/me")[2])["collaboratives"]], ["sdi"])
    acked(rae.does("readmit_person", person=me["person"], collaborative=away))
    acked(rae.does("retire_person", person=me["person"], collaborative=away))
    same(browser.ask("GET", "/api/me")[0], 200)
    same(rae.does("suspend_person", person=me["person"], collaborative=home)["code"], "not_allowed")


@test("who asks to join a second collaborative from its public page keeps their name and their seat, and the answer tells nobody there of it")
def _(house):
    here = Agencies(house)
    run(here.server.program, "invite", BEN["address"], "--name", BEN["name"], "--role", "partner", "--data", here.server.folder)
    _, rae = rural(here)
    browser, taken = Browser(here.server), len(here.sink.taken)
    choice = browser.ask("GET", "/join")[2]
    same(["/join?collaborative=" + each in choice for each in ("sdi", "rsi")], [True, True])
    asked = browser.ask("POST", "/join", **{**BEN, "organisation": "other", "agency": "Rural Partners", "type": "partner", "collaborative": "rsi", "name": "Benjamin"})
    same(asked[:2], (303, "/join/code"))
    same(browser.ask("POST", "/join/code", code=code_in(here.mail_to(BEN["address"], taken)))[0], 200)
    here.mail_to("rae@rural.example", taken)
    request, taken = one(here.server, "id FROM join_requests WHERE name = 'Benjamin'"), len(here.sink.taken)
    acked(rae.does("approve_join_request", request=request))
    told = here.mail_to(BEN["address"], taken)
    link = re.search(r"/sign-in/link/[\w-]{43}", plain_of(told)).group()
    same(browser.ask("POST", link)[:2], (303, "/rsi"))
    same(one(here.server, f"count(*) FROM seats s JOIN people p ON p.id = s.person WHERE p.address = '{BEN['address']}' AND p.name = '{BEN['name']}'"), 2)
    same([place["slug"] for place in json.loads(browser.ask("GET", "/api/me")[2])["collaboratives"]], ["rsi", "sdi"])
