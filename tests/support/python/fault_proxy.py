"""A network that fails: stands between clients and a server, and treats each connection as its number and the seed decide.

What it can do to a line is in FAULTS. A black hole stays one until the client gives the line up, as where a cable was pulled.
"""
import asyncio
import random
import socket
import struct
import threading
from collections import Counter

CHUNK = 1 << 16
UNTIL_FAULT = 12_000  # bytes in either direction: within the handshake, in the middle of a frame, or after some hundred frames
LONGEST_DELAY = 0.12  # seconds for each chunk
TRICKLED = 3_000  # bytes that go one by one


class Line:
    """One connection: what was said each way, and what happens to it."""

    def __init__(self, plan, client, server):
        self.fault, self.chance = plan
        self.after = self.chance.randrange(UNTIL_FAULT)
        self.seen = 0
        self.ends = {"up": (client, server), "down": (server, client)}

    def struck(self):
        return self.seen > self.after

    async def carry(self, way):
        """Carries one direction to its end. The server's farewell and the client's are carried too."""
        (reader, _), (_, writer) = self.ends[way]
        while data := await reader.read(CHUNK):
            self.seen += len(data)
            if self.struck():
                if not await FAULTS[self.fault](self, way, data, writer):
                    return
            else:
                writer.write(data)
                await writer.drain()
        if writer.can_write_eof() and not (self.struck() and way in SWALLOWED.get(self.fault, ())):
            writer.write_eof()

    def reset(self):
        for _, writer in self.ends.values():
            reset(writer[1])

    # ---- what a network does. False: this direction is over. ----------------------------------------------

    async def _pass(self, way, data, writer):
        writer.write(data)
        await writer.drain()
        return True

    async def _reset(self, way, data, writer):
        writer.write(data[:self.chance.randrange(len(data) + 1)])
        self.reset()
        return False

    async def _swallow_replies(self, way, data, writer):
        return way == "down" or await self._pass(way, data, writer)

    async def _swallow_requests(self, way, data, writer):
        return way == "up" or await self._pass(way, data, writer)

    async def _swallow_both(self, way, data, writer):
        return True

    async def _delay(self, way, data, writer):
        await asyncio.sleep(self.chance.random() * LONGEST_DELAY)
        return await self._pass(way, data, writer)

    async def _close_half(self, way, data, writer):
        """The direction in which something was said ends; the other one goes on."""
        await self._pass(way, data[:self.chance.randrange(len(data) + 1)], writer)
        if writer.can_write_eof():
            writer.write_eof()
        return False

    async def _trickle(self, way, data, writer):
        for i, byte in enumerate(data[:TRICKLED]):
            writer.write(bytes([byte]))
            await writer.drain()
            if i % 64 == 0:
                await asyncio.sleep(0)
        return await self._pass(way, data[TRICKLED:], writer)


SWALLOWED = {"swallowed requests": ("up",), "swallowed replies": ("down",), "swallowed both": ("up", "down")}
FAULTS = {"none": Line._pass, "reset": Line._reset, "swallowed replies": Line._swallow_replies, "swallowed requests": Line._swallow_requests,
          "swallowed both": Line._swallow_both, "delays": Line._delay, "half closed": Line._close_half, "trickled": Line._trickle}


def reset(writer):
    """Ends a connection as a router does that has forgotten it: RST, and what was on its way is lost."""
    if (line := writer.get_extra_info("socket")) and line.fileno() >= 0:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


class FaultProxy:
    """Listens on a free port of its own and passes on to `port`. Runs in a thread of its own."""

    def __init__(self, port, seed, faults=tuple(FAULTS)):
        self.target, self.seed, self.faults = port, seed, faults
        self.struck = Counter()  # how many lines each fault has hit
        self.healed, self.lines, self.count = False, {}, 0
        self.loop = asyncio.new_event_loop()
        opened = threading.Event()
        self.thread = threading.Thread(target=self._run, args=(opened,), daemon=True)
        self.thread.start()
        opened.wait()

    def _run(self, opened):
        asyncio.set_event_loop(self.loop)
        listening = self.loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = listening.sockets[0].getsockname()[1]
        opened.set()
        self.loop.run_forever()

    def _plan(self):
        self.count += 1
        chance = random.Random(f"{self.seed}/{self.count}")
        return "none" if self.healed else chance.choice(self.faults), chance

    async def _serve(self, reader, writer):
        plan = self._plan()
        try:
            server = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            return reset(writer)
        line = Line(plan, (reader, writer), server)
        self.lines[line] = None
        try:
            await asyncio.gather(line.carry("up"), line.carry("down"))
        except (OSError, RuntimeError):
            line.reset()  # one side was reset, or was killed: the other one hears of it so
        finally:
            self.struck[line.fault if line.struck() else "none"] += 1
            del self.lines[line]
            for one in (writer, server[1]):
                one.close()

    def heal(self):
        """From now on nothing fails; lines that were hit are reset, as when a network comes back."""
        def mend():
            self.healed = True
            for line in list(self.lines):
                if line.fault != "none":
                    line.reset()
        self.loop.call_soon_threadsafe(mend)

    def break_again(self):
        self.healed = False

    def close(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
