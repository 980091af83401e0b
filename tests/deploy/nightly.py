"""The nightly backup: verified, kept as long as it says, taken off the machine by the hook; and what it leaves when something fails."""
import datetime
import glob
import os
import subprocess
import time

from house import ROOT, same, test
from installed import Installed, written
from titled_tests import NotHere

NIGHTLY = f"{ROOT}/deploy/service/nightly-backup"


class Kept:
    """A data folder and its folder of backups, with the script run by hand."""

    def __init__(self, house):
        self.house, self.data, self.backups, self.hook = house, f"{house.folder}/data", f"{house.folder}/backups", f"{house.folder}/after-backup"
        self.program = house.program
        house.command("init", "--data", self.data)
        os.mkdir(self.backups, 0o700)

    def environment(self, **more):
        return {"PATH": os.environ["PATH"], "PROGRAM": self.program, "DATA": self.data, "BACKUPS": self.backups, "AFTER_BACKUP": self.hook, **more}

    def run(self, code, *words, before=(), **more):
        """One night; gives what it said."""
        next_second()
        done = subprocess.run([*before, NIGHTLY], capture_output=True, text=True, timeout=120, env=self.environment(**more))
        said = done.stdout + done.stderr
        same(done.returncode, code, f"the exit code ({said})")
        for word in words:
            same(word in said, True, f"{word!r} in {said!r}")
        return said

    def names(self):
        return sorted(os.path.basename(path) for path in glob.glob(f"{self.backups}/interstate-*.db"))

    def failure(self):
        path = f"{self.backups}/last-failure"
        if not os.path.exists(path):
            return None
        with open(path) as file:
            return file.read()

    def add_nights(self, nights, newest):
        """Copies of so many nights before this day, two of each third night. What they hold is not looked at."""
        for back in range(nights):
            day = newest - datetime.timedelta(days=back)
            for hour in ("023011", "120000") if back % 3 == 0 else ("023011",):
                open(f"{self.backups}/interstate-{day:%Y%m%d}T{hour}Z.db", "w").close()


def next_second():
    """A copy is named after its second, and never replaces another."""
    began = int(time.time())
    while int(time.time()) == began:
        time.sleep(0.01)


def wanted(names, daily, weekly, monthly):
    """The newest of each of the last days, weeks and months that have one: told another way than in the script."""
    days = {}
    for name in sorted(names):
        days[datetime.datetime.strptime(name[11:19], "%Y%m%d").date()] = name  # the last of the day stays
    stay = set(sorted(days)[-daily:])
    for limit, period in ((weekly, lambda day: day.isocalendar()[:2]), (monthly, lambda day: (day.year, day.month))):
        newest = {period(day): day for day in sorted(days)}
        stay |= {newest[one] for one in sorted(newest)[-limit:]} if limit else set()
    return sorted(days[day] for day in stay)


@test("a night's copy is verified and kept; 14 days, 8 weeks and 12 months of them stay, and what is not a copy of ours is not touched")
def _(house):
    kept = Kept(house)
    kept.add_nights(500, datetime.datetime.now(datetime.timezone.utc).date() - datetime.timedelta(days=1))
    others = ["before-upgrade-20200101T000000Z.db", "mine.db", "interstate-notes.db", "interstate-20200101.db"]
    for name in others:
        open(f"{kept.backups}/{name}", "w").close()
    before = [name for name in kept.names() if name not in others]
    kept.run(0, "Verified:", "Pruned:")
    after = [name for name in kept.names() if name not in others]
    new = [name for name in after if os.path.getsize(f"{kept.backups}/{name}") > 0]
    same(len(new), 1, "copies with something in them")
    same(after, wanted([*before, *new], 14, 8, 12), "what stayed")
    same(14 < len(after) < 34, True, f"{len(after)} stayed")
    same(all(os.path.exists(f"{kept.backups}/{name}") for name in others), True, "other files")
    same(oct(os.stat(f"{kept.backups}/{new[0]}").st_mode & 0o777), "0o600")
    kept.house.command("verify", f"{kept.backups}/{new[0]}")
    before = after
    kept.run(0, KEEP_DAILY="2", KEEP_WEEKLY="0", KEEP_MONTHLY="1")
    after = [name for name in kept.names() if name not in others]
    same(after, wanted({*before, *after}, 2, 0, 1), "what stayed of less")


@test("a copy that cannot be made or does not verify prunes nothing, ends with 1 and leaves word; the next good one takes the word back")
def _(house):
    kept = Kept(house)
    kept.add_nights(40, datetime.date(2026, 1, 31))
    before = kept.names()
    kept.program = written(f"{house.folder}/no-copy", "#!/bin/sh", "echo 'interstate: the disk is on fire' >&2", "exit 1")
    kept.run(1, "The backup failed: no copy could be made: the disk is on fire")
    same((kept.names(), kept.failure()), (before, "no copy could be made: the disk is on fire\n"))
    kept.program = written(f"{house.folder}/unsound", "#!/bin/sh", f'[ "$1" = verify ] && echo "journal: has a gap" && exit 1', f'exec {house.program} "$@"')
    kept.run(1, "does not verify: journal: has a gap")
    same((kept.names(), "has a gap" in kept.failure(), len(glob.glob(f"{kept.backups}/*.unsound"))), (before, True, 1))
    kept.program = house.program
    kept.data = f"{house.folder}/nowhere"
    kept.run(1, "no copy could be made", "nowhere")
    same((kept.names(), os.path.exists(f"{kept.backups}/last-verified")), (before, False))
    kept.data = f"{house.folder}/data"
    kept.run(1, "KEEP_DAILY is 1 or more", KEEP_DAILY="0")
    kept.run(1, "are numbers, not “many”", KEEP_WEEKLY="many")
    kept.run(0, "Verified:", "Pruned:")
    same((kept.failure(), os.path.exists(f"{kept.backups}/last-verified"), len(kept.names()) < len(before)), (None, True, True))


@test("the hook gets the path of the verified copy; when it fails the backup fails and says that the copy is on this machine only")
def _(house):
    kept = Kept(house)
    away = f"{house.folder}/away"
    os.mkdir(away)
    written(kept.hook, "#!/bin/sh", f'cp "$1" {away}/')
    kept.run(0)
    same(os.listdir(away), kept.names())
    written(kept.hook, "#!/bin/sh", "echo 'no route to the vault'", "exit 7")
    kept.run(1, "no route to the vault", "ended with 7, so it is on this machine only")
    same((kept.names() != os.listdir(away), "ended with 7" in kept.failure()), (True, True))
    os.chmod(kept.hook, 0o644)
    kept.run(1, "is not executable", f"chmod 755 {kept.hook}")
    os.remove(kept.hook)
    kept.run(0)
    same(kept.failure(), None)


def mounts_apart():
    """How a command is run with mounts of its own: as root, as root of a namespace, or with sudo where that is refused."""
    ways = [["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"], ["sudo", "-n", "-E", "unshare", "--mount"]]
    for way in ways:
        if subprocess.run([*way, "true"], capture_output=True).returncode == 0:
            return way
    raise NotHere("nobody lets us mount")


@test("on a full disk the backup says so, keeps the copies that are there, and goes well when there is room again")
def _(house):
    kept = Kept(house)
    kept.run(0)
    outside = kept.names()
    script = (f"mount -t tmpfs -o size=8m tmpfs {kept.backups} && : > {kept.backups}/interstate-20260101T023000Z.db && "
              f"{{ {NIGHTLY}; code=$?; ls {kept.backups}; cat {kept.backups}/last-failure; exit $code; }}")
    kept_environment = kept.environment()
    apart = mounts_apart()
    done = subprocess.run([*apart, "sh", "-c", script], capture_output=True, text=True, timeout=120, env=kept_environment)
    same((done.returncode, "no copy could be made" in done.stderr), (1, True), done.stdout + done.stderr)
    lines = done.stdout.splitlines()
    same(([line for line in lines if line.startswith("interstate-")], "make room" in lines[-1]), (["interstate-20260101T023000Z.db"], True), done.stdout)
    same(kept.names(), outside, "the copies outside")
    kept.run(0)


@test("the failure of a night is a failed unit, and doctor tells it until a night goes well")
def _(house):
    with Installed(house) as service:
        service.up().told(0)
        hook = written(f"{service.settings}/after-backup", "#!/bin/sh", "exit 3")
        next_second()
        same(service.systemctl("start", "interstate-backup").returncode, 1)
        same(os.path.exists(f"{service.prefix}/run/stand-in/interstate-backup.service.failed"), True, "failed for systemctl --failed")
        done = subprocess.run([f"{service.prefix}/usr/local/bin/interstate", "doctor"], capture_output=True, text=True)
        same((done.returncode, "WRONG backups: the last one failed" in done.stdout, "ended with 3" in done.stdout), (1, True, True), done.stdout)
        os.remove(hook)
        next_second()
        same(service.systemctl("start", "interstate-backup").returncode, 0)
        same("ok    backups" in service.command("doctor"), True)
