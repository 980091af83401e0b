#pragma once
// What people say of themselves: their profile, and how others find them by it. A name, a zone and a function
// are kept where they always were (identity.hpp): the profile is another way to write them.
#include "features/identity/leaving.hpp"

namespace interstate::identity {

inline constexpr std::size_t most_functions = 3;

/// What people work as; their words are in web/src/features/directory/words.ts.
enum class JobFunction {
    school_improvement_lead,
    title_i_director,
    school_leadership,
    deputy_superintendent,
    associate_superintendent,
    principal_supervisor,
    family_engagement,
    accountability_data,
    federal_programs,
    district_leader,
    ta_provider,
    comprehensive_center,
    subject_expert
};
INTERSTATE_DESCRIBE_ENUM(JobFunction, school_improvement_lead, title_i_director, school_leadership,
                         deputy_superintendent, associate_superintendent, principal_supervisor,
                         family_engagement, accountability_data, federal_programs, district_leader,
                         ta_provider, comprehensive_center, subject_expert)

using Pronouns = Text<0, 40>;
using Phone = Text<0, 40>;
using Bio = Prose<0, 1200>;
using AccessWords = Prose<0, 1000>;

// ---- records ----------------------------------------------------------------------------------------------

/// What an active person says of themselves, for members. Not there before they say it. Home: collaborative.
struct Profile {
    static constexpr Kind kind = Kind::profile;
    PersonId id;
    CollaborativeId collaborative;
    Pronouns pronouns;
    Phone phone;
    Bio bio;
    /// Keys, the main one first.
    std::vector<JobFunction> functions;
    std::vector<ProfileEntry> offers, wants;
};
INTERSTATE_DESCRIBE(Profile, id, collaborative, pronouns, phone, bio, functions, offers, wants)

/// What somebody needs to take part, for those who run sessions. Home: staff.
struct AccessNeeds {
    static constexpr Kind kind = Kind::access_needs;
    PersonId id;
    CollaborativeId collaborative;
    AccessWords text;
};
INTERSTATE_DESCRIBE(AccessNeeds, id, collaborative, text)

/// My own, with what others are not told. Home: person.
struct OwnProfile {
    static constexpr Kind kind = Kind::own_profile;
    PersonId id;
    Pronouns pronouns;
    Phone phone;
    Bio bio;
    std::vector<JobFunction> functions;
    std::vector<ProfileEntry> offers, wants;
    AccessWords access_needs;
};
INTERSTATE_DESCRIBE(OwnProfile, id, pronouns, phone, bio, functions, offers, wants, access_needs)

// ---- edit_profile -----------------------------------------------------------------------------------------

/// Changes what is given of one's own profile, leaves the rest.
struct EditProfile {
    static constexpr const char* name = "edit_profile";
    /// (`name` is the command's.)
    std::optional<PersonName> person_name;
    std::optional<ZoneName> zone;
    std::optional<Pronouns> pronouns;
    std::optional<Phone> phone;
    std::optional<Bio> bio;
    /// At most 3, none twice.
    std::optional<std::vector<JobFunction>> functions;
    /// At most 8 of each.
    std::optional<std::vector<ProfileEntry>> offers, wants;
    std::optional<AccessWords> access_needs;
};
INTERSTATE_DESCRIBE(EditProfile, person_name, zone, pronouns, phone, bio, functions, offers, wants,
                    access_needs)
struct ProfileEdited {
    static constexpr const char* name = "profile_edited";
};
INTERSTATE_DESCRIBE_EMPTY(ProfileEdited)

struct ProfileFacts {
    /// Absent for who has no seat, or no access any more.
    std::optional<OwnProfile> own;
    /// Where they have access: a profile is the person's own, and is shown in each.
    std::vector<CollaborativeId> places;
};

// ---- find_people ------------------------------------------------------------------------------------------

enum class Side { offers, wants };
INTERSTATE_DESCRIBE_ENUM(Side, offers, wants)

/// People with a seat, in the order of their names, for whoever sees members. What is given must all fit.
struct FindPeople {
    static constexpr const char* name = "find_people";
    CollaborativeId collaborative;
    /// Words that all stand in the name, the title, the organisation, or in what is offered or wanted;
    /// without regard to case and accents.
    std::optional<Text<0, 80>> text;
    /// A state code.
    std::optional<Text<1, 8>> state;
    std::optional<JobFunction> function;
    /// 1 to 10: offers or wants something of this principle.
    std::optional<int> principle;
    /// Which of the two; without a principle, anything at all.
    std::optional<Side> side;
    std::optional<Text<1, 200>> cursor;
    /// 1 to 100, 25 where it is absent.
    std::optional<int> limit;
};
INTERSTATE_DESCRIBE(FindPeople, collaborative, text, state, function, principle, side, cursor, limit)

struct FoundPerson {
    PersonId person;
    PersonName name;
    OrganisationId organisation;
    std::string title;
    Role role = Role::observer;
    std::string pronouns;
    std::vector<std::string> functions;
    std::vector<ProfileEntry> offers, wants;
    /// Where they were before, the last one first; at most 5.
    std::vector<Affiliation> before;
};
INTERSTATE_DESCRIBE(FoundPerson, person, name, organisation, title, role, pronouns, functions, offers, wants,
                    before)
struct FoundPeople {
    std::vector<FoundPerson> people;
    /// How many there are together, on the first page; at most 5000 are looked at.
    std::optional<int> count;
    /// The cursor of the next page.
    std::optional<std::string> next;
};
INTERSTATE_DESCRIBE(FoundPeople, people, count, next)

// ---- rules (profiles_rules.cpp) ---------------------------------------------------------------------------

Result<ProfileEdited> decide(const EditProfile&, const ProfileFacts&, const Context&);

// ---- tables (profiles_tables.cpp, directory_tables.cpp) ---------------------------------------------------

ProfileFacts gather(store::Transaction&, const EditProfile&, const Context&);
void record(store::Transaction&, const EditProfile&, const ProfileFacts&, const ProfileEdited&,
            const Context&, Changes&);

std::optional<Profile> find(store::Transaction&, const Ulid&, const CollaborativeId&, As<Profile>);
std::optional<AccessNeeds> find(store::Transaction&, const Ulid&, const CollaborativeId&, As<AccessNeeds>);
std::optional<OwnProfile> find(store::Transaction&, const Ulid&, As<OwnProfile>);
Stream home(store::Transaction&, const Profile&);
Stream home(store::Transaction&, const AccessNeeds&);
Stream home(store::Transaction&, const OwnProfile&);
std::vector<Profile> current(store::Transaction&, const Stream&, As<Profile>);
std::vector<AccessNeeds> current(store::Transaction&, const Stream&, As<AccessNeeds>);
std::vector<OwnProfile> current(store::Transaction&, const Stream&, As<OwnProfile>);

/// SQL about a seat `s`: its holder came there, or is nowhere else. A profile that somebody wrote in one
/// collaborative is not told in another before they were there themselves, whoever gave them a seat.
inline constexpr const char* was_there =
    "(s.used_at > s.taken_at OR NOT EXISTS (SELECT 1 FROM seats e WHERE e.person = s.person"
    " AND e.collaborative <> s.collaborative))";

/// Who has no access any more is no longer found: nobody else there is told of their profile.
void hide_profile(store::Transaction&, const PersonId&, const CollaborativeId&, Changes&);
/// What somebody says they offer and want help with, from now on; who wrote no profile has one by that.
void set_entries(store::Transaction&, const PersonId&, const CollaborativeId&, const Entries&, Changes&);
/// They are back, or came for the first time.
void show_profile(const PersonId&, const CollaborativeId&, Changes&);

Result<FoundPeople> answer(store::Transaction&, const FindPeople&, const Context&);

} // namespace interstate::identity
