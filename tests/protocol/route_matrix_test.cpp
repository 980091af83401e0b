// INV-29 and INV-34: every address there is, for whoever asks, and that looking changes nothing.
#include "app/site.hpp"
#include "protocol/matrix.hpp"
#include "protocol/standing.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

// What each answers a visitor without a login, with the login of somebody suspended, of a member of a state,
// of an administrator. A '*' stands for the sample below. A form is sent empty.
constexpr const char* table = R"(
)";

/// What stands for a '*', and what is asked beside the path.
struct Sample {
    std::string rest, body;
    std::vector<std::pair<std::string, std::string>> query = {};
};

std::map<std::string, Sample> samples(Standing& standing) {
    const auto collaborative = standing.one<CollaborativeId>("SELECT id FROM collaboratives").str();
    const auto command =
        Json{{"id", Ulid::from(wall_clock(), random_bytes()).str()}, {"body", Json::object()}}.dump();
    return {{"/api/commands/*", {"mark_visit", command}},
            {"/api/queries/*", {"steps", {}, {{"collaborative", collaborative}}}},
            {"/api/export/*", {"steps.csv", {}, {{"collaborative", collaborative}}}},
            {"/api/*", {"nothing", {}}},
            {"/*", {"sdi", {}}}};
}

/// Everything that is stored but what says only that somebody was here.
std::string everything(store::Transaction& tx) {
    const std::set<std::string> traces{"people.seen_at", "sign_ins.used_at"};
    std::string all;
    for (const auto& name :
         tx.rows<std::string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
        std::string columns;
        for (const auto& column : tx.rows<std::string>("SELECT name FROM pragma_table_info(?)", name))
            if (!traces.contains(name + "." + column))
                columns += (columns.empty() ? "quote(" : "||'|'||quote(") + column + ")";
        all += name + "\n";
        for (const auto& row :
             tx.rows<std::string>("SELECT " + columns + " AS row FROM " + name + " ORDER BY row"))
            all += row + "\n";
    }
    return all;
}

class Callers {
  public:
    explicit Callers(Standing& standing) : standing_{standing} {
        administrator_ = standing.sign_in(
            standing.one<PersonId>("SELECT person FROM role_grants WHERE role = 'administrator' LIMIT 1"));
        const auto gone = standing.one<PersonId>(
            "SELECT person FROM role_grants WHERE role = 'state_member' ORDER BY person LIMIT 1 OFFSET 1");
        suspended_ = standing.sign_in(gone);
        standing.written(
            [&](store::Transaction& tx) { tx.run("UPDATE people SET active = 0 WHERE id = ?", gone); });
    }
    /// The four answers to a request, in a row.
    std::string row(const app::Request& request) {
        std::string cells;
        for (const auto& secret : {std::string{}, suspended_, standing_.secret, administrator_}) {
            auto asked = request;
            asked.headers = standing_.as(secret);
            if (request.method == "POST" && request.path.starts_with("/api/commands/")) {
                asked.headers.emplace("content-type", "application/json");
                auto body = Json::parse(request.body);
                body["id"] = Ulid::from(wall_clock(), random_bytes()).str();
                asked.body = body.dump();
            }
            // Each from an address of its own: what is asked here is not how often.
            asked.remote = "2001:db8:0:" + std::to_string(++caller_) + "::1";
            const auto answer = standing_.ask(asked);
            CHECK(answer.status < 500);
            cells += (cells.empty() ? "" : " ") + std::to_string(answer.status);
        }
        return cells;
    }

  private:
    Standing& standing_;
    std::string administrator_, suspended_;
    int caller_ = 0;
};

} // namespace

TEST_CASE("INV-29 every address answers whom the table says; INV-34 looking at it changes nothing") {
    Standing standing;
    Callers callers{standing};
    const auto expected = rows_of(table);
    const auto stars = samples(standing);
    for (const auto& address : app::Site::addresses()) {
        INFO(address);
        const auto space = address.find(' ');
        const auto method = address.substr(0, space);
        auto path = address.substr(space + 1);
        const auto sample = stars.contains(path) ? stars.at(path) : Sample{"nothing", ""};
        // An open GET of the long poll waits for news: it is asked in polls_test.cpp.
        if (path.ends_with('*')) path.replace(path.size() - 1, 1, sample.rest);
        auto request = standing.request(method, path, {}, sample.body);
        request.query = sample.query;
        const auto before = standing.seen(everything);
        const auto found = callers.row(request);
        const auto key = method + path;
        if (!expected.contains(key) || expected.at(key) != found)
            FAIL_CHECK("expected " << (expected.contains(key) ? expected.at(key) : "a line") << "\n   found "
                                   << key << " " << found);
        if (method != "GET") continue;
        CHECK(standing.seen(everything) == before);
        CHECK(callers.row(standing.request("HEAD", path, {}, {})).size() == found.size());
        CHECK(standing.seen(everything) == before);
    }
}
