// INV-37: who throws away and puts back what, and what stands in the way.
#include "features/trash/trash.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::trash;

namespace {

const PersonId ana{Ulid::from({1}, {1})}, fay{Ulid::from({1}, {2})};
const CollaborativeId here{Ulid::from({1}, {3})};
constexpr Instant removed_at{1'000};

permissions::Standing as(permissions::Role role, const PersonId& person = fay) {
    return {.person = person,
            .collaborative = here,
            .roles = {role},
            .footing = permissions::Footing::active,
            .tier = permissions::Tier::core,
            .active = true};
}

EntryFacts lying(Kind kind, permissions::Role role) {
    return {.who = as(role),
            .target = {},
            .entry = Entry{.collaborative = here,
                           .kind = kind,
                           .title = "Ohio",
                           .place = "Early reading",
                           .removed_at = removed_at},
            .visible = true,
            .ground = {}};
}

Context at(Instant now, std::optional<PersonId> actor = fay) { return {.actor = actor, .now = now}; }

std::string code_of(const EntryFacts& facts, Instant now = removed_at) {
    const auto decided = decide(RestoreFromTrash{}, facts, at(now));
    return decided ? "" : decided.error().code;
}

} // namespace

TEST_CASE("INV-37 whoever may remove a thing may put it back, and nobody else") {
    using enum permissions::Role;
    for (const auto kind :
         {Kind::series, Kind::objective, Kind::participation, Kind::meeting, Kind::agenda_item}) {
        INFO(word_of(kind));
        CHECK(code_of(lying(kind, facilitator)).empty());
        CHECK(code_of(lying(kind, administrator)).empty());
        for (const auto role : {state_lead, state_member, partner, observer})
            CHECK(code_of(lying(kind, role)) == "not_allowed");
    }
    for (const auto kind : {Kind::step_link, Kind::no_step}) {
        INFO(word_of(kind));
        CHECK(code_of(lying(kind, facilitator)).empty());
        auto facts = lying(kind, state_member);
        CHECK(code_of(facts) == "not_allowed");
        facts.target.own = true;
        CHECK(code_of(facts).empty());
    }
}

TEST_CASE("INV-37 what is hidden is as nothing, and what lay thirty days is gone") {
    auto facts = lying(Kind::series, permissions::Role::facilitator);
    CHECK(code_of(facts, removed_at + trash_life - Millis{1}).empty());
    CHECK(code_of(facts, removed_at + trash_life) == "gone");
    facts.visible = false;
    CHECK(code_of(facts) == "not_allowed");
    CHECK(code_of({}) == "not_allowed");
}

TEST_CASE("INV-37 what stands in the way of coming back is said") {
    const auto with = [](Kind kind, Ground ground) {
        auto facts = lying(kind, permissions::Role::facilitator);
        facts.ground = ground;
        return decide(RestoreFromTrash{}, facts, at(removed_at)).error();
    };
    CHECK(with(Kind::agenda_item, {.there = false}).code == "parent_removed");
    CHECK(with(Kind::agenda_item, {.there = false}).message.contains("“Early reading”"));
    CHECK(with(Kind::agenda_item, {.closed = true}).code == "closed");
    CHECK(with(Kind::participation, {.taken = true}).message ==
          "Ohio takes part in “Early reading” again already.");
    CHECK(with(Kind::meeting, {.full = true}).code == "series_full");
    CHECK(with(Kind::objective, {.full = true}).code == "full");
    CHECK(with(Kind::participation, {.fits = false}).code == "no_member");
    CHECK(with(Kind::step_link, {.fits = false}).code == "unrelated");
    CHECK(with(Kind::no_step, {.fits = false}).code == "not_taking_part");
}

TEST_CASE("a draft is thrown away; what people know of stays") {
    const auto code = [](const DraftFacts& facts) {
        const auto series = decide(DiscardSeries{}, facts, at(removed_at));
        const auto meeting = decide(DiscardMeeting{}, facts, at(removed_at));
        CHECK(series.has_value() == meeting.has_value());
        if (series) return std::string{};
        CHECK(series.error().code == meeting.error().code);
        return series.error().code;
    };
    DraftFacts draft{
        .who = as(permissions::Role::facilitator), .target = {}, .collaborative = here, .draft = true};
    CHECK(code(draft).empty());
    auto other = draft;
    other.draft = false;
    CHECK(code(other) == "not_a_draft");
    other = draft;
    other.in_use = true;
    CHECK(code(other) == "in_use");
    other = draft;
    other.current = false;
    CHECK(code(other) == "archived");
    other = draft;
    other.who = as(permissions::Role::state_lead);
    CHECK(code(other) == "not_allowed");
    CHECK(code({}) == "not_allowed");
}

TEST_CASE("nobody but the server empties the trash, and nothing before its time") {
    const auto facts = lying(Kind::series, permissions::Role::administrator);
    CHECK(!decide(EmptyTrash{}, facts, at(removed_at + trash_life)));
    const auto emptied = [&](const EntryFacts& lies, Instant now) {
        return decide(EmptyTrash{}, lies, at(now, std::nullopt)).value().collaborative;
    };
    CHECK(emptied(facts, removed_at + trash_life) == here);
    CHECK(!emptied(facts, removed_at + trash_life - Millis{1}));
    CHECK(!emptied({}, removed_at + trash_life));
}
