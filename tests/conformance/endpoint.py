"""One WebSocket endpoint, spoken to byte by byte: nothing here helps to be right."""
import base64
import hashlib
import os
import socket
import struct

PATIENCE = 20  # seconds
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10


def cases():
    """A list of (section, title, case, name of the only endpoint or None), and the decorator that fills it."""
    found = []

    def case(section, title, only=None):
        def keep(body):
            found.append((section, title, body, only))
            return body
        return keep
    return found, case


def same(found, wanted, what=""):
    if found != wanted:
        raise AssertionError(f"{what or 'found'}: {found!r}, wanted {wanted!r}")


def frame(opcode, payload=b"", final=True, reserved=0, mask=b"\x17\x2a\x03\x7f", length=None, size=None):
    """A client's frame. `length`: 7, 16 or 64 bits whatever is needed; `size`: what it claims; `mask` None: unmasked."""
    claimed = len(payload) if size is None else size
    bits = length or (7 if claimed < 126 else 16 if claimed < 65536 else 64)
    marker = 128 if mask is not None else 0
    head = bytes([(128 if final else 0) | reserved << 4 | opcode])
    head += {7: bytes([marker | claimed & 127]), 16: bytes([marker | 126]) + struct.pack(">H", claimed & 0xFFFF),
             64: bytes([marker | 127]) + struct.pack(">Q", claimed)}[bits]
    if mask is None:
        return head + payload
    return head + mask + bytes(byte ^ mask[i & 3] for i, byte in enumerate(payload)) if len(payload) < 4096 else head + mask + masked(payload, mask)


def masked(payload, mask):
    spread = int.from_bytes((mask * (len(payload) // 4 + 1))[:len(payload)], "big")
    return (int.from_bytes(payload, "big") ^ spread).to_bytes(len(payload), "big")


def close_payload(code, reason=b""):
    return struct.pack(">H", code) + reason


class Endpoint:
    def __init__(self, name, port, path, fields, binary):
        self.name, self.port, self.path, self.fields, self.binary = name, port, path, fields, binary

    def head(self, without=(), extra=(), line=None, key="dGhlIHNhbXBsZSBub25jZQ=="):
        fields = [f"Host: 127.0.0.1:{self.port}", "Upgrade: websocket", "Connection: Upgrade", f"Sec-WebSocket-Key: {key}",
                  "Sec-WebSocket-Version: 13", *self.fields]
        kept = [field for field in fields if field.split(":")[0] not in without]
        return "\r\n".join([line or f"GET {self.path} HTTP/1.1", *kept, *extra, "", ""]).encode("latin-1")

    def asked(self, **how):
        """The answer to this upgrade: (status, fields by lower-case name, the line)."""
        line = Line(self.port)
        line.send(self.head(**how))
        return *line.read_head(), line

    def open(self):
        key = base64.b64encode(os.urandom(16)).decode()
        status, fields, line = self.asked(key=key)
        same(status, 101)
        same(fields["sec-websocket-accept"], accept_of(key))
        if not self.binary:
            same(line.receive()[0], TEXT, "the greeting")
        return line

    def message(self, number=7):
        """A text that this endpoint answers, and a check of the answer."""
        if self.binary:
            text = f"number {number}".encode()
            return text, lambda answer: same(answer, (TEXT, text))
        return b'{"t":"ping","id":%d}' % number, lambda answer: same((answer[0], b'"pong"' in answer[1], b"%d" % number in answer[1]), (TEXT, True, True))

    def still_talks(self, line, number=7):
        text, check = self.message(number)
        line.send(frame(TEXT, text))
        check(line.receive())


def accept_of(key):
    return base64.b64encode(hashlib.sha1((key + GUID).encode()).digest()).decode()


class Line:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""

    def send(self, data):
        try:
            self.socket.sendall(data)
        except OSError:
            pass  # ended already: what was sent before says why

    def _more(self):
        try:
            data = self.socket.recv(1 << 16)
        except ConnectionError:
            data = b""
        self.buffer += data
        return bool(data)

    def _take(self, size):
        while len(self.buffer) < size:
            if not self._more():
                raise EOFError
        data, self.buffer = self.buffer[:size], self.buffer[size:]
        return data

    def read_head(self):
        while b"\r\n\r\n" not in self.buffer:
            if not self._more():
                raise AssertionError("the line ended before an answer")
        head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        return int(lines[0].split()[1]), {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in lines[1:])}

    def receive(self):
        """(opcode, payload) of the next frame, which must be as a server may send it; None when the line is over."""
        try:
            first, second = self._take(2)
            same(first & 0x70, 0, "reserved bits of the server (5.2)")
            same(second & 128, 0, "the mask of the server (5.1)")
            same(first & 128, 128, "a fragment of the server")
            size = second & 127
            if size == 126:
                size = struct.unpack(">H", self._take(2))[0]
                same(size >= 126, True, "the shortest form (5.2)")
            elif size == 127:
                size = struct.unpack(">Q", self._take(8))[0]
                same(size >= 65536, True, "the shortest form (5.2)")
            return first & 15, self._take(size)
        except EOFError:
            return None

    def closing(self):
        """What the server says at the end, and that it ends the line after it: the close code, None for a close without one."""
        while (got := self.receive()) and got[0] != CLOSE:
            pass
        if got is None:
            raise AssertionError("the line ended without a close frame (7.1.7)")
        payload = got[1]
        same(len(payload) != 1 and len(payload) <= 125, True, "the payload of a close (5.5.1)")
        payload[2:].decode()
        self.send(frame(CLOSE, payload[:2]))
        same(self.receive(), None, "after its close frame (5.5.1)")
        return struct.unpack(">H", payload[:2])[0] if payload else None


def refuses(endpoint, *frames, codes=(1002,), begin=b""):
    """These bytes fail the connection with one of these codes."""
    line = endpoint.open()
    line.send(begin + b"".join(frames))
    code = line.closing()
    if code not in codes:
        raise AssertionError(f"closed with {code}, wanted {codes}")
