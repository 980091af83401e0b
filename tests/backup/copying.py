"""interstate backup: what a copy holds, and what is left when it does not come to be."""
import fcntl
import os
import random
import re
import resource
import shutil
import signal
import stat
import subprocess
import time

from house import PATIENCE, digest, holds, last_word, rows, run, same, scribbling, test, told

COPIES = 4
KILLS = 10
SMALL = 1 << 20  # bytes: less than any copy


def nothing_half(file):
    """Each post of a writer has its event, each event its receipt: what was done in one transaction is in the copy together."""
    written = {id for id, in rows(file, "SELECT substr(text, -26) FROM posts WHERE text LIKE 'writer %'")}
    of_journal = {id for id, in rows(file, "SELECT command FROM journal WHERE name = 'post_added'")}
    receipts = {id for id, in rows(file, "SELECT command FROM receipts")}
    same((written - of_journal, of_journal - receipts), (set(), set()), "half of a command")
    return written


@test("copies made under eight busy writers verify, and hold all that was acknowledged before and nothing half")
def _(house):
    server = house.demonstration("busy")
    folder = house.new_folder("copies")
    try:
        with scribbling(server, 8) as writers:
            for copy in range(COPIES * house.times):
                for writer in writers:
                    writer.wait_for(5 * (copy + 1))
                before = {id: number for writer in writers for id, number in list(writer.acked.items())}
                file = f"{folder}/{copy}.db"
                said = told(house.backup(server.folder, file), 0).stdout
                told(house.verify(file), 0, "Reaches sequence")
                held = nothing_half(file)
                same(before.keys() - held, set(), "acknowledged before the copy was begun, and not in it")
                numbers = dict(rows(file, "SELECT substr(text, -26), number FROM posts WHERE text LIKE 'writer %'"))
                same({id: numbers[id] for id in before}, before, "the numbers that were acknowledged")
                sequence = rows(file, "SELECT sum(head) FROM streams")[0][0]
                same(re.fullmatch(r"(\S+): sequence (\d+), (\d+) bytes, [\d.]+ s\n", said).groups(), (file, str(sequence), str(os.path.getsize(file))))
                same(stat.S_IMODE(os.stat(file).st_mode), 0o600, "who may read it")
                word = last_word(server.folder)
                same((word["file"], word["sequence"], word["bytes"]), (file, sequence, os.path.getsize(file)), "what is kept for the metrics")
                os.remove(file)
        same([entry for entry in server.log_entries() if entry["level"] != "info"], [], "warnings of the server")
    finally:
        server.close()


@test("a backup that is killed leaves nothing under its name, harms nobody, and its rest goes with the next one")
def _(house):
    server = house.demonstration("killed")
    folder, chance, killed = house.new_folder("killed-copies"), random.Random(20261122), 0
    whole = os.path.getsize(f"{server.folder}/interstate.db")
    try:
        with scribbling(server, 2) as writers:
            for kill in range(KILLS * house.times):
                file = f"{folder}/interstate-{kill}.db"
                wanted = chance.randrange(0, whole)
                process = house.start_backup(server.folder, file)
                while process.poll() is None and not reached(f"{file}.partial", wanted):
                    time.sleep(0.001)
                process.send_signal(signal.SIGKILL)
                process.communicate()
                if os.path.exists(file):
                    told(house.verify(file), 0)
                    os.remove(file)
                else:
                    killed += 1
                writers[0].wait_for(len(writers[0].acked) + 3)
        holds(killed >= KILLS * house.times // 2, f"only {killed} were killed in the middle")
        holds(any(name.endswith(".partial") for name in os.listdir(folder)), "nothing was left to sweep away")
        told(house.backup(server.folder, folder), 0)
        same([name for name in os.listdir(folder) if "partial" in name], [], "what is left")
        told(run_doctor(house, server), 0, f"last backup {last_word(server.folder)['file'][-19:-3]}: {folder}/")
    finally:
        server.close()


def reached(path, size):
    try:
        return os.path.getsize(path) >= size
    except FileNotFoundError:
        return False


def run_doctor(house, server):
    server.terminate()
    web = house.new_folder("web")
    with open(f"{web}/index.html", "w") as page:
        page.write("<!doctype html>")
    return run(house.program, "doctor", "--data", server.folder, "--web", web, "--port", "0", check=False)


@test("one backup goes on where another of the same name was killed; two of one name at a time do not mix")
def _(house):
    file = house.new_path("again.db")
    for ending in ("", "-wal", "-journal"):
        with open(f"{file}.partial{ending}", "wb") as left:
            left.write(os.urandom(3 << 20))
    os.chmod(f"{file}.partial", 0o644)
    told(house.backup(house.server.folder, file), 0)
    told(house.verify(file), 0)
    same(stat.S_IMODE(os.stat(file).st_mode), 0o600, "who may read it")
    same(sorted(name for name in os.listdir(house.folder) if name.startswith(os.path.basename(file))), [os.path.basename(file)])
    file = house.new_path("both.db")
    with open(f"{file}.partial", "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        told(house.backup(house.server.folder, file), 1, "another backup is writing")
        same(os.path.exists(f"{file}.partial"), True, "the other's half")


@test("into a folder a copy is named by the time in UTC, and a copy is never replaced")
def _(house):
    folder = house.new_folder("named")
    before = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    told(house.backup(house.server.folder, folder), 0)
    after = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    (name,) = os.listdir(folder)
    holds(f"interstate-{before}.db" <= name <= f"interstate-{after}.db", f"the name {name}")
    seen = digest(f"{folder}/{name}")
    told(house.backup(house.server.folder, f"{folder}/{name}"), 1, "is there already", name)
    same((digest(f"{folder}/{name}"), os.listdir(folder)), (seen, [name]))


@test("what keeps a backup from being made is said, and nothing is left")
def _(house):
    told(house.backup(f"{house.folder}/nowhere", house.new_path("x.db")), 1, "there is no data in", "--data")
    same(os.path.exists(f"{house.folder}/nowhere"), False)
    told(house.backup(house.server.folder, f"{house.folder}/not/there.db"), 1, "there is no folder", "make it first")
    told(house.backup(house.server.folder, f"{house.folder}/not/"), 1, "there is no folder")
    same(os.path.exists(f"{house.folder}/not"), False)


@test("a backup of damaged data is refused, and says where to look")
def _(house):
    data = house.new_folder("damaged")
    shutil.copy(house.copy, f"{data}/interstate.db")
    with open(f"{data}/interstate.db", "r+b") as file:
        file.seek(20 * 4096)
        file.write(b"\xa5" * 4096 * 30)
    folder = house.new_folder("of-damaged")
    told(house.backup(data, folder), 1, "interstate doctor")
    same(os.listdir(folder), [])
    same(os.path.exists(f"{data}/last-backup.json"), False)


@test("a file system that takes no more is named, and nothing is left")
def _(house):
    folder = house.new_folder("limited")
    for size in (SMALL, os.path.getsize(f"{house.server.folder}/interstate.db") - 4096, os.path.getsize(house.copy) - 64):
        process = house.start_backup(house.server.folder, f"{folder}/copy.db", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
        said = process.communicate(timeout=PATIENCE)[1]
        same(process.returncode, 1, said)
        holds("cannot" in said and "File too large" in said, said)
        same(os.listdir(folder), [])


@test("a disk that has no room is not filled up first")
def _(house):
    folder = house.new_folder("tmpfs")
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", folder], capture_output=True).returncode != 0:
        return print("        (only root may mount a small disk: not looked at)")
    try:
        told(house.backup(house.server.folder, folder), 1, "MiB left", "make room")
        same(os.listdir(folder), [])
    finally:
        subprocess.run(["umount", folder], check=True)
