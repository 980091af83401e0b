// Somebody is erased: no table says their name or address any more, nor any answer; what is stored about
// people is known table by table.
#include "features/erasure/erasure.hpp"
#include "protocol/standing.hpp"

#include <algorithm>

using namespace interstate;
using namespace interstate::tests;

namespace {

const std::string name = "Xanthippe Quillfeather", address = "xanthippe.quillfeather@agency.example";

class Erasing : public Standing {
  public:
    Erasing() {
        written([&](store::Transaction& tx) {
            tx.run("UPDATE people SET name = ?, address = ?, address_folded = ? WHERE id = ?", name, address,
                   address, member);
            tx.run("UPDATE attendance SET name = ? WHERE person = ?", name, member);
            tx.run("INSERT INTO join_requests (id, collaborative, agency, type, name, address, "
                   "address_folded, title,"
                   " function, statement, status, asked_at, confirmed_at, person) VALUES (?, ?, 'Q', "
                   "'partner', ?, ?, ?,"
                   " 'Chief Quillfeather', '', 'I am Xanthippe Quillfeather', 'approved', 1, 1, ?)",
                   Ulid::from({1}, {7}), collaborative, name, address, address, member);
            tx.run("INSERT INTO mail (id, person, address, address_folded, purpose, subject, plain, html, "
                   "status, made_at,"
                   " next_at, useless_at) VALUES (?, ?, ?, ?, 'notice', ?, ?, '', 'queued', ?, ?, ?)",
                   Ulid::from({2}, {7}), administrator, std::string_view{"other@agency.example"},
                   std::string_view{"other@agency.example"}, name + " took a seat", "Of " + address,
                   wall_clock(), wall_clock(), wall_clock() + std::chrono::hours{1});
        });
        // News, sign-ins, mail and audit that name them.
        CHECK(does(secret, "change_settings", {{"theme", "dark"}}, false).status == 200);
        for (const char* what : {"suspend_person", "readmit_person"})
            CHECK(does(administering, what, {{"person", member.str()}}).status == 200);
        secret = sign_in(member);
        Json thread{
            {"anchor", "topic"}, {"anchor_id", collaborative.str()}, {"title", "T"}, {"text", "Stays"}};
        CHECK(does(secret, "start_thread", thread, false).status == 200);
        CHECK(does(secret, "ask_for_erasure", {{"person", member.str()}, {"asks", true}}).status == 200);
    }
    app::Response does(const std::string& cookie, const std::string& command, Json body, bool there = true) {
        if (there) body["collaborative"] = collaborative.str();
        return ask(request(
            "POST", "/api/commands/" + command, as(cookie),
            Json{{"id", Ulid::from(wall_clock(), random_bytes()).str()}, {"body", std::move(body)}}.dump()));
    }
    app::Response erases(const std::string& cookie, const std::string& confirmation = name) {
        return does(cookie, "erase_person", {{"person", member.str()}, {"confirmation", confirmation}});
    }
    void retire() {
        const auto successor = one<PersonId>(
            "SELECT s.person FROM seats s JOIN people p ON p.id = s.person AND p.active = 1"
            " WHERE s.organisation = (SELECT organisation FROM seats WHERE person = ?) AND s.person <> ?"
            " LIMIT 1",
            member, member);
        CHECK(does(administering, "retire_person", {{"person", member.str()}, {"successor", successor.str()}})
                  .status == 200);
    }
    std::string code_of(const app::Response& response) {
        return Json::parse(response.body).value("code", "");
    }
    /// "table.column" of each text that holds one of these words.
    std::set<std::string> where(const std::vector<std::string>& words) {
        return seen([&](store::Transaction& tx) {
            std::set<std::string> found;
            struct Cell {
                std::string table, column;
            };
            for (const auto& [table, column] :
                 tx.rows<Cell>("SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
                               " WHERE t.type = 'table' AND c.type = 'TEXT'"))
                for (const auto& word : words)
                    if (tx.any("SELECT 1 FROM \"" + table + "\" WHERE instr(\"" + column + "\", ?) > 0",
                               word))
                        found.insert(table + "." + column);
            return found;
        });
    }

    CollaborativeId collaborative =
        one<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ?", member);
    PersonId administrator =
        one<PersonId>("SELECT person FROM role_grants WHERE role = 'administrator' ORDER BY person LIMIT 1");
    std::string administering = sign_in(administrator);
};

struct Column {
    std::string table, column;
    auto operator<=>(const Column&) const = default;
};

} // namespace

TEST_CASE("every column that names a person is among what is given to them and what is erased") {
    DemonstrationCopy copy;
    const auto named = copy.seen([](store::Transaction& tx) {
        auto all = tx.rows<Column>(
            "SELECT t.name, k.\"from\" FROM sqlite_schema t"
            " JOIN pragma_foreign_key_list(t.name) k WHERE t.type = 'table' AND k.\"table\" = 'people'");
        for (auto& one :
             tx.rows<Column>("SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
                             " WHERE t.type = 'table' AND c.name IN ('address', 'address_folded')"))
            all.push_back(std::move(one));
        return all;
    });
    REQUIRE(named.size() > 30);
    for (const auto& [table, column] : named) {
        INFO(table << "." << column
                   << " names people: add it to server/features/erasure/holdings.cpp, with the columns"
                      " that its person is given and what becomes of it when they are erased");
        CHECK(std::ranges::any_of(erasure::holdings(), [&](const auto& holding) {
            return table == holding.table && column == holding.column;
        }));
    }
}

TEST_CASE("whoever is erased is named by no table and in no answer; what they wrote stays") {
    Erasing house;
    const auto before = house.where({name, address, "Quillfeather"});
    for (const char* place : {"people.name", "join_requests.statement", "audit_bodies.before",
                              "journal.payload", "mail.subject", "mail.plain"})
        CHECK(before.contains(place));
    const auto words = house.one<int>("SELECT count(*) FROM posts WHERE text = 'Stays'");
    house.retire();
    CHECK(house.erases(house.administering).status == 200);
    CHECK(house.where({name, address, "Quillfeather"}) == std::set<std::string>{});
    CHECK(house.one<int>("SELECT count(*) FROM posts WHERE text = 'Stays'") == words);
    CHECK(house.one<int>("SELECT count(*) FROM erasure_requests") == 0);
    const auto trail = house.ask([&] {
        auto asked = house.request("GET", "/api/queries/audit_trail", house.as(house.administering));
        asked.query = {{"collaborative", house.collaborative.str()}};
        return asked;
    }());
    CHECK(trail.status == 200);
    CHECK(trail.body.find("Quillfeather") == std::string::npos);
    CHECK(trail.body.find("erased the name and address of Former member.") != std::string::npos);
    CHECK(house.code_of(house.erases(house.administering, "Former member")) == "erased_already");
    CHECK(house.code_of(house.does(house.administering, "readmit_person",
                                   {{"person", house.member.str()}})) == "erased");
}

TEST_CASE("only an administrator erases, only who was retired, and only with their name typed") {
    Erasing house;
    CHECK(house.code_of(house.erases(house.administering)) == "not_retired");
    CHECK(house.code_of(house.erases(house.secret)) == "not_allowed");
    house.retire();
    CHECK(house.code_of(house.erases(house.administering, "Somebody Else")) == "confirmation");
    const auto facilitator = house.sign_in(house.one<PersonId>(
        "SELECT person FROM role_grants WHERE role = 'facilitator' ORDER BY person LIMIT 1"));
    CHECK(house.code_of(house.erases(facilitator)) == "not_allowed");
    CHECK(house.one<int>("SELECT count(*) FROM erasures") == 0);
}

TEST_CASE("the list of erasures is done again to an older copy, once") {
    Erasing house;
    const std::vector<erasure::Erased> list{{house.member, wall_clock()},
                                            {PersonId{Ulid::from({9}, {9})}, wall_clock()}};
    const auto again = [&] {
        std::vector<PersonId> done;
        house.written([&](store::Transaction& tx) {
            done = erasure::erase_again(tx, list, {.now = wall_clock(), .ids = IdSource{wall_clock(), {3}}});
        });
        return done;
    };
    CHECK(again() == std::vector<PersonId>{house.member});
    CHECK(house.where({name, address, "Quillfeather"}) == std::set<std::string>{});
    CHECK(again().empty());
    CHECK(house.one<int>("SELECT active FROM people WHERE id = ?", house.member) == 0);
}

TEST_CASE("what is stored about somebody is given to them, without secrets and without what is of others") {
    Erasing house;
    house.written([&](store::Transaction& tx) {
        const auto wait = [&](const char* purpose, const char* subject, const char* words) {
            tx.run("INSERT INTO mail (id, person, address, address_folded, purpose, subject, plain, html,"
                   " status, made_at, next_at, useless_at) VALUES (?, ?, 'x@y', 'x@y', ?, ?, ?, '', 'queued',"
                   " ?, ?, ?)",
                   Ulid::from(wall_clock(), random_bytes()), house.member, std::string_view{purpose},
                   std::string_view{subject}, std::string_view{words}, wall_clock(), wall_clock(),
                   wall_clock() + std::chrono::hours{1});
        };
        for (const char* purpose : {"sign_in", "confirm_address", "invitation", "request_approved"})
            wait(purpose, "654321 is your code",
                 "654321 or https://i.example/sign-in/link/SECRETLINK signs in");
        wait("meeting", "Session 4 is moved", "Come: https://i.example/answer/SECRETLINK or not");
    });
    const auto reply = house.ask(house.request("POST", "/api/export/my-data.json", house.as(house.secret)));
    REQUIRE(reply.status == 200);
    for (const char* secret : {"SECRETLINK", "654321"}) {
        INFO(secret);
        CHECK(reply.body.find(secret) == std::string::npos);
    }
    CHECK(reply.body.find("Session 4 is moved") != std::string::npos);
    const auto all = Json::parse(reply.body);
    std::set<std::string> tables;
    for (const auto& table : all["tables"]) tables.insert(table["table"]);
    for (const char* table : {"people", "seats", "role_grants", "sign_ins", "join_requests", "posts",
                              "threads", "audit", "audit_people", "erasure_requests"})
        CHECK(tables.contains(table));
    CHECK(reply.body.find(name) != std::string::npos);
    CHECK(reply.body.find("Stays") != std::string::npos);
    CHECK(reply.body.find("hash") == std::string::npos);
    const auto others =
        house.one<std::string>("SELECT address FROM people WHERE id = ?", house.administrator);
    CHECK(reply.body.find(others) == std::string::npos);
    CHECK(house.one<int>("SELECT count(*) FROM audit WHERE verb = 'export_own'") == 1);
    const auto foreign = house.ask(
        house.request("POST", "/api/export/my-data.json",
                      {{"origin", "http://evil.example"}, {"cookie", "interstate_8080=" + house.secret}}));
    CHECK(foreign.status == 403);
    CHECK(house.ask(house.request("POST", "/api/export/my-data.json", house.as("nobody"))).status == 401);
}
