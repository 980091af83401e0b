// Flags of posts as sentences: who may, when not, and who decides.
#include "features/discussions/flags.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::discussions;

namespace {

const PersonId ana{Ulid::from({1}, {1})}, fay{Ulid::from({1}, {2})}, ben{Ulid::from({1}, {3})};
const Context now{.actor = ben, .now = {5000}, .ids = IdSource{{5000}, {}}};

permissions::Standing as(const PersonId& person, permissions::Role role) {
    return {.person = person,
            .roles = {role},
            .footing = permissions::Footing::active,
            .tier = permissions::Tier::core,
            .active = true};
}

PostFacts post_of_ana(const permissions::Standing& who) {
    return {.who = who,
            .post = Post{.author = ana, .text = Prose<0, 20000>{"as it is"}, .revision = 2},
            .visible = true};
}

FlagFacts seen_by(const PersonId& reader) {
    return {.post = post_of_ana(as(reader, permissions::Role::state_member)), .moderated = true};
}

DecisionFacts before(const PersonId& person, permissions::Role role) {
    return {.post = post_of_ana(as(person, role)), .waiting = 2};
}

const FlagPost names_a_student{.reason = FlagReason::private_details};

std::string code_of(const FlagPost& command, const FlagFacts& facts) {
    const auto decided = decide(command, facts, now);
    return decided ? "" : decided.error().code;
}

std::string keeping(const DecisionFacts& facts, int revision = 2) {
    const auto decided = decide(KeepFlaggedPost{.revision = revision}, facts, now);
    return decided ? "" : decided.error().code;
}

std::string taking(const DecisionFacts& facts, const TakeAwayPost& command) {
    const auto decided = decide(command, facts, now);
    return decided ? "" : decided.error().code;
}

} // namespace

TEST_CASE("whoever reads a post may flag it, observers and those who may not post any more too") {
    CHECK(code_of(names_a_student, seen_by(ben)).empty());
    auto facts = seen_by(ben);
    facts.post.who = as(ben, permissions::Role::observer);
    CHECK(code_of(names_a_student, facts).empty());
    facts.post.who.footing = permissions::Footing::grace;
    CHECK(code_of(names_a_student, facts).empty());
}

TEST_CASE("what is hidden is flagged as little as what is not there; nor is one's own, or what was removed") {
    auto facts = seen_by(ben);
    facts.post.visible = false;
    CHECK(code_of(names_a_student, facts) == "not_allowed");
    CHECK(code_of(names_a_student, {}) == "not_allowed");
    CHECK(code_of(names_a_student, seen_by(ana)) == "own_post");
    facts = seen_by(ben);
    facts.post.post->removed = true;
    CHECK(code_of(names_a_student, facts) == "removed");
}

TEST_CASE("nobody is promised that somebody looks where nobody moderates") {
    auto facts = seen_by(ben);
    facts.moderated = false;
    CHECK(code_of(names_a_student, facts) == "not_moderated");
}

TEST_CASE("a flag for another reason says which; others need no words") {
    CHECK(code_of({.reason = FlagReason::other}, seen_by(ben)) == "out_of_bounds");
    CHECK(code_of({.reason = FlagReason::other, .words = FlagWords{"  "}}, seen_by(ben)) == "out_of_bounds");
    CHECK(decide(FlagPost{.reason = FlagReason::other}, seen_by(ben), now).error().field == "words");
    CHECK(
        code_of({.reason = FlagReason::other, .words = FlagWords{"Two posts in one"}}, seen_by(ben)).empty());
    CHECK(code_of({.reason = FlagReason::unkind}, seen_by(ben)).empty());
}

TEST_CASE("one flag of a person for a post waits at a time, twenty of all, and two hundred in thirty days") {
    auto facts = seen_by(ben);
    facts.flagged = true;
    CHECK(code_of(names_a_student, facts) == "flagged_already");
    facts.flagged = false;
    facts.waiting = 19;
    CHECK(code_of(names_a_student, facts).empty());
    facts.waiting = 20;
    CHECK(code_of(names_a_student, facts) == "too_many");
    facts.waiting = 0;
    facts.lately = 199;
    CHECK(code_of(names_a_student, facts).empty());
    facts.lately = 200;
    CHECK(code_of(names_a_student, facts) == "too_many");
}

TEST_CASE("who moderates decides; who does not, and who wrote the post, hears of nothing") {
    using permissions::Role;
    const TakeAwayPost take{.revision = 2, .reason = FlagReason::unkind};
    for (const auto role : {Role::facilitator, Role::administrator}) {
        CHECK(keeping(before(fay, role)).empty());
        CHECK(taking(before(fay, role), take).empty());
        CHECK(keeping(before(ana, role)) == "not_allowed");
        CHECK(taking(before(ana, role), take) == "not_allowed");
    }
    for (const auto role : {Role::state_lead, Role::state_member, Role::partner, Role::observer}) {
        CHECK(keeping(before(ben, role)) == "not_allowed");
        CHECK(taking(before(ben, role), take) == "not_allowed");
    }
    auto facts = before(fay, Role::facilitator);
    facts.post.visible = false;
    CHECK(keeping(facts) == "not_allowed");
    facts = before(fay, Role::facilitator);
    facts.waiting = 0;
    CHECK(keeping(facts) == "not_allowed"); // nobody ever flagged it
}

TEST_CASE("who decides second is told that it was decided, and how") {
    auto facts = before(fay, permissions::Role::facilitator);
    facts.waiting = 0;
    for (const auto& [status, word] :
         {std::pair{FlagStatus::kept, "kept"}, {FlagStatus::removed, "taken"}, {FlagStatus::gone, "gone"}}) {
        facts.last = status;
        const auto refused = decide(KeepFlaggedPost{.revision = 2}, facts, now);
        REQUIRE(!refused);
        CHECK(refused.error().code == "decided_already");
        CHECK(refused.error().message.find(word) != std::string::npos);
    }
}

TEST_CASE("a text that was edited meanwhile is read before it is decided about") {
    const auto facts = before(fay, permissions::Role::facilitator);
    CHECK(keeping(facts, 1) == "changed_since");
    CHECK(taking(facts, {.revision = 1, .reason = FlagReason::unkind}) == "changed_since");
    CHECK(decide(KeepFlaggedPost{.revision = 1}, facts, now).error().current == "as it is");
}

TEST_CASE(
    "an author is told in words where the reason is another; the news says no more than of any removal") {
    const auto facts = before(fay, permissions::Role::facilitator);
    CHECK(taking(facts, {.revision = 2, .reason = FlagReason::other}) == "out_of_bounds");
    CHECK(taking(facts, {.revision = 2, .reason = FlagReason::other, .words = FlagWords{"Why"}}).empty());
    CHECK(std::string{PostTakenAway::event_name()} == PostRemoved::name);
}

TEST_CASE("nobody but the server forgets flags") {
    const auto facts = before(fay, permissions::Role::administrator);
    CHECK(!decide(ForgetFlags{}, facts, {.actor = fay}));
    CHECK(decide(ForgetFlags{}, facts, {}));
}
