#pragma once
// People, how they sign in, and what each keeps for themselves.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "features/permissions/permissions.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::identity {

using permissions::Role;
using PersonName = Text<1, 120>;
using MailAddress = Text<3, 254>;

// ---- records --------------------------------------------------------------------------------------------

/// A person as everybody in the collaborative sees them. Home: extended.
struct Person {
    static constexpr Kind kind = Kind::person;
    PersonId id;
    CollaborativeId collaborative;
    PersonName name;
    OrganisationId organisation;
    Text<0, 160> title;
    Role role = Role::observer;
    /// False for somebody who left: their words stay, with the name they had.
    bool active = true;
};
INTERSTATE_DESCRIBE(Person, id, collaborative, name, organisation, title, role, active)

/// How to reach a person: members only. Home: collaborative.
struct Contact {
    static constexpr Kind kind = Kind::contact;
    PersonId id;
    CollaborativeId collaborative;
    MailAddress address;
    ZoneName zone;
    /// One of facts/membership_roles.json "professional_roles".
    std::string function;
    /// The organisation's named contact.
    bool primary_contact = false;
};
INTERSTATE_DESCRIBE(Contact, id, collaborative, address, zone, function, primary_contact)

/// What I am and may do, for my own screens. Home: person.
struct Standing {
    static constexpr Kind kind = Kind::standing;
    PersonId id;
    CollaborativeId collaborative;
    OrganisationId organisation;
    std::vector<Role> roles;
    /// The series that I may follow.
    std::vector<SeriesId> series;
};
INTERSTATE_DESCRIBE(Standing, id, collaborative, organisation, roles, series)

enum class Theme { system, light, dark };
INTERSTATE_DESCRIBE_ENUM(Theme, system, light, dark)
enum class Density { comfortable, compact };
INTERSTATE_DESCRIBE_ENUM(Density, comfortable, compact)

/// My choices, and when I was last here. Home: person.
struct Settings {
    static constexpr Kind kind = Kind::settings;
    PersonId id;
    ZoneName zone;
    Theme theme = Theme::system;
    Density density = Density::comfortable;
    /// Single-key shortcuts can be switched off (WCAG 2.1.4).
    bool shortcuts = true;
    /// The visit before this one began here: Today lists what changed since.
    Instant last_visit;
    Instant this_visit;
};
INTERSTATE_DESCRIBE(Settings, id, zone, theme, density, shortcuts, last_visit, this_visit)

// ---- commands -------------------------------------------------------------------------------------------

/// Changes what is given, leaves the rest.
struct ChangeSettings {
    static constexpr const char* name = "change_settings";
    std::optional<ZoneName> zone;
    std::optional<Theme> theme;
    std::optional<Density> density;
    std::optional<bool> shortcuts;
};
INTERSTATE_DESCRIBE(ChangeSettings, zone, theme, density, shortcuts)
struct SettingsChanged {
    static constexpr const char* name = "settings_changed";
};
INTERSTATE_DESCRIBE_EMPTY(SettingsChanged)

/// Says that I am here. A new visit begins after 30 minutes of absence.
struct MarkVisit {
    static constexpr const char* name = "mark_visit";
};
INTERSTATE_DESCRIBE_EMPTY(MarkVisit)
struct VisitMarked {
    static constexpr const char* name = "visit_marked";
    Instant last_visit;
    Instant this_visit;
};
INTERSTATE_DESCRIBE(VisitMarked, last_visit, this_visit)

/// Adds people from pasted lines "name, address, state, role". Bad lines are named, good ones done.
struct AddPeople {
    static constexpr const char* name = "add_people";
    CollaborativeId collaborative;
    /// At most 200 lines; parts separated by commas, semicolons or tabs.
    Prose<1, 20000> lines;
};
INTERSTATE_DESCRIBE(AddPeople, collaborative, lines)
struct LineOutcome {
    int line = 0;
    std::string text;
    std::optional<PersonId> person;
    /// A path with a single-use sign-in link, shown once.
    std::string link;
    /// What is wrong with the line; empty for a good one.
    std::string problem;
};
INTERSTATE_DESCRIBE(LineOutcome, line, text, person, link, problem)
struct PeopleAdded {
    static constexpr const char* name = "people_added";
    std::vector<LineOutcome> lines;
};
INTERSTATE_DESCRIBE(PeopleAdded, lines)

/// A new single-use sign-in link for a person; older ones end.
struct RenewInvitation {
    static constexpr const char* name = "renew_invitation";
    PersonId person;
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(RenewInvitation, person, collaborative)
struct InvitationRenewed {
    static constexpr const char* name = "invitation_renewed";
    std::string link;
};
INTERSTATE_DESCRIBE(InvitationRenewed, link)

} // namespace interstate::identity
