"""Signing in by a real provider, and linking: once by a code, then without; whose address it is decides who gets in."""
import html
import http.client
import re
import urllib.parse

from agencies import ANN, SECRET, Visitor, plain_of, run, same, test, until


class AtProvider:
    """A browser at the provider, on its own pages: types a name, agrees, and is sent back."""

    def __init__(self, provider):
        self.port, self.issuer, self.cookies = provider.port, provider.issuer, {}

    def ask(self, method, path, **fields):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            line.request(method, path, urllib.parse.urlencode(fields), {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies})
            reply = line.getresponse()
            for name, value in reply.getheaders():
                if name.lower() == "set-cookie":
                    self.cookies.update([value.split(";")[0].split("=", 1)])
            return reply.status, reply.getheader("location"), reply.read().decode()
        finally:
            line.close()

    def goes(self, address):
        """Follows wherever it leads within the provider; gives what is there, and the address that leads away."""
        for _ in range(10):
            if not address.startswith(("/", self.issuer)):
                return "", address
            status, location, page = self.ask("GET", address.removeprefix(self.issuer))
            if status not in (302, 303):
                return page, address
            address = location
        raise AssertionError(f"led on and on to {address}")

    def signs_in(self, address, name):
        """Gives what it is sent back with."""
        page, address = self.goes(address)
        for fields in ({"prompt": "login", "login": name, "password": "any"}, {"prompt": "consent"}):
            action = html.unescape(re.search(r'action="([^"]+)"', page).group(1))
            page, address = self.goes(self.ask("POST", action.removeprefix(self.issuer), **fields)[1])
        return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))


def by(provider, visitor, name, address=ANN):
    visitor.leaves(address)
    return visitor.comes_back(**AtProvider(provider).signs_in(visitor.sent_to, name))


@test("with a real provider: the first time a code by mail, then none; it is listed, unlinked, and asks for the code again")
def _(agency):
    agency.open("--provider-plain")
    real = agency.real()
    said = agency.add(real).stdout
    same((ANN.split("@")[1] in said, "/sign-in/agency/callback" in said, SECRET in said), (True, True, False), said)
    ann = Visitor(agency.here)
    same(by(real, ann, f"Ann Lee <{ANN}>")[:2], (303, "/sign-in/agency/link"))
    same(ann.is_in(), False)
    page = ann.ask("GET", "/sign-in/agency/link")[2]
    same(('value="Ann Lee"' in page, f'value="{ANN}"' in page), (True, True), page)
    same((ann.links(agency)[0], ann.is_in()), (303, True))
    agency.mail.wait(lambda: any("was linked to you" in message["subject"] for _, message in agency.mail.taken), "the notice")
    mails = len(agency.mail.taken)
    phone = Visitor(agency.here)
    same((by(real, phone, f"Ann Lee <{ANN}>")[0], phone.is_in()), (303, True))
    same(len(agency.mail.taken), mails)
    page = phone.ask("GET", "/sign-ins")[2]
    same((f"by {agency.agency}&#39;s sign-in" in page, f"The sign-in of {agency.agency}" in page), (True, True), page)
    key = re.search(r'name="key" value="([0-9A-Z]{26})"', page).group(1)
    same(phone.ask("POST", "/sign-ins/agency/remove", key=key)[:2], (303, "/sign-ins"))
    same((ann.is_in(), phone.is_in()), (False, True), "elsewhere it is over")
    agency.mail.wait(lambda: any("was unlinked" in message["subject"] for _, message in agency.mail.taken), "the notice")
    same(by(real, Visitor(agency.here), f"Ann Lee <{ANN}>")[:2], (303, "/sign-in/agency/link"))


@test("the provider hears of PKCE, state and nonce, fresh each time, and the cookie is for 15 minutes and for us alone")
def _(agency):
    agency.open("--provider-plain")
    agency.add(agency.hostile())
    asked = [Visitor(agency.here).leaves() for _ in range(2)]
    for one in asked:
        same((one["response_type"], one["code_challenge_method"], one["scope"], one["tenant"]), ("code", "S256", "openid profile email", "1"))
        same([len(one[name]) for name in ("state", "nonce", "code_challenge")], [43, 64, 43])
    same([name for name in ("state", "nonce", "code_challenge") if asked[0][name] == asked[1][name]], [])
    line = http.client.HTTPConnection("127.0.0.1", agency.here.port)
    line.request("POST", "/sign-in/agency", urllib.parse.urlencode({"address": ANN, "next": "/"}),
                 {"Origin": f"http://127.0.0.1:{agency.here.port}", "Content-Type": "application/x-www-form-urlencoded"})
    reply = line.getresponse()
    reply.read()
    cookie = reply.getheader("set-cookie")
    line.close()
    same([part in cookie for part in ("_agency=", "HttpOnly", "SameSite=Lax", "Max-Age=900", "Path=/")], [True] * 5, cookie)
    secret = cookie.split("=")[1].split(";")[0]
    same([secret in value for value in asked[0].values()], [False] * len(asked[0]))


@test("known and unknown addresses of a domain are sent to the provider alike, and another domain is told of none")
def _(agency):
    agency.open("--provider-plain")
    agency.add(agency.hostile())
    pages = [Visitor(agency.here).ask("POST", "/sign-in/agency", address=address, next="/") for address in (ANN, "nobody@agency.example", "ANN@Agency.Example")]
    shapes = {(status, re.sub(r"[\w-]{43,64}", "…", page)) for status, _, page in pages}
    same(len(shapes), 1, shapes)
    status, _, page = Visitor(agency.here).ask("POST", "/sign-in/agency", address="ann@other.example", next="/")
    same((status, "No agency&#39;s sign-in is set up for addresses at other.example" in page), (422, True), page)
    same(Visitor(agency.here).ask("POST", "/sign-in/agency", address="ann", next="/")[0], 422)
    same("Use my agency&#39;s sign-in" in Visitor(agency.here).ask("GET", "/sign-in")[2], True)


@test("an address that nobody has waits for the agency's approval, is asked no second time, and gets no seat, though its domain lets people in")
def _(agency):
    here = agency.open("--provider-plain")
    hostile = agency.hostile()
    agency.add(hostile)
    # On the public page the domain would be enough.
    with_writable(agency, "INSERT INTO organisation_domains (organisation, domain, confirmed_by, confirmed_at)"
                          " SELECT o.id, 'agency.example', s.person, 1 FROM organisations o, seats s WHERE o.type = 'convener'")
    with_writable(agency, "INSERT INTO memberships (organisation, year, status, tier, seat_cap)"
                          " SELECT o.id, c.year, 'active', 'core', 400 FROM organisations o JOIN collaboratives c ON c.id = o.collaborative WHERE o.type = 'convener'")
    seats = here.value("SELECT count(*) FROM seats")
    for _ in range(2):
        ben = Visitor(here)
        same(ben.through(hostile, claims={"sub": "ben", "name": "<b>Ben"})[:2], (303, "/sign-in/agency/link"))
        same("&lt;b&gt;Ben" in ben.ask("GET", "/sign-in/agency/link")[2], True)
        with_writable(agency, "DELETE FROM sign_in_codes")
        status, _, page = ben.links(agency, "ben@agency.example")
        same((status, "Your request waits" in page, ben.is_in()), (200, True, False))
        until("the request is received", lambda: here.value("SELECT count(*) FROM due_items WHERE kind = 'receive_join_request'") == 0)
    rows = here.rows("SELECT j.status, j.address, j.name, o.short_name FROM join_requests j JOIN organisations o ON o.id = j.organisation")
    same([tuple(row) for row in rows], [("confirmed", "ben@agency.example", "Ann Lee", agency.agency)])
    same((here.value("SELECT count(*) FROM seats"), here.value("SELECT count(*) FROM identities")), (seats, 0))
    words = plain_of(next(message for envelope, message in agency.mail.taken if envelope.rcpt_tos == ["ben@agency.example"]))
    same(("/sign-in/link/" in words, "Ben" in words), (False, False), words)


def with_writable(agency, sql):
    agency.here.kill()
    with agency.here.writable_database() as database:
        database.execute(sql)
    agency.here.start()


@test("a person of another organization is refused in words, whether they link or are linked already; a suspended one too")
def _(agency):
    here = agency.open("--provider-plain")
    hostile = agency.hostile()
    agency.add(hostile, "UT")
    ann = Visitor(here)
    ann.through(hostile)
    status, _, page = ann.links(agency)
    same((status, "Your seat here is with another agency than Utah" in page, ann.is_in()), (403, True, False), page)
    same(here.value("SELECT count(*) FROM identities"), 0)
    run(agency.program, "provider", "remove", "UT", "--data", here.folder)
    agency.add(hostile)
    with_writable(agency, "DELETE FROM sign_in_codes")
    ann = Visitor(here)
    ann.through(hostile)
    same((ann.links(agency)[0], ann.is_in()), (303, True))
    with_writable(agency, "UPDATE people SET active = 0")
    status, _, page = Visitor(here).through(hostile)
    same((status, "Your access here was ended" in page), (403, True), page)
    with_writable(agency, "UPDATE people SET active = 1")
    with_writable(agency, "UPDATE seats SET organisation = (SELECT id FROM organisations WHERE code = 'UT')")
    status, _, page = Visitor(here).through(hostile)
    same((status, "Your seat here is with another agency" in page), (403, True), page)


@test("a code that went to one address links no other that was typed since, and nothing links in another browser")
def _(agency):
    here = agency.open("--provider-plain", people=(f"Ann <{ANN}>", "Bo <bo@agency.example>"))
    hostile = agency.hostile()
    agency.add(hostile)
    bo = Visitor(here)
    bo.through(hostile, claims={"sub": "bo"})
    same(bo.ask("POST", "/sign-in/agency/link", address="bo@agency.example", name="Bo")[0], 303)
    ticket = {name: value for name, value in bo.cookies.items() if name.endswith("_ticket")}
    same(bo.ask("POST", "/sign-in/agency/link", address=ANN, name="Bo")[0], 303)
    code = agency.code_to("bo@agency.example")
    other = Visitor(here)
    other.cookies.update(ticket)
    same(other.ask("POST", "/sign-in/agency/code", code=code)[:2], (303, "/sign-in"))
    same(other.ask("POST", "/sign-in/code", code=code, next="/")[0], 422, "it signs nobody in by itself")
    stranger = Visitor(here)
    stranger.through(hostile, claims={"sub": "stranger"})
    stranger.cookies.update(ticket)
    same(stranger.ask("POST", "/sign-in/agency/code", code=code)[0], 410, "of another identity")
    bo.through(hostile, claims={"sub": "bo"})
    same(bo.is_in(), False)
    names = here.rows("SELECT p.name FROM identities i JOIN people p ON p.id = i.person")
    same(names, [])


@test("who must show a second factor does so after the agency's sign-in, and is linked only then")
def _(agency):
    here = agency.open("--provider-plain", role="administrator")
    hostile = agency.hostile()
    agency.add(hostile)
    ann = Visitor(here)
    ann.through(hostile)
    same(ann.links(agency)[:2], (303, "/sign-in/second-factor"))
    same((ann.is_in(), here.value("SELECT count(*) FROM identities")), (False, 0))
    from second_factor import set_up_by
    set_up_by(lambda method, body="": asked(ann, method, body))
    same((ann.is_in(), here.value("SELECT count(*) FROM identities")), (True, 1))
    again = Visitor(here)
    same((again.through(hostile)[:2], again.is_in()), ((303, "/sign-in/second-factor"), False))
    same(f"by {agency.agency}&#39;s sign-in" in ann.ask("GET", "/sign-ins")[2], True)


def asked(visitor, method, body):
    status, _, page = visitor.ask(method, "/sign-in/second-factor", **dict(urllib.parse.parse_qsl(body)))
    return status, page, ";"


@test("on a shared computer the login goes with the browser, whichever way it began")
def _(agency):
    here = agency.open("--provider-plain")
    hostile = agency.hostile()
    agency.add(hostile)
    ann = Visitor(here)
    asked_for = ann.leaves(shared="1")
    hostile.does(claims={"nonce": asked_for["nonce"]})
    ann.comes_back(code="code", state=asked_for["state"])
    ann.links(agency)
    same(tuple(here.rows("SELECT shared, way FROM sign_ins")[0]), (1, "agency"))
