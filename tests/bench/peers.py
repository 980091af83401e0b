"""What comes from npm: installed once into a folder of the build, from the lock file in peers/."""
import hashlib
import os
import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
PATIENCE = 900  # seconds: better-sqlite3 is compiled where no finished one fits
HEADERS = pathlib.Path("/usr/include/node")


def installed(parent):
    """(folder for NODE_PATH, "") or (None, why not)."""
    lock = (HERE / "peers/package-lock.json").read_bytes()
    folder = pathlib.Path(parent) / f"npm-{hashlib.sha256(lock).hexdigest()[:12]}"
    modules = folder / "node_modules"
    if (folder / "installed").exists():
        return modules, ""
    if not shutil.which("npm") or not shutil.which("node"):
        return None, "node and npm are not there"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "peers", folder)
    environment = {**os.environ, **({"npm_config_nodedir": "/usr"} if HEADERS.exists() else {})}
    done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    loads = subprocess.run(["node", "-e", "for (const name of ['ws', 'socket.io', 'better-sqlite3']) require(name); new (require('better-sqlite3'))(':memory:')"],
                           cwd=folder, capture_output=True, text=True, timeout=PATIENCE)
    if done.returncode or loads.returncode:
        return None, f"npm could not install them: {(done.stderr + loads.stderr)[-300:]}"
    (folder / "installed").touch()
    return modules, ""
