"""Flags, environment and file: which one holds, and what doctor says of them."""
import os
import socket
import subprocess
import time

from world import run, same, test


def ask(world, *arguments, **environment):
    """The program with these arguments, and with nothing of ours in the environment but this."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("INTERSTATE_")}
    return subprocess.run([world.program, *map(str, arguments)], capture_output=True, text=True, timeout=120, env={**clean, **environment})


def said(done, code, *words):
    same(done.returncode, code, f"the exit code ({done.stderr or done.stdout})")
    for word in words:
        if word not in done.stdout + done.stderr:
            raise AssertionError(f"{word!r} is not in {done.stdout + done.stderr!r}")


def written(world, *lines):
    path = f"{world.folder}/interstate.toml"
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
    return path


@test("a flag beats the environment, the environment beats the file, the file beats what is built in")
def _(world):
    file = written(world, "[serve]", f'data = "{world.folder}/of-file"')
    by_environment = {"INTERSTATE_DATA": f"{world.folder}/of-environment"}
    flag = ["--data", f"{world.folder}/of-flag"]
    for before, after in ((["--config", file], []), ([], ["--config", file])):
        said(ask(world, *before, "serve", *after), 1, "of-file")
        said(ask(world, *before, "serve", *after, **by_environment), 1, "of-environment")
        said(ask(world, *before, "serve", *after, *flag, **by_environment), 1, "of-flag")
        said(ask(world, *before, "serve", *flag, *after), 1, "of-flag")
    said(ask(world, "serve", "--config", file, INTERSTATE_DATA=""), 1, "of-file")


@test("[serve] holds for the other subcommands where their own section says nothing")
def _(world):
    file = written(world, "[serve]", f'data = "{world.folder}/of-serve"', "port = 8431", "[doctor]", f'data = "{world.folder}/of-doctor"')
    said(ask(world, "token", "a@b.example", "--config", file), 1, "of-serve")
    said(ask(world, "doctor", "--config", file), 1, "of-doctor")
    said(ask(world, "serve", "--config", file), 1, "of-serve")


@test("what is wrong in the configuration is named, with what is allowed; serve does not start on it, doctor says it")
def _(world):
    for lines, words in ((["[serve]", "prot = 1"], ["[serve] has no “prot”", "port", "public-url"]), (["port = 1"], ["no section", "[serve]"]),
                         (["[server]", "port = 1"], ["no section [server]"]), (["[serve]", "port = 70000"], ["[serve] port", "70000", "0", "65535"]),
                         (["[serve]", 'port = "seventy"'], ["[serve] port", "65535"]), (["[serve]", "frames-per-second = 0"], ["frames-per-second"]),
                         (["[serve]", 'listen = "everywhere"'], ["[serve] listen", "everywhere", "127.0.0.1"]),
                         (["[serve]", 'public-url = "sdi.example.org"'], ["public-url", "https://"]), (["[serve]", 'quiet = "perhaps"'], ["quiet", "true or false"]),
                         (["[serve]", 'trusted-proxy = "127.0.0.1, proxy"'], ["[serve] trusted-proxy", "“proxy” is no network address", "127.0.0.1"]),
                         (["[doctor]", "port = -1"], ["[doctor] port"]), (["[serve]", "port = 70000", "prot = 1"], ["port", "prot"])):
        file = written(world, *lines)
        said(ask(world, "serve", "--config", file), 2, *words)
        said(ask(world, "doctor", "--config", file), 1, "WRONG configuration", "Correct", *words)
    for absent in (f"{world.folder}/absent.toml", world.folder):
        said(ask(world, "serve", "--config", absent), 2, absent)
        said(ask(world, "doctor", "--config", absent), 1, "WRONG configuration", absent, "--config")
    said(ask(world, "doctor", INTERSTATE_PORT="70000"), 1, "WRONG configuration", "--port", "65535", "INTERSTATE_")
    said(ask(world, "doctor", "--presence-grace", "0"), 1, "WRONG configuration", "--presence-grace")
    said(ask(world, "doctor", "--help"), 0, "--port")


@test("doctor looks at what serve would need: the port, the web client, the folder and its kind")
def _(world):
    folder = f"{world.folder}/to-serve"
    run(world.program, "init", "--data", folder, "--empty")
    sound = ["doctor", "--data", folder, "--web", world.web, "--port", "0"]
    said(ask(world, *sound), 0, "ok    configuration", "ok    port", "ok    web client")
    taken = socket.create_server(("127.0.0.1", 0))
    said(ask(world, *sound[:-1], taken.getsockname()[1]), 1, "WRONG port", str(taken.getsockname()[1]), "--port")
    said(ask(world, *sound[:-1], world.port), 1, "WRONG port")  # of another Interstate
    taken.close()
    said(ask(world, "doctor", "--data", world.server.folder, "--web", world.web, "--port", world.port), 0, "ok    port")  # its own
    said(ask(world, *sound, "--listen", "192.0.2.1"), 1, "WRONG port", "192.0.2.1")
    said(ask(world, *sound, "--listen", "0.0.0.0"), 1, "WRONG kind of data", "--public-url")
    said(ask(world, *sound[:3], "--port", "0", "--web", f"{world.folder}/no-web"), 1, "WRONG web client", "no-web", "deploy/up")

    for path, words in ((f"{world.folder}/no-data", ["WRONG data folder", "interstate init"]), (f"{world.web}/index.html", ["WRONG data folder", "no folder"])):
        said(ask(world, "doctor", "--data", path, "--web", world.web, "--port", "0"), 1, *words)
        if path.endswith("no-data") and os.path.exists(path):
            raise AssertionError("doctor made it")
    other = f"{world.folder}/other-data"
    os.mkdir(other, 0o700)
    said(ask(world, "doctor", "--data", other, "--web", world.web, "--port", "0"), 1, "WRONG database file", "interstate init")
    open(f"{other}/interstate.db", "w").close()
    said(ask(world, "doctor", "--data", other, "--web", world.web, "--port", "0"), 1, "WRONG kind of data", "--data")


@test("doctor says how the nightly backup went, and how old the last verified copy is")
def _(world):
    kept = f"{world.folder}/backups"
    os.mkdir(kept)
    looked = ["doctor", "--data", world.server.folder, "--web", world.web, "--port", world.port, "--backups", kept]
    said(ask(world, *looked), 1, "WRONG backups: there is no verified copy", kept, "systemctl start interstate-backup")
    open(f"{kept}/last-verified", "w").close()
    said(ask(world, *looked), 0, "ok    backups")
    then = time.time() - 31 * 3600
    os.utime(f"{kept}/last-verified", (then, then))
    said(ask(world, *looked), 1, "WRONG backups: the last verified copy is 31 hours old")
    os.utime(f"{kept}/last-verified")
    with open(f"{kept}/last-failure", "w") as file:
        file.write("No space left on device\nmore\n")
    said(ask(world, *looked), 1, "WRONG backups: the last one failed (No space left on device)", "journalctl -u interstate-backup")
