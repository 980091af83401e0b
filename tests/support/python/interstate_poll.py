"""A live connection by long poll: the same as `Live`, over requests that any proxy lets through."""
import http.client
import json
from collections import deque

from interstate_client import PATIENCE, Closed, Live, Refused


class Polled(Live):
    """One live connection without WebSocket. `lose` drops the next answer before it is read, as a bad proxy does."""

    def __init__(self, port, cookie=None, token=None, origin=None):
        self.port, self.events, self.frames = port, [], deque()
        self.batch = self.posted = 0
        self.code, self.lose = None, False
        self.lines = {}
        self.headers = {"Cookie": cookie, "Origin": origin or f"http://127.0.0.1:{port}"} if cookie else {}
        if token:
            self.headers["Authorization"] = f"Bearer {token}"
        status, fields, body = self.request("POST", "/api/live")
        self.status = status
        if status != 200:
            raise Refused(status, str(fields), body)
        self.opening, *frames = body.decode().splitlines()
        self.opening = json.loads(self.opening)
        self.id = self.opening["id"]
        self.frames += frames
        self.greeting = self.receive()

    def request(self, method, target, body=None):
        """(status, headers, body); each method has a line of its own, as in a browser."""
        line = self.lines.get(method) or http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE + 10)
        self.lines[method] = line
        headers = {**self.headers, **({"Content-Type": "application/x-ndjson"} if body else {})}
        if method == "GET":
            headers.pop("Origin", None)
        try:
            line.request(method, target, body, headers)
            response = line.getresponse()
            if self.lose:
                self.lose = False
                line.close()
                return self.request(method, target, body)
            return response.status, dict(response.getheaders()), response.read()
        except TimeoutError as error:
            raise AssertionError("no answer") from error
        except (OSError, http.client.HTTPException) as error:
            line.close()
            raise Closed() from error

    def poll(self):
        """Waits for the next batch; gives its head."""
        status, _, body = self.request("GET", f"/api/live/{self.id}?after={self.batch}")
        if status != 200:
            raise Closed()
        head, *frames = body.decode().splitlines()
        head = json.loads(head)
        if (head["number"] - self.batch) != (1 if frames or "close" in head else 0):
            raise AssertionError(f"batch {head['number']} after {self.batch}")
        self.batch = head["number"]
        self.frames += frames
        self.code = head.get("close")
        return head

    def receive_raw(self):
        """The next frame's bytes, as a text message would have them."""
        while not self.frames:
            if self.code is not None:
                raise Closed(self.code)
            self.poll()
        return 1, self.frames.popleft().encode()

    def receive(self):
        return json.loads(self.receive_raw()[1])

    def send_text(self, text):
        """Posts lines; gives the status."""
        self.posted += 1
        status, _, _ = self.request("POST", f"/api/live/{self.id}?number={self.posted}", text)
        return status

    def send(self, *frames):
        status = self.send_text("\n".join(json.dumps(frame) for frame in frames).encode())
        if status == 404:
            raise Closed()
        if status != 200:
            raise AssertionError(f"a post was answered {status}")

    def end(self):
        return self.request("POST", f"/api/live/{self.id}/end")[0]

    def close(self):
        for line in self.lines.values():
            line.close()
