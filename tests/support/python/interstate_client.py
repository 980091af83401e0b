"""A small client of the protocol for tests: standard library only, one socket, blocking."""
import base64
import http.client
import json
import os
import secrets
import socket
import struct
import time
import urllib.parse

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGN_OF_LIFE = 999_999_999  # the id of pings that only ask whether the line is alive
PATIENCE = 20  # seconds without any answer are a failed test


def ulid(at_ms=None):
    """A fresh id; `at_ms` dates it otherwise than now."""
    value = (int(time.time() * 1000) if at_ms is None else at_ms) << 80 | secrets.randbits(80)
    return "".join(ALPHABET[(value >> (5 * i)) & 31] for i in range(25, -1, -1))


class Closed(Exception):
    """The connection is over; `code` is the close code, or None when the line just went."""

    def __init__(self, code=None):
        super().__init__(f"closed {code}")
        self.code = code


class Refused(Exception):
    """The upgrade was answered by something other than 101."""

    def __init__(self, status, head, body):
        super().__init__(f"the upgrade was answered {status}")
        self.status, self.head, self.body = status, head, body


def sign_in(port, person):
    """Signs a demonstration person in; gives the cookie."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    body = urllib.parse.urlencode({"person": person, "next": "/"})
    headers = {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/sign-in/demonstration", body, headers)
    response = connection.getresponse()
    response.read()
    connection.close()
    if response.status != 303:
        raise AssertionError(f"sign-in answered {response.status}")
    return response.getheader("Set-Cookie").split(";")[0]


def upgrade_head(port, cookie=None, token=None, origin=None, extra=(), without=()):
    """The lines of a sound upgrade, less those whose names are in `without`, and with `extra` ones."""
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [f"Host: 127.0.0.1:{port}", "Upgrade: websocket", "Connection: Upgrade", f"Sec-WebSocket-Key: {key}",
             "Sec-WebSocket-Version: 13"]
    if cookie:
        lines += [f"Cookie: {cookie}", f"Origin: {origin or f'http://127.0.0.1:{port}'}"]
    if token:
        lines.append(f"Authorization: Bearer {token}")
    lines = [line for line in lines if line.split(":")[0] not in without] + list(extra)
    return "\r\n".join(["GET /api/live HTTP/1.1", *lines]).encode() + b"\r\n\r\n"


class Live:
    """One live connection."""

    def __init__(self, port, cookie=None, token=None, origin=None, extra=(), without=(), receive_buffer=None, impatient=None):
        """`impatient`: asks for a sign of life every so many seconds; without one for four times as long it is `Closed`."""
        self.socket = socket.socket()
        self.socket.settimeout(impatient or PATIENCE)
        self.impatient, self.asked_at, self.alive_at = impatient, None, time.monotonic()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.buffer = bytearray()
        self.greeting = None
        self.payload = b""  # of the frame that was received last, as it came
        self.events = []
        try:
            self._connect(port)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.socket.sendall(upgrade_head(port, cookie, token, origin, extra, without))
        except OSError as error:
            self.close()
            raise Closed() from error
        self.head = self._until(b"\r\n\r\n").decode("latin-1")
        self.status = int(self.head.split()[1])
        if self.status != 101:
            raise Refused(self.status, self.head, self._rest())
        self.greeting = self.receive()

    def _connect(self, port):
        self.socket.connect(("127.0.0.1", port))

    def _more(self):
        if self.impatient:
            self._ask_for_life()
        try:
            data = self.socket.recv(1 << 16)
        except TimeoutError as error:
            if self.impatient:
                return
            raise AssertionError(f"no answer within {self.socket.gettimeout()} s") from error
        except OSError as error:
            raise Closed() from error
        if not data:
            raise Closed()
        self.buffer += data

    def _ask_for_life(self):
        now = time.monotonic()
        if now - (self.asked_at or self.alive_at) > 4 * self.impatient:
            self.close()
            raise Closed()
        if self.greeting and not self.asked_at and now - self.alive_at > self.impatient:
            self.asked_at = now
            self.send({"t": "ping", "id": SIGN_OF_LIFE})

    def _rest(self):
        """What comes until the other side closes."""
        try:
            while True:
                self._more()
        except Closed:
            self.close()
            return bytes(self.buffer)

    def _until(self, mark):
        while mark not in self.buffer:
            self._more()
        head, _, rest = bytes(self.buffer).partition(mark)
        self.buffer = bytearray(rest)
        return head

    def _take(self, size):
        while len(self.buffer) < size:
            self._more()
        data = bytes(self.buffer[:size])
        del self.buffer[:size]
        return data

    def receive_raw(self):
        """The next WebSocket frame: (opcode, payload)."""
        first, second = self._take(2)
        if first & 0x70 or second & 0x80:
            raise AssertionError("the server sent reserved bits or a masked frame")
        size = second & 127
        if size == 126:
            size = struct.unpack(">H", self._take(2))[0]
        elif size == 127:
            size = struct.unpack(">Q", self._take(8))[0]
        return first & 15, self._take(size)

    def receive(self):
        """The next frame, decoded. Raises Closed."""
        while True:
            opcode, payload = self.receive_raw()
            if opcode == 8:
                code = struct.unpack(">H", payload[:2])[0] if len(payload) >= 2 else None
                self._farewell(payload)
                raise Closed(code)
            if opcode == 9:
                self.send_raw(10, payload)
            elif opcode == 1:
                self.payload, frame = payload, json.loads(payload)
                if frame["t"] == "pong" and frame["id"] == SIGN_OF_LIFE:
                    self.asked_at, self.alive_at = None, time.monotonic()
                return frame

    def _farewell(self, payload):
        try:
            self.send_raw(8, payload)
        except Closed:
            pass

    def send_bytes(self, data):
        """Bytes as they are, without a frame around them."""
        try:
            self.socket.sendall(data)
        except TimeoutError as error:
            if self.impatient:
                raise Closed() from error
            raise AssertionError("the server takes nothing any more") from error
        except OSError as error:
            raise Closed() from error

    def send_raw(self, opcode, payload, final=True, masked=True, reserved=0):
        size = len(payload)
        mark = 128 if masked else 0
        head = bytes([(128 if final else 0) | reserved << 4 | opcode])
        head += bytes([mark | size]) if size < 126 else (
            bytes([mark | 126]) + struct.pack(">H", size) if size < 65536 else bytes([mark | 127]) + struct.pack(">Q", size))
        if masked:
            mask = os.urandom(4)
            spread = int.from_bytes((mask * (size // 4 + 1))[:size], "big")
            payload = mask + (int.from_bytes(payload, "big") ^ spread).to_bytes(size, "big")
        self.send_bytes(head + payload)

    def send(self, frame):
        self.send_raw(1, json.dumps(frame).encode())

    def wait(self, *types, keep=True, **fields):
        """The next frame of one of these types with these members; events passing by are kept in `events`."""
        while True:
            frame = self.receive()
            if frame["t"] == "event" and keep:
                self.events.append(frame)
            if frame["t"] in types and all(frame.get(k) == v for k, v in fields.items()):
                return frame

    def wait_closed(self):
        """Reads on until the connection is over; gives the close code."""
        try:
            while True:
                self.receive()
        except Closed as closed:
            return closed.code

    def follow(self, stream, **position):
        """Follows and gives (snapshot records or None, missed events, live or unfollowed frame)."""
        self.send({"t": "follow", "stream": stream, **position})
        records, missed = None, []
        while True:
            frame = self.receive()
            if frame.get("stream") != stream:
                if frame["t"] == "event":
                    self.events.append(frame)
                continue
            if frame["t"] == "snapshot":
                records = (records or []) + frame["records"]
            elif frame["t"] == "event":
                missed.append(frame)
                self.events.append(frame)
            elif frame["t"] in ("live", "unfollowed"):
                return records, missed, frame

    def command(self, name, body, id=None):
        """Sends and waits for the ack or refusal."""
        id = id or ulid()
        self.send({"t": "command", "id": id, "name": name, "body": body})
        return self.wait("ack", "refusal", id=id)

    def query(self, name, body, id="q"):
        self.send({"t": "query", "id": id, "name": name, "body": body})
        return self.wait("answer", "refusal", id=id)

    def ping(self, id=1):
        """Asks for a sign of life; gives the seconds that it took."""
        asked = time.monotonic()
        self.send({"t": "ping", "id": id})
        self.wait("pong", id=id)
        return time.monotonic() - asked

    def close(self):
        self.socket.close()
