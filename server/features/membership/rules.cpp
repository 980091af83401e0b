#include "features/membership/membership.hpp"

namespace interstate::membership {

using permissions::can;
using permissions::Footing;
using permissions::Verb;

Result<MemberAdmitted> decide(const AdmitMember& command, const MemberFacts& facts, const Context&) {
    if (!facts.known || !can(facts.who, Verb::admit_members)) return refuse_not_allowed();
    if (facts.type != OrganisationKind::state_agency)
        return refuse_field("no_state", "organisation",
                            "People of this organization have their rights without a membership.",
                            "a state's agency");
    if (command.seat_cap < 1 || command.seat_cap > 500)
        return refuse_field("out_of_range", "seat_cap", "Say how many seats the agency has.", "1 to 500");
    if (command.seat_cap < facts.seats_taken)
        return refuse_field("seats_taken", "seat_cap",
                            std::to_string(facts.seats_taken) + " seats are taken already.",
                            "at least " + std::to_string(facts.seats_taken));
    return MemberAdmitted{};
}

Result<MemberSuspended> decide(const SuspendMember&, const MemberFacts& facts, const Context&) {
    if (!facts.known || !can(facts.who, Verb::admit_members)) return refuse_not_allowed();
    if (facts.footing == Footing::none)
        return refuse_field("no_member", "organisation", "This organization is no member now.",
                            "a member of this year");
    return MemberSuspended{};
}

Result<RenewalDeclined> decide(const DeclineRenewal&, const MemberFacts& facts, const Context&) {
    if (!facts.known || !can(facts.who, Verb::admit_members)) return refuse_not_allowed();
    if (!facts.asked_to_renew)
        return refuse_field("not_waiting", "organisation", "Nobody of this organization waits for an answer.",
                            "a state whose lead asked to renew");
    return RenewalDeclined{};
}

} // namespace interstate::membership
