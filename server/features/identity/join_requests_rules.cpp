#include "features/identity/join_requests.hpp"

#include "base/domain.hpp"

#include <algorithm>
#include <array>

namespace interstate::identity {
namespace {

using permissions::can;
using permissions::Footing;
using permissions::Verb;

bool is_own(const JoinFacts& facts) { return facts.request->organisation == facts.who.organisation; }

/// May this person decide about the request? Who may not is told nothing of it.
bool may_decide(const JoinFacts& facts) {
    return facts.request && facts.request->status != JoinStatus::submitted &&
           facts.who.collaborative == facts.request->collaborative &&
           can(facts.who, Verb::add_people, {.own = is_own(facts)}) &&
           // A facilitator adds people to members; who is a member is not theirs to say.
           (is_own(facts) || can(facts.who, Verb::admit_members));
}

/// An agency of these types has rights by its membership, the others' people by what is granted to them.
bool needs_membership(AgencyType type) { return type == AgencyType::state_agency; }

std::unexpected<Refusal> decided_already(const JoinRequest& request) {
    if (request.status == JoinStatus::expired)
        return refuse("decided_already",
                      "This request has expired: nobody decided for 30 days. They can ask again.");
    return refuse("decided_already", request.status == JoinStatus::declined
                                         ? "This request was declined meanwhile."
                                         : "This request was approved meanwhile.");
}

Role role_of(AgencyType type, const AgencyFacts& agency) {
    if (needs_membership(type)) return agency.has_contact ? Role::state_member : Role::state_lead;
    return type == AgencyType::federal ? Role::observer : Role::partner;
}

/// The agency's domain lets them in, and there is room. One that can look like another's is always looked at.
bool comes_in_by_domain(const JoinFacts& facts) {
    if (!domain_in_letters(domain_of(facts.request->address.str())).empty()) return false;
    return !facts.by_provider && facts.agency && facts.agency->admits_domain &&
           facts.agency->footing == Footing::active && has_free_seat(*facts.agency) && !facts.known_here;
}

} // namespace

std::string seats_words(const AgencyFacts& agency) {
    return std::to_string(agency.seats_taken) + " of " + std::to_string(agency.seat_cap) + " seats of " +
           agency.short_name + " are taken.";
}

bool has_free_seat(const AgencyFacts& agency) {
    return !needs_membership(agency.type) || agency.seats_taken < agency.seat_cap;
}

std::string domain_of(std::string_view address) {
    const auto at = address.rfind('@');
    return at == address.npos ? std::string{} : folded(trimmed(address.substr(at + 1)));
}

bool is_public_domain(std::string_view domain) {
    static constexpr std::array<std::string_view, 24> anybodys{
        "gmail.com",    "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com",
        "yahoo.com",    "ymail.com",      "aol.com",     "icloud.com",  "me.com",   "mac.com",
        "proton.me",    "protonmail.com", "gmx.com",     "gmx.net",     "mail.com", "zoho.com",
        "fastmail.com", "hey.com",        "comcast.net", "verizon.net", "att.net",  "yandex.com"};
    return std::ranges::find(anybodys, domain) != anybodys.end();
}

Result<JoinRequestReceived> decide(const ReceiveJoinRequest&, const JoinFacts& facts,
                                   const Context& context) {
    if (!context.by_system() || !facts.request) return refuse_not_allowed();
    if (facts.request->status != JoinStatus::confirmed) return JoinRequestReceived{.again = true};
    if (comes_in_by_domain(facts))
        return JoinRequestReceived{.person = facts.known ? *facts.known : context.new_id<PersonId>()};
    return JoinRequestReceived{};
}

Result<JoinRequestApproved> decide(const ApproveJoinRequest& command, const JoinFacts& facts,
                                   const Context& context) {
    if (!may_decide(facts)) return refuse_not_allowed();
    if (facts.request->status != JoinStatus::confirmed) return decided_already(*facts.request);
    if (facts.seated)
        return refuse_field("here_already", "request",
                            "Somebody with this address has a seat already: decline, and say so.");
    auto agency = facts.agency.value_or(AgencyFacts{.type = facts.request->type});
    const bool admits = needs_membership(agency.type) && agency.footing == Footing::none;
    if (agency.footing == Footing::grace)
        return refuse_field("in_grace", "request",
                            "The membership of " + agency.short_name +
                                " was not renewed: there are no new seats.",
                            "after it is renewed");
    if (admits) {
        if (!can(facts.who, Verb::admit_members)) return refuse_not_allowed();
        if (!command.tier)
            return refuse_field("missing", "tier", "This agency is no member yet: say as what it joins.",
                                "core or extended");
        if (!command.seat_cap || *command.seat_cap < 1 || *command.seat_cap > 500)
            return refuse_field("out_of_range", "seat_cap", "Say how many seats the agency has.", "1 to 500");
        agency.seat_cap = *command.seat_cap;
    }
    if (!has_free_seat(agency))
        return refuse_field("seats_taken", "request", seats_words(agency),
                            "after a seat is given back, or an administrator has raised their number");
    return JoinRequestApproved{.person = facts.known ? *facts.known : context.new_id<PersonId>(),
                               .organisation = facts.request->organisation ? *facts.request->organisation
                                                                           : context.new_id<OrganisationId>(),
                               .role = role_of(agency.type, agency)};
}

Result<JoinRequestDeclined> decide(const DeclineJoinRequest&, const JoinFacts& facts, const Context&) {
    if (!may_decide(facts)) return refuse_not_allowed();
    if (facts.request->status != JoinStatus::confirmed) return decided_already(*facts.request);
    return JoinRequestDeclined{};
}

Result<DomainAdmitted> decide(const AdmitByDomain& command, const DomainFacts& facts, const Context&) {
    const bool administers = can(facts.who, Verb::admit_members);
    const bool leads = command.organisation == facts.who.organisation && facts.who.has(Role::state_lead) &&
                       can(facts.who, Verb::add_people, {.own = true});
    if (!facts.known || !(administers || leads)) return refuse_not_allowed();
    if (!command.on) return DomainAdmitted{};
    if (!facts.is_state)
        return refuse_field("no_state", "organisation", "Seats are free at members only.",
                            "a state's agency");
    // A domain is confirmed by somebody who reads mail there: a lead, for their own agency. Or an
    // administrator says that they have asked.
    const char* field = command.domain ? "domain" : "on";
    if (command.domain && !administers)
        return refuse_field("own_domain", field, "You let in the domain of your own address.",
                            "nothing here; an administrator names another");
    if (!command.domain && !leads)
        return refuse_field("missing", "domain", "Say which mail domain is the agency's.",
                            "a mail domain, like education.ohio.gov");
    auto domain = command.domain ? folded(command.domain->str()) : domain_of(facts.address);
    if (!is_address("somebody@" + domain))
        return refuse_field("malformed", field, "“" + domain + "” is no mail domain.",
                            "a mail domain, like education.ohio.gov");
    if (is_public_domain(domain))
        return refuse_field("public_domain", field,
                            "Anybody can have an address at " + domain +
                                ": the agency's own mail domain would be needed.",
                            "an address, or a domain, of the agency itself");
    if (!domain_in_letters(domain).empty())
        return refuse_field("odd_domain", field,
                            domain + " has letters beyond a to z, so another domain can look like it: its "
                                     "people are let in one by one.",
                            "a domain in plain letters");
    return DomainAdmitted{std::move(domain)};
}

} // namespace interstate::identity
