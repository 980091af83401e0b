"""Frames that no honest client sends."""
import json
import struct
import time

from world import Closed, refused, same, test, ulid

LIMIT = 256 * 1024


def answer_to(world, text):
    """What the server says to this text on a connection that stays usable."""
    live = world.live()
    live.send_raw(1, text if isinstance(text, bytes) else text.encode())
    answer = live.wait("refusal", "ack", "answer", "pong")
    live.ping()
    live.close()
    return answer


def code_after(world, *frames):
    """The close code after these raw frames, each (opcode, payload, options)."""
    live = world.live()
    try:
        for opcode, payload, options in frames:
            live.send_raw(opcode, payload, **options)
    except Closed:
        pass
    return live.wait_closed()


@test("a frame that is no JSON object is refused and the line stays")
def _(world):
    for text in ("", "hello", "[]", "null", "17", '"x"', '{"t":"ping"', '{"t":"ping","id":1}}', "{'t':'ping'}", '{"t":"ping","id":1,}',
                 '{"t":"ping","id":NaN}', '{"a":' * 5000, '{"t":"ping","t":"ping","id":1}', '{"t":"ping","id":1,"a":"\\ud800"}'):
        refused(answer_to(world, text), "malformed")


@test("a frame of an unknown type or with a wrong member is refused by name")
def _(world):
    refused(answer_to(world, '{"t":"shout"}'), "malformed", "t", "follow")
    refused(answer_to(world, "{}"), "malformed", "t", "command")
    refused(answer_to(world, '{"t":7}'), "malformed", "t")
    refused(answer_to(world, '{"t":"ping"}'), "missing", "id")
    refused(answer_to(world, '{"t":"ping","id":"one"}'), "malformed", "id")
    refused(answer_to(world, '{"t":"ping","id":1,"loud":true}'), "unknown_member")
    refused(answer_to(world, '{"t":"ping","id":99999999999999999999}'), "malformed", "id")
    refused(answer_to(world, '{"t":"follow","stream":"series/nowhere"}'), "malformed", "stream")
    refused(answer_to(world, '{"t":"follow","stream":"attic/01M7ZVD2SNRG9WCWBHT3YFJTMW"}'), "malformed", "stream")
    refused(answer_to(world, json.dumps({"t": "command", "id": "short", "name": "mark_visit", "body": {}})), "malformed", "id")
    refused(answer_to(world, json.dumps({"t": "command", "id": ulid(), "name": "mark_visit", "body": []})), "malformed", "body")
    refused(answer_to(world, json.dumps({"t": "query", "id": "q" * 65, "name": "steps", "body": {}})), "malformed", "id")


@test("an unknown command or query is refused with the names that exist")
def _(world):
    live = world.live()
    refused(live.command("drop_tables", {}), "unknown_name", "name", "add_post")
    refused(live.command("x" * 900, {}), "unknown_name", "name", "add_post")
    refused(live.query("everything", {}), "unknown_name", "name", "posts_of_thread")
    refused(live.command("steps", {}), "unknown_name", "name")


@test("a member that is unknown, missing or of another type is refused by name")
def _(world):
    live, thread = world.live(), world.server.threads[0]
    refused(live.command("add_post", {"thread": thread, "text": "x", "html": "<b>"}), "unknown_member", "html")
    refused(live.command("add_post", {"thread": thread}), "missing", "text")
    refused(live.command("add_post", {"thread": thread, "text": 7}), "malformed", "text")
    refused(live.command("add_post", {"thread": thread, "text": None}), "malformed", "text")
    refused(live.command("add_post", {"thread": "elsewhere", "text": "x"}), "malformed", "thread")
    refused(live.query("posts_of_thread", {"thread": thread, "limit": "many"}), "malformed", "limit")


@test("a value out of bounds is refused with the field and what is allowed")
def _(world):
    live, thread, meeting = world.live(), world.server.threads[0], world.server.meeting
    refused(live.command("add_post", {"thread": thread, "text": "x" * 20001}), "too_long", "text", "20000")
    refused(live.command("add_post", {"thread": thread, "text": "\U0001f600" * 20001}), "too_long", "text", "20000")
    refused(live.command("add_post", {"thread": thread, "text": ""}), "empty", "text", "1 to 20000")
    for control in ("\u0000", "\u007f", "\u0080", "\u0085", "\u009f"):
        refused(live.command("add_post", {"thread": thread, "text": f"a{control}b"}), "control_character", "text")
    refused(live.command("start_thread", {"anchor": "attic", "anchor_id": meeting, "title": "t", "text": "x"}), "malformed", "anchor", "topic")
    refused(live.command("mark_read", {"thread": thread, "number": 2**40}), "malformed", "number")
    refused(live.command("mark_read", {"thread": thread, "number": 1.5}), "malformed", "number")
    refused(live.command("extend_item", {"meeting": meeting, "item": world.server.agenda[0], "minutes": 2}), "out_of_bounds", "minutes", "1, 3 or 5")
    for limit in (0, -1, 100000):
        answer = live.query("posts_of_thread", {"thread": thread, "limit": limit})
        if answer["t"] == "answer" and len(answer["records"]) > 500:
            raise AssertionError("an unbounded page")


@test("an id of a command that is too old is refused with a way out")
def _(world):
    old = int((time.time() - 91 * 24 * 3600) * 1000)
    refused(world.live().command("mark_visit", {}, id=ulid(old)), "id_expired", "id", "a new id")


@test("a stream that is hidden and one that is not there are refused alike")
def _(world):
    live = world.live(world.member)
    hidden = live.follow(f"staff/{world.server.collaborative}")
    absent = live.follow(f"staff/{ulid()}")
    for records, missed, last in (hidden, absent):
        same((records, missed, last["t"], last["reason"]), (None, [], "unfollowed", "not_allowed"))
    refused(live.command("add_post", {"thread": ulid(), "text": "x"}), "not_allowed")


@test("text that is not UTF-8 closes with 1007")
def _(world):
    for bad in (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b'{"t":"ping","id":1}\xe2\x82'):
        same(code_after(world, (1, bad, {})), 1007, bad)
    same(code_after(world, (1, b"abc\xe2\x82", {"final": False}), (0, b"x", {})), 1007)


@test("a character may be cut between fragments")
def _(world):
    live = world.live()
    live.send_raw(1, b'{"t":"ping","id":1,"x":"\xe2\x82', final=False)
    live.send_raw(9, b"between")
    live.send_raw(0, b'\xac"}')
    same(live.receive_raw(), (10, b"between"))
    refused(live.wait("refusal"), "unknown_member")


@test("a binary frame closes with 1003")
def _(world):
    same(code_after(world, (2, b"\x00\x01", {})), 1003)
    same(code_after(world, (2, b"", {})), 1003)


@test("a frame over 256 KiB closes with 1009, one of exactly that does not")
def _(world):
    frame = b'{"t":"ping","id":1}'
    refused(answer_to(world, frame[:-1] + b',"x":"' + b"x" * (LIMIT - len(frame) - 7) + b'"}'), "unknown_member")
    same(code_after(world, (1, b"x" * (LIMIT + 1), {})), 1009)
    parts = [(1 if i == 0 else 0, b"x" * (LIMIT // 4), {"final": False}) for i in range(5)]
    same(code_after(world, *parts), 1009, "in fragments")


@test("fact 4: one header that declares 2^40 bytes ends its connection, not the process")
def _(world):
    for declared in (2**40, 2**62, 2**63, 2**64 - 1):
        live = world.live()
        live.send_bytes(bytes([0x81, 0xFF]) + struct.pack(">Q", declared) + b"mask" + b"x" * 100)
        if live.wait_closed() not in (1009, 1002):
            raise AssertionError(f"{declared} was not refused")
    if world.server.memory() > 1 << 30:
        raise AssertionError("a promise cost memory")


@test("frames that break RFC 6455 close with 1002")
def _(world):
    ping = b'{"t":"ping","id":1}'
    cases = {"unmasked": (1, ping, {"masked": False}), "reserved bit 1": (1, ping, {"reserved": 4}), "reserved bit 2": (1, ping, {"reserved": 2}),
             "reserved bit 3": (1, ping, {"reserved": 1}), "opcode 3": (3, ping, {}), "opcode 7": (7, ping, {}), "opcode 11": (11, b"", {}),
             "opcode 15": (15, b"", {}), "a ping in fragments": (9, b"x", {"final": False}), "a long ping": (9, b"x" * 126, {}),
             "nothing to continue": (0, ping, {}), "a close of one byte": (8, b"\x03", {}), "close 1005": (8, struct.pack(">H", 1005), {}),
             "close 999": (8, struct.pack(">H", 999), {})}
    for name, frame in cases.items():
        same(code_after(world, frame), 1002, name)
    same(code_after(world, (1, ping, {"final": False}), (1, ping, {})), 1002, "a frame within a message")


@test("a length that is not the shortest is refused")
def _(world):
    for head in (bytes([0x81, 0xFE]) + struct.pack(">H", 5), bytes([0x81, 0xFF]) + struct.pack(">Q", 5)):
        live = world.live()
        live.send_bytes(head + b"\0\0\0\0hello")
        same(live.wait_closed(), 1002)


@test("a close is answered with the same code")
def _(world):
    for code in (1000, 1001, 3000, 4999):
        same(code_after(world, (8, struct.pack(">H", code) + "auf Wiedersehen".encode(), {})), code)
    live = world.live()
    live.send_raw(8, b"")
    if live.wait_closed() not in (None, 1000, 1005):
        raise AssertionError("an empty close")


@test("a line that is cut in the middle of a frame harms nobody")
def _(world):
    for part in (b"", b"\x81", b"\x81\xfe\x01", b"\x81\x85mas", b"\x81\x85maskab"):
        live = world.live()
        live.send_bytes(part)
        live.close()
