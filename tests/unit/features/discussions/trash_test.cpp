// INV-37: what is removed can be put back for thirty days.
#include "features/discussions/discussions.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::discussions;

namespace {

const PersonId ana{Ulid::from({1}, {1})}, fay{Ulid::from({1}, {2})}, ben{Ulid::from({1}, {3})};

permissions::Standing as(const PersonId& person, permissions::Role role) {
    return {.person = person,
            .roles = {role},
            .footing = permissions::Footing::active,
            .tier = permissions::Tier::core,
            .active = true};
}

RemovedFacts removed_by(const PersonId& remover, const permissions::Standing& who) {
    return {.post = {.who = who,
                     .post = Post{.author = ana, .removed = true, .removed_by = remover},
                     .visible = true},
            .text = PostText{"As it was"}};
}

std::string code_of(const RemovedFacts& facts) {
    const auto decided = decide(RestorePost{}, facts, {});
    return decided ? "" : decided.error().code;
}

} // namespace

TEST_CASE("INV-37 an author puts back what they removed themselves, a moderator whatever was removed") {
    const auto author = as(ana, permissions::Role::state_member);
    const auto moderator = as(fay, permissions::Role::facilitator);
    CHECK(code_of(removed_by(ana, author)).empty());
    CHECK(code_of(removed_by(fay, author)) == "not_allowed");
    CHECK(code_of(removed_by(ana, moderator)).empty());
    CHECK(code_of(removed_by(fay, moderator)).empty());
    CHECK(code_of(removed_by(ana, as(ben, permissions::Role::state_member))) == "not_allowed");
}

TEST_CASE("INV-37 what stands is not put back, nor what is gone for good; what is hidden is as nothing") {
    const auto author = as(ana, permissions::Role::state_member);
    auto facts = removed_by(ana, author);
    facts.post.visible = false;
    CHECK(code_of(facts) == "not_allowed");
    facts = removed_by(ana, author);
    facts.text.reset();
    CHECK(code_of(facts) == "gone");
    facts = removed_by(ana, author);
    facts.post.post->removed = false;
    CHECK(code_of(facts) == "not_removed");
    CHECK(code_of({}) == "not_allowed");
}

TEST_CASE("nobody but the server empties the trash") {
    const auto facts = removed_by(ana, as(fay, permissions::Role::administrator));
    CHECK(!decide(EmptyPost{}, facts, {}).value().post);
    CHECK(decide(EmptyPost{}, facts, {.now = Instant{} + trash_life}).value().post);
    CHECK(!decide(EmptyPost{}, facts, {.actor = fay}));
    CHECK(!decide(EmptyPost{}, RemovedFacts{}, {}));
}
