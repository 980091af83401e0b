// Who may say who comes, until when, and who is reminded.
#include "features/meetings/answers.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::meetings;
using permissions::Role;

namespace {

const PersonId me{Ulid::from({1000}, {9})};
const RsvpId before{Ulid::from({1000}, {5})};
constexpr Millis hour = std::chrono::hours{1};
const Instant noon{1'800'000'000'000};
const Context now{.actor = me, .now = noon, .ids = IdSource{{5000}, {}}};

permissions::Standing standing(Role role) {
    return {.person = me,
            .roles = {role},
            .footing = permissions::Footing::active,
            .tier = permissions::Tier::core,
            .active = true};
}

AnswerFacts invited(Role role = Role::state_member) {
    return {.who = standing(role),
            .target = {.in_series = true},
            .meeting = AnswerPlace{.state = MeetingState::announced, .starts_at = noon, .minutes = 90},
            .invited = true};
}

AnswerFacts for_another(Role role, bool own) {
    auto facts = invited(role);
    facts.oneself = false;
    facts.target.own = own;
    return facts;
}

std::string refused(const AnswerFacts& facts, const AnswerInvitation& command = {}) {
    const auto decided = decide(command, facts, now);
    return decided ? "" : decided.error().code;
}

std::string field(const AnswerFacts& facts, const AnswerInvitation& command) {
    const auto decided = decide(command, facts, now);
    return decided ? "" : decided.error().field;
}

SilentFacts silent(int people, std::optional<Instant> reminded_at = {}) {
    SilentFacts facts{.who = standing(Role::facilitator),
                      .meeting =
                          AnswerPlace{.state = MeetingState::announced, .starts_at = noon, .minutes = 90},
                      .silent = {},
                      .reminded_at = reminded_at};
    for (int i = 0; i < people; ++i) facts.silent.push_back(me);
    return facts;
}

} // namespace

TEST_CASE("the invited answer for themselves, and anew") {
    for (const auto role : {Role::state_member, Role::state_lead, Role::partner, Role::observer,
                            Role::facilitator, Role::administrator})
        CHECK(refused(invited(role)).empty());
    auto facts = invited();
    facts.before = before;
    CHECK(decide(AnswerInvitation{}, facts, now)->rsvp == before);
}

TEST_CASE("whose state does not take part is not invited") {
    auto facts = invited();
    facts.target.in_series = false;
    CHECK(refused(facts) == "not_allowed");
}

TEST_CASE("a meeting that one may not see is none") {
    auto facts = invited(Role::administrator);
    facts.meeting.reset();
    CHECK(refused(facts) == "not_allowed");
}

TEST_CASE("a lead answers for the people of their state, staff for anybody, others for nobody else") {
    CHECK(refused(for_another(Role::state_lead, true)).empty());
    CHECK(refused(for_another(Role::state_lead, false)) == "not_allowed");
    CHECK(refused(for_another(Role::facilitator, false)).empty());
    CHECK(refused(for_another(Role::administrator, false)).empty());
    for (const auto role : {Role::state_member, Role::partner, Role::observer})
        CHECK(refused(for_another(role, true)) == "not_allowed");
}

TEST_CASE("nobody is said to come who may not") {
    auto facts = for_another(Role::facilitator, false);
    facts.invited = false;
    CHECK(refused(facts) == "not_invited");
}

TEST_CASE("answers are open from the announcement to the end") {
    auto facts = invited(Role::facilitator);
    const auto in = [&](MeetingState state) {
        facts.meeting->state = state;
        return refused(facts);
    };
    CHECK(in(MeetingState::draft) == "draft");
    CHECK(in(MeetingState::announced).empty());
    CHECK(in(MeetingState::live).empty());
    CHECK(in(MeetingState::ended) == "ended");
    CHECK(in(MeetingState::cancelled) == "cancelled");
    facts.meeting = AnswerPlace{.state = MeetingState::announced, .current = false, .starts_at = noon};
    CHECK(refused(facts) == "archived");
}

TEST_CASE("a session whose time is over without a room takes no answers, and nobody is reminded of it") {
    auto facts = invited();
    facts.meeting->starts_at = noon + -2 * hour;
    CHECK(refused(facts) == "ended");
    facts.meeting->state = MeetingState::live; // it runs late
    CHECK(refused(facts).empty());
    auto of_before = silent(3);
    of_before.meeting->starts_at = noon + -2 * hour;
    CHECK(decide(RemindSilent{}, of_before, now).error().code == "ended");
}

TEST_CASE("who is invited no more is said not to come, by who may say it, and nothing else") {
    auto gone = for_another(Role::facilitator, false);
    gone.invited = false;
    CHECK(refused(gone, {.answer = Answer::no}) == "not_invited");
    gone.before = before;
    CHECK(refused(gone, {.answer = Answer::no}).empty());
    CHECK(refused(gone, {.answer = Answer::yes}) == "not_invited");
}

TEST_CASE("nobody is said to be reminded where no mail leaves") {
    auto unmailed = now;
    unmailed.letters = false;
    CHECK(decide(RemindSilent{}, silent(3), unmailed).error().code == "no_mail");
}

TEST_CASE("in person or remotely is said where there is a place, by who comes") {
    auto facts = invited();
    const AnswerInvitation in_person{.answer = Answer::yes, .mode = AnswerMode::in_person};
    CHECK(refused(facts, in_person) == "no_place");
    CHECK(field(facts, in_person) == "mode");
    facts.meeting->has_place = true;
    CHECK(refused(facts, in_person).empty());
    CHECK(refused(facts, {.answer = Answer::maybe, .mode = AnswerMode::remote}).empty());
    CHECK(refused(facts, {.answer = Answer::no, .mode = AnswerMode::remote}) == "not_coming");
}

TEST_CASE("the silent are reminded by who facilitates, once in 48 hours, and the refusal says when again") {
    CHECK(decide(RemindSilent{}, silent(3), now)->people == 3);
    const auto early = decide(RemindSilent{}, silent(3, noon + -47 * hour), now);
    REQUIRE(!early);
    CHECK(early.error().code == "too_early");
    CHECK(early.error().allowed == "from January 15, 2027, 09:00 UTC on");
    CHECK(decide(RemindSilent{}, silent(3, noon + -48 * hour), now));
    CHECK(decide(RemindSilent{}, silent(0), now).error().code == "nobody_silent");
    auto lead = silent(3);
    lead.who = standing(Role::state_lead);
    CHECK(decide(RemindSilent{}, lead, now).error().code == "not_allowed");
    for (const auto& [state, code] : {std::pair{MeetingState::draft, "draft"},
                                      {MeetingState::live, "live"},
                                      {MeetingState::ended, "ended"},
                                      {MeetingState::cancelled, "cancelled"}}) {
        auto facts = silent(3);
        facts.meeting->state = state;
        CHECK(decide(RemindSilent{}, facts, now).error().code == code);
    }
}
