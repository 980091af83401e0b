#pragma once
// Asking to join, from the public page: without an account, with an address that is confirmed by a code. Who
// decides makes a person of it; for an agency that is no member yet, a member too. So this writes what
// features/membership reads: memberships, and organisations that were not here.
#include "features/identity/identity.hpp"
#include "features/identity/sign_in_codes.hpp"

namespace interstate::identity {

using permissions::Tier;
/// The words of features/membership for an organisation.
enum class AgencyType { state_agency, convener, ta_provider, partner, federal };
INTERSTATE_DESCRIBE_ENUM(AgencyType, state_agency, convener, ta_provider, partner, federal)

enum class JoinStatus {
    submitted, ///< the address is not confirmed: nobody hears of it
    confirmed, ///< waits for who decides
    approved,
    declined,
    expired ///< nobody decided for 30 days
};
INTERSTATE_DESCRIBE_ENUM(JoinStatus, submitted, confirmed, approved, declined, expired)

/// A request whose address is confirmed. Home, while it waits: staff; leads find those for their agency, and
/// everybody what was decided, by a query.
struct JoinRequest {
    static constexpr Kind kind = Kind::join_request;
    JoinRequestId id;
    CollaborativeId collaborative;
    /// Nothing for an agency that is not here yet.
    std::optional<OrganisationId> organisation;
    /// The agency's name as it is here, or as it was typed.
    Text<1, 200> agency;
    AgencyType type = AgencyType::state_agency;
    PersonName name;
    MailAddress address;
    Text<0, 160> title;
    /// A key of web/src/features/directory/words.ts; empty when nobody said.
    std::string function;
    /// Why they want to join.
    Prose<0, 4000> statement;
    JoinStatus status = JoinStatus::submitted;
    /// Approved by nobody: the agency lets its domain in.
    bool automatic = false;
    Instant asked_at;
    std::optional<Instant> decided_at;
    std::optional<PersonId> decided_by;
    Prose<0, 1000> reason;
    /// Who came of it.
    std::optional<PersonId> person;
    /// Others of the agency use the same mail domain; false for a domain nobody here has.
    bool domain_known = false;
    /// The mail domain in the letters that its punycode ("xn--…") stands for, which can look like those of
    /// another; empty for a plain one.
    std::string domain_in_letters;
};
INTERSTATE_DESCRIBE(JoinRequest, id, collaborative, organisation, agency, type, name, address, title,
                    function, statement, status, automatic, asked_at, decided_at, decided_by, reason, person,
                    domain_known, domain_in_letters)

// ---- commands ---------------------------------------------------------------------------------------------

/// By the server, once the address is confirmed: it waits for who decides, or is approved by domain.
struct ReceiveJoinRequest {
    static constexpr const char* name = "receive_join_request";
    JoinRequestId request;
};
INTERSTATE_DESCRIBE(ReceiveJoinRequest, request)
struct JoinRequestReceived {
    static constexpr const char* name = "join_request_received";
    /// The new person, when the agency's domain lets them in.
    std::optional<PersonId> person;
    /// It came again, or somebody decided already: nothing to do.
    bool again = false;
};
INTERSTATE_DESCRIBE(JoinRequestReceived, person, again)

/// Gives a seat. For an agency that is no member this year only an administrator does, and says as what.
struct ApproveJoinRequest {
    static constexpr const char* name = "approve_join_request";
    JoinRequestId request;
    std::optional<Tier> tier;
    /// 1 to 500.
    std::optional<int> seat_cap;
};
INTERSTATE_DESCRIBE(ApproveJoinRequest, request, tier, seat_cap)
struct JoinRequestApproved {
    static constexpr const char* name = "join_request_approved";
    PersonId person;
    OrganisationId organisation;
    /// The first of a state leads its team, and is its named contact.
    Role role = Role::state_member;
};
INTERSTATE_DESCRIBE(JoinRequestApproved, person, organisation, role)

struct DeclineJoinRequest {
    static constexpr const char* name = "decline_join_request";
    JoinRequestId request;
    /// Mailed to who asked.
    Prose<1, 1000> reason;
};
INTERSTATE_DESCRIBE(DeclineJoinRequest, request, reason)
struct JoinRequestDeclined {
    static constexpr const char* name = "join_request_declined";
};
INTERSTATE_DESCRIBE_EMPTY(JoinRequestDeclined)

/// By a lead: whoever confirms an address of the lead's own mail domain gets a free seat without being asked
/// about. By an administrator: of a domain that they name. `on` false ends it.
struct AdmitByDomain {
    static constexpr const char* name = "admit_by_domain";
    OrganisationId organisation;
    bool on = true;
    /// "education.ohio.gov"; by an administrator, who has to say it.
    std::optional<Text<1, 253>> domain;
};
INTERSTATE_DESCRIBE(AdmitByDomain, organisation, on, domain)
struct DomainAdmitted {
    static constexpr const char* name = "domain_admitted";
    /// Lower case: "education.ohio.gov".
    std::string domain;
};
INTERSTATE_DESCRIBE(DomainAdmitted, domain)

// ---- queries ----------------------------------------------------------------------------------------------

/// Those that this person may decide, the longest waiting first, then what was decided last; at most 200.
struct JoinRequests {
    static constexpr const char* name = "join_requests";
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(JoinRequests, collaborative)
Result<Page<JoinRequest>> answer(store::Transaction&, const JoinRequests&, const Context&);

// ---- facts ------------------------------------------------------------------------------------------------

/// The agency as it stands.
struct AgencyFacts {
    AgencyType type = AgencyType::state_agency;
    std::string short_name;
    permissions::Footing footing = permissions::Footing::none;
    int seat_cap = 0;
    int seats_taken = 0;
    bool has_contact = false;
    /// The domain of who asks is let in.
    bool admits_domain = false;
};
/// Where it needs a membership.
bool has_free_seat(const AgencyFacts& agency);
/// "6 of 6 seats of Ohio are taken."
std::string seats_words(const AgencyFacts& agency);
struct JoinFacts {
    permissions::Standing who;
    std::optional<JoinRequest> request;
    std::optional<AgencyFacts> agency;
    /// Somebody has this address already, here or elsewhere: then it is they who ask, for it was confirmed.
    std::optional<PersonId> known;
    /// … and a seat here.
    bool seated = false;
    /// They have or had a seat here.
    bool known_here = false;
    /// It came of an agency's own sign-in: what a provider says is never enough for a seat.
    bool by_provider = false;
};
struct DomainFacts {
    permissions::Standing who;
    bool known = false;
    bool is_state = true;
    /// Of the actor.
    std::string address;
};

// ---- rules (join_requests_rules.cpp) ----------------------------------------------------------------------

/// "education.ohio.gov" of an address; lower case.
std::string domain_of(std::string_view address);
/// Anybody can have an address there: it says nothing of an agency.
bool is_public_domain(std::string_view domain);

Result<JoinRequestReceived> decide(const ReceiveJoinRequest&, const JoinFacts&, const Context&);
Result<JoinRequestApproved> decide(const ApproveJoinRequest&, const JoinFacts&, const Context&);
Result<JoinRequestDeclined> decide(const DeclineJoinRequest&, const JoinFacts&, const Context&);
Result<DomainAdmitted> decide(const AdmitByDomain&, const DomainFacts&, const Context&);

// ---- tables (join_requests_tables.cpp) --------------------------------------------------------------------

JoinFacts gather(store::Transaction&, const ReceiveJoinRequest&, const Context&);
JoinFacts gather(store::Transaction&, const ApproveJoinRequest&, const Context&);
JoinFacts gather(store::Transaction&, const DeclineJoinRequest&, const Context&);
DomainFacts gather(store::Transaction&, const AdmitByDomain&, const Context&);
void record(store::Transaction&, const ReceiveJoinRequest&, const JoinFacts&, const JoinRequestReceived&,
            const Context&, Changes&);
void record(store::Transaction&, const ApproveJoinRequest&, const JoinFacts&, const JoinRequestApproved&,
            const Context&, Changes&);
void record(store::Transaction&, const DeclineJoinRequest&, const JoinFacts&, const JoinRequestDeclined&,
            const Context&, Changes&);
void record(store::Transaction&, const AdmitByDomain&, const DomainFacts&, const DomainAdmitted&,
            const Context&, Changes&);

/// Who may decide: the leads of a member's team, else the administrators; at most 20.
std::vector<PersonId> deciders(store::Transaction& tx, const CollaborativeId& collaborative,
                               const std::optional<OrganisationId>& organisation);

/// Whatever its status; only those whose address is confirmed are anybody's news.
std::optional<JoinRequest> find(store::Transaction&, const Ulid&, As<JoinRequest>);
Stream home(store::Transaction&, const JoinRequest&);
/// Those that wait; at most 200.
std::vector<JoinRequest> current(store::Transaction&, const Stream&, As<JoinRequest>);

// ---- the public page's part: no commands, since nobody is signed in (join_codes_tables.cpp) ---------------

/// What somebody typed, checked.
struct NewJoinRequest {
    JoinRequestId id;
    CollaborativeId collaborative;
    std::optional<OrganisationId> organisation;
    Text<1, 200> agency;
    AgencyType type = AgencyType::state_agency;
    PersonName name;
    MailAddress address;
    Text<0, 160> title;
    std::string function;
    Prose<0, 4000> statement;
};
/// Keeps it unconfirmed, and its code. Where the address, or everybody, must wait for another code, nothing
/// is kept, and the error says until when.
std::expected<void, CodeWait> ask_to_join(store::Transaction& tx, const NewJoinRequest& request,
                                          const NewCode& code, Instant now);
/// Keeps one whose address is confirmed already, and leaves it for the server to receive, within a second.
void request_seat(store::Transaction& tx, const NewJoinRequest& request, Instant now);
/// Confirms the address of the request whose code this is, and leaves it for the server to receive, within a
/// second. Uses the code up; a stranger's wrong one counts.
std::expected<JoinRequestId, CodeFault> confirm_by_code(store::Transaction& tx,
                                                        const std::string& ticket_hash,
                                                        const std::string& code_hash, Instant now,
                                                        Guesser who = Guesser::stranger);
/// Whose link this is, while it can be used. Uses nothing up.
std::optional<JoinRequestId> peek_join_link(store::Transaction& tx, const std::string& link_hash,
                                            Instant now);
std::optional<JoinRequestId> confirm_by_link(store::Transaction& tx, const std::string& link_hash,
                                             Instant now);
/// Forgets some of what was never confirmed and is a day old.
void forget_unconfirmed(store::Transaction& tx, Instant now);

} // namespace interstate::identity
