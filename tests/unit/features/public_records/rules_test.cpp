// Who is given the records of an organization, of which days, and that no secret stands in them.
#include "features/public_records/public_records.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <set>

using namespace interstate;
using namespace interstate::public_records;

namespace {

const OrganisationId ohio{Ulid::from({1}, {1})}, utah{Ulid::from({1}, {2})};
const ZoneName new_york{"America/New_York"};

Instant at(const char* local) { return instant_of(LocalTime{local}, ZoneName{}).value(); }
const Context now{.now = at("2026-11-23T12:00")};

RecordsFacts asked_by(permissions::Role role, const OrganisationId& of = ohio) {
    return {.who = {.organisation = of,
                    .roles = {role},
                    .footing = permissions::Footing::active,
                    .tier = permissions::Tier::core,
                    .active = true},
            .name = "Dana Reyes",
            .zone = new_york,
            .organisation = RecordsFacts::Named{"Ohio Department", "Ohio", "OH", "SDI"}};
}

RecordsRequest days(const char* from, const char* until) {
    return {.collaborative = {},
            .organisation = ohio,
            .from = CivilDate{from},
            .until = CivilDate{until},
            .reason = Text<3, 300>{"Request 17"}};
}

std::string fault(const RecordsRequest& request, const RecordsFacts& facts) {
    const auto decided = decide(request, facts, now);
    return decided ? "" : decided.error().code + " " + decided.error().field;
}

} // namespace

TEST_CASE(
    "an administrator is given any organization's records; a lead and a partner their own; nobody else") {
    using enum permissions::Role;
    const auto year = days("2026-01-01", "2026-06-30");
    for (const auto role : {administrator, state_lead, partner}) CHECK(fault(year, asked_by(role)).empty());
    for (const auto role : {facilitator, state_member, observer, guest})
        CHECK(fault(year, asked_by(role)) == "not_allowed ");
    CHECK(fault(year, asked_by(administrator, utah)).empty());
    for (const auto role : {state_lead, partner}) CHECK(fault(year, asked_by(role, utah)) == "not_allowed ");
    auto left = asked_by(state_lead);
    left.who.active = false;
    CHECK(fault(year, left) == "not_allowed ");
    auto lapsed = asked_by(state_lead);
    lapsed.who.footing = permissions::Footing::none;
    CHECK(fault(year, lapsed) == "not_allowed ");
    auto elsewhere = asked_by(administrator);
    elsewhere.organisation.reset();
    CHECK(fault(year, elsewhere) == "not_allowed ");
}

TEST_CASE("days are whole days in the zone of who asks, the last one too") {
    const auto facts = asked_by(permissions::Role::administrator);
    const auto winter = decide(days("2026-01-01", "2026-01-31"), facts, now);
    REQUIRE(winter);
    CHECK(winter->since == at("2026-01-01T05:00"));
    CHECK(winter->until == at("2026-02-01T05:00"));
    const auto over_the_change = decide(days("2026-03-08", "2026-03-08"), facts, now);
    REQUIRE(over_the_change);
    CHECK(over_the_change->until - over_the_change->since == std::chrono::hours{23});
    // Where a day begins an hour late.
    CHECK(start_of(CivilDate{"2026-03-08"}, ZoneName{"America/Havana"}) == at("2026-03-08T05:00"));
    // A day that was left out.
    CHECK(start_of(CivilDate{"2011-12-30"}, ZoneName{"Pacific/Apia"}) ==
          start_of(CivilDate{"2011-12-31"}, ZoneName{"Pacific/Apia"}));
}

TEST_CASE("days that are none are refused by name") {
    const auto facts = asked_by(permissions::Role::administrator);
    CHECK(fault(days("2026-02-01", "2026-01-31"), facts) == "out_of_bounds until");
    CHECK(fault(days("2026-11-24", "2026-11-30"), facts) == "out_of_bounds from");
    CHECK(fault(days("2026-11-23", "2026-11-30"), facts).empty());
    CHECK(fault(days("1900-01-01", "2199-12-31"), facts).empty());
}

TEST_CASE("a mail keeps its words and loses what is secret in its links") {
    CHECK(
        without_secrets("Come: https://i.example/answer/aB3-x_ or\nhttps://i.example/sign-in/link/S3cret") ==
        "Come: https://i.example/answer/(removed) or\nhttps://i.example/sign-in/link/(removed)");
    CHECK(without_secrets("https://i.example/join/link/a https://i.example/guest/link/b c") ==
          "https://i.example/join/link/(removed) https://i.example/guest/link/(removed) c");
    CHECK(without_secrets("https://i.example/sdi/steps/01J") == "https://i.example/sdi/steps/01J");
    CHECK(without_secrets("").empty());
}

TEST_CASE("each table that was thought of is in a sheet that is there, or says why not") {
    std::set<std::string> names{"audit"};
    for (const auto& sheet : sheets()) CHECK(names.insert(sheet.name).second);
    std::set<std::string> lines;
    for (const auto& one : considered()) {
        INFO(one.table << "." << one.column);
        CHECK(lines.insert(std::string{one.table} + "." + one.column).second);
        const std::string sheet = one.sheet;
        CHECK(sheet.empty() == !std::string{one.why}.empty());
        if (sheet.empty() || sheet == "audit") continue;
        const auto found = std::ranges::find(sheets(), sheet, &Sheet::name);
        REQUIRE(found != sheets().end());
        CHECK(found->sql.find(one.table) != std::string::npos);
    }
}

TEST_CASE("no column of a sheet is a secret or a private part of a profile") {
    for (const auto& sheet : sheets())
        for (const char* word :
             {"hash", "secret", "ticket", "access_needs", "pronouns", "phone", "dial_in", ".link"}) {
            INFO(sheet.name << " " << word);
            CHECK(sheet.sql.find(word) == std::string::npos);
        }
}
