"""A small client of the protocol for tests: standard library only, one socket, blocking."""
import base64
import json
import os
import secrets
import socket
import struct
import time
import urllib.parse
import http.client

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def ulid(at_ms=None):
    """A fresh id; `at_ms` dates it otherwise than now."""
    value = (int(time.time() * 1000) if at_ms is None else at_ms) << 80 | secrets.randbits(80)
    return "".join(ALPHABET[(value >> (5 * i)) & 31] for i in range(25, -1, -1))


class Closed(Exception):
    """The connection is over; `code` is the close code, or None when the line just went."""

    def __init__(self, code=None):
        super().__init__(f"closed {code}")
        self.code = code


def sign_in(port, person):
    """Signs a demonstration person in; gives the cookie."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    body = urllib.parse.urlencode({"person": person, "next": "/"})
    headers = {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/sign-in/demonstration", body, headers)
    response = connection.getresponse()
    response.read()
    if response.status != 303:
        raise AssertionError(f"sign-in answered {response.status}")
    return response.getheader("Set-Cookie").split(";")[0]


class Live:
    """One live connection."""

    def __init__(self, port, cookie=None, token=None, origin=None, extra=()):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self.buffer = b""
        key = base64.b64encode(os.urandom(16)).decode()
        lines = ["GET /api/live HTTP/1.1", f"Host: 127.0.0.1:{port}", "Upgrade: websocket", "Connection: Upgrade",
                 f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13"]
        if cookie:
            lines += [f"Cookie: {cookie}", f"Origin: {origin or f'http://127.0.0.1:{port}'}"]
        if token:
            lines.append(f"Authorization: Bearer {token}")
        lines += list(extra)
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        head = self._until(b"\r\n\r\n").decode()
        self.status = int(head.split()[1])
        if self.status != 101:
            raise Closed(self.status)
        self.events = []
        self.greeting = self.receive()

    def _more(self):
        try:
            data = self.socket.recv(1 << 16)
        except (ConnectionError, OSError) as error:
            raise Closed() from error
        if not data:
            raise Closed()
        self.buffer += data

    def _until(self, mark):
        while mark not in self.buffer:
            self._more()
        head, self.buffer = self.buffer.split(mark, 1)
        return head

    def _take(self, size):
        while len(self.buffer) < size:
            self._more()
        data, self.buffer = self.buffer[:size], self.buffer[size:]
        return data

    def receive(self):
        """The next frame, decoded. Raises Closed."""
        while True:
            first, second = self._take(2)
            size = second & 127
            if size == 126:
                size = struct.unpack(">H", self._take(2))[0]
            elif size == 127:
                size = struct.unpack(">Q", self._take(8))[0]
            payload = self._take(size)
            opcode = first & 15
            if opcode == 8:
                raise Closed(struct.unpack(">H", payload[:2])[0] if len(payload) >= 2 else None)
            if opcode == 9:
                self.send_raw(10, payload)
            elif opcode == 1:
                return json.loads(payload)

    def send_raw(self, opcode, payload, final=True):
        mask = os.urandom(4)
        size = len(payload)
        head = bytes([(128 if final else 0) | opcode])
        head += bytes([128 | size]) if size < 126 else (
            bytes([254]) + struct.pack(">H", size) if size < 65536 else bytes([255]) + struct.pack(">Q", size))
        try:
            self.socket.sendall(head + mask + bytes(b ^ mask[i & 3] for i, b in enumerate(payload)))
        except OSError as error:
            raise Closed() from error

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

    def follow(self, stream, **position):
        """Follows and gives (snapshot records or None, missed events, live frame)."""
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

    def close(self):
        self.socket.close()
