#pragma once
// Seats outlive people: what somebody holds goes to a successor, their seat is free at once, and where they
// were stays written. So this writes beside its own tables what others read: the owners and the history of
// steps (features/action_steps), the host of an open room (features/rooms), answers to meetings to come
// (features/meetings), the domain that an agency lets in, how far topics are read (features/discussions), and
// it ends mail that waits (features/mail).
#include "features/identity/entries.hpp"
#include "features/identity/identity.hpp"

namespace interstate::identity {

/// What somebody holds that cannot be without a holder.
struct Held {
    /// Parts of steps of their organisation that are not finished.
    int steps = 0;
    /// Named as the contact of their organisation.
    bool contact = false;
    /// Leads the team, and no other active person does.
    bool lead = false;

    [[nodiscard]] bool any() const { return steps > 0 || contact || lead; }
};

// ---- queries ----------------------------------------------------------------------------------------------

/// What would be handed over with a person's leaving, for those who may retire them.
struct HandOverOf {
    static constexpr const char* name = "hand_over_pack";
    PersonId person;
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(HandOverOf, person, collaborative)
struct HeldStep {
    StepId step;
    std::string title;
    CivilDate due_on;
};
INTERSTATE_DESCRIBE(HeldStep, step, title, due_on)
struct HostedRoom {
    MeetingId meeting;
    std::string title;
};
INTERSTATE_DESCRIBE(HostedRoom, meeting, title)
/// What they said of a meeting that is to come.
struct HeldAnswer {
    MeetingId meeting;
    std::string title;
    Instant starts_at;
    /// "yes", "maybe" or "no".
    std::string answer;
};
INTERSTATE_DESCRIBE(HeldAnswer, meeting, title, starts_at, answer)
struct HeldRole {
    Role role = Role::observer;
    permissions::RoleScope scope = permissions::RoleScope::meeting;
    Ulid subject;
    /// Of the series or session; the name of the organisation.
    std::string title;
};
INTERSTATE_DESCRIBE(HeldRole, role, scope, subject, title)
struct HeldTopic {
    ThreadId thread;
    std::string title;
};
INTERSTATE_DESCRIBE(HeldTopic, thread, title)
/// A series or session that is not announced yet, and that they began.
struct BegunDraft {
    /// "series" or "session".
    std::string what;
    Ulid id;
    std::string title;
};
INTERSTATE_DESCRIBE(BegunDraft, what, id, title)
struct HandOverPack {
    /// The next due first; at most 200, and those only that the reader may see.
    std::vector<HeldStep> steps;
    /// All of them, those too that a team keeps to itself.
    int step_count = 0;
    bool contact = false;
    bool lead = false;
    /// Whoever confirms an address there is let in, on this person's word; empty for none.
    std::string admits_domain;
    /// Open now.
    std::vector<HostedRoom> rooms;
    /// What they are in a series, a session or another team: ends with their leaving.
    std::vector<HeldRole> roles;
    /// The next first, at most 100: end with their leaving. Where they were to come, the successor is asked.
    std::vector<HeldAnswer> answers;
    /// Topics of now that they read, began or wrote in, the newest first; at most 100, and those only that
    /// the reader may see. The successor goes on in them from where they were.
    std::vector<HeldTopic> topics;
    /// All of them.
    int topic_count = 0;
    /// What they offer and want help with is the successor's then; without one it ends.
    std::vector<ProfileEntry> offers, wants;
    /// For those who may see drafts; at most 100. They stay for everybody who prepares series.
    std::vector<BegunDraft> drafts;
    /// They cannot leave without.
    bool successor_needed = false;
};
INTERSTATE_DESCRIBE(HandOverPack, steps, step_count, contact, lead, admits_domain, rooms, roles, answers,
                    topics, topic_count, offers, wants, drafts, successor_needed)
Result<HandOverPack> answer(store::Transaction&, const HandOverOf&, const Context&);

/// Where somebody had a seat before, the last one first; at most 50. For whoever sees names.
struct AffiliationsOf {
    static constexpr const char* name = "affiliations";
    PersonId person;
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(AffiliationsOf, person, collaborative)
struct Affiliation {
    OrganisationId organisation;
    /// The strongest they had.
    Role role = Role::observer;
    std::string title;
    /// 0 where nobody wrote it down.
    Instant since;
    Instant until;
};
INTERSTATE_DESCRIBE(Affiliation, organisation, role, title, since, until)
struct Affiliations {
    std::vector<Affiliation> affiliations;
};
INTERSTATE_DESCRIBE(Affiliations, affiliations)
Result<Affiliations> answer(store::Transaction&, const AffiliationsOf&, const Context&);

// ---- commands ---------------------------------------------------------------------------------------------

/// Ends somebody's time in their organisation: by themselves, their lead or an administrator. Open steps, the
/// contact duty and the lead go to the successor, an active person of the same organisation, and so does
/// their place in topics and what they offer and want help with; every sign-in, token and link ends; the seat
/// is free. What they wrote stays, with their name.
struct RetirePerson {
    static constexpr const char* name = "retire_person";
    PersonId person;
    CollaborativeId collaborative;
    /// Needed where they hold open steps, or a duty that somebody else of the organisation can take.
    std::optional<PersonId> successor;
};
INTERSTATE_DESCRIBE(RetirePerson, person, collaborative, successor)
struct PersonRetired {
    static constexpr const char* name = "person_retired";
    /// So many open steps have another owner now.
    int steps = 0;
    /// Nobody is the contact of the organisation any more.
    bool contact_vacant = false;
    /// In so many topics the successor goes on from where they were, or where the successor was already.
    int topics = 0;
    /// So many of their offers and wishes for help are the successor's now.
    int entries = 0;
};
INTERSTATE_DESCRIBE(PersonRetired, steps, contact_vacant, topics, entries)

/// Makes somebody the contact of their organisation, and of a state the lead of its team; who was the contact
/// stays a member of it. By an administrator, or the team's lead.
struct NameContact {
    static constexpr const char* name = "name_contact";
    PersonId person;
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(NameContact, person, collaborative)
struct ContactNamed {
    static constexpr const char* name = "contact_named";
};
INTERSTATE_DESCRIBE_EMPTY(ContactNamed)

// ---- facts ------------------------------------------------------------------------------------------------

/// A topic in which somebody has a place, and how far they read it.
struct Followed {
    ThreadId thread;
    Stream stream;
    std::string title;
    int number = 0;
};
struct LeavingFacts {
    permissions::Standing who;
    /// Has or had a seat in this collaborative.
    bool known = false;
    /// Has left; may still hold something, of the time before hand-overs.
    bool left = false;
    PersonName name;
    OrganisationId organisation;
    std::string agency;
    /// Administers or facilitates: no lead or colleague retires them.
    bool staff = false;
    bool last_administrator = false;
    Held held;
    /// Other active people with a seat there.
    int colleagues = 0;
    /// The named successor is one of them.
    bool successor_fits = false;
    /// The newest first.
    std::vector<Followed> followed;
    /// Those of them that the successor may read.
    std::vector<Followed> readable;
    /// As they are shown here.
    Entries entries;
    /// Of the successor; nothing where their profile is shown elsewhere too, and so is theirs alone to
    /// change.
    std::optional<Entries> of_successor;
};
struct NamingFacts {
    permissions::Standing who;
    bool known = false;
    /// Active, with a seat.
    bool active = false;
    OrganisationId organisation;
    bool is_state = false;
    bool contact_already = false;
    /// Who was it; maybe somebody who is suspended.
    std::optional<PersonId> before;
};

// ---- rules (leaving_rules.cpp) ----------------------------------------------------------------------------

/// "7 open steps, the contact duty and the lead of the team"; empty when they hold nothing. With so many of
/// what they offer and want help with.
std::string words_of(const Held& held, int entries = 0);
/// Their successor has to be named.
bool needs_successor(const LeavingFacts& facts);
/// Theirs, then what of the leaver's they do not have yet, as far as a profile holds it.
std::vector<ProfileEntry> taken_over(std::vector<ProfileEntry> own, const std::vector<ProfileEntry>& left);
Entries taken_over(const Entries& own, const Entries& left);
/// For the query and the command.
bool may_retire(const LeavingFacts& facts, bool oneself);

Result<PersonRetired> decide(const RetirePerson&, const LeavingFacts&, const Context&);
Result<ContactNamed> decide(const NameContact&, const NamingFacts&, const Context&);

// ---- tables (leaving_tables.cpp, hand_over_tables.cpp, taking_over_tables.cpp) ----------------------------

LeavingFacts gather(store::Transaction&, const RetirePerson&, const Context&);
NamingFacts gather(store::Transaction&, const NameContact&, const Context&);
void record(store::Transaction&, const RetirePerson&, const LeavingFacts&, const PersonRetired&,
            const Context&, Changes&);
void record(store::Transaction&, const NameContact&, const NamingFacts&, const ContactNamed&, const Context&,
            Changes&);

/// Gives the person's open steps, rooms and word for a domain to the successor; the last two end where there
/// is none who fits. What they said of meetings to come ends; where they were to come, the successor is asked
/// by mail, if they have not said it themselves. The duties of a contact and lead pass by `pass_duty`.
void hand_over(store::Transaction& tx, const RetirePerson& command, const LeavingFacts& facts,
               const Context& context, Changes& changes);
/// The contact duty, and of a state the lead, from one to the other of an organisation; either may be nobody.
void pass_duty(store::Transaction& tx, const CollaborativeId& collaborative,
               const std::optional<PersonId>& from, const std::optional<PersonId>& to, bool contact,
               bool lead);
/// Topics and entries of somebody who still has their seat, and what the successor has of that kind.
void gather_ties(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
                 const std::optional<PersonId>& successor, LeavingFacts& facts);
/// Gives both to the successor. Entries of who has left everywhere end where they were.
void pass_ties(store::Transaction& tx, const RetirePerson& command, const LeavingFacts& facts,
               const Context& context, Changes& changes);
/// Drafts that somebody began, for who may see them.
std::vector<BegunDraft> drafts_begun_by(store::Transaction& tx, const PersonId& person,
                                        const permissions::Standing& reader);
/// Writes down a seat that is left, or that is about to be another.
void keep_affiliation(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
                      Instant now);

/// Something open whose holder has no access any more.
struct Unheld {
    /// "step", "contact", "domain", "room", "answer to the invitation to", "offer" or "wish for help with".
    std::string what;
    std::string title;
    PersonName holder;
    /// The holder has a seat, and can be let back in.
    bool suspended = false;
};
/// All of it, at most 1,000; for the operator, not for a server at work: it looks through whole tables.
std::vector<Unheld> open_without_holder(store::Transaction& tx);

} // namespace interstate::identity
