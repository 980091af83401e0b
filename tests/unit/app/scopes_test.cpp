// Every command has its line: which tokens do it, and whether it waits for the terms of use.
#include "app/scopes.hpp"

#include "app/registry.hpp"
#include "support/catch.hpp"

#include <set>

using namespace interstate;
using namespace interstate::app;
using identity::Scope;
using identity::Scopes;

namespace {

Sender with(std::initializer_list<Scope> scopes) {
    Scopes all;
    for (const auto scope : scopes) all.add(scope);
    return {.person = {}, .credential = "c", .scopes = all};
}

const Sender person{.person = {}, .credential = "c"};
const Sender everything{.person = {}, .credential = "c", .scopes = Scopes::all()};

} // namespace

TEST_CASE("each command that is registered has one line, and no line is of a command that is not") {
    std::multiset<std::string> lines;
    for (const auto& line : command_lines()) lines.emplace(line.command);
    const auto names = Registry::everything().command_names();
    for (const auto& name : names) {
        INFO(name << " needs a line in server/app/scopes.cpp");
        CHECK(lines.count(name) == 1);
    }
    CHECK(lines.size() == names.size());
}

TEST_CASE("a token does what its words say, and a sign-in is not asked for any") {
    for (const auto& line : command_lines()) {
        INFO(line.command);
        CHECK(!beyond_command(person, line.command));
        CHECK(!beyond_command(everything, line.command) == line.scope.has_value());
        for (const auto scope : {Scope::read, Scope::post, Scope::steps, Scope::sessions, Scope::manage}) {
            const auto refused = beyond_command(with({scope}), line.command);
            CHECK(!refused == (line.scope == scope));
            if (refused) CHECK(refused->code == "out_of_scope");
        }
    }
    CHECK(beyond_command(everything, "of_tomorrow"));
    CHECK(!beyond_command(person, "of_tomorrow"));
}

TEST_CASE("no token accepts or publishes terms of use") {
    for (const char* command : {"accept_terms", "publish_terms"}) CHECK(beyond_command(everything, command));
}

TEST_CASE("reading is one word, and being in a room another") {
    const Stream series{StreamKind::series, {}}, room{StreamKind::present, {}};
    CHECK(!beyond_reading(with({Scope::read})));
    CHECK(beyond_reading(with({Scope::post, Scope::manage}))->code == "out_of_scope");
    CHECK(!is_beyond_following(with({Scope::read}), series));
    CHECK(is_beyond_following(with({Scope::read}), room));
    CHECK(is_beyond_following(with({Scope::sessions}), room));
    CHECK(!is_beyond_following(with({Scope::read, Scope::sessions}), room));
    CHECK(!is_beyond_following(person, room));
    CHECK(!is_beyond_following(everything, room));
}

TEST_CASE("without the terms of use one accepts them, leaves, renews, and chooses how it looks") {
    std::set<std::string_view> before;
    for (const auto& line : command_lines())
        if (!waits_for_terms(line.command, true)) before.insert(line.command);
    CHECK(before == std::set<std::string_view>{"accept_terms", "ask_for_erasure", "retire_person",
                                               "renew_membership", "change_settings", "mark_visit"});
    CHECK(waits_for_terms("retire_person", false));
    CHECK(waits_for_terms("of_tomorrow", true));
}

TEST_CASE("scopes are written as words and read back; a word that is none is refused") {
    for (const char* words : {"all", "read", "read post steps sessions manage", "steps manage"})
        CHECK(Scopes::parse(words)->str() == words);
    CHECK(Scopes::parse("")->empty());
    CHECK(!Scopes::parse("read everything"));
    CHECK(!Scopes::parse("all read"));
    CHECK(Scopes::parse("manage read")->str() == "read manage");
    CHECK(!Scopes::parse("read post steps sessions manage")->is_all());
}
