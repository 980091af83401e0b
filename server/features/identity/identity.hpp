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

/// A person as everybody in the collaborative sees them. Home: extended. `role` is the strongest they have.
struct Person {
    static constexpr Kind kind = Kind::person;
    PersonId id;
    CollaborativeId collaborative;
    PersonName name;
    OrganisationId organisation;
    Text<0, 160> title;
    Role role = Role::observer;
    /// False for somebody who left or was suspended: their words stay, with the name they had.
    bool active = true;
    /// When they left their seat; 0 where nobody wrote it down. Who is suspended has one.
    std::optional<Instant> left_at;
};
INTERSTATE_DESCRIBE(Person, id, collaborative, name, organisation, title, role, active, left_at)

/// How to reach an active person: members only. Home: collaborative.
struct Contact {
    static constexpr Kind kind = Kind::contact;
    PersonId id;
    CollaborativeId collaborative;
    MailAddress address;
    ZoneName zone;
    /// A key of web/src/features/directory/words.ts; empty when nobody said.
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
    /// What I am in parts of it besides: in a series, a session, the team of another organisation.
    std::vector<permissions::RoleWithin> within;
    /// What my organisation's membership makes of a state's roles: reading goes on in `grace`.
    permissions::Footing footing = permissions::Footing::none;
    permissions::Tier tier = permissions::Tier::extended;
    /// Its lead asked to renew after the grace: an administrator decides.
    bool asked_to_renew = false;
    /// The series that I may follow, drafts included for facilitators; at most 500, the current ones first.
    std::vector<SeriesId> series;
};
INTERSTATE_DESCRIBE(Standing, id, collaborative, organisation, roles, within, footing, tier, asked_to_renew, series)

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
    /// A mail a week before a step of mine is due, and on the day.
    bool step_mails = true;
    /// When the visit before this one was last heard of, 0 when there was none: Today lists what changed
    /// since.
    Instant last_visit;
    Instant this_visit;
};
INTERSTATE_DESCRIBE(Settings, id, zone, theme, density, shortcuts, step_mails, last_visit, this_visit)

// ---- commands -------------------------------------------------------------------------------------------

/// Changes what is given, leaves the rest.
struct ChangeSettings {
    static constexpr const char* name = "change_settings";
    std::optional<ZoneName> zone;
    std::optional<Theme> theme;
    std::optional<Density> density;
    std::optional<bool> shortcuts;
    std::optional<bool> step_mails;
};
INTERSTATE_DESCRIBE(ChangeSettings, zone, theme, density, shortcuts, step_mails)
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

/// Adds people from pasted lines "name, address, state, role". Bad lines are named, good ones done. A lead
/// adds members of their own team, while seats are free.
struct AddPeople {
    static constexpr const char* name = "add_people";
    /// The result holds links: it goes to who asked, and not into the receipt.
    static constexpr bool secret_result = true;
    CollaborativeId collaborative;
    /// At most 200 lines that are not blank; parts separated by commas, semicolons or tabs. Where a first
    /// line names the columns, it says their order (name or first and last name, address, and as one likes
    /// state, role, title, function; others are left out), and cells are quoted as in CSV (RFC 4180). The
    /// state may be a code, a name, or the short name of an organisation that is no state. Without a role,
    /// people of states are state team members.
    Prose<1, 20000> lines;
};
INTERSTATE_DESCRIBE(AddPeople, collaborative, lines)
struct LineOutcome {
    /// Counted in the pasted text, from 1.
    int line = 0;
    std::string text;
    std::optional<PersonId> person;
    /// A path with a single-use sign-in link, shown once; empty where it is mailed.
    std::string link;
    /// What is wrong with the line; empty for a good one.
    std::string problem;
    /// What to look at again in a good one; may be empty.
    std::string warning;
};
INTERSTATE_DESCRIBE(LineOutcome, line, text, person, link, problem, warning)
struct PeopleAdded {
    static constexpr const char* name = "people_added";
    std::vector<LineOutcome> lines;
};
INTERSTATE_DESCRIBE(PeopleAdded, lines)

/// A new single-use sign-in link for a person; older ones end.
struct RenewInvitation {
    static constexpr const char* name = "renew_invitation";
    static constexpr bool secret_result = true;
    PersonId person;
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(RenewInvitation, person, collaborative)
struct InvitationRenewed {
    static constexpr const char* name = "invitation_renewed";
    std::string link;
};
INTERSTATE_DESCRIBE(InvitationRenewed, link)

/// By the server only, for a person whom the command line added beside it: now followers hear of them.
struct WelcomePerson {
    static constexpr const char* name = "welcome_person";
    PersonId person;
};
INTERSTATE_DESCRIBE(WelcomePerson, person)
struct PersonWelcomed {
    static constexpr const char* name = "person_welcomed";
};
INTERSTATE_DESCRIBE_EMPTY(PersonWelcomed)

/// Links are this path and a secret of 43 characters.
inline constexpr std::string_view link_path = "/sign-in/link/";

// ---- rules (rules.cpp, pasted_lines.cpp) ------------------------------------------------------------------

struct WelcomeFacts {
    bool known = false;
};
struct SettingsFacts {
    /// Absent when nobody asks; unchanged settings otherwise.
    std::optional<Settings> settings;
    bool active = false;
    /// When the person last said that they are here; 0 for never.
    Instant seen_at;
};

/// An organisation that pasted lines may name.
struct Place {
    OrganisationId id;
    /// Empty for what is no jurisdiction.
    std::string code;
    std::string short_name;
    std::string name;
    ZoneName zone;
    /// Of a state's membership; other organisations have seats without number.
    permissions::Footing footing = permissions::Footing::none;
    int seat_cap = 0;
    int seats_taken = 0;
};
/// Somebody who has one of the pasted addresses already.
struct KnownAddress {
    /// Folded.
    std::string address;
    PersonName name;
    /// Has or had a seat in this collaborative; otherwise the name stays hidden.
    bool here = false;
    bool left = false;
};
struct PasteFacts {
    permissions::Standing who;
    std::vector<Place> places;
    std::vector<KnownAddress> known;
};
struct InvitationFacts {
    permissions::Standing who;
    /// The person's standing in the same collaborative.
    permissions::Standing invited;
};

/// One line as it was pasted, cut into its parts.
struct PastedLine {
    int number = 0;
    std::string text;
    /// Trimmed, without outer quotes: name, address, state, role.
    std::vector<std::string> parts;
    /// Only where a heading names these columns.
    std::string title, function;
    /// What is wrong with how it is written; empty for nothing.
    std::string problem;
    /// The heading names no column of states: the agency of who adds them is meant.
    bool own_agency = false;
};
/// The lines that are neither blank nor a heading.
std::vector<PastedLine> pasted_lines(std::string_view text);
/// The same for a table with a heading that names its columns (pasted_table.cpp); nothing for any other text.
std::optional<std::vector<PastedLine>> pasted_table(std::string_view text);
/// A first line that names columns; none of its parts is an address.
bool is_heading(const std::vector<std::string>& parts);
/// Cuts at the separators outside double quotes; blank parts at the end fall away.
std::vector<std::string> cut(std::string_view line, std::string_view separators);
/// True for one @ between printable ASCII without blanks, and a dot inside the domain.
bool is_address(std::string_view text);

/// One line with what it means, or what is wrong with it.
struct CheckedLine {
    int number = 0;
    std::string text;
    std::string problem;
    std::string warning;
    PersonName name;
    MailAddress address;
    Place place;
    Role role = Role::state_member;
    Text<0, 160> title;
    std::string function;
};
std::vector<CheckedLine> checked_lines(const AddPeople&, const PasteFacts&);

Result<SettingsChanged> decide(const ChangeSettings&, const SettingsFacts&, const Context&);
Result<VisitMarked> decide(const MarkVisit&, const SettingsFacts&, const Context&);
Result<PeopleAdded> decide(const AddPeople&, const PasteFacts&, const Context&);
Result<InvitationRenewed> decide(const RenewInvitation&, const InvitationFacts&, const Context&);
Result<PersonWelcomed> decide(const WelcomePerson&, const WelcomeFacts&, const Context&);

// ---- tables (tables.cpp) ----------------------------------------------------------------------------------

SettingsFacts gather(store::Transaction&, const ChangeSettings&, const Context&);
SettingsFacts gather(store::Transaction&, const MarkVisit&, const Context&);
PasteFacts gather(store::Transaction&, const AddPeople&, const Context&);
InvitationFacts gather(store::Transaction&, const RenewInvitation&, const Context&);
WelcomeFacts gather(store::Transaction&, const WelcomePerson&, const Context&);

void record(store::Transaction&, const ChangeSettings&, const SettingsFacts&, const SettingsChanged&,
            const Context&, Changes&);
void record(store::Transaction&, const MarkVisit&, const SettingsFacts&, const VisitMarked&, const Context&,
            Changes&);
void record(store::Transaction&, const AddPeople&, const PasteFacts&, const PeopleAdded&, const Context&,
            Changes&);
void record(store::Transaction&, const WelcomePerson&, const WelcomeFacts&, const PersonWelcomed&,
            const Context&, Changes&);
void record(store::Transaction&, const RenewInvitation&, const InvitationFacts&, const InvitationRenewed&,
            const Context&, Changes&);

std::optional<Person> find(store::Transaction&, const Ulid&, As<Person>);
std::optional<Contact> find(store::Transaction&, const Ulid&, As<Contact>);
std::optional<Standing> find(store::Transaction&, const Ulid&, As<Standing>);
std::optional<Settings> find(store::Transaction&, const Ulid&, As<Settings>);
Stream home(store::Transaction&, const Person&);
Stream home(store::Transaction&, const Contact&);
Stream home(store::Transaction&, const Standing&);
Stream home(store::Transaction&, const Settings&);
std::vector<Person> current(store::Transaction&, const Stream&, As<Person>);
std::vector<Contact> current(store::Transaction&, const Stream&, As<Contact>);
std::vector<Standing> current(store::Transaction&, const Stream&, As<Standing>);
std::vector<Settings> current(store::Transaction&, const Stream&, As<Settings>);

} // namespace interstate::identity
