#include "app/records_words.hpp"

namespace interstate::app {
namespace {

constexpr const char* how_it_is_made =
    R"(What is in it
-------------
Each table is there twice: csv/NAME.csv opens in any spreadsheet, json/NAME.json is for programs. Both are
UTF-8. Every instant is UTC ("2026-11-22T15:40:12.345Z"); a day without a time is a day of the calendar. In
CSV, a cell that a spreadsheet would take for a formula has an apostrophe before it; JSON has it as it was
written. An empty table says that nothing of that kind is stored for the range.

)";

constexpr const char* what_is_context =
    R"(
What is of others
-----------------
A reply cannot be read without what it replies to. So the table "context" has the post that opens a topic in
which people of this organization wrote, and the posts that they answered; "shared_steps_context" has the
title of a step that another organization leads and in which this one has a part; and columns whose name
begins with "context_" hold such words in other tables. They are marked because they are not records of this
organization. People of other organizations are named there by their organization only. What another
organization keeps to its own team is never in it. The audit names who acted.

What is not in it
-----------------
- other people's posts, but for that context; ask their organization for them
- passwords, sign-ins, codes, tokens and links: they are secrets, and most are stored as digests only
- private parts of profiles: access needs, pronouns, telephone, what people say of themselves
- who has read what, and who reported a post to those who moderate: that is said in confidence
- what was removed more than 30 days ago, and mail older than 30 days: neither is stored any more. Mail loses
  its words when it is sent; its subject stays for 30 days
- copies in backups, which the operator of the server keeps
- files: this program stores none
Somebody whose name was erased stands as "Former member".

How to check it
---------------
SHA256SUMS has the SHA-256 of every file; "sha256sum -c SHA256SUMS" checks all of them. manifest.json has the
same with bytes and rows, who asked for this package, when, why, and by which version of the program. Its own
SHA-256 was shown to who downloaded it and stands in the audit of the collaborative. "content_sha256" in it is
the SHA-256 of what SHA256SUMS says of the tables and of this text: it is the same for the same content
of the same days, whoever asks and whenever.
)";

} // namespace

std::string records_readme(const RecordsReadme& of) {
    std::string text = "Records of " + of.organisation + "\nin " + of.collaborative + ", from " +
                       date_text(of.from) + " to " + date_text(of.until) + "\n(whole days in the zone " +
                       of.zone.str() + ")\n\n";
    if (of.demonstration)
        text += "DEMONSTRATION: people, statements, results and dates are invented; no agency has said or "
                "done this.\n\n";
    text += how_it_is_made;
    for (const auto& sheet : of.sheets)
        text += sheet.name + " (" + std::to_string(sheet.rows) + (sheet.rows == 1 ? " row" : " rows") +
                ")\n    " + sheet.about + "\n";
    return text + what_is_context;
}

} // namespace interstate::app
