// What people write is shown to others: nothing of it may run, fetch or deceive.
#include "base/markdown.hpp"
#include "support/catch.hpp"

#include <chrono>

using namespace interstate;
using Catch::Contains;

TEST_CASE("what people write for emphasis, lists, tables and links is shown") {
    CHECK(render_markdown("**bold** and *soft*") == "<p><strong>bold</strong> and <em>soft</em></p>\n");
    CHECK_THAT(render_markdown("- a\n- b"), Contains("<li>a</li>"));
    CHECK_THAT(render_markdown("| a | b |\n|---|---|\n| 1 | 2 |"),
               Contains("<table>") && Contains("<td>1</td>"));
    CHECK_THAT(render_markdown("~~gone~~"), Contains("<del>gone</del>"));
    CHECK_THAT(render_markdown("- [x] done"), Contains("checkbox"));
    CHECK_THAT(render_markdown("one\ntwo"), Contains("<br />"));
}

TEST_CASE("links go to http, https, mailto, tel and this server only") {
    for (const char* good : {"https://ccsso.org", "http://example.org/a?b=c", "mailto:ana@example.org",
                             "tel:+16145550100", "/sdi/steps"}) {
        INFO(good);
        CHECK_THAT(render_markdown(std::string{"[x]("} + good + ")"),
                   Contains("href=\"" + std::string{good} + "\""));
    }
    for (const char* bad :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html;base64,PHNjcmlwdD4=", "vbscript:x",
          "file:///etc/passwd", "//evil.example", "ftp://example.org", "javascript&#58;alert(1)",
          "&#x6A;avascript:alert(1)", "<javascript:alert(1)>", "java\\script:alert(1)", "blob:https://x",
          "steam://run", "intent://x", "%6Aavascript:alert(1)", "https:evil.example"}) {
        INFO(bad);
        const auto html = render_markdown(std::string{"[x]("} + bad + ")");
        const bool harmless = html.find("href=\"\"") != html.npos || html.find("<a") == html.npos;
        CHECK(harmless);
    }
    // Browsers read "/\\" as "//", so the backslash must not survive.
    CHECK_THAT(render_markdown("[x](/\\evil.example)"), Contains("href=\"/%5Cevil.example\""));
}

TEST_CASE("a link with a reference, an autolink and an autolinked word are held to the same") {
    CHECK_THAT(render_markdown("[x][y]\n\n[y]: javascript:alert(1)"), !Contains("javascript"));
    CHECK_THAT(render_markdown("<javascript:alert(1)>"), !Contains("href=\"javascript"));
    CHECK_THAT(render_markdown("www.ccsso.org"), Contains("href=\"http://www.ccsso.org\""));
    CHECK_THAT(render_markdown("ana@example.org"), Contains("href=\"mailto:ana@example.org\""));
    CHECK_THAT(render_markdown("xmpp:ana@example.org"), !Contains("href=\"xmpp"));
    CHECK_THAT(render_markdown("ftp://example.org"), !Contains("href=\"ftp"));
}

TEST_CASE("raw HTML never arrives") {
    for (const char* bad :
         {"<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "<iframe src=https://x></iframe>",
          "<b onclick=x>b</b>", "<div style=\"position:fixed\">", "<svg/onload=alert(1)>",
          "<a href=\"https://x\" onmouseover=x>y</a>", "<!-- x -->", "<?php x ?>", "<![CDATA[<script>]]>",
          "<form action=https://x>", "<style>*{}</style>", "<x", "<title>", "</p><script>"}) {
        INFO(bad);
        const auto html = render_markdown(bad);
        INFO(html);
        for (const char* tag : {"<script", "<img", "<iframe", "<b ", "<div", "<svg", "<form", "<style",
                                "onmouseover=x>", "<?", "<![", "<title"})
            CHECK(html.find(tag) == html.npos);
    }
}

TEST_CASE("what stands in attributes is escaped") {
    CHECK_THAT(render_markdown("[x](https://a.b/\"onclick=\"alert(1))"), !Contains("\"onclick"));
    CHECK_THAT(render_markdown("[x](https://a.b 'a\"b<c')"), Contains("title=\"a&quot;b&lt;c\""));
    CHECK_THAT(render_markdown("```a\"><script>\nx\n```"), !Contains("<script"));
    CHECK_THAT(render_markdown("`<b>`"), Contains("&lt;b&gt;"));
}

TEST_CASE("an image becomes a link: reading fetches nothing") {
    const auto html = render_markdown("![a *chart*](https://example.org/x.png)");
    CHECK_THAT(html, !Contains("<img"));
    CHECK_THAT(html, Contains("<a href=\"https://example.org/x.png\">") && Contains("chart"));
    CHECK_THAT(render_markdown("![x](data:image/png;base64,AAAA)"), !Contains("data:"));
    CHECK_THAT(render_markdown("![![in](https://a.b/1)](https://a.b/2)"), !Contains("<img"));
    CHECK_THAT(render_markdown("[![in](https://a.b/1)](https://a.b/2)"), !Contains("<img"));
    CHECK_THAT(render_markdown("![x][y]\n\n[y]: https://a.b/1.png"), !Contains("<img"));
}

TEST_CASE("deep nesting ends, quickly and whole") {
    const auto started = std::chrono::steady_clock::now();
    for (const char* part :
         {"> ", "- ", "[", "![", "*a ", "_", "`", "<", "(", "&", "\\", "| ", "**", "~~", "[a](", "1. "}) {
        std::string text;
        while (text.size() < 20000) text += part;
        INFO(part);
        CHECK(!render_markdown(text).empty());
    }
    std::string nested(5000, '[');
    nested += "x";
    for (int i = 0; i < 5000; ++i) nested += "](/a)";
    CHECK(!render_markdown(nested).empty());
    CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds{30});
}

TEST_CASE("no bytes break it") {
    CHECK_THAT(render_markdown("a\xFF\xFE\x62"), Contains("\xEF\xBF\xBD"));
    CHECK(!render_markdown(std::string{"a\0b", 3}).empty());
    CHECK(render_markdown("").empty());
    CHECK(!render_markdown("\xEF\xBB\xBFx").empty());
}
