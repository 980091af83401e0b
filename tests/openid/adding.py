"""Adding, listing and removing providers by the command line, and what `doctor` says of them."""
import os
import stat

from agencies import SECRET, Visitor, run, same, test


@test("what is wrong with a provider is said by name, and nothing is kept of it")
def _(agency):
    here = agency.open()
    sound = {"--issuer": "https://login.example.gov/t", "--client-id": "interstate", "--domain": "agency.example", "--algorithm": "RS256"}
    for option, bad, words in (("--issuer", "http://login.example.gov", "--issuer"), ("--issuer", "login.example.gov", "--issuer"),
                               ("--issuer", "https://a@login.example.gov", "--issuer"), ("--issuer", "https://login.example.gov/?a=b", "--issuer"),
                               ("--client-id", "two words", "--client-id"), ("--client-id", "", "--client-id"), ("--domain", "gmail.com", "--domain"),
                               ("--domain", "no domain", "--domain"), ("--algorithm", "none", "--algorithm"), ("--algorithm", "HS256", "--algorithm")):
        said = add(agency, "UT", {**sound, option: bad})
        same((said.returncode != 0, words in said.stderr), (True, True), f"{option} {bad}: {said.stderr}")
    same("no agency" in add(agency, "XX", sound).stderr, True)
    same((here.value("SELECT count(*) FROM providers"), os.path.exists(f"{here.folder}/providers")), (0, False))
    same(add(agency, "UT", sound).returncode, 0)
    same("belongs to the provider of Utah" in add(agency, "OH", sound).stderr, True)


def add(agency, whose, options):
    return run(agency.program, "provider", "add", whose, *[word for pair in options.items() for word in pair], "--secret-file", agency.secret_file(),
               "--data", agency.here.folder, check=False)


@test("the secret is a file for its owner only, in no copy of the database; adding again takes its place, and removing ends what came by it")
def _(agency):
    here = agency.open("--provider-plain")
    hostile = agency.hostile()
    agency.add(hostile)
    agency.add(hostile)
    folder = f"{here.folder}/providers"
    same(len(os.listdir(folder)), 1)
    file = f"{folder}/{os.listdir(folder)[0]}"
    same([stat.S_IMODE(os.stat(path).st_mode) for path in (folder, file)], [0o700, 0o600])
    run(agency.program, "backup", "--data", here.folder, "--to", f"{agency.folder}/copy.db")
    with open(f"{agency.folder}/copy.db", "rb") as copy:
        same(SECRET.encode() in copy.read(), False)
    ann = Visitor(here)
    ann.through(hostile)
    same((ann.links(agency)[0], ann.is_in()), (303, True))
    listed = run(agency.program, "provider", "list", "--data", here.folder).stdout
    same((hostile.issuer in listed, "agency.example" in listed, SECRET in listed), (True, True, False), listed)
    run(agency.program, "provider", "remove", agency.agency, "--data", here.folder)
    same((ann.is_in(), os.listdir(folder), run(agency.program, "provider", "list", "--data", here.folder).stdout), (False, [], ""))
    same("agency&#39;s" in Visitor(here).ask("GET", "/sign-in")[2], False)


@test("doctor says of each provider whether it answers, calls itself as it was added, and has its secret")
def _(agency):
    here = agency.open("--provider-plain")
    hostile = agency.hostile()
    agency.add(hostile)
    same(f"ok    sign-in of {agency.agency}\n" in doctor(agency), True, doctor(agency))
    hostile.does(discovery={"issuer": "https://evil.example"})
    same("it calls itself “https://evil.example”" in doctor(agency), True, doctor(agency))
    hostile.does()
    file = f"{here.folder}/providers/{os.listdir(f'{here.folder}/providers')[0]}"
    os.chmod(file, 0o644)
    same("others can read its secret" in doctor(agency), True)
    os.remove(file)
    same("add the provider again" in doctor(agency), True)


def doctor(agency):
    return run(agency.program, "doctor", "--data", agency.here.folder, "--port", "0", "--provider-plain", "--provider-patience", "2", check=False).stdout
