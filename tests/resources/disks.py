"""Disks that are full, and disks that can only be read: refused for now, and on again by itself once they can be written."""
import json
import os
import resource
import shutil
import subprocess
import urllib.error
import urllib.request

from interstate_client import PATIENCE, Live, sign_in, ulid
from house import NotHere, posted, same, sound, test, within

NOBODY = 65534
ROOM = 40 << 20  # bytes of a disk on which the demonstration fits


class Full:
    """A server whose disk, with log and all, can be filled and freed."""

    def __init__(self, house):
        self.place = house.mount("disk", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs")
        self.server = house.server(folder=self.place)

    def fill(self):
        with open(f"{self.place}/ballast", "wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(bytes(4096))
            except OSError:
                pass

    def free(self):
        os.remove(f"{self.place}/ballast")


class NoMoreBytes:
    """Where nothing can be mounted: a server whose files may grow no more."""

    def __init__(self, house):
        self.server = house.server()

    def limit(self, most):
        hard = resource.prlimit(self.server.process.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self.server.process.pid, resource.RLIMIT_FSIZE, (most, hard))

    def fill(self):
        self.limit(0)

    def free(self):
        self.limit(resource.RLIM_INFINITY)


def full_disk(house):
    try:
        return Full(house)
    except (NotHere, FileNotFoundError):
        return NoMoreBytes(house)


def http(server, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=PATIENCE) as reply:
            return reply.status
    except urllib.error.HTTPError as error:
        return error.code


def until_refused(live, thread, name):
    """Posts until one cannot be saved; gives the acknowledged ones and the one that was refused."""
    acked = []
    while True:
        id, body = ulid(), {"thread": thread, "text": f"{name} {len(acked)} " + "x" * 2000}
        answer = live.command("add_post", body, id=id)
        if answer["t"] == "refusal":
            same((answer["code"], bool(answer["message"])), ("try_again", True), answer)
            return acked, (id, body)
        acked.append((id, body, answer))
        if len(acked) > 20_000:
            raise AssertionError("the disk is never full")


def goes_on_after(disk, lame, whole):
    """The same on every disk: what is refused while it is lame, and that nothing is lost once it is whole."""
    server = disk.server.start()
    pid, thread, stream = server.process.pid, server.threads[0], f"series/{server.series}"
    live = Live(server.port, cookie=sign_in(server.port, server.facilitators[0]))
    listener = Live(server.port, cookie=sign_in(server.port, server.members[0]["id"]))
    begin = listener.follow(stream)[2]
    first = posted(live, thread, "before")
    lame()
    acked, (unsaved, body) = until_refused(live, thread, "during")
    refused = 0
    while refused < 50:
        answer = live.command("add_post", body, id=unsaved)
        if answer["t"] == "ack":  # the log was worked off meanwhile, which made room for a few more
            more, (next_unsaved, next_body) = until_refused(live, thread, f"during {len(acked)}")
            acked += [(unsaved, body, answer), *more]
            unsaved, body, refused = next_unsaved, next_body, 0
        else:
            same(answer["code"], "try_again")
            refused += 1
    same(live.query("posts_of_thread", {"thread": thread})["t"], "answer", "reading")
    same(listener.follow(f"collaborative/{server.collaborative}")[2]["t"], "live", "following")
    same((http(server, "/healthz"), http(server, "/sign-in")), (200, 200), "pages")
    whole()
    last = live.command("add_post", body, id=unsaved)
    same(last["t"], "ack", "the same command once there is room")
    after = posted(live, thread, "after")
    same(server.process.pid, pid, "without a restart")
    numbers = [one["result"]["number"] for one in [first, *[ack for _, _, ack in acked], last, after]]
    same(numbers, list(range(numbers[0], numbers[0] + len(numbers))), "the numbers that were said")
    heard = [event for event in listener.events if event["stream"] == stream]
    while not heard or heard[-1]["command"] != after["id"]:
        heard.append(listener.wait("event", stream=stream, keep=False))
    same([event["seq"] for event in heard], list(range(begin["seq"] + 1, begin["seq"] + 1 + len(heard))), "what everybody heard")
    same([event["command"] for event in heard], [first["id"], *[id for id, _, _ in acked], unsaved, after["id"]])
    same(server.value("SELECT count(*) FROM posts WHERE text = ?", body["text"]), 1, "the one that was sent again and again")


def whole_lines(server):
    """The lines of a log of which a full disk may have cut some: what begins as one of ours and is JSON."""
    whole, cut = [], 0
    with open(server.log, "rb") as log:
        for line in log.read().split(b"\n"):
            try:
                whole.append(json.loads(line)) if line else None
            except ValueError:
                cut += 1
    return whole, cut


@test("a full disk: refused for now, reading goes on, and nothing acknowledged is lost; with room again it goes on by itself")
def _(house):
    disk = full_disk(house)
    goes_on_after(disk, disk.fill, disk.free)
    lines, cut = whole_lines(disk.server)
    within("lines of the log that are cut", cut, 1)
    same(lines[-1]["event"] in ("published", "command", "command_taken"), True, "the log goes on")
    same({line["event"] for line in lines if line["level"] == "warning"} <= {"command_failed", "write_failed"}, True, "what the log warns of")
    sound(house, disk.server)


@test("a server that starts on a full disk says what is wrong, and starts once there is room")
def _(house):
    disk = Full(house)
    disk.fill()
    done = subprocess.run([house.program, "serve", "--data", disk.server.folder, "--port", "0"], capture_output=True, text=True, timeout=PATIENCE)
    same(done.returncode, 1, f"the exit code: {done.stderr}")
    same("disk is full" in done.stderr or "No space left" in done.stderr, True, done.stderr)
    disk.free()
    posted(Live(disk.server.start().port, cookie=sign_in(disk.server.port, disk.server.facilitators[0])), disk.server.threads[0], "here again")
    sound(house, disk.server)


def unwritable(server):
    """Ways in which the one who starts the server may not write: what to do, what to undo, and the path that is named."""
    file = f"{server.folder}/interstate.db"
    for mode in (0o444, 0o000):
        yield lambda: os.chmod(file, mode), lambda: os.chmod(file, 0o644), file
    if os.geteuid() == 0:
        yield lambda: os.chown(server.folder, 0, 0), lambda: os.chown(server.folder, NOBODY, NOBODY), server.folder
        open(f"{file}-wal", "ab").close()
        yield lambda: os.chown(f"{file}-wal", 0, 0), lambda: os.chown(f"{file}-wal", NOBODY, NOBODY), f"{file}-wal"


@test("a folder or a file that may not be written is named at the start, with what to do, and stays as it is")
def _(house):
    server = house.server()
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    program = f"{house.folder}/interstate"
    shutil.copy(house.program, program)
    for folder in (house.folder, os.path.dirname(house.folder)):
        os.chmod(folder, 0o755)
    if who:
        for name in (".", *os.listdir(server.folder)):
            os.chown(f"{server.folder}/{name}", NOBODY, NOBODY)
        os.chmod(server.folder, 0o755)
    with open(f"{server.folder}/interstate.db", "rb") as file:
        before = file.read()
    for spoil, mend, path in unwritable(server):
        spoil()
        done = subprocess.run([program, "serve", "--data", server.folder, "--port", "0"], capture_output=True, text=True, timeout=PATIENCE, **who)
        mend()
        same(done.returncode, 1, f"{path}: the exit code: {done.stderr}")
        for word in (f"cannot write {path}:", "chown"):
            same(word in done.stderr, True, f"{word!r} in {done.stderr!r}")
    with open(f"{server.folder}/interstate.db", "rb") as file:
        same(file.read() == before, True, "the database as it was")


class Aborted:
    """A disk with a file system that turns to read-only, as the kernel does after an error of the device."""

    def __init__(self, house):
        image = f"{house.folder}/image"
        with open(image, "wb") as file:
            file.truncate(ROOM)
        if subprocess.run(["mkfs.ext4", "-q", "-F", image]).returncode != 0:
            raise NotHere("mkfs.ext4")
        self.place = house.mount("ext4", "-o", "loop", image)
        self.server = house.server(folder=self.place)
        os.sync()  # as the program that makes a data folder does

    def abort(self):
        subprocess.run(["mount", "-o", "remount,abort", self.place], check=True)


@test("a disk that turns to read-only while the server runs: refused, reading goes on, nothing acknowledged is lost")
def _(house):
    if os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        raise NotHere("needs root and mkfs.ext4")
    disk = Aborted(house)
    server = disk.server.start()
    live = Live(server.port, cookie=sign_in(server.port, server.facilitators[0]))
    first = posted(live, server.threads[0], "before")
    disk.abort()
    acked, (unsaved, body) = until_refused(live, server.threads[0], "during")
    same(acked, [], "acknowledged on a disk that takes nothing")
    for _ in range(20):
        same(live.command("add_post", body, id=unsaved)["code"], "try_again")
    page = live.query("posts_of_thread", {"thread": server.threads[0], "from_number": first["result"]["number"]})
    same([one["id"] for one in page["records"]], [first["result"]["post"]], "reading")
    same(http(server, "/healthz"), 200)
    server.kill()
    live.close()
    subprocess.run(["umount", disk.place], check=True)
    subprocess.run(["mount", "-o", "loop", f"{house.folder}/image", disk.place], check=True)
    server.start()
    live = Live(server.port, cookie=sign_in(server.port, server.facilitators[0]))
    same(live.command("add_post", body, id=unsaved)["result"]["number"], first["result"]["number"] + 1, "once the disk was repaired")
    sound(house, server)
