#pragma once
// How people sign in: logins, single-use links, tokens of scripts. No commands, since signing in is no news.
// Secrets arrive here as digests only (base/secret.hpp, secret_hash).
#include "features/identity/identity.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interstate::identity {

/// A login ends when unused for so long …
inline constexpr Millis sign_in_idle_limit = std::chrono::days{14};
/// … and in any case after so long.
inline constexpr Millis sign_in_life = std::chrono::days{60};
/// On a computer that others use it ends when unused for so long, and in any case after a working day.
inline constexpr Millis shared_idle_limit = std::chrono::minutes{30};
inline constexpr Millis shared_life = std::chrono::hours{12};
/// What begins later than this from now was made when the clock was ahead: it is over until its time comes.
inline constexpr Millis clock_tolerance = std::chrono::hours{1};
/// How long a single-use link can be used.
inline constexpr Millis invitation_life = std::chrono::days{14};

/// What a token may be used for; never more than its person may (app/scopes).
enum class Scope {
    read,     ///< follow streams, ask queries, fetch tables
    post,     ///< topics and posts
    steps,    ///< action steps
    sessions, ///< take part in sessions, and run them
    manage    ///< series, meetings, people, membership, one's own settings
};
INTERSTATE_DESCRIBE_ENUM(Scope, read, post, steps, sessions, manage)
class Scopes {
  public:
    /// Each that there is, later ones too.
    static Scopes all() { return Scopes{~0U}; }
    Scopes() = default;
    void add(Scope scope) { bits_ |= bit(scope); }
    [[nodiscard]] bool has(Scope scope) const { return (bits_ & bit(scope)) != 0; }
    [[nodiscard]] bool empty() const { return bits_ == 0; }
    [[nodiscard]] bool is_all() const { return bits_ == ~0U; }
    bool operator==(const Scopes&) const = default;
    /// "all", or words with blanks between them; nothing for a word that is none.
    static std::optional<Scopes> parse(std::string_view words);
    [[nodiscard]] std::string str() const;

  private:
    explicit Scopes(unsigned bits) : bits_{bits} {}
    static unsigned bit(Scope scope) { return 1U << static_cast<unsigned>(scope); }
    unsigned bits_ = 0;
};

/// What the front door hands back after a sign-in: the secret goes into the cookie, its digest was stored.
struct SignedIn {
    PersonId person;
    std::string secret;
};

/// How somebody came in; `unknown` for logins of before that was written down.
enum class SignInWay { unknown, demonstration, link, code, password, agency };
INTERSTATE_DESCRIBE_ENUM(SignInWay, unknown, demonstration, link, code, password, agency)
/// With the organisation whose provider it was, where it was one.
struct SignInBy {
    SignInWay way = SignInWay::unknown;
    std::optional<OrganisationId> agency = {};
};

/// Begins a login. `agent` is what the browser says it is; printable ASCII of it is kept, at most 200
/// characters. `shared`: others use this computer. Forgets the person's expired logins on the way; of those
/// that hold it ends what is one too many, and answers their hashes.
std::vector<std::string> start_sign_in(store::Transaction& tx, const PersonId& person,
                                       const std::string& secret_hash, Instant now, std::string_view agent,
                                       bool shared = false, const SignInBy& by = {});
/// Whose a login or a token is, and how long it goes on if nothing ends it. Its rules need no database, so
/// that who read it may remember it while its grounds stand (store/grounds.hpp).
struct Login {
    PersonId person;
    /// Over in any case.
    Instant ends_at;
    /// Nothing for a token, which does not end by being left unused.
    std::optional<Instant> used_at;
    /// On a computer that others use.
    bool shared = false;
    /// Of a token: what it may be used for, and when it was shown last.
    std::optional<Scopes> scopes = {};
    std::optional<Instant> shown_at = {};

    /// Also where it would go on for longer than any that begins now: the clock was ahead when it began.
    [[nodiscard]] bool is_over(Instant now) const;
    /// True when `touch_sign_in` or `touch_token` would write, so that a reader can tell the writer only when
    /// it must.
    [[nodiscard]] bool needs_touch(Instant now) const;
};
/// SQL about a person `p`: must have a second factor in a real installation. Facilitators of one series or
/// session too, since much of others' work is in their hands there.
inline constexpr const char* administers_or_facilitates =
    "(EXISTS (SELECT 1 FROM role_grants g WHERE g.person = p.id"
    " AND g.role IN ('administrator', 'facilitator'))"
    " OR EXISTS (SELECT 1 FROM scoped_role_grants r WHERE r.person = p.id AND r.role = 'facilitator'"
    " AND r.ended_at IS NULL))";
/// Nothing when the login is unknown or over, its person is no longer active, or must have a second factor
/// and has none (second_factor.hpp): then signing in anew leads to one.
std::optional<Login> login_of_sign_in(store::Transaction& tx, const std::string& secret_hash, Instant now);
/// Says that the login is in use. Writes at most once in 10 minutes, on a shared computer in one; what was
/// written by a clock that was ahead is set right.
void touch_sign_in(store::Transaction& tx, const std::string& secret_hash, Instant now);
void end_sign_in(store::Transaction& tx, const std::string& secret_hash);
/// Ends a login that is over by now; false for one that goes on. One that is not there is over.
bool end_unused(store::Transaction& tx, const std::string& secret_hash, Instant now);
/// A login as its person sees it.
struct SignIn {
    std::string secret_hash;
    Instant started_at, used_at;
    /// What the browser said it is.
    std::string agent;
    /// On a computer that others use.
    bool shared = false;
    SignInWay way = SignInWay::unknown;
    /// The name of the organisation whose provider it was; empty where it was none.
    std::string agency = {};
};
/// Those of a person that are not over, the last used first.
std::vector<SignIn> sign_ins_of(store::Transaction& tx, const PersonId& person, Instant now);
void end_sign_ins(store::Transaction& tx, const PersonId& person);

/// What a single-use link is for.
struct LinkFor {
    /// Where somebody is invited to; nothing for one that is made on the machine.
    std::optional<CollaborativeId> collaborative;
    /// Somebody of that collaborative sees it besides its reader.
    bool shown = false;
};
/// Makes a single-use link; older unused ones of that person for the same collaborative end. One that was
/// shown signs nobody in who has access to another collaborative when it is used: it says where to sign in.
void make_invitation(store::Transaction& tx, const PersonId& person, const std::string& secret_hash,
                     Instant now, const LinkFor& link = {});
/// Ends every secret of somebody who used a link that staff of another collaborative was shown, since it may
/// have been they who used it: a seat here must not be opened by that. Says whether there was such a link.
bool end_shown_elsewhere(store::Transaction& tx, const PersonId& person, const CollaborativeId& here);
/// Where an unused link leads that signs nobody in.
struct Whereabouts {
    std::string slug, name;
};
std::optional<Whereabouts> whereabouts(store::Transaction& tx, const std::string& secret_hash, Instant now);
/// Whose link this is, while it can still be used. Uses nothing up: a mail scanner that opens links does no
/// harm.
std::optional<PersonId> peek_invitation(store::Transaction& tx, const std::string& secret_hash, Instant now);
/// Uses the link up; nothing when it is unknown, used, expired, or its person is no longer active.
std::optional<PersonId> use_invitation(store::Transaction& tx, const std::string& secret_hash, Instant now);

/// No token of a person's own making goes on for longer.
inline constexpr Millis token_life = std::chrono::days{365};
/// So many a person may have at a time.
inline constexpr int most_tokens = 20;
/// `name` says to people what the token is for.
void make_token(store::Transaction& tx, const PersonId& person, const std::string& secret_hash,
                std::string_view name, Instant now, Instant expires_at, const Scopes& scopes = Scopes::all());
/// Says that the token is in use. Writes at most once in an hour.
void touch_token(store::Transaction& tx, const std::string& secret_hash, Instant now);
/// A token as its person sees it.
struct Token {
    std::string secret_hash;
    std::string name;
    Instant made_at, expires_at;
    Scopes scopes;
    /// To the hour; nothing where it was never shown.
    std::optional<Instant> used_at;
};
/// Those of a person that have not expired, the newest first.
std::vector<Token> tokens_of(store::Transaction& tx, const PersonId& person, Instant now);
/// Ends this login or token if it is that person's; false when it is not, or no more.
bool end_own(store::Transaction& tx, const PersonId& person, const std::string& secret_hash);
/// As `login_of_sign_in`.
std::optional<Login> login_of_token(store::Transaction& tx, const std::string& secret_hash, Instant now);

/// One person whom the sign-in page of a demonstration offers.
struct SignInChoice {
    PersonId person;
    PersonName name;
    Text<0, 160> title;
    /// The organisation's name for people ("Ohio"), and its code, empty for what is no jurisdiction.
    Text<1, 80> short_name;
    Text<0, 8> code;
    Role role = Role::observer;
};

/// The active people of a collaborative by organisation, strongest role, name; at most 2000.
std::vector<SignInChoice> people_of(store::Transaction& tx, const CollaborativeId& collaborative);

/// The form in which addresses are compared: without outer blanks and case (INV-7).
std::string folded_address(std::string_view address);
/// Active or not.
std::optional<PersonId> person_by_address(store::Transaction& tx, std::string_view address);

/// A person with a seat and one role. Whoever gives further roles writes `role_grants`.
struct NewPerson {
    PersonId id;
    PersonName name;
    MailAddress address;
    ZoneName zone;
    CollaborativeId collaborative;
    OrganisationId organisation;
    Text<0, 160> title;
    /// A key of web/src/features/directory/words.ts, or empty.
    std::string function;
    bool primary_contact = false;
    Role role = Role::state_member;
    bool active = true;
};
/// Throws store::Failure with Fault::unique when the address is somebody's already.
PersonId create_person(store::Transaction& tx, const NewPerson& person);
/// A seat and one role in this collaborative for somebody who has or had one elsewhere, or had one here: what
/// they have elsewhere stays as it is, their name and address too. Links that others were shown sign them in
/// no more; says whether secrets had to be ended for that.
bool give_seat(store::Transaction& tx, const NewPerson& person, Instant now);
/// The collaboratives where this person has access, the last used first.
std::vector<CollaborativeId> places_of(store::Transaction& tx, const PersonId& person);
/// For people who are created beside the server, by the command line: leaves the due item with which it tells
/// its followers of them (`welcome_person`), within a second or when it starts.
void leave_welcome(store::Transaction& tx, const PersonId& person, Instant now);

} // namespace interstate::identity
