"""Mail that comes back, at once or later by mail: the address is suppressed, those who look after it see that and lift it, and its person gets in all the same."""
import subprocess

from house import Browser, Line, run, same, test
from joining import acked
from leaving import ANN, Utah
from sending import code_in, one, wait_for, wait_for_rows

CY = "cy@education.utah.example"


def report(message_id, address, status="5.1.1", action="failed"):
    """As Postfix returns a mail that it took and could not bring."""
    return f"""Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: interstate@agency.example
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {address}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} nobody here

--B
Content-Type: text/rfc822-headers

Message-ID: {message_id}

--B--
"""


class Returning(Utah):
    """Ben leads, Ann is of his team; Cy's address refuses everything."""

    def __init__(self, house):
        super().__init__(house)
        self.sink.refusals[CY] = "550 5.1.1 nobody here"

    def bounced(self, message):
        """Pipes it to `interstate bounce`, as a mail server does; gives (exit code, what it said)."""
        done = subprocess.run([self.server.program, "bounce", "--data", self.server.folder], input=message.encode(), capture_output=True)
        return done.returncode, done.stdout.decode()

    def suppressed(self):
        return [row[0] for row in self.server.rows("SELECT address_folded FROM suppressed_addresses ORDER BY 1")]

    def looks(self, who, person):
        return who.query("mail_comes_back", {"person": person, "collaborative": self.collaborative})

    def lifts(self, who, person):
        return who.does("lift_suppression", person=person, collaborative=self.collaborative)


def invited(here, address, name="Cy Roe"):
    acked(here.administrator.does("admit_member", organisation=here.utah, tier="core", seat_cap=6))
    acked(here.ben.does("add_people", collaborative=here.collaborative, lines=f"{name}, {address}, UT"))
    return here.server.value("SELECT id FROM people WHERE address = ?", address)


@test("an address that refuses for good is suppressed: nothing else is tried there but codes, and whoever looks after it sees that and lifts it")
def _(house):
    here = Returning(house)
    cy = invited(here, CY)
    wait_for_rows(here.server, "count(*) FROM mail WHERE status = 'bounced'", 1)
    same((here.suppressed(), here.sink.refused.count(CY)), ([CY], 1))
    # What comes next is a line of the list, and no try.
    with here.server.writable_database() as database:
        database.execute("INSERT INTO mail (id, person, address, address_folded, purpose, about, subject, plain, html, status, made_at, next_at, useless_at)"
                         " VALUES ('01K0WATS000000000000000000', ?, ?, ?, 'invitation', ?, 'Waits', 'p', 'h', 'queued', unixepoch() * 1000, 1, 9999999999999)", (cy, CY, CY, cy))
    wait_for_rows(here.server, "status || plain FROM mail WHERE subject = 'Waits'", "suppressed")
    same(here.sink.refused.count(CY), 1, "tries")
    # A code is asked for by its person, and looks the same as ever to who asks.
    Browser(here.server).ask_for_code(CY)
    here.sink.wait(lambda: here.sink.refused.count(CY) == 2, "a try of the code")

    found = here.looks(here.ben, cy)["body"]
    same((found["since"] > 0, "nobody here" in found["answer"]), (True, True), found)
    same((here.looks(here.ann, cy).get("code"), here.lifts(here.ann, cy).get("code")), ("not_allowed", "not_allowed"))
    said = run(here.server.program, "mail", "--data", here.server.folder).stdout
    same((CY in said, "1 address gave mail back" in said), (True, True), said)
    acked(here.lifts(here.ben, cy))
    same((here.suppressed(), here.looks(here.ben, cy)["body"], here.lifts(here.ben, cy)["code"]), ([], {"answer": ""}, "not_suppressed"))


@test("who signs in with a mailed code has shown that mail arrives: it is sent there again")
def _(house):
    here = Returning(house)
    invited(here, CY)
    wait_for(lambda: here.suppressed() == [CY], here.server, "the suppression")
    here.sink.refusals.clear()
    browser, taken = Browser(here.server), len(here.sink.taken)
    browser.ask_for_code(CY)
    same(browser.signs_in_with(code_in(here.mail_to(CY, taken))), True)
    same(here.suppressed(), [])


@test("a refusal for policy, or of a full mailbox, suppresses nobody")
def _(house):
    here = Returning(house)
    for address, answer in (("di@education.utah.example", "554 5.7.1 relay access denied"), ("ed@education.utah.example", "552 5.2.2 mailbox full")):
        here.sink.refusals[address] = answer
        invited(here, address, "Di Roe")
    wait_for_rows(here.server, "count(*) FROM mail WHERE status = 'bounced'", 2)
    same(here.suppressed(), [])


@test("a mail that comes back by mail suppresses its address; a forged, foreign, late or repeated one does nothing")
def _(house):
    here = Returning(house)
    envelope, message = next((envelope, message) for envelope, message in here.sink.taken if envelope.rcpt_tos == [ANN])
    wait_for_rows(here.server, f"status FROM mail WHERE address = '{ANN}'", "sent")
    ours = message["message-id"]
    others = next(other["message-id"] for envelope, other in here.sink.taken if envelope.rcpt_tos == ["ben@education.utah.example"])
    for forged in (report(ours, "ada@convener.example"), report(others, ANN), report("<01K0NEVERSENT0000000000000@agency.example>", ANN),
                   report(ours, ANN, "4.4.1", "delayed"), "Subject: away\n\nI am away.\n", "\0" * 5000, report(ours, ANN) + " " * (1 << 20), ""):
        same(here.bounced(forged), (0, ""), forged[-300:])
    same((here.suppressed(), one(here.server, f"status FROM mail WHERE address = '{ANN}'")), ([], "sent"))

    same(here.bounced(report(ours, ANN.upper()))[0], 0)
    same((here.suppressed(), one(here.server, f"status FROM mail WHERE address = '{ANN}'")), ([ANN], "bounced"))
    run(here.server.program, "mail", "lift", ANN, "--data", here.server.folder)
    same((here.bounced(report(ours, ANN)), here.suppressed()), ((0, ""), []), "the same once more")
    same(run(here.server.program, "mail", "lift", ANN, "--data", here.server.folder, check=False).returncode, 1)
    done = subprocess.run([here.server.program, "bounce", "--data", f"{here.server.folder}-not"], input=report(ours, ANN).encode(), capture_output=True)
    same(done.returncode, 75, "so that the mail server brings it again")


@test("a report of a mail of 31 days ago does nothing")
def _(house):
    here = Returning(house)
    message = next(message for envelope, message in here.sink.taken if envelope.rcpt_tos == [ANN])
    wait_for_rows(here.server, f"status FROM mail WHERE address = '{ANN}'", "sent")
    here.server.kill()
    with here.server.writable_database() as database:
        database.execute("UPDATE mail SET made_at = made_at - 31 * 86400000")
    same((here.bounced(report(message["message-id"], ANN)), here.suppressed()), ((0, ""), []))


@test("after a restore mail that waited is held, and goes out or not as the operator says; codes are over")
def _(house):
    here = Returning(house)
    here.server.kill()
    with here.server.writable_database() as database:
        for number, purpose in enumerate(("invitation", "sign_in")):
            database.execute("INSERT INTO mail (id, person, address, address_folded, purpose, about, subject, plain, html, status, made_at, next_at, useless_at)"
                             " VALUES (?, ?, ?, ?, ?, ?, 'Waits', 'p', 'h', 'queued', unixepoch() * 1000, 1, 9999999999999)",
                             (f"01K0WATS00000000000000000{number}", here.ids["ann"], ANN, ANN, purpose, here.ids["ann"]))
    copy = f"{here.server.folder}-copy.db"
    run(here.server.program, "backup", "--to", copy, "--data", here.server.folder)
    for act, subjects in (("drop", []), ("release", ["Waits"])):
        here.server.kill()
        said = run(here.server.program, "restore", "--from", copy, "--data", here.server.folder).stdout
        same("held: 1" in said, True, said)
        taken = len(here.sink.taken)
        here.server.start()
        # Something else that is mailed meanwhile goes out, and what is held stays.
        Browser(here.server).ask_for_code("ada@convener.example")
        here.mail_to("ada@convener.example", taken)
        same(here.server.rows("SELECT status FROM mail WHERE subject = 'Waits' ORDER BY id")[0][0], "held")
        same("1 held since a restore" in run(here.server.program, "mail", "--data", here.server.folder).stdout, True)
        same(run(here.server.program, "mail", act, "--data", here.server.folder).stdout[-3:], "1.\n")
        wait_for_rows(here.server, "count(*) FROM mail WHERE status IN ('held', 'queued')", 0)
        same([message["subject"] for _, message in here.sink.taken[taken:] if message["subject"] == "Waits"], subjects)
