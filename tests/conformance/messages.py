"""RFC 6455, sections 5.5.1, 7 and 8: closing, and texts that are no UTF-8."""
import struct

from endpoint import CLOSE, CONTINUATION, PING, TEXT, cases, close_payload, frame, refuses, same

CASES, case = cases()

NOT_UTF8 = {"a lone continuation": b"\x80", "a byte that never stands": b"\xff", "an overlong slash": b"\xc0\xaf", "an overlong NUL in three": b"\xe0\x80\x80",
            "an overlong character in four": b"\xf0\x80\x80\x80", "a surrogate": b"\xed\xa0\x80", "a pair of surrogates": b"\xed\xa0\x80\xed\xb0\x80",
            "beyond the last": b"\xf4\x90\x80\x80", "five bytes": b"\xf8\x88\x80\x80\x80", "cut by a letter": b"\xce\xba\xe1\xbdx"}
CUT_OFF = {"two of three": b"\xe2\x82", "three of four": b"\xf0\x9f\x98", "one of two": b"\xc3"}


@case("5.5.1", "a close is answered with a close, and then the line ends")
def _(endpoint):
    for payload in (b"", close_payload(1000), close_payload(1000, b"x" * 123), close_payload(1001, "auf Wiedersehen ✓".encode())):
        line = endpoint.open()
        line.send(frame(CLOSE, payload))
        same(line.closing() in ({1000, None, 1005} if not payload else {struct.unpack(">H", payload[:2])[0]}), True, payload)


@case("5.5.1", "what comes after a close is not looked at")
def _(endpoint):
    for after in (frame(TEXT, endpoint.message()[0]), frame(PING, b"late"), b"\xff\xff\xff", frame(CLOSE, close_payload(1002))):
        line = endpoint.open()
        line.send(frame(CLOSE, close_payload(1000)) + after)
        opcode, payload = line.receive()
        same((opcode, payload[:2]), (CLOSE, close_payload(1000)), after)
        same(line.receive(), None, "after its close frame")


@case("5.5.1", "a close between fragments ends the message that was begun")
def _(endpoint):
    line = endpoint.open()
    line.send(frame(TEXT, endpoint.message()[0][:4], final=False) + frame(CLOSE, close_payload(1000)))
    same(line.closing(), 1000)


@case("5.5.1", "a close with a payload of one byte fails the connection")
def _(endpoint):
    refuses(endpoint, frame(CLOSE, b"\x03"))


@case("7.4.1", "codes that are for endpoints are echoed")
def _(endpoint):
    for code in (1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999):
        line = endpoint.open()
        line.send(frame(CLOSE, close_payload(code)))
        same(line.closing(), code)


@case("7.4.2", "codes that may not be sent fail the connection")
def _(endpoint):
    for code in (0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535):
        refuses(endpoint, frame(CLOSE, close_payload(code)))


@case("5.5.1", "a reason that is no UTF-8 fails the connection")
def _(endpoint):
    for bad in (*NOT_UTF8.values(), *CUT_OFF.values()):
        refuses(endpoint, frame(CLOSE, close_payload(1000, b"because " + bad)), codes=(1007, 1002))


@case("8.1", "a text that is no UTF-8 is closed with 1007: whole, in fragments, and cut off at its end")
def _(endpoint):
    for bad in (*NOT_UTF8.values(), *CUT_OFF.values()):
        refuses(endpoint, frame(TEXT, b"text " + bad), codes=(1007,))
        refuses(endpoint, frame(TEXT, b"text " + bad[:1], final=False), frame(CONTINUATION, bad[1:]), codes=(1007,))
        refuses(endpoint, frame(TEXT, b"text " + bad, final=False), frame(CONTINUATION, b""), codes=(1007,))


@case("8.1", "a text that is no UTF-8 is closed with 1007 as soon as that is certain, while the rest has not come")
def _(endpoint):
    for bad in NOT_UTF8.values():
        refuses(endpoint, frame(TEXT, b"text " + bad, final=False), codes=(1007,))
        refuses(endpoint, frame(TEXT, b"text " + bad + b"x" * 1000)[:8 + 5 + len(bad)], codes=(1007,))
    for sure in (b"\xed\xa0", b"\xf4\x90", b"\xe0\x80", b"\xf0\x8f", b"\xf5"):
        refuses(endpoint, frame(TEXT, sure, final=False), codes=(1007,))


@case("5.6", "a character may be cut anywhere, between fragments and between bytes", only="the echo")
def _(endpoint):
    text = "κόσμε é € 😀 \ufffd \U0010ffff".encode()
    line = endpoint.open()
    for cut in range(len(text) + 1):
        line.send(frame(TEXT, text[:cut], final=False) + frame(CONTINUATION, text[cut:]))
        same(line.receive(), (TEXT, text), f"cut at {cut}")
    for byte in frame(TEXT, text):
        line.send(bytes([byte]))
    same(line.receive(), (TEXT, text))
    line.send(b"".join(frame(CONTINUATION if i else TEXT, text[i:i + 1], final=i == len(text) - 1) for i in range(len(text))))
    same(line.receive(), (TEXT, text), "a byte in each fragment")


@case("7.1.1", "after the closing handshake it is the server that ends the line")
def _(endpoint):
    line = endpoint.open()
    line.send(frame(CLOSE, close_payload(1000)))
    same(line.receive(), (CLOSE, close_payload(1000)))
    same(line.receive(), None, "the end, without a word of ours")


@case("7.2.1", "a line that ends without a close, anywhere in a frame, harms nobody")
def _(endpoint):
    data = frame(TEXT, b"x" * 300)
    for cut in (0, 1, 2, 3, 5, 8, 100):
        line = endpoint.open()
        line.send(data[:cut])
        line.socket.close()
    endpoint.still_talks(endpoint.open())
