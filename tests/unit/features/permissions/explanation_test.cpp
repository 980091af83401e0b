// Why somebody can or cannot: the sentence and the rule say the same.
#include "features/permissions/explanation.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::permissions;

namespace {

template <class E>
std::vector<E> all_of() {
    std::vector<E> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto each) { all.push_back(each.value); });
    return all;
}

Standing with(std::vector<Role> roles, Footing footing = Footing::active, Tier tier = Tier::core) {
    return {.roles = std::move(roles), .footing = footing, .tier = tier, .active = true};
}

} // namespace

TEST_CASE("an explanation allows what the rule allows, and always says why") {
    for (const bool active : {true, false})
        for (const auto role : all_of<Role>())
            for (const auto verb : all_of<Verb>())
                for (const auto footing : all_of<Footing>())
                    for (const auto tier : all_of<Tier>())
                        for (const Target& target :
                             {Target{}, Target{.own = true}, Target{.in_series = true}}) {
                            auto who = with({role, Role::state_member}, footing, tier);
                            who.active = active;
                            const auto why = explain(who, verb, target, "this series");
                            CHECK(why.allowed == can(who, verb, target));
                            CHECK(why.because.ends_with('.'));
                        }
}

TEST_CASE("the sentence names the role that gives, and how far it reaches") {
    CHECK(explain(with({Role::state_member}), Verb::see_series, {.in_series = true}, "this series").because ==
          "As state member: their organization takes part in this series.");
    CHECK(
        explain(with({Role::state_member, Role::facilitator}), Verb::see_series, {}, "this series").because ==
        "As facilitator in the whole collaborative.");
    CHECK(explain(with({Role::partner}), Verb::see_organisation, {.own = true}, "WestEd").because ==
          "As partner: WestEd is their own.");
}

TEST_CASE("the sentence names what is missing") {
    CHECK(explain(with({Role::state_member}), Verb::see_series, {}, "this series").because ==
          "As state member: only if their organization takes part in this series; it does not.");
    CHECK(explain(with({Role::observer}), Verb::write_post, {}, "that").because ==
          "As observer: no right to it.");
    CHECK(
        explain(with({Role::state_lead}, Footing::none), Verb::see_members, {}, "that").because ==
        "As state lead: their organization must be a member, or in its days of grace; it is no member now.");
    CHECK(explain(with({Role::state_lead}, Footing::active, Tier::extended), Verb::see_members, {}, "that")
              .because == "As state lead: only with core membership; theirs is extended.");
    CHECK(explain(with({}), Verb::see_members, {}, "that").because == "They have a seat, but no role here.");
}

TEST_CASE("a deed is as wide as the widest role makes it") {
    CHECK(deed(with({Role::state_member}), Verb::commit_step).reach == Reach::own);
    CHECK(deed(with({Role::state_member, Role::facilitator}), Verb::commit_step).reach == Reach::any);
    CHECK(deed(with({Role::observer}), Verb::commit_step).reach == Reach::none);
}

TEST_CASE("the guide's table has a line for each verb and a column for each role") {
    const auto table = table_for_guide();
    CHECK(std::ranges::count(table, '\n') == static_cast<long>(rules().size()) + 2);
    const auto head = table.substr(0, table.find('\n'));
    CHECK(std::ranges::count(head, '|') == static_cast<long>(all_of<Role>().size()) + 3);
    CHECK(table.contains("| see a session's agenda and who is there | all | all | taking part | taking part |"
                         " all | all | own | also in grace |"));
}
