"""A client process of its own: asks for a code for each address, then for two more things as that browser would, and prints how long each took.

    code_times.py PORT < {"addresses": […], "network": 0}      prints [[address, status, seconds, seconds, seconds], …]
"""
import http.client
import json
import sys
import time
import urllib.parse


def main():
    port, wanted = int(sys.argv[1]), json.load(sys.stdin)
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    line.connect()

    def took(method, path, network, fields, cookie):
        headers = {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie,
                   "X-Forwarded-For": f"10.{wanted['network']}.{network}.7"}
        begin = time.perf_counter()
        line.request(method, path, urllib.parse.urlencode(fields), headers)
        reply = line.getresponse()
        reply.read()
        return time.perf_counter() - begin, reply

    answers = []
    for number, address in enumerate(wanted["addresses"]):
        asked, reply = took("POST", "/sign-in/mail", number, {"address": address, "next": "/"}, "")
        cookie = reply.getheader("Set-Cookie", "").split(";")[0]
        page, _ = took("GET", "/sign-in/code", number, {}, cookie)
        # Waits for what is written before it.
        written, _ = took("POST", "/sign-out", number, {}, f"interstate_{port}=nobody; {cookie}")
        answers.append([address, reply.status, asked, page, written])
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
