"""A provider that lies, fails or takes its time, and what comes back twice or to the wrong browser: nobody gets in, nothing is lost."""
import concurrent.futures
import time

from agencies import ANN, Visitor, same, test
from sink import Certificate

NOT_ACCEPTED, NO_ANSWER = "gave an answer that cannot be accepted", "does not answer just now"


def opened(agency, own=False, **how):
    """A server, its hostile provider, and Ann linked by it."""
    here = agency.open("--provider-plain", **how)
    hostile = agency.hostile(own=own)
    agency.add(hostile)
    ann = Visitor(here)
    same(ann.through(hostile)[:2], (303, "/sign-in/agency/link"))
    same(ann.links(agency)[0], 303)
    return here, hostile


def is_refused(here, answer, status, words, what):
    same((answer[0], words in answer[2]), (status, True), f"{what}: {answer[2][-700:]}")
    same(here.value("SELECT count(*) FROM sign_ins"), 1, what)
    same(here.value("SELECT count(*) FROM unlinked_identities"), 0, what)


def signs_in_well(here, hostile):
    ann = Visitor(here)
    same((ann.through(hostile)[0], ann.is_in()), (303, True))


LIES = {
    "another issuer": {"claims": {"iss": "https://evil.example"}},
    "the same issuer with a slash": {"claims": {"iss": "http://127.0.0.1/"}},
    "another audience": {"claims": {"aud": "another"}},
    "one audience more": {"claims": {"aud": ["interstate", "another"]}},
    "no audience": {"claims": {"aud": None}},
    "another authorized party": {"claims": {"azp": "another"}},
    "another nonce": {"claims": {"nonce": "another"}},
    "no nonce": {"claims": {"nonce": None}},
    "expired": {"claims": {"exp": int(time.time()) - 61}},
    "no end": {"claims": {"exp": None}},
    "issued in the future": {"claims": {"iat": int(time.time()) + 600}},
    "issued long ago": {"claims": {"iat": int(time.time()) - 7200}},
    "not valid yet": {"claims": {"nbf": int(time.time()) + 600}},
    "no subject": {"claims": {"sub": None}},
    "an endless subject": {"claims": {"sub": "x" * 256}},
    "the hash of another access token": {"claims": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}},
    "algorithm none": {"algorithm": "none"},
    "the public key as a secret": {"algorithm": "HS256"},
    "an algorithm that is not allowed": {"algorithm": "PS256"},
    "a kind of key that is not allowed": {"signed_by": "ec"},
    "another key under the known name": {"signed_by": "two", "named": "one"},
    "a claim that must be understood": {"head": {"crit": ["x"], "x": 1}},
    "no token": {"id_token": ""},
    "a token that is none": {"id_token": "a.b.c"},
    "half a token": {"id_token": "eyJhbGciOiJSUzI1NiJ9.e30"},
    "an endless token": {"id_token": "a." + "b" * 70000 + ".c"},
    "tokens that are no JSON": {"documents": {"/token": {"body": "<html>"}}},
    "tokens that lead elsewhere": {"documents": {"/token": {"status": 302, "headers": {"location": "https://evil.example/"}}}},
}


@test("a token that lies about whom, for whom, when or by whom signs nobody in, says so in words, and the next true one does")
def _(agency):
    here, hostile = opened(agency)
    for what, manner in LIES.items():
        is_refused(here, Visitor(here).through(hostile, **manner), 502, NOT_ACCEPTED, what)
    signs_in_well(here, hostile)
    for algorithm, signed_by in (("PS256", "one"), ("ES256", "ec")):
        agency.add(hostile, None, "agency.example", "--plain", "--algorithm", algorithm)
        other = Visitor(here)
        same((other.through(hostile, algorithm=algorithm, signed_by=signed_by)[0], other.is_in()), (303, True), algorithm)


@test("a key that is new is looked for once and then no more for a minute; one that was taken back is no key")
def _(agency):
    here, hostile = opened(agency)
    rotated = {"signed_by": "two", "published": ["two"]}
    ann = Visitor(here)
    same((ann.through(hostile, **rotated)[0], ann.is_in()), (303, True))
    same(hostile.asked(), {"/token": 1, "/keys": 1})
    for _ in range(3):
        same(Visitor(here).through(hostile, signed_by="one", published=["two"])[0], 502)
        same(hostile.asked(), {"/token": 1})


@test("state is good once, in the browser that was sent, for 15 minutes; a try from elsewhere uses nothing up")
def _(agency):
    here, hostile = opened(agency)
    ann = Visitor(here)
    asked = ann.leaves()
    hostile.does(claims={"nonce": asked["nonce"]})
    over = "This sign-in is over"
    for what, other in (("another browser", Visitor(here)), ("one that was sent too", sent(here))):
        is_refused(here, other.comes_back(code="code", state=asked["state"]), 410, over, what)
    is_refused(here, ann.comes_back(code="code", state="x" * 43), 410, over, "another state")
    is_refused(here, ann.comes_back(code="code"), 410, over, "no state")
    same(ann.ask("HEAD", f"/sign-in/agency/callback?code=code&state={asked['state']}")[0], 405)
    same(hostile.asked(), {})
    same((ann.comes_back(code="code", state=asked["state"])[0], ann.is_in()), (303, True))
    same(ann.comes_back(code="code", state=asked["state"])[0], 410, "replayed")
    same((hostile.asked(), ann.is_in()), ({"/token": 1}, True))
    old = Visitor(here)
    asked = old.leaves()
    here.kill()
    with here.writable_database() as database:
        database.execute("UPDATE agency_sign_ins SET begun_at = begun_at - 15 * 60 * 1000")
    here.start()
    same(old.comes_back(code="code", state=asked["state"])[0], 410)


def sent(here):
    visitor = Visitor(here)
    visitor.leaves()
    return visitor


@test("of two callbacks at once one signs in and the other is over")
def _(agency):
    here, hostile = opened(agency)
    ann = Visitor(here)
    asked = ann.leaves()
    hostile.does(claims={"nonce": asked["nonce"]})
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: ann.comes_back(code="code", state=asked["state"])[0], range(4)))
    same((sorted(answers), hostile.asked()), ([303, 410, 410, 410], {"/token": 1, }))


@test("what the provider refuses, and who else answers in its place, is told apart and signs nobody in")
def _(agency):
    here, hostile = opened(agency)
    ann = Visitor(here)
    state = ann.leaves()["state"]
    is_refused(here, ann.comes_back(error="access_denied", state=state), 403, "You were not let in", "access_denied")
    state = ann.leaves()["state"]
    is_refused(here, ann.comes_back(error="<script>", error_description="<script>", state=state), 502, "That did not work", "another error")
    asked = ann.leaves()
    hostile.does(claims={"nonce": asked["nonce"]})
    is_refused(here, ann.comes_back(code="code", iss="https://evil.example", state=asked["state"]), 502, NOT_ACCEPTED, "another's answer")
    same(hostile.asked(), {}, "its code is told to nobody")
    state = ann.leaves()["state"]
    same(ann.comes_back(code="x" * 9000, state=state)[0], 414, "an endless code")
    is_refused(here, ann.comes_back(state=state), 502, NOT_ACCEPTED, "no code")
    used = {"/token": {"status": 400, "body": '{"error": "invalid_grant"}'}}
    is_refused(here, Visitor(here).through(hostile, documents=used), 410, "does not take this any more", "a code that was used")
    unknown = {"/token": {"status": 401, "body": '{"error": "invalid_client"}'}}
    is_refused(here, Visitor(here).through(hostile, documents=unknown), 502, NOT_ACCEPTED, "it does not know us")
    signs_in_well(here, hostile)


@test("a provider that says it names itself must do so")
def _(agency):
    here = agency.open("--provider-plain")
    hostile = agency.hostile()
    agency.add(hostile)
    hostile.does(discovery={"authorization_response_iss_parameter_supported": True})
    same(Visitor(here).through(hostile)[0], 502)
    ann = Visitor(here)
    asked = ann.leaves()
    hostile.does(claims={"nonce": asked["nonce"]})
    same(ann.comes_back(code="code", state=asked["state"], iss=hostile.issuer)[0], 303)


DOCUMENTS = {
    "calls itself otherwise": ({"discovery": {"issuer": "https://evil.example"}}, 502),
    "names an address without encryption": ({"discovery": {"token_endpoint": "http://192.0.2.1/token"}}, 502),
    "names a file": ({"discovery": {"jwks_uri": "file:///etc/passwd"}}, 502),
    "names an address with a name in it": ({"discovery": {"authorization_endpoint": "https://a@evil.example/"}}, 502),
    "names what is no address": ({"discovery": {"authorization_endpoint": 'https://evil.example/"><script>'}}, 502),
    "signs with nothing that is allowed": ({"discovery": {"id_token_signing_alg_values_supported": ["HS256"]}}, 502),
    "is no JSON": ({"documents": {"/.well-known/openid-configuration": {"body": "<html>"}}}, 502),
    "is nested for ever": ({"documents": {"/.well-known/openid-configuration": {"body": "[" * 100000}}}, 502),
    "leads elsewhere": ({"documents": {"/.well-known/openid-configuration": {"status": 301, "headers": {"location": "/elsewhere"}}}}, 502),
    "is not there": ({"documents": {"/.well-known/openid-configuration": {"status": 404}}}, 502),
    "is huge": ({"documents": {"/.well-known/openid-configuration": {"length": 600000}}}, 503),
}


@test("a provider whose description is false, garbage, huge or elsewhere sends nobody anywhere, and a code by mail is offered")
def _(agency):
    here = agency.open("--provider-plain", people=())
    hostile = agency.hostile()
    agency.add(hostile)
    for what, (manner, status) in DOCUMENTS.items():
        hostile.does(**manner)
        answer = Visitor(here).ask("POST", "/sign-in/agency", address=ANN, next="/")
        same((answer[0], "Mail me a code" in answer[2], "evil" in answer[2]), (status, True, False), f"{what}: {answer[2][-600:]}")
        same(hostile.asked(), {"/.well-known/openid-configuration": 1}, what)


@test("a provider whose keys are garbage, private or too short signs nobody in")
def _(agency):
    here = agency.open("--provider-plain")
    short = {"keys": [{"kty": "RSA", "kid": "one", "n": "AQAB" * 20, "e": "AQAB"}]}
    hostile = agency.hostile()
    for keys in ({"body": "garbage"}, {"body": '{"keys": {"one": 1}}'}, {"body": str(short).replace("'", '"')},
                 {"body": '{"keys": [{"kty": "oct", "kid": "one", "k": "c2VjcmV0"}, 7, {"kty": "RSA", "kid": "one", "n": "!", "e": "AQAB"}]}'}, {"length": 600000}):
        agency.add(hostile)  # anew: what was fetched before is forgotten
        answer = Visitor(here).through(hostile, documents={"/keys": keys})
        same(answer[0] in (502, 503), True, f"{keys}: {answer}")
        same(here.value("SELECT count(*) FROM unlinked_identities"), 0)


@test("a provider that is down or silent gets a page that offers the code in time, and holds up neither others nor another agency")
def _(agency):
    here, hostile = opened(agency, own=True, patience=2)
    slow = agency.hostile()
    agency.add(slow, "UT", "slow.example")
    slow.does(documents={"/.well-known/openid-configuration": {"waits": True}})
    with concurrent.futures.ThreadPoolExecutor(9) as pool:
        began = time.monotonic()
        waiting = [pool.submit(Visitor(here).ask, "POST", "/sign-in/agency", address=f"a{i}@slow.example", next="/") for i in range(8)]
        beside = pool.submit(lambda: signs_in_well(here, hostile))
        same(Visitor(here).ask("GET", "/sign-in")[0], 200)
        beside.result()
        others = time.monotonic() - began
        for one in waiting:
            status, _, page = one.result()
            same((status, NO_ANSWER in page, "Mail me a code" in page), (503, True, True), page)
        took = time.monotonic() - began
    same((others < took, took < 10), (True, True), f"others {others:.1f} s, all {took:.1f} s")
    down = Visitor(here)
    state = down.leaves()["state"]
    hostile.close()
    is_answer = down.comes_back(code="code", state=state)
    same((is_answer[0], NO_ANSWER in is_answer[2]), (503, True), is_answer[2])
    taken = len(agency.mail.taken)
    ann = Visitor(here)
    with_code(agency, ann, taken)


def with_code(agency, ann, taken):
    """A code by mail signs in whoever has a provider too."""
    agency.here.kill()
    with agency.here.writable_database() as database:
        database.execute("DELETE FROM sign_in_codes")
    agency.here.start()
    ann.ask_for_code(ANN)
    same(ann.signs_in_with(agency.code_to(ANN, taken)), True)


@test("a server that waits for a provider stops at once")
def _(agency):
    here = agency.open("--provider-plain", patience=30)
    slow = agency.hostile()
    agency.add(slow)
    slow.does(documents={"/.well-known/openid-configuration": {"waits": True}})
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: attempt(Visitor(here)))
        while not slow.asked():
            pass
        code, took = here.terminate()
    same((code, took < 8), (0, True), took)


def attempt(visitor):
    try:
        visitor.ask("POST", "/sign-in/agency", address=ANN, next="/")
    except OSError:
        pass  # the server went


@test("over https the provider's certificate counts, and nothing is said to one that is not who it should be")
def _(agency):
    certificate = Certificate(agency.folder)
    here = agency.open("--provider-authorities", certificate.authority)
    context = client_context(certificate)
    secure = agency.hostile(certificate.key, certificate.file, context=context)
    agency.add(secure, None, "agency.example", "--algorithm", "RS256")
    ann = Visitor(here)
    same(ann.through(secure)[:2], (303, "/sign-in/agency/link"))
    same((ann.links(agency)[0], ann.is_in()), (303, True))
    other = agency.open()
    agency.add(secure, None, "agency.example", "--algorithm", "RS256")
    status, _, page = Visitor(other).ask("POST", "/sign-in/agency", address=ANN, next="/")
    same((status, NO_ANSWER in page), (503, True), page)


def client_context(certificate):
    import ssl
    return ssl.create_default_context(cafile=certificate.authority)
