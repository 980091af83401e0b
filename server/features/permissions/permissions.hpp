#pragma once
// Who may do what: one function, one table, asked by every command, query, stream, export and page.
#include "base/described.hpp"
#include "base/id.hpp"
#include "base/stream.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace interstate::store {
class Transaction;
}

namespace interstate::permissions {

/// Roles within one collaborative.
enum class Role {
    administrator,
    facilitator,
    state_lead,
    state_member,
    partner,
    observer,
    guest ///< of one meeting, by its link, without an account: never granted to a person
};
INTERSTATE_DESCRIBE_ENUM(Role, administrator, facilitator, state_lead, state_member, partner, observer, guest)

/// What a person may want to do. One word for each row of the table.
enum class Verb {
    see_extended,     ///< the collaborative's names, dates, series
    see_members,      ///< contact data, topics of members
    see_staff,        ///< drafts, invitations
    see_series,       ///< steps and threads of a series
    see_meeting,      ///< agenda, roster, queue of a meeting
    enter_room,       ///< be present in the live room
    see_organisation, ///< what a state keeps to its own team
    manage_exchanges, ///< make and edit series and meetings
    admit_members,    ///< decide who is a member, at which tier, with how many seats
    renew_membership, ///< go on as a member in the next year
    suspend_people,   ///< end and give back the access of a person
    retire_people,    ///< end somebody's time here and run the hand-over
    leave,            ///< the same for oneself
    name_contact,     ///< the contact and the name of an organisation, and what its people work as
    add_people,       ///< add people, decide who asks for a seat
    renew_links,      ///< make a sign-in link for somebody else
    explain_access,   ///< ask what somebody can see, and which rule says so
    admit_guests,     ///< make the guests' link of a meeting, let guests in
    run_room,         ///< agenda pointer, floor, roster, ending
    raise_hand,       ///< one's own hand
    rsvp,             ///< say whether one comes to a meeting
    rsvp_for_others,  ///< say it for somebody else
    commit_step,      ///< write a step for a state
    update_step,      ///< status, help, links of a state's step
    write_post,       ///< start threads, post, reply
    moderate,         ///< remove other people's posts, and put back what was removed
    export_contacts,  ///< lists with addresses
    export_records,   ///< everything that is stored of an organization, for who asks for public records
    grant_roles,      ///< give and end a role in a series or a session
    share_team,       ///< give and end a role in the team of an organisation
    appoint,          ///< give and end a role in the whole collaborative
    see_audit,        ///< who did what
    erase_people,     ///< take the name and address of a former member out of everything
    publish_terms     ///< say by which terms people use this, and see who has accepted them
};
INTERSTATE_DESCRIBE_ENUM(Verb, see_extended, see_members, see_staff, see_series, see_meeting, enter_room,
                         see_organisation, manage_exchanges, admit_members, renew_membership, suspend_people,
                         retire_people, leave, name_contact, add_people, renew_links, explain_access,
                         admit_guests, run_room, raise_hand, rsvp, rsvp_for_others, commit_step, update_step,
                         write_post, moderate, export_contacts, export_records, grant_roles, share_team,
                         appoint, see_audit, erase_people, publish_terms)

/// How far a role's right reaches.
enum class Reach {
    none,
    own,    ///< what belongs to the person's own organisation
    series, ///< what belongs to a series that the person takes part in
    any     ///< everything in the collaborative
};
INTERSTATE_DESCRIBE_ENUM(Reach, none, own, series, any)

/// What a state joins as: extended members come to what is open to all members, core members to everything.
enum class Tier { extended, core };
INTERSTATE_DESCRIBE_ENUM(Tier, extended, core)

/// How the membership stands on which the rights of a state's seats rest (INV-6).
enum class Footing {
    none,  ///< never begun, expired, suspended or withdrawn
    grace, ///< its year is over and it was not renewed yet: reading, and what is begun, goes on
    active
};
INTERSTATE_DESCRIBE_ENUM(Footing, none, grace, active)

/// Where a role holds.
enum class RoleScope { collaborative, organisation, series, meeting };
INTERSTATE_DESCRIBE_ENUM(RoleScope, collaborative, organisation, series, meeting)

/// A role that holds in one part of a collaborative and nowhere else.
struct RoleWithin {
    Role role = Role::observer;
    /// Not the collaborative.
    RoleScope scope = RoleScope::meeting;
    /// The organisation, series or meeting.
    Ulid subject;
    /// Of the organisation in whose team it holds; what a role of a team is worth.
    Footing footing = Footing::none;
    Tier tier = Tier::extended;
};
INTERSTATE_DESCRIBE(RoleWithin, role, scope, subject, footing, tier)

/// A person's place in one collaborative, as it is now.
struct Standing {
    PersonId person;
    CollaborativeId collaborative;
    OrganisationId organisation;
    std::vector<Role> roles;
    /// What they are in parts of it besides.
    std::vector<RoleWithin> within;
    /// Of the organisation; decides what the roles of a state's seats are worth. Other roles are granted to
    /// the person and stand without it.
    Footing footing = Footing::none;
    Tier tier = Tier::extended;
    /// False for a person who left or was suspended: then nothing is allowed.
    bool active = false;

    [[nodiscard]] bool has(Role role) const;
};

/// What the question is about, seen from the person who asks.
struct Target {
    /// It belongs to the person's own organisation (or is the person's own).
    bool own = false;
    /// It belongs to a series in which the person's organisation, or the person, takes part.
    bool in_series = false;
    /// What it is or belongs to, for roles that hold there only. Absent where that is of no matter: what
    /// is not said is not covered. Of what belongs to a series, a team of the person's that takes part in it.
    std::optional<OrganisationId> organisation = {};
    std::optional<SeriesId> series = {};
    std::optional<MeetingId> meeting = {};
};
/// Of something that is an organisation's.
Target of_organisation(const Standing& who, const OrganisationId& organisation);

/// The rule. A right that any of the person's roles gives is given.
bool can(const Standing& who, Verb verb, const Target& target = {});

/// One row of the table, for the guide that is printed from it.
struct Rule {
    Verb verb;
    Reach administrator, facilitator, state_lead, state_member, partner, observer, guest;
    /// What a state's membership must be at least for its lead and members.
    Footing footing;
    Tier tier;
};
std::span<const Rule> rules();
Reach reach_of(const Rule& rule, Role role);

/// What one of a person's roles says to a question.
struct RoleDecision {
    Role role = Role::observer;
    /// Where the role holds.
    RoleScope scope = RoleScope::collaborative;
    Reach reach = Reach::none;
    /// The target is within that reach.
    bool reaches = false;
    /// The membership is what the rule wants of this role.
    bool footing = true, tier = true;

    [[nodiscard]] bool gives() const { return reaches && footing && tier; }
};
/// Role by role, with those that hold within a part which covers the target: `can` is true where one of them
/// gives and the person is active.
std::vector<RoleDecision> decisions(const Standing& who, Verb verb, const Target& target);

// ---- facts, read inside a transaction -------------------------------------------------------------------

/// The standing of a person; inactive and without roles when the person has no place there.
Standing standing_of(store::Transaction& tx, const std::optional<PersonId>& person,
                     const CollaborativeId& collaborative);

/// The collaborative a thing belongs to; nothing when there is no such thing.
std::optional<CollaborativeId> collaborative_of_series(store::Transaction& tx, const SeriesId& series);
std::optional<CollaborativeId> collaborative_of_meeting(store::Transaction& tx, const MeetingId& meeting);

/// Whose rights rest on what an organisation takes part in: its people, and whoever has a role in its team.
std::vector<PersonId> team_of(store::Transaction& tx, const OrganisationId& organisation);

Target target_of_series(store::Transaction& tx, const Standing& who, const SeriesId& series);
/// A meeting outside any series is open to every member of its collaborative.
Target target_of_meeting(store::Transaction& tx, const Standing& who, const MeetingId& meeting);
/// Of what stands in a stream: whoever may follow it counts as taking part.
Target target_of_stream(store::Transaction& tx, const Standing& who, const Stream& stream);

/// May this person follow this stream now?
bool may_follow(store::Transaction& tx, const PersonId& person, const Stream& stream);
/// The same for whoever's standing is known already; false for a stream outside its collaborative.
bool may_follow(store::Transaction& tx, const Standing& who, const Stream& stream);

/// Of these streams and those of the collaborative's series (the newest 200), what this person may follow: a
/// query looks into nothing else, so what is hidden is not even read.
std::vector<Stream> streams_seen(store::Transaction& tx, const Standing& who, std::vector<Stream> streams);

} // namespace interstate::permissions
