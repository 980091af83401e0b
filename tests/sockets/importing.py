"""A file of people that cannot be: `interstate import` says which record and which field, and imports nobody."""
import json

from program import content, folder_of, told
from world import run, test

GOOD = {"name": "Good One", "address": "good@example.org", "state": "OH", "role": "state_member"}
OTHER = {**GOOD, "name": "Other One", "address": "other@example.org"}


def without(member):
    return {name: value for name, value in OTHER.items() if name != member}


RECORDS = {
    "no name": (without("name"), "“name”"),
    "an empty name": ({**OTHER, "name": ""}, "“name”"),
    "a name too long": ({**OTHER, "name": "x" * 121}, "“name”", "120"),
    "a name that is a number": ({**OTHER, "name": 7}, "“name”"),
    "no address": (without("address"), "“address”"),
    "no mail address": ({**OTHER, "address": "other at example.org"}, "“address”"),
    "an address of the file": ({**OTHER, "address": GOOD["address"]}, "“address”", "good@example.org is here already"),
    "an address in other letters": ({**OTHER, "address": "GOOD@Example.org"}, "“address”", "is here already"),
    "an address of the installation": ({**OTHER, "address": "first@example.org"}, "“address”", "first@example.org is here already"),
    "an unknown state": ({**OTHER, "state": "ZZ"}, "“state”", "“ZZ”"),
    "an unknown role": ({**OTHER, "role": "king"}, "“role”", "state_lead"),
    "an unknown zone": ({**OTHER, "zone": "Mars/Olympus"}, "“zone”", "America/New_York"),
    "an unknown member": ({**OTHER, "shoe": 43}, "“shoe”", "function"),
    "no record": (7, "an object"),
}
FILES = {
    "no JSON": (b"name,address\nGood One,good@example.org\n", "JSON object"),
    "half of it": (json.dumps({"people": [GOOD, OTHER]}).encode()[:-40], "JSON object"),
    "a bare list": (json.dumps([GOOD]).encode(), "JSON object"),
    "nothing": (b"", "JSON object"),
    "a list that stands twice": (b'{"people": [], "people": []}', "each member once"),
    "another member beside": (json.dumps({"people": [GOOD], "more": 1}).encode(), "one list named “people”"),
    "not UTF-8": (json.dumps({"people": [GOOD]}).encode().replace(b"Good One", b"Good \xff"), "not valid UTF-8"),
    "more than 4 MiB": (json.dumps({"people": [GOOD]}).encode() + b" " * (4 << 20), "4 MiB"),
    "more than 5,000": (json.dumps({"people": [{**GOOD, "address": f"one{n}@example.org"} for n in range(5001)]}).encode(), "5000"),
}


@test("importing a broken file says which record and which field, and imports nobody")
def _(world):
    folder, path = folder_of(world, "importing", "--empty"), f"{world.folder}/broken.json"
    run(world.program, "invite", "first@example.org", "--data", folder)
    before = content(folder)

    def refuses(what, text, *words):
        with open(path, "wb") as file:
            file.write(text)
        try:
            told(run(world.program, "import", path, "--data", folder, check=False), 1, "interstate: broken.json, ", *words)
        except AssertionError as fault:
            raise AssertionError(f"{what}: {fault}") from None
        if content(folder) != before:
            raise AssertionError(f"{what}: something of it was imported")
    for what, (record, *words) in RECORDS.items():
        refuses(what, json.dumps({"people": [GOOD, record]}).encode(), "person 2: ", *words)
    for what, (text, *words) in FILES.items():
        refuses(what, text, *words)
    told(run(world.program, "import", f"{world.folder}/nowhere.json", "--data", folder, check=False), 1, "cannot read", "nowhere.json")

    with open(path, "w") as file:
        json.dump({"people": [GOOD, OTHER]}, file)
    told(run(world.program, "import", path, "--data", folder), 0, "Imported 2 people.")
