"""A client process of its own: shows a wrong password for each address, one after the other, and prints how long each answer took.

    password_times.py PORT < {"addresses": […], "password": "…", "network": 0}      prints [[address, status, seconds], …]
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
    answers = []
    for number, address in enumerate(wanted["addresses"]):
        body = urllib.parse.urlencode({"address": address, "password": wanted["password"], "next": "/"})
        headers = {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/x-www-form-urlencoded",
                   "X-Forwarded-For": f"10.{wanted['network']}.{number}.7"}
        begin = time.perf_counter()
        line.request("POST", "/sign-in/password", body, headers)
        reply = line.getresponse()
        reply.read()
        answers.append([address, reply.status, time.perf_counter() - begin])
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
