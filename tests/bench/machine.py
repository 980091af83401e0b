"""What was measured on, in words, for whoever reads the figures later."""
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import time

import contestants


def description(house):
    return {
        "measured": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "program": said([house.program, "--version"]),
        "processor": processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30, 1),
        "system": f"{distribution()}, Linux {platform.release()}",
        "folder": file_system(house.folder),
        "node": said(["node", "--version"]) if shutil.which("node") else "",
        "disk": disk(house),
    }


def said(command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True).stdout.strip()


def processor():
    found = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return found[1] if found else platform.machine()


def distribution():
    found = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text())
    return found[1] if found else "an unknown distribution"


def file_system(folder):
    return said(["findmnt", "-n", "-o", "FSTYPE", "-T", folder]) or "an unknown file system"


def disk(house):
    """What its disk takes, in this hour: a durable figure says little without it (shared/disk_limit.cpp)."""
    folder = house.folder / "disk"
    folder.mkdir(exist_ok=True)
    done = subprocess.run([str(house.tool("disk_limit")), str(folder), "0.5"], capture_output=True, text=True, preexec_fn=contestants.on_core(contestants.SERVER_CORE))
    shutil.rmtree(folder)
    found = json.loads(done.stdout)
    return {"commits_per_s": round(found["sqlite_full_1"]["syncs_per_s"]), "rows_per_s_in_64s": round(found["sqlite_full_64"]["rows_per_s"])}


def sentences(machine):
    disk_found = machine["disk"]
    node = f", Node {machine['node']}" if machine["node"] else ""
    return (f"{machine['measured']}, {machine['program']}. {machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB; {machine['system']}{node}; "
            f"{machine['folder']}, which took {disk_found['commits_per_s']:,} synced commits/s of one row and {disk_found['rows_per_s_in_64s']:,} rows/s in commits of 64. "
            f"Server on one core, generator on another. Load average before: {machine['load_before']:.2f}.")
