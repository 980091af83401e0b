"""What network and attackers taught us, 1 and 7; the others stand with their kind: 2, 3, 5 bad_upgrades, 4 bad_frames, 6 limits, 8 shutdown."""
from world import same, test


@test("fact 1: a character cut off before an empty last fragment closes with 1007")
def _(world):
    for cut in (b"\xe2\x82", b"\xf0\x9f\x98", b"\xc3"):
        live = world.live()
        live.send_raw(1, b'{"t":"command","text":"' + cut, final=False)
        live.send_raw(0, b"")
        same(live.wait_closed(), 1007, cut)


@test("fact 7: what people write becomes no script, no foreign image and no other link than http, https, mailto, tel", changes=True)
def _(world):
    live, thread = world.live(), world.server.threads[0]
    evil = ["<script>alert(1)</script>", '<img src=x onerror="alert(1)">', "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](data:text/html,x)",
            "[a](vbscript:x)", "[a](file:///etc/passwd)", "[a](&#106;avascript:alert(1))", "<javascript:alert(1)>", "![a](https://evil.example/pixel.png)",
            '<a href="https://x" onclick="x">a</a>', "<style>*{display:none}</style>", "[a]: javascript:alert(1)\n\n[a]", "<svg onload=alert(1)>", "[a](//evil.example)",
            '[a](https://x "\\"onmouseover=alert(1)")', "<iframe src=https://evil.example></iframe>", "[a](java\tscript:alert(1))"]
    for text in evil:
        html = posted(live, thread, text)
        lower = html.lower()
        for bad in ("<script", "<img", "<style", "<svg", "<iframe", "onclick=\"", "onerror=\"", 'href="javascript', 'href="data', 'href="vbscript', 'href="file',
                    'href="//', 'href="java', '"onmouseover'):
            if bad in lower:
                raise AssertionError(f"{text!r} became {html!r}")
    for text, link in (("[a](https://x.example/)", 'href="https://x.example/"'), ("[a](http://x.example/)", 'href="http://x.example/"'),
                       ("[a](mailto:a@b.example)", 'href="mailto:a@b.example"'), ("[a](tel:+12025550100)", 'href="tel:+12025550100"')):
        if link not in posted(live, thread, text):
            raise AssertionError(f"{text!r} lost its link")


def posted(live, thread, text):
    """The html that a post of this text shows."""
    post = live.command("add_post", {"thread": thread, "text": text})
    same(post["t"], "ack", text)
    page = live.query("posts_of_thread", {"thread": thread, "from_number": post["result"]["number"]})
    return next(one["record"]["html"] for one in page["records"] if one["id"] == post["result"]["post"])
