// Rules of discussions as sentences: given facts, when a command, then an event or a refusal.
#include "features/discussions/discussions.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::discussions;

namespace {

const PersonId ana{Ulid::from({1000}, {1})};
const PersonId ben{Ulid::from({1000}, {2})};
const Context now{.actor = ana, .now = {5000}, .ids = IdSource{{5000}, {}}};

permissions::Standing member(const PersonId& person,
                             permissions::Role role = permissions::Role::state_member) {
    return {.person = person,
            .roles = {role},
            .footing = permissions::Footing::active,
            .tier = permissions::Tier::core,
            .active = true};
}

ThreadFacts open_thread() {
    return {.who = member(ana),
            .target = {.in_series = true},
            .thread = Thread{.last_number = 4},
            .visible = true};
}

AnchorFacts session() {
    return {.who = member(ana), .target = {.in_series = true}, .exists = true, .visible = true};
}

PostFacts post_by(const PersonId& author) {
    return {.who = member(ana),
            .post = Post{.author = author, .text = Prose<0, 20000>{"as it was"}, .revision = 2},
            .visible = true};
}

} // namespace

TEST_CASE("a post gets the next number of its thread") {
    const auto added = decide(AddPost{.text = PostText{"Thank you."}}, open_thread(), now);
    REQUIRE(added);
    CHECK(added->number == 5);
}

TEST_CASE("what begins a session's own thread at the same moment becomes the next post of it") {
    const StartThread command{.anchor = AnchorKind::meeting, .text = PostText{"Me too"}, .own = true};
    const auto first = decide(command, session(), now);
    REQUIRE(first);
    CHECK(first->number == 1);
    CHECK(first->event_name() == std::string{"thread_started"});
    auto facts = session();
    facts.own = Thread{.id = first->thread, .last_number = 1};
    const auto second = decide(command, facts, now);
    REQUIRE(second);
    CHECK(second->thread == first->thread);
    CHECK(second->number == 2);
    CHECK(second->event_name() == std::string{"post_added"});
}

TEST_CASE("a further topic of a session is a thread for itself") {
    auto facts = session();
    facts.own = Thread{.id = ThreadId{Ulid::from({1}, {1})}, .last_number = 1};
    const auto started =
        decide(StartThread{.anchor = AnchorKind::meeting, .text = PostText{"Else"}}, facts, now);
    REQUIRE(started);
    CHECK(started->thread != facts.own->id);
    CHECK(started->number == 1);
}

TEST_CASE("a topic has no thread of its own") {
    const auto refused =
        decide(StartThread{.anchor = AnchorKind::topic, .text = PostText{"x"}, .own = true}, session(), now);
    CHECK(refused.error().field == "own");
}

TEST_CASE("who may not write does not post by beginning a thread that is there") {
    auto facts = session();
    facts.own = Thread{.id = ThreadId{Ulid::from({1}, {1})}, .last_number = 1};
    facts.who = member(ana, permissions::Role::observer);
    const StartThread command{.anchor = AnchorKind::meeting, .text = PostText{"x"}, .own = true};
    CHECK(decide(command, facts, now).error().code == "not_allowed");
}

TEST_CASE("who cannot see a thread is told what is told of a thread that does not exist") {
    auto hidden = open_thread();
    hidden.visible = false;
    auto missing = open_thread();
    missing.thread.reset();
    CHECK(decide(AddPost{.text = PostText{"Hi"}}, hidden, now).error() ==
          decide(AddPost{.text = PostText{"Hi"}}, missing, now).error());
}

TEST_CASE("an observer reads and does not post") {
    auto facts = open_thread();
    facts.who = member(ana, permissions::Role::observer);
    CHECK(decide(AddPost{.text = PostText{"Hi"}}, facts, now).error().code == "not_allowed");
}

TEST_CASE("an answer to a post of another thread is refused") {
    auto facts = open_thread();
    facts.reply_fits = false;
    CHECK(decide(AddPost{.text = PostText{"Hi"}, .reply_to = PostId{}}, facts, now).error().field ==
          "reply_to");
}

TEST_CASE("an edit of an older text is refused with the newer one") {
    const auto refused = decide(EditPost{.revision = 1, .text = PostText{"mine"}}, post_by(ana), now);
    REQUIRE(!refused);
    CHECK(refused.error().code == "changed_since");
    CHECK(refused.error().current == "as it was");
}

TEST_CASE("nobody edits another person's post, facilitators included") {
    auto facts = post_by(ben);
    facts.who = member(ana, permissions::Role::facilitator);
    CHECK(decide(EditPost{.revision = 2, .text = PostText{"mine"}}, facts, now).error().code ==
          "not_allowed");
}

TEST_CASE("a facilitator removes another person's post, a member does not") {
    auto facts = post_by(ben);
    CHECK(decide(RemovePost{}, facts, now).error().code == "not_allowed");
    facts.who = member(ana, permissions::Role::facilitator);
    CHECK(decide(RemovePost{}, facts, now));
}

TEST_CASE("a read mark never goes back") {
    auto facts = open_thread();
    facts.read_up_to = 3;
    CHECK(decide(MarkRead{.number = 2}, facts, now)->number == 3);
}

TEST_CASE("a read mark beyond the last post is refused") {
    CHECK(decide(MarkRead{.number = 5}, open_thread(), now).error().field == "number");
}

TEST_CASE("a removed post is neither edited nor removed again") {
    auto facts = post_by(ana);
    facts.post->removed = true;
    CHECK(decide(EditPost{.revision = 2, .text = PostText{"back"}}, facts, now).error().code == "removed");
    CHECK(decide(RemovePost{}, facts, now).error().code == "removed");
}
