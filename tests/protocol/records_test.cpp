// The records of one organization: who is given them, that all of it is there, and nothing of others.
#include "base/sha256.hpp"
#include "features/audit/audit.hpp"
#include "features/erasure/erasure.hpp"
#include "features/public_records/public_records.hpp"
#include "protocol/elsewhere.hpp"
#include "protocol/records.hpp"

#include <algorithm>

using namespace interstate;
using namespace interstate::tests;

TEST_CASE("every table of the database is given in a package of records, or it was said why not") {
    DemonstrationCopy copy;
    struct Named {
        std::string table, column;
    };
    const auto is_considered = [](const Named& one) {
        return std::ranges::any_of(public_records::considered(), [&](const auto& line) {
            return one.table == line.table && (one.column.empty() || one.column == line.column);
        });
    };
    auto all = copy.seen([](store::Transaction& tx) {
        auto named = tx.rows<Named>("SELECT t.name, k.\"from\" FROM sqlite_schema t JOIN"
                                    " pragma_foreign_key_list(t.name) k WHERE t.type = 'table'"
                                    " AND k.\"table\" IN ('people', 'organisations')");
        for (auto& table : tx.rows<std::string>(
                 "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
            named.push_back({table, ""});
        return named;
    });
    for (const auto& holding : erasure::holdings()) all.push_back({holding.table, holding.column});
    REQUIRE(all.size() > 150);
    for (const auto& one : all) {
        INFO(one.table
             << "." << one.column
             << ": say in server/features/public_records/considered.cpp in which sheet an organization "
                "is given it, or why it is left out");
        CHECK(is_considered(one));
    }
}

TEST_CASE("an administrator is given any organization's records, its lead its own; nobody else, by no way") {
    Recorded house;
    CHECK(house.takes(house.administering).status == 200);
    CHECK(house.takes(house.leading).status == 200);
    const auto partner = house.one<PersonId>(
        "SELECT g.person FROM role_grants g JOIN seats s ON s.person = g.person AND s.left_at IS NULL WHERE"
        " g.role = 'partner' ORDER BY g.person LIMIT 1");
    const auto of_partner =
        house.one<OrganisationId>("SELECT organisation FROM seats WHERE person = ?", partner);
    CHECK(house.takes(house.sign_in(partner), {}, of_partner).status == 200);
    CHECK(house.rows("export_records") == 3);

    for (const auto* role : {"state_member", "facilitator", "partner", "observer"}) {
        INFO(role);
        const auto who = house.one<PersonId>("SELECT g.person FROM role_grants g JOIN people p ON p.id = "
                                             "g.person AND p.active = 1 WHERE g.role = ?"
                                             " AND NOT EXISTS (SELECT 1 FROM role_grants a WHERE a.person = "
                                             "g.person AND a.role = 'administrator')"
                                             " ORDER BY g.person LIMIT 1",
                                             std::string_view{role});
        CHECK(house.takes(house.sign_in(who)).status == 403);
    }
    CHECK(house.takes(house.leading, {}, house.other).status == 403);
    // What is not there answers as what is forbidden.
    const auto nowhere = house.takes(house.leading, {}, OrganisationId{Ulid::from({9}, {9})});
    CHECK(nowhere.body == house.takes(house.leading, {}, house.other).body);
    CHECK(house.takes("", {}).status == 401);
    auto foreign = house.asked({}, house.state);
    foreign.headers = house.as(house.leading);
    foreign.headers.erase("origin");
    foreign.headers.emplace("origin", "https://elsewhere.example");
    CHECK(house.ask(foreign).status == 403);
    foreign.method = "GET";
    CHECK(house.ask(foreign).status == 404);
    CHECK(house.rows("export_records") == 3); // a refusal takes nothing along
}

TEST_CASE("what is wrong with a request for records is named, and leaves no trace") {
    Recorded house;
    const auto field_of = [&](const std::map<std::string, std::string>& more) {
        const auto answer = house.takes(house.leading, more);
        CHECK(answer.status >= 400);
        return Json::parse(answer.body).value("field", "");
    };
    CHECK(field_of({{"reason", ""}}) == "reason");
    CHECK(field_of({{"reason", std::string(301, 'x')}}) == "reason");
    CHECK(field_of({{"from", "2026-02-30"}}) == "from");
    CHECK(field_of({{"from", "2199-01-01"}, {"until", "2199-01-02"}}) == "from");
    CHECK(field_of({{"until", "1999-01-01"}}) == "until");
    CHECK(field_of({{"shoe", "43"}}) == "shoe");
    CHECK(house.rows("export_records") == 0);
}

TEST_CASE("the audit says who took records along, of which days and why, with the hash of the manifest") {
    Recorded house;
    const auto answer = house.takes(house.leading, {{"reason", "Request 2026-17 of the Dispatch"}});
    REQUIRE(answer.status == 200);
    const auto files = files_of(answer);
    const auto& manifest = files.at("manifest.json");
    std::string shown;
    for (const auto& [name, value] : answer.headers)
        if (name == "Manifest-SHA256") shown = value;
    CHECK(shown == sha256_text(manifest));
    const auto after = Json::parse(house.one<std::string>(
        "SELECT b.after FROM audit_bodies b JOIN audit a ON a.seq = b.seq WHERE a.verb = 'export_records'"));
    CHECK(after["reason"] == "Request 2026-17 of the Dispatch");
    CHECK(after["from"] == "2000-01-01");
    CHECK(after["manifest_sha256"] == shown);
    CHECK(house.one<OrganisationId>("SELECT organisation FROM audit WHERE verb = 'export_records'") ==
          house.state);

    const auto told = Json::parse(manifest);
    CHECK(told["reason"] == "Request 2026-17 of the Dispatch");
    CHECK(told["made_by"]["id"] == house.lead.str());
    CHECK(told["program"] == "test");
    CHECK(told["files"].size() == files.size() - 2); // without itself and SHA256SUMS
    for (const auto& file : told["files"]) {
        const std::string name = file["name"];
        INFO(name);
        REQUIRE(files.contains(name));
        CHECK(file["bytes"] == files.at(name).size());
        CHECK(file["sha256"] == sha256_text(files.at(name)));
        CHECK(files.at("SHA256SUMS").contains(file["sha256"].get<std::string>() + "  " + name + "\n"));
    }
    CHECK(told["content_sha256"] == sha256_text(files.at("SHA256SUMS")));
}

TEST_CASE("of the same content the same is made, whoever asks and whenever") {
    Recorded house;
    // The same days: those of one zone.
    house.written([&](store::Transaction& tx) {
        tx.run("UPDATE people SET zone = 'Pacific/Honolulu' WHERE id IN (?, ?)", house.lead,
               house.administrator);
    });
    const std::map<std::string, std::string> past{{"until", "2020-01-01"}};
    const auto once = files_of(house.takes(house.leading, past));
    house.ahead += std::chrono::hours{3};
    auto again = files_of(house.takes(house.administering, past));
    CHECK(Json::parse(once.at("manifest.json"))["content_sha256"] ==
          Json::parse(again.at("manifest.json"))["content_sha256"]);
    CHECK(once.at("manifest.json") != again.at("manifest.json"));
    again["manifest.json"] = once.at("manifest.json");
    CHECK(once == again);
}

TEST_CASE("more than one package holds is refused, with what to do about it") {
    Recorded house{20'000};
    const auto answer = house.takes(house.leading);
    CHECK(answer.status == 409);
    const auto told = Json::parse(answer.body);
    CHECK(told["code"] == "too_much");
    CHECK(told["field"] == "from");
    CHECK(told["allowed"].get<std::string>().starts_with("a shorter range"));
    CHECK(house.rows("export_records") == 0);
    // The next one is made: nothing was left behind.
    CHECK(house.takes(house.leading).status == 409);
}

TEST_CASE("one package is made at a time, and who comes meanwhile is told to ask again") {
    Recorded house;
    std::vector<int> statuses;
    for (int i = 0; i < 3; ++i) {
        auto request = house.asked({}, house.state);
        request.headers = house.as(house.leading);
        request.headers.emplace("content-type", "application/x-www-form-urlencoded");
        house.server.handle(std::move(request),
                            [&](const app::Response& answer) { statuses.push_back(answer.status); });
    }
    house.until([&] { return statuses.size() == 3; });
    std::ranges::sort(statuses);
    CHECK(statuses == std::vector{200, 503, 503});
    CHECK(house.takes(house.leading).status == 200);
}

namespace {

/// A topic for everybody, by the API; its opening post.
std::string opening_of(Recorded& house, const std::string& cookie, const std::string& text) {
    house.does(cookie, "start_thread",
               {{"anchor", "topic"},
                {"anchor_id", house.collaborative.str()},
                {"title", "About " + text},
                {"text", text}});
    return house.one<std::string>("SELECT id FROM posts WHERE text = ?", text);
}

} // namespace

TEST_CASE("of a post that moderators took away the records say who did, and what its author was told") {
    Recorded house;
    const auto post = opening_of(house, house.leading, "TAKENAWAY");
    const auto reporter =
        house.one<PersonId>("SELECT person FROM seats s JOIN people p ON p.id = s.person AND p.active = 1"
                            " WHERE s.organisation = ? AND s.left_at IS NULL LIMIT 1",
                            house.other);
    house.does(house.sign_in(reporter), "flag_post",
               {{"post", post}, {"reason", "other"}, {"words", "THEREPORT"}});
    house.does(
        house.administering, "take_away_post",
        {{"post", post}, {"revision", 1}, {"reason", "private_details"}, {"words", "Leave out names."}});
    const auto files = files_of(house.takes(house.leading));
    Json row;
    for (const auto& each : table_of(files, "posts"))
        if (each["id"] == post) row = each;
    REQUIRE(row.is_object());
    CHECK(row["state"] == "removed, in the trash");
    CHECK(row["removed_by"] ==
          "somebody of " + house.one<std::string>("SELECT o.short_name FROM seats s JOIN organisations o"
                                                  " ON o.id = s.organisation WHERE s.person = ?",
                                                  house.administrator));
    CHECK(row["why_taken_away"] == "private_details");
    CHECK(row["told_its_author"] == "Leave out names.");
    // Nobody's package says who reported, not even that of whoever did.
    const auto theirs = files_of(house.takes(house.administering, {}, house.other));
    for (const auto& package : {files, theirs})
        for (const auto& [name, text] : package) {
            INFO(name);
            CHECK_FALSE(text.contains("THEREPORT"));
            CHECK_FALSE(text.contains("flag_post"));
        }
}

TEST_CASE("people of others are of the organization that they were of then") {
    Recorded house;
    const auto person =
        house.one<PersonId>("SELECT person FROM seats s JOIN people p ON p.id = s.person AND p.active = 1"
                            " WHERE s.organisation = ? AND s.left_at IS NULL LIMIT 1",
                            house.other);
    const auto opening = opening_of(house, house.sign_in(person), "WRITTENBEFORE");
    house.does(house.leading, "add_post",
               {{"thread", house.one<std::string>("SELECT thread FROM posts WHERE id = ?", opening)},
                {"text", "Thank you"}});
    house.written([&](store::Transaction& tx) {
        const auto moved = wall_clock();
        tx.run("INSERT INTO affiliations (person, until, organisation, collaborative, role, title, since)"
               " SELECT person, ?, organisation, collaborative, 'state_member', title, taken_at FROM seats"
               " WHERE person = ?",
               moved, person);
        tx.run("UPDATE seats SET organisation = (SELECT id FROM organisations WHERE id NOT IN (?, ?)"
               " AND type = 'state_agency' ORDER BY id LIMIT 1), taken_at = ?, primary_contact = 0"
               " WHERE person = ?",
               house.state, house.other, moved, person);
    });
    std::string author;
    for (const auto& row : table_of(files_of(house.takes(house.leading)), "context"))
        if (row["context_post"] == opening) author = row["context_author"];
    CHECK(author == "somebody of " + house.one<std::string>(
                                         "SELECT short_name FROM organisations WHERE id = ?", house.other));
}

TEST_CASE("mail about somebody who has a seat in another collaborative, too, is in nobody's package") {
    Recorded house;
    Elsewhere there;
    const auto colleague = house.one<PersonId>(
        "SELECT person FROM seats WHERE organisation = ? AND person <> ? LIMIT 1", house.state, house.lead);
    const auto write = [&](const char* subject) {
        house.written([&](store::Transaction& tx) {
            tx.run("INSERT INTO mail (id, person, address, address_folded, purpose, about, subject, plain,"
                   " html, status, made_at, next_at, useless_at) VALUES (?, ?, 'x@y', 'x@y', 'handed_over',"
                   " ?, ?, '', '', 'queued', ?, ?, ?)",
                   Ulid::from(wall_clock(), random_bytes()), house.lead, colleague, std::string_view{subject},
                   wall_clock(), wall_clock(), wall_clock() + std::chrono::hours{1});
        });
    };
    write("ONLYHERE");
    CHECK(files_of(house.takes(house.leading)).at("csv/mails.csv").contains("ONLYHERE"));
    house.written([&](store::Transaction& tx) {
        there = add_elsewhere(tx);
        seat_elsewhere(tx, there, colleague, permissions::Role::partner);
    });
    CHECK_FALSE(files_of(house.takes(house.leading)).at("csv/mails.csv").contains("ONLYHERE"));
}
