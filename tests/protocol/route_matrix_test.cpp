// INV-29 and INV-34: every address there is, for whoever asks, and that looking changes nothing.
#include "app/site.hpp"
#include "protocol/matrix.hpp"
#include "protocol/standing.hpp"

#include <algorithm>
#include <iterator>

using namespace interstate;
using namespace interstate::tests;

namespace {

// What each answers a visitor without a login, with the login of somebody suspended, of a member of a state,
// of an administrator. A '*' stands for the sample below. A form is sent empty.
constexpr const char* table = R"(
                                   visitor suspended member administrator
GET/                               200     200       200    200
GET/about/nothing                  200     200       200    200
GET/answer/nothing                 410     410       410    410
GET/api/export/steps.csv           401     401       200    200
GET/api/live/nothing               401     404       404    404
GET/api/me                         401     401       200    200
GET/api/nothing                    404     404       404    404
GET/api/queries/steps              401     401       200    200
GET/guest                          410     410       410    410
GET/guest.js                       200     200       200    200
GET/guest/link/nothing             410     410       410    410
GET/guest/now                      404     404       404    404
GET/healthz                        200     200       200    200
GET/join                           200     200       200    200
GET/join/code                      200     200       200    200
GET/join/link/nothing              410     410       410    410
GET/metrics                        404     404       404    404
GET/outgoing-mail                  200     200       200    200
GET/pages.css                      200     200       200    200
GET/readyz                         200     200       200    200
GET/robots.txt                     200     200       200    200
GET/sdi                            200     200       200    200
GET/sign-in                        200     200       200    200
GET/sign-in/agency/callback        410     410       410    410
GET/sign-in/agency/code            303     303       303    303
GET/sign-in/agency/link            303     303       303    303
GET/sign-in/code                   200     200       200    200
GET/sign-in/link/nothing           410     410       410    410
GET/sign-in/second-factor          303     303       303    303
GET/sign-ins                       303     303       200    200
GET/sign-ins/password              303     303       200    200
GET/sign-ins/second-factor         303     303       200    200
GET/sign-ins/tokens                303     303       200    200
POST/answer/nothing                410     410       410    410
POST/api/commands/mark_visit       401     401       200    200
POST/api/export/audit.csv          401     401       400    400
POST/api/export/contacts.csv       401     401       400    400
POST/api/export/my-data.json       401     401       200    200
POST/api/export/records.zip        401     401       400    400
POST/api/live                      401     401       200    200
POST/api/live/nothing              401     404       404    404
POST/guest/link/nothing            410     410       410    410
POST/join                          422     422       422    422
POST/join/code                     422     422       422    422
POST/join/link/nothing             410     410       410    410
POST/sign-in/agency                422     422       422    422
POST/sign-in/agency/code           303     303       303    303
POST/sign-in/agency/link           303     303       303    303
POST/sign-in/code                  422     422       422    422
POST/sign-in/demonstration         400     400       400    400
POST/sign-in/link/nothing          410     410       410    410
POST/sign-in/mail                  422     422       422    422
POST/sign-in/password              422     422       422    422
POST/sign-in/second-factor         303     303       303    303
POST/sign-ins/agency/remove        303     303       303    303
POST/sign-ins/end                  303     303       303    303
POST/sign-ins/password             303     303       422    422
POST/sign-ins/password/remove      303     303       303    303
POST/sign-ins/second-factor        303     303       422    422
POST/sign-ins/second-factor/begin  303     303       303    303
POST/sign-ins/second-factor/codes  303     303       422    422
POST/sign-ins/second-factor/remove 303     303       422    422
POST/sign-ins/tokens               303     303       422    422
POST/sign-out                      303     303       303    303
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

/// Everything that is stored, but what says only that somebody was here.
std::multiset<std::string> everything(store::Transaction& tx) {
    const std::set<std::string> traces{"people.seen_at", "sign_ins.used_at"};
    std::multiset<std::string> all;
    for (const auto& name :
         tx.rows<std::string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
        std::string columns;
        for (const auto& column : tx.rows<std::string>("SELECT name FROM pragma_table_info(?)", name))
            if (!traces.contains(name + "." + column))
                columns += (columns.empty() ? "quote(" : "||'|'||quote(") + column + ")";
        for (const auto& row :
             tx.rows<std::string>("SELECT " + columns + " AS row FROM " + name + " ORDER BY row"))
            all.insert(name + " " + row);
    }
    return all;
}

/// What is in one and not in the other, a line each.
std::string changed(const std::multiset<std::string>& before, const std::multiset<std::string>& after) {
    std::vector<std::string> lines;
    std::ranges::set_symmetric_difference(before, after, std::back_inserter(lines));
    std::string all;
    for (const auto& line : lines) all += line + "\n";
    return all;
}

/// Somebody without a login, somebody suspended, a member of a state, an administrator.
class Callers {
  public:
    explicit Callers(Standing& standing) : standing_{standing} {
        people_ = {
            std::nullopt,
            standing.one<PersonId>("SELECT person FROM role_grants WHERE role = 'state_member' ORDER BY "
                                   "person LIMIT 1 OFFSET 1"),
            standing.member,
            standing.one<PersonId>("SELECT person FROM role_grants WHERE role = 'administrator' LIMIT 1")};
    }
    /// Each signs in anew: some of what is asked signs out.
    void sign_in() {
        secrets_.clear();
        for (const auto& person : people_)
            secrets_.push_back(person ? standing_.sign_in(*person) : std::string{});
        standing_.written([&](store::Transaction& tx) {
            tx.run("UPDATE people SET active = 0 WHERE id = ?", *people_[1]);
        });
    }
    /// The four answers to a request, in a row.
    std::string row(const app::Request& request) {
        std::string cells;
        for (const auto& secret : secrets_) {
            auto asked = request;
            asked.headers = standing_.as(secret);
            if (!request.body.empty()) asked.headers.emplace("content-type", "application/json");
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
    std::vector<std::optional<PersonId>> people_;
    std::vector<std::string> secrets_;
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
        if (path.ends_with('*')) path.replace(path.size() - 1, 1, sample.rest);
        auto request = standing.request(method, path, {}, sample.body);
        request.query = sample.query;
        callers.sign_in();
        const auto before = standing.seen(everything);
        const auto found = callers.row(request);
        const auto key = method + path;
        if (!expected.contains(key) || expected.at(key) != found)
            FAIL_CHECK("expected " << (expected.contains(key) ? expected.at(key) : "a line") << "\n   found "
                                   << key << " " << found);
        if (method != "GET") continue;
        CHECK(changed(before, standing.seen(everything)) == "");
        CHECK(callers.row(standing.request("HEAD", path, {}, {})).size() == found.size());
        CHECK(changed(before, standing.seen(everything)) == "");
    }
}
