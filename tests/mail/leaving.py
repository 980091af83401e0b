"""Somebody leaves, with real mail: the successor is told, the leaver gets nothing further, the seat is free (story J3, 7 and 8)."""
from house import Browser, Line, same, test
from joining import BEN, Agencies, acked
from sending import code_in, one, wait_for_rows
from sink import plain_of

ANN = "ann@education.utah.example"


class Utah(Agencies):
    """Utah with Ben, who leads it, and Ann; both have a live connection."""

    def __init__(self, house):
        super().__init__(house)
        self.ben = self.admitted(seats=2)
        self.collaborative = one(self.server, "id FROM collaboratives")
        acked(self.ben.does("add_people", collaborative=self.collaborative, lines=f"Ann Lee, {ANN}, UT"))
        self.mail_to(ANN)
        self.ann = Line(self.server, ANN)
        self.ids = {name: self.server.value("SELECT id FROM people WHERE address = ?", address) for name, address in (("ben", BEN["address"]), ("ann", ANN))}

    def retires(self, who, person, **other):
        return who.does("retire_person", person=self.ids[person], collaborative=self.collaborative, **other)


@test("a lead hands over and is out at once; the successor is told and leads; the leaver asks for a code and gets none")
def _(house):
    here = Utah(house)
    refused = here.retires(here.ben, "ben")
    same((refused["code"], "the contact duty" in refused["message"]), ("successor_needed", True))
    taken = len(here.sink.taken)
    acked(here.retires(here.administrator, "ben", successor=here.ids["ann"]))
    told = here.mail_to(ANN, taken)
    same((told["subject"], "the contact duty and the lead of the team" in plain_of(told), f"/people/{here.ids['ann']}" in plain_of(told)),
         ("Ben Okafor-Lind hands over to you", True, True))
    same(tuple(here.server.rows("SELECT s.person, g.role FROM seats s JOIN role_grants g ON g.person = s.person WHERE s.organisation = ? AND s.left_at IS NULL"
                                " AND s.primary_contact = 1", here.utah)[0]), (here.ids["ann"], "state_lead"))
    # The seat is free, and the new lead gives it away; nothing goes to Ben meanwhile, whatever is asked for his address.
    Browser(here.server).ask("POST", "/sign-in", address=BEN["address"])
    acked(here.ann.does("add_people", collaborative=here.collaborative, lines="Cy Roe, cy@education.utah.example, UT"))
    here.mail_to("cy@education.utah.example", taken)
    same([message["subject"] for envelope, message in here.sink.taken[taken:] if envelope.rcpt_tos == [BEN["address"]]], [])
    refused = here.administrator.does("readmit_person", person=here.ids["ben"], collaborative=here.collaborative)
    same((refused["code"], "2 of 2 seats" in refused["message"]), ("seats_taken", True))


@test("mail that waits for a leaver is not sent, not even when they come back")
def _(house):
    here = Utah(house)
    waiting = "INSERT INTO mail (id, person, address, address_folded, purpose, subject, plain, html, status, made_at, next_at, useless_at)" \
        " VALUES ('01K0WAITS00000000000000000', ?, ?, ?, 'seat_taken', 'Waits', 'p', 'h', 'queued', 0, 9000000000000, 9999999999999)"
    with here.server.writable_database() as database:
        database.execute(waiting, (here.ids["ann"], ANN, ANN))
    acked(here.retires(here.ben, "ann"))
    same(one(here.server, "status FROM mail WHERE subject = 'Waits'"), "outdated")
    same(one(here.server, "plain FROM mail WHERE subject = 'Waits'"), "")
    acked(here.administrator.does("readmit_person", person=here.ids["ann"], collaborative=here.collaborative))
    same(one(here.server, "count(*) FROM mail WHERE status = 'queued' AND person IS NOT NULL"), 0)


@test("whoever left joins another agency with their name and a dated past")
def _(house):
    here = Utah(house)
    acked(here.retires(here.ben, "ben", successor=here.ids["ann"]))
    ohio = here.server.value("SELECT id FROM organisations WHERE code = 'OH'")
    here.server.kill()
    with here.server.writable_database() as database:
        database.execute("DELETE FROM sign_in_codes")  # as if the pause between two codes were over
    here.server.start()
    here.administrator = Line(here.server, "ada@convener.example")
    taken = len(here.sink.taken)
    browser = Browser(here.server)
    same(browser.ask("POST", "/join", **here.form(organisation=ohio))[:2], (303, "/join/code"))
    same(browser.ask("POST", "/join/code", code=code_in(here.mail_to(BEN["address"], taken)))[0], 200)
    wait_for_rows(here.server, "count(*) FROM due_items WHERE kind = 'receive_join_request'", 0)
    request = here.server.value("SELECT id FROM join_requests WHERE organisation = ?", ohio)
    acked(here.administrator.does("approve_join_request", request=request, tier="core", seat_cap=6))
    wait_for_rows(here.server, f"count(*) FROM seats WHERE person = '{here.ids['ben']}' AND organisation = '{ohio}' AND left_at IS NULL", 1)
    answer = here.administrator.query("affiliations", {"person": here.ids["ben"], "collaborative": here.collaborative})
    past = answer["body"]["affiliations"]
    same([(each["organisation"], each["role"], 0 < each["since"] <= each["until"]) for each in past], [(here.utah, "state_lead", True)])
