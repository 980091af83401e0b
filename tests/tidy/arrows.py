#!/usr/bin/env python3
"""Keeps the include arrows of ARCHITECTURE.md. No exceptions list: an arrow that is wrong is changed in the
design and here, or the include goes. Also reports files that have grown long. Usage: arrows.py [root of the repository]"""
import pathlib
import re
import sys

LONG_FILE = 400

# folder: (folders of ours, libraries by the beginning of their header's name)
DESCRIBE = ("boost/describe", "boost/mp11", "boost/pfr")
POSIX = ("fcntl.h", "unistd.h", "sys/")
EVERY_FOLDER = ("base", "store", "features", "wire", "pages", "live", "metrics", "content", "workers", "app", "net", "program")
ARROWS = {
    "base": ((), DESCRIBE + ("date/", "fmt/", "sodium.h", "liboath/", "cmark-gfm", "zxcvbn.h")),
    "store": (("base",), DESCRIBE + ("unistd.h", "sys/resource.h", "sys/syscall.h")),
    "store/sqlite": (("base", "store"), ("sqlite3.h",)),
    "features": (("base", "store"), DESCRIBE),
    "wire": (("base", "features"), DESCRIBE + ("nlohmann/", "archive.h", "archive_entry.h")),
    "pages": (("base", "features"), DESCRIBE + ("fmt/", "qrencode.h", "libical/")),
    "live": (("base",), ("boost/asio",)),
    "metrics": (("base", "live"), ("prometheus/",) + POSIX),
    "content": (("base", "store", "features", "wire", "pages"), DESCRIBE + ("nlohmann/", "fmt/")),
    "workers": (("base", "features", "wire"), DESCRIBE + ("cjose/", "curl/", "fmt/", "openssl/")),
    "app": (("base", "store", "features", "wire", "pages", "live", "content", "metrics", "workers"), DESCRIBE + ("nlohmann/", "boost/asio")),
    "net": (("base", "live", "app"), ("boost/asio", "boost/beast") + POSIX),
    "program": (EVERY_FOLDER, ("boost/asio", "CLI/") + POSIX),
}
# A library may stand behind one door only, however it is reached.
WORDS = {
    r"\bnlohmann::": ("wire", "app", "content"),
    r"\bboost::beast\b|\bbeast::": ("net",),
    r"\bsqlite3_\w+": ("store/sqlite",),
    r"\basio::": ("live", "app", "net", "program"),
    r"\bwire::": ("wire", "app", "content", "workers", "program"),
    r"\bJson\b": ("wire", "app", "content", "program"),
}
# Rules are pure: what they need comes in Facts and Context.
NOT_IN_RULES = {
    r"\bTransaction\s*&|\btx\s*\.": "SQL",
    r"\bwall_clock\s*\(|system_clock|steady_clock|std::time\b": "a clock",
    r"\brandom_(bytes|secret)\s*\(|std::rand\b|<random>|\bmt19937": "randomness",
    r"<(fstream|iostream|cstdio|thread|mutex|future)>": "input, output or threads",
}
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
COMMENT = re.compile(r"//.*?$|/\*.*?\*/", re.S | re.M)
LITERAL = re.compile(r'"(?:\\.|[^"\\\n])*"')
STANDARD = re.compile(r"^[a-z_0-9]+$")


def folder_of(path, server):
    parts = path.relative_to(server).parts
    if len(parts) == 1:
        return "program"  # main.cpp
    return "store/sqlite" if parts[:2] == ("store", "sqlite") else parts[0]


def is_pure(path, feature):
    """rules.cpp, its parts, and the header with the records and facts; not what speaks SQL."""
    return path.name in (f"{feature}.hpp", "rules.cpp", "pasted_lines.cpp") or path.name.endswith("_rules.cpp")


def complaints_about(path, server):
    folder = folder_of(path, server)
    feature = path.relative_to(server).parts[1] if folder == "features" and len(path.relative_to(server).parts) > 2 else ""
    ours, libraries = ARROWS.get(folder, ((), ()))
    if folder not in ARROWS:
        yield f"the folder {folder} has no arrows: add it to the design and to this file"
        return
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        own, library = found.groups()
        if own:
            target = own.split("/")[0] if "/" in own else folder
            target = "store/sqlite" if own.startswith("store/sqlite/") else target
            if target == "store/sqlite" and folder not in ("store/sqlite", "program"):
                yield f"{number}: {folder} must not see a database library: {own}"
            elif target not in ours + (folder,) and not (target == "store/sqlite" and folder == "program"):
                yield f"{number}: {folder} must not see {target}: {own}"
            if folder == "features" and own.startswith("features/") and own.split("/")[1] not in (feature, "permissions"):
                yield f"{number}: features never include each other: {own}"
            if feature and is_pure(path, feature) and (own.startswith("store/") or own.endswith("tables.hpp")):
                yield f"{number}: rules and records see no SQL: {own}"
        elif not STANDARD.match(library) and not library.startswith(libraries or ("\0",)):
            yield f"{number}: {folder} must not see the library <{library}>"
    bare = LITERAL.sub('""', COMMENT.sub("", text))
    for words, allowed in WORDS.items():
        if folder not in allowed and re.search(words, bare):
            yield f"{folder} must not speak of {re.search(words, bare).group(0)}"
    if feature and is_pure(path, feature) and path.suffix == ".cpp":
        for words, what in NOT_IN_RULES.items():
            if re.search(words, bare):
                yield f"a rule has {what}: {re.search(words, bare).group(0)}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    server = root / "server"
    sources = sorted(path for path in server.rglob("*") if path.suffix in (".cpp", ".hpp"))
    wrong = [f"{path.relative_to(root)}: {complaint}" for path in sources for complaint in complaints_about(path, server)]
    for line in wrong:
        print(line)
    code = sources + sorted(path for path in (root / "tests").rglob("*") if path.suffix in (".cpp", ".hpp", ".py") and "node_modules" not in path.parts)
    code += sorted(path for path in (root / "web" / "src").rglob("*") if path.suffix in (".ts", ".tsx", ".css"))
    for path in code:
        lines = path.read_text(encoding="utf-8", errors="replace").count("\n")
        if lines > LONG_FILE:
            print(f"long: {path.relative_to(root)} has {lines} lines")
    print(f"{len(sources)} files of the server, {len(wrong)} wrong arrows")
    return 1 if wrong or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
