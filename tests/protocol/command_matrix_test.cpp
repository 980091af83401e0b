// INV-29: every command, with every role, near and far, under every membership. The table is written by hand;
// a command that is missing from it fails.
#include "app/execute.hpp"
#include "app/registry.hpp"
#include "protocol/matrix.hpp"
#include "protocol/sight.hpp"
#include "protocol/twins.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

// yes: let in. own: of the state whose step, seat or membership it is. part: of another state that takes part
// in the series. far: of one that does not. in_series, in_team: a far member who facilitates the series, or
// leads the own state's team. self: who does it in the scenario of the law.
constexpr const char* table = R"(
                         admin facil partner observer own_lead own_member part_lead part_member far_lead far_member in_series in_team self membership tier
accept_terms             yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  none       extended
add_guest                yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
add_organisation         yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
add_people               yes   yes   -       -        yes      -          yes       -           yes      -          -         -       yes  active     extended
add_post                 yes   yes   yes     -        yes      yes        yes       yes         -        -          yes       yes     yes  active     extended
admit_by_domain          yes   -     -       -        yes      -          -         -           -        -          -         -       yes  active     extended
admit_guest              yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
admit_member             yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
announce_meeting         yes   yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
answer_invitation        yes   yes   yes     yes      yes      yes        yes       yes         -        -          yes       yes     yes  active     extended
answer_invitation:other  yes   yes   -       -        yes      -          -         -           -        -          yes       -       yes  active     extended
approve_join_request     yes   -     -       -        yes      -          -         -           -        -          -         -       yes  active     extended
arrive                   -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
ask_for_erasure          -     -     -       -        -        -          -         -           -        -          -         -       yes  -          -
ask_for_help             yes   yes   -       -        yes      yes        -         -           -        -          yes       yes     yes  grace      core
cancel_meeting           yes   yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
change_settings          yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  none       extended
close_abandoned          -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
close_help               yes   yes   -       -        yes      yes        -         -           -        -          yes       yes     yes  grace      core
close_stale              -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
commit_step              yes   yes   -       -        yes      yes        -         -           -        -          yes       yes     yes  active     core
correct_attendance       yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
create_series            yes   yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
decline_guest            yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
decline_join_request     yes   -     -       -        yes      -          -         -           -        -          -         -       yes  active     extended
decline_renewal          yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
depart                   -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
discard_meeting          yes   yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
discard_series           yes   yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
edit_meeting             yes   yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
edit_post                -     -     -       -        -        -          -         -           -        -          -         -       yes  -          -
edit_profile             yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  none       extended
edit_organisation        yes   -     -       -        yes      -          -         -           -        -          -         -       yes  grace      extended
edit_series              yes   yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
edit_step                yes   yes   -       -        yes      yes        -         -           -        -          yes       yes     yes  grace      core
edit_year                yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
empty_post               -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
end_due_role             -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
empty_trash              -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
end_guest_link           yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
end_role:collaborative   yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
end_role:meeting         yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
end_role:organisation    yes   -     -       -        yes      -          -         -           -        -          -         yes     yes  active     core
end_session              yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
ensure_session           -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
erase_person             yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
extend_item              yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
flag_post                yes   yes   yes     yes      yes      yes        yes       yes         -        -          yes       yes     yes  grace      extended
forget_flags             -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
give_floor               yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
grant_role:collaborative yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
grant_role:meeting       yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
grant_role:organisation  yes   -     -       -        yes      -          -         -           -        -          -         -       yes  active     core
grant_role:series        yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
heartbeat                -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
leave_room               yes   yes   yes     yes      yes      yes        yes       yes         -        -          yes       yes     yes  grace      extended
keep_flagged_post        yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
lift_suppression         yes   yes   -       -        yes      -          -         -           -        -          -         -       yes  active     extended
link_steps               yes   yes   -       -        yes      yes        -         -           -        -          yes       yes     yes  grace      core
lower_hand               yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
make_guest_link          yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
mark_read                yes   yes   yes     yes      yes      yes        yes       yes         -        -          yes       yes     yes  grace      extended
mark_visit               yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     yes  none       extended
name_function            yes   -     -       -        yes      -          -         -           -        -          -         -       yes  grace      extended
name_contact             yes   -     -       -        yes      -          -         -           -        -          -         -       yes  grace      extended
next_item                yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
open_room                yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
previous_item            yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
publish_series           yes   yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
publish_terms            yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
raise_hand               yes   yes   yes     -        yes      yes        yes       yes         -        -          yes       yes     yes  active     extended
readmit_person           yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
receive_guest            -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
receive_join_request     -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
record_none              yes   yes   -       -        yes      yes        -         -           -        -          yes       yes     yes  active     core
remind_owners            -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
remind_silent            yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
remove_guest             yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
remove_post              yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
renew_invitation         yes   yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
renew_membership         yes   -     -       -        yes      -          -         -           -        -          -         -       yes  none       extended
restore_from_trash:agenda_item yes yes -     -        -        -          -         -           -        -          -         -       yes  -          -
restore_from_trash:meeting yes yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
restore_from_trash:no_step yes yes   -       -        yes      yes        -         -           -        -          yes       yes     yes  active     core
restore_from_trash:objective yes yes -       -        -        -          -         -           -        -          -         -       yes  -          -
restore_from_trash:participation yes yes -   -        -        -          -         -           -        -          -         -       yes  -          -
restore_from_trash:series yes  yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
restore_from_trash:step_link yes yes -       -        yes      yes        yes       yes         -        -          yes       yes     yes  grace      core
restore_post             yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
retire_person            yes   -     -       -        yes      -          -         -           -        -          -         -       yes  grace      extended
schedule_meeting         yes   yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
seal_session             -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
set_agenda               yes   yes   -       -        -        -          -         -           -        -          -         -       yes  -          -
sign_out_person          yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
start_thread             yes   yes   yes     -        yes      yes        yes       yes         -        -          yes       yes     yes  active     extended
suspend_member           yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
suspend_person           yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
take_away_post           yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
take_over                yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
tend_requests            -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
turn_year                -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
undo_end                 yes   yes   -       -        -        -          -         -           -        -          yes       -       yes  -          -
unlink_steps             yes   yes   -       -        yes      yes        yes       yes         -        -          yes       yes     yes  grace      core
update_step              yes   yes   -       -        yes      yes        -         -           -        -          yes       yes     yes  grace      core
welcome_person           -     -     -       -        -        -          -         -           -        -          -         -       -    -          -
write_goals              yes   -     -       -        -        -          -         -           -        -          -         -       yes  -          -
)";

/// The same with every id another one: of nothing that exists.
Json of_nothing(const Json& body) {
    Json other = body;
    std::uint8_t next = 0;
    const std::function<void(Json&)> walk = [&](Json& value) {
        if (value.is_structured())
            for (auto& each : value) walk(each);
        else if (value.is_string() && Ulid::parse(value.get<std::string>()))
            value = Ulid::from(Instant{1}, {9, 9, 9, 9, 9, 9, 9, 9, 9, ++next}).str();
    };
    walk(other);
    return other;
}

Matrix::Try trying(House& house, const std::string& name, const Json& body) {
    return [&house, name, body](store::Transaction& tx, const PersonId& person) -> std::optional<Refusal> {
        auto command = house.registry.command(name, body);
        REQUIRE(command);
        const Context context{.actor = person,
                              .now = house.now(),
                              .command = house.fresh_id(),
                              .ids = IdSource{house.now(), {1, 2, 3}},
                              .secret = [made = 0]() mutable { return "secret " + std::to_string(++made); }};
        auto decided = (*command)->run(tx, context, [](const app::Subject&) {});
        if (decided || decided.error().code != "not_allowed") return std::nullopt;
        return decided.error();
    };
}

/// What comes of it, whole: a refusal, or the result.
std::string outcome(store::Transaction& tx, House& house, const std::string& name, const Json& body,
                    const PersonId& person, Instant now) {
    auto command = house.registry.command(name, body);
    REQUIRE(command);
    const Context context{.actor = person,
                          .now = now,
                          .command = CommandId{Ulid::from(now, {4, 5, 6})},
                          .ids = IdSource{now, {1, 2, 3}},
                          .secret = [made = 0]() mutable { return "secret " + std::to_string(++made); }};
    const auto decided = (*command)->run(tx, context, [](const app::Subject&) {});
    return decided ? "done " + decided->result : wire::refusal_frame("", decided.error());
}

/// Whoever is let in, and names one thing that is hidden from them beside others that are not, is answered as
/// if that one did not exist.
void try_one_hidden(Law& law, Matrix& matrix, const std::string& name, const Json& body,
                    const std::vector<Persona>& personas) {
    Sight sight{law.house};
    const auto ids = mentions(body);
    const auto now = law.house.now();
    const auto nobodys = Ulid::from(Instant{1}, {9, 9, 9, 9, 9, 9, 9, 9, 9, 1});
    for (const auto& persona : personas)
        for (std::size_t place = 0; place < ids.size(); ++place) {
            const auto tried = [&](const Ulid& other) {
                std::string found;
                matrix.tried(persona, [&](store::Transaction& tx, const PersonId& person) {
                    found = outcome(tx, law.house, name, with_other(body, place, other), person, now);
                    return std::optional<Refusal>{};
                });
                return found;
            };
            const auto nothing = tried(nobodys);
            for (const auto where : {Where::yonder, Where::next_door})
                matrix.tried(persona, [&](store::Transaction& tx, const PersonId& person) {
                    const auto twin = Twins{tx, where, law.cast.other_state}.of(ids[place].id);
                    if (!twin || !sight.is_hidden(tx, person, *twin)) return std::optional<Refusal>{};
                    INFO(name << " with a hidden " << ids[place].member << ": " << body.dump());
                    const auto found =
                        outcome(tx, law.house, name, with_other(body, place, *twin), person, now);
                    CHECK(found == nothing);
                    return std::optional<Refusal>{};
                });
        }
}

/// What is one's own alone, and who else does it than the table says.
const std::map<std::string, std::string> of_oneself{{"change_settings", "left roleless elsewhere both "},
                                                    {"mark_visit", "left roleless elsewhere both "},
                                                    {"edit_profile", "roleless elsewhere both "},
                                                    {"accept_terms", "roleless "}};

} // namespace

TEST_CASE("INV-29 every command that is registered has a line in the table") {
    const auto expected = rows_of(table);
    for (const auto& name : app::Registry::everything().command_names()) {
        INFO(name << " needs a line in the table");
        const auto line = expected.lower_bound(name);
        CHECK((line != expected.end() && (line->first == name || line->first.starts_with(name + ":"))));
    }
}

std::string interstate::tests::line_of(Law& law, const std::string& name, const Json& body) {
    if (name == "restore_from_trash")
        return name + ":" +
               law.house.one<std::string>("SELECT kind FROM trash WHERE id = ?",
                                          body["item"].get<std::string>());
    if (name == "answer_invitation" && body.contains("person")) return name + ":other";
    return body.contains("scope") ? name + ":" + body["scope"].get<std::string>() : name;
}

void interstate::tests::try_with_everybody(Law& law, const std::string& name,
                                           const std::optional<PersonId>& actor, const Json& body) {
    static const auto expected = rows_of(table);
    auto own = law.cast.state;
    if (actor)
        own = law.house.one<OrganisationId>(
            "SELECT CASE o.type WHEN 'state_agency' THEN o.id ELSE ? END FROM seats s"
            " JOIN organisations o ON o.id = s.organisation WHERE s.person = ?",
            law.cast.state, *actor);
    Matrix matrix{law.house, own, actor};
    const auto attempt = trying(law.house, name, body);
    INFO(body.dump());
    const auto found = matrix.row(attempt);
    const auto line = line_of(law, name, body);
    if (!expected.contains(line) || expected.at(line) != found)
        FAIL_CHECK("expected " << (expected.contains(line) ? expected.at(line) : "a line") << "\n   found "
                               << line << "  " << found);
    // What is refused looks like what is not there.
    const auto nothing = trying(law.house, name, of_nothing(body));
    for (const auto& [persona, refusal] : matrix.kept_out()) CHECK(matrix.tried(persona, nothing) == refusal);
    std::vector<Persona> let_in;
    if (actor) let_in.push_back({*actor});
    for (const auto role : {permissions::Role::state_lead, permissions::Role::state_member}) {
        const Persona colleague{matrix.colleague(), role};
        if (!matrix.tried(colleague, attempt)) let_in.push_back(colleague);
    }
    const Persona in_series{.person = law.cast.outsider,
                            .role = permissions::Role::state_member,
                            .within =
                                permissions::RoleWithin{permissions::Role::facilitator,
                                                        permissions::RoleScope::series, law.cast.series}};
    if (!matrix.tried(in_series, attempt)) let_in.push_back(in_series);
    try_one_hidden(law, matrix, name, body, let_in);
    CHECK(matrix.strangers_let_in(attempt) == (of_oneself.contains(name) ? of_oneself.at(name) : ""));
}
