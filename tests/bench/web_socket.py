"""A WebSocket client that speaks a profile of the load generator (shared/loadgen.cpp), one message at a time: for looking at the bytes."""
import base64
import os
import re
import socket
import struct
import time

PATIENCE = 20  # seconds
MARKER = "TS="  # the load generator finds its own messages by it
PLACEHOLDER = re.compile(r"\{(i6|i|room4|room|n10|n|body)\}")


def body_of(size, number=1):
    """A body as the load generator makes it: marker, 19 digits of time, 10 of the number, padded to `size`."""
    return f"{MARKER}{time.monotonic_ns():019};{number:010};".ljust(size, "x")


class Client:
    """One connection to `port`; `number` and `room` fill the profile's placeholders."""

    def __init__(self, profile, port, number=0, room=0):
        self.profile, self.number, self.room, self.sent = profile, number, room, 0
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.buffer = b""
        path = "/" + profile["url"].split("/", 3)[3]
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [f"GET {self.fill(path)} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Upgrade: websocket", "Connection: Upgrade", f"Sec-WebSocket-Key: {key}",
                 "Sec-WebSocket-Version: 13", *[self.fill(header) for header in profile.get("headers", [])]]
        self.socket.sendall("\r\n".join([*lines, "", ""]).encode())
        while b"\r\n\r\n" not in self.buffer:
            self.more()
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise AssertionError(f"the upgrade was answered {head.decode()}")

    def fill(self, text, body=""):
        values = {"i": str(self.number), "i6": f"{self.number:06}", "room": str(self.room), "room4": f"{self.room:04}", "n": str(self.sent),
                  "n10": f"{self.sent:010}", "body": body}
        return PLACEHOLDER.sub(lambda match: values[match[1]], text)

    def walk(self, steps):
        """Goes the profile's steps; gives the frames that came meanwhile."""
        came = []
        for step in steps:
            if "send" in step:
                self.send(self.fill(step["send"]))
            while "expect" in step:
                came.append(self.receive())
                if self.fill(step["expect"]).encode() in came[-1]:
                    break
        return came

    def publish(self, size):
        """Gives the body that was said."""
        self.sent += 1
        body = body_of(size, self.sent)
        self.send(self.fill(self.profile["publish"], body))
        return body

    def send(self, text):
        payload, mask = text.encode(), os.urandom(4)
        head = bytes([0x81]) + (bytes([0x80 | len(payload)]) if len(payload) < 126 else bytes([0xFE]) + struct.pack(">H", len(payload)))
        self.socket.sendall(head + mask + bytes(byte ^ mask[i & 3] for i, byte in enumerate(payload)))

    def more(self):
        data = self.socket.recv(1 << 16)
        if not data:
            raise AssertionError("the server ended the connection")
        self.buffer += data

    def take(self, size):
        while len(self.buffer) < size:
            self.more()
        data, self.buffer = self.buffer[:size], self.buffer[size:]
        return data

    def receive(self):
        """The payload of the next frame; Socket.IO's own ping is answered."""
        first, length = self.take(2)
        if length == 126:
            length = struct.unpack(">H", self.take(2))[0]
        elif length == 127:
            length = struct.unpack(">Q", self.take(8))[0]
        payload = self.take(length)
        if first & 15 == 8:
            raise AssertionError(f"closed: {payload!r}")
        return payload

    def receive_with(self, text):
        """The payload of the next frame that holds this."""
        while text.encode() not in (payload := self.receive()):
            pass
        return payload

    def close(self):
        self.socket.close()


def delivered_frame(profile, port, size):
    """What a member of room 0 receives when somebody publishes `size` bytes there: the whole payload."""
    member = Client(profile, port, 0)
    member.walk(profile["steps"])
    sender = Client(profile, port, 1)
    sender.walk(profile.get("pub_steps", profile["steps"]))
    frame = member.receive_with(sender.publish(size))
    if "ack" in profile:
        sender.receive_with(profile["ack"])
    member.close()
    sender.close()
    return frame
