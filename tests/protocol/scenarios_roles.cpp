// Roles, everywhere and in parts.
#include "protocol/law.hpp"

namespace interstate::tests {
namespace {

Json role_of(Law& law, const PersonId& person, const char* role, const char* scope,
             const std::optional<Ulid>& subject) {
    Json body{{"collaborative", law.cast.collaborative.str()},
              {"person", person.str()},
              {"role", role},
              {"scope", scope}};
    if (subject) body["subject"] = subject->str();
    return body;
}

} // namespace

const std::vector<Scenario>& scenarios_of_roles() {
    static const std::vector<Scenario> all{
        {"grant_role",
         [](Law& law) {
             law.act(law.cast.administrator, "grant_role",
                     role_of(law, law.cast.member, "facilitator", "series", law.cast.series));
             law.act(law.cast.facilitator, "grant_role",
                     role_of(law, law.cast.outsider, "partner", "meeting", law.cast.session));
             law.act(law.cast.lead, "grant_role",
                     role_of(law, law.cast.outsider, "state_member", "organisation", law.cast.state));
             law.act(law.cast.administrator, "grant_role",
                     role_of(law, law.cast.partner, "facilitator", "collaborative", std::nullopt));
         }},
        {"end_role",
         [](Law& law) {
             const auto session = role_of(law, law.cast.outsider, "partner", "meeting", law.cast.session);
             law.act(law.cast.facilitator, "grant_role", session);
             law.act(law.cast.facilitator, "end_role", session);
             const auto team =
                 role_of(law, law.cast.outsider, "state_member", "organisation", law.cast.state);
             law.act(law.cast.lead, "grant_role", team);
             law.act(law.cast.lead, "end_role", team);
             const auto whole = role_of(law, law.cast.partner, "facilitator", "collaborative", std::nullopt);
             law.act(law.cast.administrator, "grant_role", whole);
             law.act(law.cast.administrator, "end_role", whole);
         }},
        {"end_due_role", [](Law& law) {
             auto body = role_of(law, law.cast.outsider, "facilitator", "series", law.cast.series);
             body["until"] = local_date(law.house.now(), convener_zone()).plus_days(1).str();
             law.act(law.cast.administrator, "grant_role", body);
             const auto grant = law.house.one<std::string>(
                 "SELECT id FROM scoped_role_grants WHERE person = ?", law.cast.outsider);
             law.act({}, "end_due_role", {{"grant", grant}});
             law.act({}, "end_due_role", {{"grant", grant}});
         }}};
    return all;
}

} // namespace interstate::tests
