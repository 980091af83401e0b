"""RFC 6455, section 5: base framing, masking, fragmentation, control frames."""
from endpoint import BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, cases, close_payload, frame, refuses, same

CASES, case = cases()
LARGEST = 256 * 1024  # of the product


@case("5.1", "an unmasked frame fails the connection")
def _(endpoint):
    for opcode in (TEXT, PING, CLOSE):
        refuses(endpoint, frame(opcode, b"", mask=None))


@case("5.3", "every mask is taken off, also one of zeros, and wherever the frame is cut")
def _(endpoint):
    line = endpoint.open()
    for number, mask in enumerate((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x00\xff\x00\xff", b"{}\x22:", b"\x80\x01\x7f\xfe")):
        text, check = endpoint.message(number)
        data = frame(TEXT, text, mask=mask)
        for cut in range(0, len(data) + 1, 3):
            line.send(data[:cut])
            line.send(data[cut:])
            check(line.receive())


@case("5.2", "a reserved bit that no extension gave a meaning fails the connection")
def _(endpoint):
    for opcode in (TEXT, PING, CLOSE):
        for reserved in range(1, 8):
            refuses(endpoint, frame(opcode, b"", reserved=reserved))
    refuses(endpoint, frame(CONTINUATION, b"", reserved=4), begin=frame(TEXT, b"{", final=False))


@case("5.2", "opcodes 3 to 7 and 11 to 15 fail the connection")
def _(endpoint):
    for opcode in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15):
        refuses(endpoint, frame(opcode))
        refuses(endpoint, frame(opcode, b"x" * 200 if opcode < 8 else b"x"))


@case("5.2", "a length that is not in its shortest form fails the connection")
def _(endpoint):
    for size, length in ((0, 16), (125, 16), (0, 64), (126, 64), (65535, 64)):
        refuses(endpoint, frame(TEXT, b"x" * size, length=length))


@case("5.2", "a length of 64 bits whose highest bit is set fails the connection")
def _(endpoint):
    for size in (1 << 63, (1 << 63) + 5, (1 << 64) - 1):
        refuses(endpoint, frame(TEXT, b"hello", length=64, size=size))


@case("10.4", "a message that is too long for this endpoint is closed with 1009 before it has come")
def _(endpoint):
    for size in ((1 << 40), (1 << 62)):
        refuses(endpoint, frame(TEXT, b"hello", length=64, size=size), codes=(1009,))


@case("5.2", "every length is taken: around each change of the form, and in one piece, in pieces, in fragments", only="the echo")
def _(endpoint):
    line = endpoint.open()
    for opcode in (TEXT, BINARY):
        for size in (0, 1, 124, 125, 126, 127, 128, 1000, 65534, 65535, 65536, 65537, 1 << 20):
            payload = (b"\xc3\xa9abcdef" * (size // 8 + 1))[:size]
            payload = payload if opcode == BINARY or payload[-1:] != b"\xc3" else payload[:-1] + b"x"
            data = frame(opcode, payload)
            for piece in (len(data), 997):
                for begin in range(0, len(data), piece):
                    line.send(data[begin:begin + piece])
                same(line.receive(), (opcode, payload), f"{size} bytes")
            third = size // 3
            line.send(frame(opcode, payload[:third], final=False) + frame(CONTINUATION, payload[third:2 * third], final=False) + frame(CONTINUATION, payload[2 * third:]))
            same(line.receive(), (opcode, payload), f"{size} bytes in fragments")


@case("5.4", "fragments make one message, empty ones too, and control frames may stand between them")
def _(endpoint):
    line = endpoint.open()
    text, check = endpoint.message()
    pieces = [b"", text[:1], b"", text[1:5], text[5:], b""]
    for control in (False, True):
        data = b""
        for i, piece in enumerate(pieces):
            data += frame(CONTINUATION if i else TEXT, piece, final=i == len(pieces) - 1)
            data += frame(PING, b"between %d" % i) if control and i < len(pieces) - 1 else b""
        line.send(data)
        if control:
            for i in range(len(pieces) - 1):
                same(line.receive(), (PONG, b"between %d" % i))
        check(line.receive())


@case("5.4", "a continuation of nothing fails the connection, and so does a new message inside one")
def _(endpoint):
    text, _ = endpoint.message()
    refuses(endpoint, frame(CONTINUATION, text))
    refuses(endpoint, frame(CONTINUATION, text, final=False))
    refuses(endpoint, frame(TEXT, text), begin=frame(TEXT, text[:3], final=False))
    refuses(endpoint, frame(CONTINUATION, b"}"), begin=frame(TEXT, text[:3], final=False) + frame(CONTINUATION, text[3:]))
    if endpoint.binary:
        refuses(endpoint, frame(BINARY, text), begin=frame(TEXT, text[:3], final=False))


@case("5.5", "a control frame of more than 125 bytes fails the connection, one of 125 does not")
def _(endpoint):
    line = endpoint.open()
    line.send(frame(PING, b"x" * 125))
    same(line.receive(), (PONG, b"x" * 125))
    for opcode in (PING, PONG, CLOSE):
        refuses(endpoint, frame(opcode, close_payload(1000) + b"x" * 124))


@case("5.5", "a control frame in fragments fails the connection")
def _(endpoint):
    for opcode in (PING, PONG, CLOSE):
        refuses(endpoint, frame(opcode, b"", final=False))
        refuses(endpoint, frame(opcode, b"", final=False), frame(CONTINUATION, b""))


@case("5.5.2", "a ping is answered with its own payload, in turn, also byte by byte")
def _(endpoint):
    line = endpoint.open()
    payloads = [b"", b"a", bytes(range(256))[:125], b"\xff\xfe not text", b"\0" * 60]
    line.send(b"".join(frame(PING, payload) for payload in payloads))
    same([line.receive() for _ in payloads], [(PONG, payload) for payload in payloads])
    for byte in frame(PING, b"slowly"):
        line.send(bytes([byte]))
    same(line.receive(), (PONG, b"slowly"))


@case("5.5.3", "a pong that nobody asked for is passed over")
def _(endpoint):
    line = endpoint.open()
    line.send(frame(PONG, b"unasked") + frame(PONG))
    endpoint.still_talks(line)


@case("5.6", "a binary message is closed with 1003", only="the product")
def _(endpoint):
    refuses(endpoint, frame(BINARY, b"\0\1"), codes=(1003,))
    refuses(endpoint, frame(BINARY, b"", final=False), codes=(1003,))


@case("10.4", "a message of 256 KiB is taken, one byte more is closed with 1009, whole and in fragments", only="the product")
def _(endpoint):
    line = endpoint.open()
    line.send(frame(TEXT, b" " * (LARGEST - len(endpoint.message()[0])) + endpoint.message()[0]))
    endpoint.message()[1](line.receive())
    refuses(endpoint, frame(TEXT, b"x" * (LARGEST + 1)), codes=(1009,))
    refuses(endpoint, frame(TEXT, b"x" * LARGEST, final=False), frame(CONTINUATION, b"x"), codes=(1009,))
