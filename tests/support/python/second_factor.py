"""What a telephone does: codes of a secret (RFC 6238)."""
import base64
import hashlib
import hmac
import http.client
import re
import struct
import time
import urllib.parse

STEP = 30
PATH = "/sign-in/second-factor"


def code_of(secret, ahead=0):
    """Of so many half minutes ahead: the next one is taken too, and none is taken twice."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // STEP + ahead), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def secret_in(page):
    """The letters that stand beside the picture."""
    return re.search(r'<code class="letters">([A-Z2-7 ]+)</code>', page).group(1).replace(" ", "")


def set_up(port, half):
    """For who has shown the first factor only: `half` is that cookie. Gives the cookie of the login."""
    def ask(method, body=""):
        line = http.client.HTTPConnection("127.0.0.1", port)
        line.request(method, PATH, body, {"Origin": f"http://127.0.0.1:{port}", "Cookie": half, "Content-Type": "application/x-www-form-urlencoded"})
        reply = line.getresponse()
        return reply.status, reply.read().decode(), reply.getheader("Set-Cookie")
    return set_up_by(ask)


def set_up_by(ask):
    """`ask(method, body)` asks at PATH and gives (status, page, cookies)."""
    secret = secret_in(ask("GET")[1])
    status, page, cookies = ask("POST", urllib.parse.urlencode({"code": code_of(secret)}))
    if status != 200 or "recovery codes" not in page:
        raise AssertionError(f"the first code was answered {status}")
    return cookies.split(";")[0]
