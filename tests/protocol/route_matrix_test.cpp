// INV-29 and INV-34: every address there is, for whoever asks, and that looking changes nothing.
#include "app/site.hpp"
#include "protocol/callers.hpp"
#include "protocol/matrix.hpp"

#include <algorithm>
#include <iterator>

using namespace interstate;
using namespace interstate::tests;

namespace {

// What each answers a visitor without a login, with the login of somebody suspended, and of everybody else:
// who left, has no role or is of another collaborative, all roles, of the own state, of another that takes
// part, of one that does not, under each membership (callers.cpp). Who is answered otherwise is named. A '*'
// stands for the sample below. A form is sent empty: what downloads hand over is in export_matrix_test.cpp,
// commands and queries in their own tables.
constexpr const char* table = R"(
                                   visitor suspended everybody
GET/                               200     200       200
GET/about/nothing                  200     200       200
GET/answer/nothing                 410     410       410
GET/api/export/steps.csv           401     401       200  left:403 roleless:403 elsewhere:403 lapsed:403
GET/api/live/nothing               401     404       404
GET/api/me                         401     401       200
GET/api/nothing                    404     404       404
GET/api/queries/steps              401     401       200  left:403 roleless:403 elsewhere:403 lapsed:403
GET/guest                          410     410       410
GET/guest.js                       200     200       200
GET/guest/link/nothing             410     410       410
GET/guest/now                      404     404       404
GET/healthz                        200     200       200
GET/join                           200     200       200
GET/join/code                      200     200       200
GET/join/link/nothing              410     410       410
GET/metrics                        404     404       404
GET/outgoing-mail                  200     200       200
GET/pages.css                      200     200       200
GET/readyz                         200     200       200
GET/robots.txt                     200     200       200
GET/sdi                            200     200       200
GET/sign-in                        200     200       200
GET/sign-in/agency/callback        410     410       410
GET/sign-in/agency/code            303     303       303
GET/sign-in/agency/link            303     303       303
GET/sign-in/code                   200     200       200
GET/sign-in/link/nothing           410     410       410
GET/sign-in/second-factor          303     303       303
GET/sign-ins                       303     303       200
GET/sign-ins/password              303     303       200
GET/sign-ins/second-factor         303     303       200
GET/sign-ins/tokens                303     303       200
POST/answer/nothing                410     410       410
POST/api/commands/mark_visit       401     401       200
POST/api/export/audit.csv          401     401       400
POST/api/export/contacts.csv       401     401       400
POST/api/export/my-data.json       401     401       200
POST/api/export/records.zip        401     401       400
POST/api/live                      401     401       200
POST/api/live/nothing              401     404       404
POST/guest/link/nothing            410     410       410
POST/join                          422     422       422
POST/join/code                     422     422       422
POST/join/link/nothing             410     410       410
POST/sign-in/agency                422     422       422
POST/sign-in/agency/code           303     303       303
POST/sign-in/agency/link           303     303       303
POST/sign-in/code                  422     422       422
POST/sign-in/demonstration         400     400       400
POST/sign-in/link/nothing          410     410       410
POST/sign-in/mail                  422     422       422
POST/sign-in/password              422     422       422
POST/sign-in/second-factor         303     303       303
POST/sign-ins/agency/remove        303     303       303
POST/sign-ins/end                  303     303       303
POST/sign-ins/password             303     303       422
POST/sign-ins/password/remove      303     303       303
POST/sign-ins/second-factor        303     303       422
POST/sign-ins/second-factor/begin  303     303       303
POST/sign-ins/second-factor/codes  303     303       422
POST/sign-ins/second-factor/remove 303     303       422
POST/sign-ins/tokens               303     303       422
POST/sign-out                      303     303       303
)";

/// What stands for a '*', and what is asked beside the path.
struct Sample {
    std::string rest, body;
    std::vector<std::pair<std::string, std::string>> query = {};
};

std::map<std::string, Sample> samples(const Callers& callers) {
    const auto collaborative = callers.collaborative.str();
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

/// The answers to a request, in the words of the table.
std::string row(Callers& callers, const app::Request& request) {
    const auto answers = callers.answers(request);
    std::map<std::string, std::string> cells;
    for (std::size_t i = 0; i < answers.size(); ++i)
        cells[callers.all()[i].name] = std::to_string(answers[i].status);
    const auto everybody = cells.at("administrator");
    std::string words = cells.at("visitor") + " " + cells.at("suspended") + " " + everybody;
    for (const auto& caller : callers.all())
        if (const auto& cell = cells.at(caller.name);
            caller.name != "visitor" && caller.name != "suspended" && cell != everybody)
            words += " " + caller.name + ":" + cell;
    return words;
}

} // namespace

TEST_CASE("INV-29 every address answers whom the table says; INV-34 looking at it changes nothing") {
    Standing standing;
    Callers callers{standing};
    const auto expected = rows_of(table);
    const auto stars = samples(callers);
    for (const auto& address : app::Site::addresses()) {
        INFO(address);
        const auto space = address.find(' ');
        const auto method = address.substr(0, space);
        auto path = address.substr(space + 1);
        const auto sample = stars.contains(path) ? stars.at(path) : Sample{"nothing", ""};
        if (path.ends_with('*')) path.replace(path.size() - 1, 1, sample.rest);
        auto request = standing.request(method, path, {}, sample.body);
        request.query = sample.query;
        if (!sample.body.empty()) request.headers.emplace("content-type", "application/json");
        // What one person asks often is refused: a minute passes.
        standing.ahead += std::chrono::minutes{1};
        callers.sign_in();
        const auto before = standing.seen(everything);
        const auto found = row(callers, request);
        const auto key = method + path;
        if (!expected.contains(key) || expected.at(key) != found)
            FAIL_CHECK("expected " << (expected.contains(key) ? expected.at(key) : "a line") << "\n   found "
                                   << key << " " << found);
        if (method != "GET") continue;
        CHECK(changed(before, standing.seen(everything)) == "");
        request.method = "HEAD";
        // Coming back from an agency's sign-in does its deed by GET, as the protocol wants it, and by no
        // other.
        CHECK(row(callers, request) == (path == "/sign-in/agency/callback" ? "405 405 405" : found));
        CHECK(changed(before, standing.seen(everything)) == "");
    }
}
