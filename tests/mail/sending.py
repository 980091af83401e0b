"""Mail over real SMTP: what arrives, over which lines it goes, and what becomes of it when a mail server is down or refuses."""
import re
import socket
import threading
import time
import urllib.request

from free_port import free_port
from house import Browser, run, same, test
from sink import html_of, plain_of

ANN = "ann@agency.example"


def one(server, sql):
    return server.value(f"SELECT {sql}")


def code_in(message):
    return re.match(r"\d{6}", message["subject"]).group()


@test("a code arrives over STARTTLS, as text and as HTML, and signs in the browser that asked for it")
def _(house):
    sink = house.sink()
    server = house.server(*house.options(sink.port, "--mail-from-name", "Zoë’s Interstate"))
    browser = Browser(server)
    browser.ask_for_code(f"  {ANN.upper()} ")
    sink.wait(lambda: sink.taken, "the mail")
    envelope, message = sink.taken[0]
    same((envelope.encrypted, envelope.mail_from, envelope.rcpt_tos), (True, "interstate@agency.example", [ANN]))
    same((message["to"], message["auto-submitted"], message["from"]), (ANN, "auto-generated", "Zoë’s Interstate <interstate@agency.example>"))
    same(re.fullmatch(r"<[0-9A-Z]{26}@agency\.example>", message["message-id"]) is not None, True, message["message-id"])
    same(message["date"].datetime.tzinfo is not None, True)
    code = code_in(message)
    link = re.search(r"http://127\.0\.0\.1:\d+/sign-in/link/[\w-]{43}", plain_of(message)).group()
    for body in (plain_of(message), html_of(message)):
        same((code in body, link in body), (True, True), body)
    same(Browser(server).signs_in_with(code), False, "another browser")
    same(browser.signs_in_with(code), True)


@test("its link works in another browser by pressing the button, and opening it uses nothing up")
def _(house):
    sink = house.sink()
    server = house.server(*house.options(sink.port))
    Browser(server).ask_for_code(ANN)
    sink.wait(lambda: sink.taken, "the mail")
    link = re.search(r"/sign-in/link/[\w-]{43}", plain_of(sink.taken[0][1])).group()
    for _ in range(6):
        same(Browser(server).ask("GET", link)[0], 200)
    other = Browser(server)
    same((other.ask("POST", link)[0], other.ask("GET", "/api/me")[0]), (303, 200))
    same(Browser(server).ask("POST", link)[0], 410)


@test("nothing is said to a mail server that is not who it should be, or that does not encrypt")
def _(house):
    for sink, authorities in ((house.sink(), False), (house.sink(offers_encryption=False), True)):
        server = house.server(*house.options(sink.port, authorities=authorities))
        Browser(server).ask_for_code(ANN)
        told = wait_for_log(server, "mail_not_sent")
        same((told["how"], sink.taken, one(server, "status FROM mail")), ("no_server", [], "queued"), told)
        server.close()


@test("mail waits while there is no mail server, over a restart too, and then goes out once")
def _(house):
    port = free_port()
    people = tuple(f"Person {i} <person{i}@agency.example>" for i in range(4))
    server = house.server(*house.options(port), people=people)
    for i in range(4):
        Browser(server).ask_for_code(f"person{i}@agency.example")
    wait_for_log(server, "mail_not_sent")
    same(one(server, "count(*) FROM mail"), 4)
    server.kill()
    server.start()
    same(one(server, "count(*) FROM mail WHERE status = 'queued' AND attempts = 0"), 4)
    sink = house.sink(port=port)
    sink.wait(lambda: len(sink.taken) == 4, "four mails")
    wait_for_rows(server, "count(*) FROM mail WHERE status = 'sent' AND plain = ''", 4)
    same(sorted(envelope.rcpt_tos[0] for envelope, _ in sink.taken), [f"person{i}@agency.example" for i in range(4)])


@test("a code for an address that nobody has goes to nobody, and leaves no line, no word in the log and no figure behind")
def _(house):
    sink = house.sink()
    server = house.server(*house.options(sink.port))
    Browser(server).ask_for_code("nobody@agency.example")
    wait_for_rows(server, "count(*) FROM mail", 0)
    Browser(server).ask_for_code(ANN)
    wait_for_rows(server, "count(*) FROM mail WHERE status = 'sent'", 1)
    same([envelope.rcpt_tos for envelope, _ in sink.taken], [[ANN]])
    same([entry["how"] for entry in server.log_entries() if entry.get("event", "").startswith("mail_")], ["accepted"])
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics", timeout=60) as reply:
        told = [line for line in reply.read().decode().splitlines() if line.startswith("interstate_mail_total{")]
    same(told, ['interstate_mail_total{delivery="accepted"} 1'])


@test("what a mail server has taken is not sent again after an orderly stop in the middle of a round")
def _(house):
    sink = house.sink()
    server = house.server(*house.options(sink.port), people=tuple(f"Person {i} <person{i}@agency.example>" for i in range(9)))
    for i in range(9):
        Browser(server).ask_for_code(f"person{i}@agency.example")
    sink.wait(lambda: sink.taken, "the first mail")
    wait_for_rows(server, "count(*) FROM mail", 9)
    server.terminate()
    server.start()
    wait_for_rows(server, "count(*) FROM mail WHERE status = 'sent'", 9)
    same(sorted(envelope.rcpt_tos[0] for envelope, _ in sink.taken), [f"person{i}@agency.example" for i in range(9)])


@test("a server that turns everybody away at the door bounces nothing: mail waits for it")
def _(house):
    with socket.create_server(("127.0.0.1", 0)) as door:
        threading.Thread(target=turn_away, args=(door,), daemon=True).start()
        server = house.server(*house.options(door.getsockname()[1]))
        Browser(server).ask_for_code(ANN)
        told = wait_for_log(server, "mail_not_sent")
        same((told["how"], one(server, "status || attempts FROM mail")), ("no_server", "queued0"), told)
        server.close()


def turn_away(door):
    try:
        while True:
            line, _ = door.accept()
            line.sendall(b"554 no service for you today\r\n")
            line.close()
    except OSError:
        pass  # the test is over


@test("who is refused for good is not tried again, who is refused for now is, and others do not wait for them")
def _(house):
    sink = house.sink()
    sink.refusals = {"gone@agency.example": "550 5.1.1 nobody here", "full@agency.example": "452 4.2.2 full"}
    server = house.server(*house.options(sink.port), people=("Gone <gone@agency.example>", "Full <full@agency.example>", f"Ann <{ANN}>"))
    for address in ("gone@agency.example", "full@agency.example", ANN):
        Browser(server).ask_for_code(address)
    sink.wait(lambda: sink.taken and len(sink.refused) == 2, "one mail and two refusals")
    wait_for_rows(server, "count(*) FROM mail WHERE status = 'sent'", 1)
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics") as reply:
        figures = reply.read().decode()
    for how in ("accepted", "refused_for_now", "no_such_address"):
        same(f'interstate_mail_total{{delivery="{how}"}} 1\n' in figures, True, figures)
    same([tuple(row) for row in server.rows("SELECT address, status, attempts, answer LIKE '%nobody here%' OR answer LIKE '%full%' FROM mail"
                                            " WHERE status <> 'sent' ORDER BY address")],
         [("full@agency.example", "queued", 1, 1), ("gone@agency.example", "bounced", 1, 1)])


@test("nothing in somebody's name becomes a header, a line or a recipient of the mail")
def _(house):
    sink = house.sink()
    server = house.server(*house.options(sink.port), people=("Ann\\r\\nBcc: all@agency.example <ann@agency.example>",))
    server.kill()
    database = server.writable_database()
    with database:
        database.execute("UPDATE people SET name = ?", ("Ann <b>\r\nBcc: all@agency.example\r\n.\r\n",))
    database.close()
    server.start()
    Browser(server).ask_for_code(ANN)
    sink.wait(lambda: sink.taken, "the mail")
    envelope, message = sink.taken[0]
    same((envelope.rcpt_tos, message["bcc"], "<b>" in html_of(message)), ([ANN], None, False))


@test("doctor sends a trial, and says why it does not arrive")
def _(house):
    sink = house.sink()
    server = house.server()
    looks = ["doctor", "--data", server.folder, "--port", "0", "--mail", ANN]
    said = run(server.program, *looks, *house.options(sink.port), check=False).stdout
    same(f"ok    mail to {ANN}" in said, True, said)
    same(sink.taken[0][1]["subject"], "Mail from Interstate arrives")
    sink.refusals[ANN] = "550 5.1.1 nobody here"
    for options, why in ((house.options(sink.port), "nobody here"), (house.options(free_port()), "connect"),
                         (house.options(sink.port, authorities=False), "certificate"), ([], "--mail-server")):
        said = run(server.program, *looks, *options, check=False).stdout
        same(re.search(rf"WRONG mail to {ANN}: .*{why}", said) is not None, True, said)


@test("settings that cannot be right are named, and nothing starts")
def _(house):
    server = house.server()
    server.kill()
    for options, name in ((["--mail-server", "http://localhost"], "mail-server"), (["--mail-server", "smtp://localhost:25"], "mail-from"),
                          (["--mail-server", "smtp://mail.agency.example:25", "--mail-from", ANN, "--mail-plain"], "mail-plain")):
        done = run(server.program, "serve", "--data", server.folder, "--port", "0", *options, check=False)
        same((done.returncode, name in done.stderr), (1, True), done.stderr)


def wait_for_log(server, event):
    """The first entry of this name; the log is written before anything else can be seen of it."""
    return wait_for(lambda: next((entry for entry in server.log_entries() if entry.get("event") == event), None), server, event)


def wait_for_rows(server, sql, wanted):
    wait_for(lambda: one(server, sql) == wanted, server, f"{wanted} of {sql}")


def wait_for(found, server, what, patience=60):
    until = time.monotonic() + patience
    while not (answer := found()):
        if server.process.poll() is not None or time.monotonic() > until:
            raise AssertionError(f"waited for {what}")
    return answer
