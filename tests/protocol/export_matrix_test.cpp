// INV-29 of the downloads: every table and package there is, of whatever state, for every role under every
// membership, by a login and by a token.
#include "app/site.hpp"
#include "protocol/callers.hpp"
#include "protocol/matrix.hpp"

#include <ranges>

using namespace interstate;
using namespace interstate::tests;

namespace {

// yes: handed over. -: "not allowed", as for what does not exist. 401: no login. After the colon whose it is:
// of the own state, of the far one, of the organisation of who asks; or a session that is a draft. The
// columns are the callers of callers.cpp: without a login, suspended, left, without a role, an administrator
// elsewhere; the roles; lead and member of the own state, of another that takes part, of one that does not;
// with a role in the series, in the own state's team; the lead of a state in its grace, of one whose
// membership is over.
constexpr const char* table = R"(
                     vis sus lef non els adm fac par obs ownl ownm prtl prtm farl farm ins int gra over
steps.csv            401 401 -   -   -   yes yes yes yes yes  yes  yes  yes  yes  yes  yes yes yes -
attendance.csv       401 401 -   -   -   yes yes yes yes yes  yes  yes  yes  -    -    yes yes yes -
attendance.csv:draft 401 401 -   -   -   yes yes -   -   -    -    -    -    -    -    -   -   -   -
audit.csv            401 401 -   -   -   yes yes -   -   yes  -    yes  -    yes  -    yes -   yes -
contacts.csv         401 401 -   -   -   yes yes -   -   -    -    -    -    -    -    -   -   -   -
contacts.csv:own     401 401 -   -   -   yes yes -   -   yes  -    -    -    -    -    -   -   -   -
contacts.csv:far     401 401 -   -   -   yes yes -   -   -    -    -    -    yes  -    -   -   -   -
contacts.csv:theirs  401 401 -   -   -   yes yes -   -   yes  -    yes  -    yes  -    -   -   -   -
records.zip:own      401 401 -   -   -   yes -   -   -   yes  -    -    -    -    -    -   -   -   -
records.zip:far      401 401 -   -   -   yes -   -   -   -    -    -    -    yes  -    -   -   -   -
records.zip:theirs   401 401 -   -   -   yes -   yes -   yes  -    yes  -    yes  -    -   -   yes -
my-data.json         401 401 yes yes yes yes yes yes yes yes  yes  yes  yes  yes  yes  yes yes yes yes
)";

/// One download as it is asked for. `theirs`: the organisation of who asks.
struct Wanted {
    std::string name;
    const char* method;
    std::map<std::string, std::string> fields;
    bool theirs = false;
};

std::string form_of(const std::map<std::string, std::string>& fields) {
    std::string form;
    for (const auto& [name, value] : fields) form += (form.empty() ? "" : "&") + name + "=" + value;
    return form;
}

std::vector<Wanted> everything_wanted(const Callers& callers) {
    const auto collaborative = callers.collaborative.str();
    const auto audit = [&](std::map<std::string, std::string> more) {
        more.emplace("collaborative", collaborative);
        return more;
    };
    const auto of = [&](const OrganisationId& organisation) {
        return std::map<std::string, std::string>{{"collaborative", collaborative},
                                                  {"organisation", organisation.str()}};
    };
    const auto records = [&](const OrganisationId& organisation) {
        auto fields = of(organisation);
        fields.merge(std::map<std::string, std::string>{
            {"from", "2026-11-01"}, {"until", "2026-11-02"}, {"reason", "A+request"}});
        return fields;
    };
    return {{"steps.csv", "GET", {{"collaborative", collaborative}}},
            {"attendance.csv", "GET", {{"meeting", callers.held.str()}}},
            {"attendance.csv:draft", "GET", {{"meeting", callers.draft.str()}}},
            {"audit.csv", "POST", audit({})},
            {"contacts.csv", "POST", {{"collaborative", collaborative}}},
            {"contacts.csv:own", "POST", of(callers.own)},
            {"contacts.csv:far", "POST", of(callers.far)},
            {"contacts.csv:theirs", "POST", of(callers.own), true},
            {"records.zip:own", "POST", records(callers.own)},
            {"records.zip:far", "POST", records(callers.far)},
            {"records.zip:theirs", "POST", records(callers.own), true},
            {"my-data.json", "POST", {}}};
}

class Counter {
  public:
    Counter(Standing& standing, Callers& callers) : standing_{standing}, callers_{callers} {}

    /// The answers to everybody, in a row.
    std::string row(const Wanted& wanted) {
        std::string cells;
        for (const auto& caller : callers_.all()) {
            INFO(wanted.name << " for " << caller.name);
            const auto fields = of(caller, wanted);
            const auto answer = callers_.answer(caller, request(wanted, fields));
            const auto by_token = callers_.answer_by_token(caller, request(wanted, fields));
            CHECK(cell(by_token) == cell(answer));
            if (answer.status == 200) looked_at(caller, wanted, answer.body);
            if (cell(answer) == "-") {
                auto nowhere = fields;
                for (auto& value : nowhere | std::views::values)
                    if (Ulid::parse(value)) value = Ulid::from(Instant{1}, {9, 9, 9}).str();
                const auto nothing = callers_.answer(caller, request(wanted, nowhere));
                CHECK(nothing.status == answer.status);
                CHECK(nothing.body == answer.body);
            }
            cells += (cells.empty() ? "" : " ") + cell(answer);
        }
        return cells;
    }

  private:
    std::map<std::string, std::string> of(const Caller& caller, const Wanted& wanted) {
        auto fields = wanted.fields;
        if (wanted.theirs && caller.person)
            fields["organisation"] =
                standing_.one<Ulid>("SELECT organisation FROM seats WHERE person = ?", *caller.person).str();
        return fields;
    }
    app::Request request(const Wanted& wanted, const std::map<std::string, std::string>& fields) {
        const bool read = wanted.method == std::string_view{"GET"};
        const auto file = wanted.name.substr(0, wanted.name.find(':'));
        auto made = standing_.request(wanted.method, "/api/export/" + file, {}, read ? "" : form_of(fields));
        if (read)
            made.query = {fields.begin(), fields.end()};
        else
            made.headers.emplace("content-type", "application/x-www-form-urlencoded");
        // What one person asks often is refused: a minute passes.
        standing_.ahead += std::chrono::minutes{1};
        return made;
    }
    static std::string cell(const app::Response& answer) {
        if (answer.status == 200) return "yes";
        const auto told = Json::parse(answer.body, nullptr, false);
        const bool not_allowed = told.is_object() && told.value("code", "") == "not_allowed";
        return not_allowed && answer.status == 403 ? "-" : std::to_string(answer.status);
    }
    /// What was handed over holds nothing that the person may not follow.
    void looked_at(const Caller& caller, const Wanted& wanted, const std::string& body) {
        if (wanted.name == "my-data.json") CHECK(Json::parse(body)["about"] == caller.person->str());
        if (wanted.name == "steps.csv") steps_of(*caller.person, body);
        if (wanted.name == "attendance.csv") CHECK(std::ranges::count(body, '\n') > 2);
        if (wanted.name.starts_with("contacts.csv:")) {
            const auto of_whom = Ulid::parse(of(caller, wanted)["organisation"]).value();
            const auto others = standing_.seen([&](store::Transaction& tx) {
                return tx.rows<std::string>("SELECT p.address FROM people p JOIN seats s ON s.person = p.id"
                                            " WHERE s.organisation <> ?",
                                            of_whom);
            });
            for (const auto& address : others) {
                INFO(address);
                CHECK(!body.contains(address));
            }
        }
    }
    void steps_of(const PersonId& person, const std::string& body) {
        standing_.seen([&](store::Transaction& tx) {
            for (const auto& [id, stream] : tx.rows<Step>("SELECT id, stream FROM action_steps WHERE series"
                                                          " IN (SELECT id FROM series WHERE current = 1)")) {
                INFO(id << " in " << stream);
                if (body.contains(id)) {
                    CHECK(permissions::may_follow(tx, person, Stream::parse(stream).value()));
                    shown_.insert(id);
                }
            }
            return 0;
        });
    }

  public:
    struct Step {
        std::string id, stream;
    };
    /// Steps that stood in somebody's table.
    std::set<std::string> shown_;

  private:
    Standing& standing_;
    Callers& callers_;
};

} // namespace

TEST_CASE("INV-29 every table and package is handed over to whom the table says, of whatever state") {
    Standing standing;
    Callers callers{standing};
    callers.sign_in();
    Counter counter{standing, callers};
    const auto expected = rows_of(table);
    const auto all = everything_wanted(callers);
    const auto is_tried = [&](const std::string& name, const std::string& method) {
        INFO(method << " /api/export/" << name << " needs a line in the table, and a request");
        const auto tried = std::ranges::any_of(all, [&](const Wanted& wanted) {
            return wanted.method == method && wanted.name.substr(0, wanted.name.find(':')) == name;
        });
        CHECK(tried);
    };
    for (const auto& name : app::Site::tables()) is_tried(std::string{name}, "GET");
    const std::string exports = " /api/export/";
    for (const auto& address : app::Site::addresses())
        if (const auto at = address.find(exports); at != address.npos && !address.ends_with('*'))
            is_tried(address.substr(at + exports.size()), address.substr(0, at));
    // Secrets of the team of each state, so that there is something to keep.
    standing.written([&](store::Transaction& tx) {
        for (const auto& state : {callers.own, callers.part, callers.far})
            tx.run("UPDATE action_steps SET visibility = 'organisation' WHERE id IN (SELECT id FROM"
                   " action_steps WHERE organisation = ? LIMIT 1)",
                   state);
    });
    for (const auto& wanted : all) {
        INFO(wanted.name);
        const auto found = counter.row(wanted);
        if (!expected.contains(wanted.name) || expected.at(wanted.name) != found)
            FAIL_CHECK("expected " << (expected.contains(wanted.name) ? expected.at(wanted.name) : "a line")
                                   << "\n   found " << wanted.name << " " << found);
    }
    CHECK(counter.shown_.size() > 20);
}
