#include "app/register.hpp"
#include "app/registrations/all.hpp"
#include "features/identity/functions.hpp"
#include "features/identity/join_requests.hpp"
#include "features/identity/leaving.hpp"
#include "features/identity/profiles.hpp"
#include "features/identity/signing_out.hpp"
#include "features/identity/suspension.hpp"
#include "features/identity/tending.hpp"
#include "features/mail/suppression.hpp"

namespace interstate::app {

void register_identity(Registry& registry) {
    using namespace identity;
    registry.add_command<ChangeSettings>(by_journal);
    registry.add_command<MarkVisit>(by_journal);
    registry.add_command<AddPeople>(by_row(Kind::collaborative, &AddPeople::collaborative));
    registry.add_command<RenewInvitation>(by_row(Kind::person, &RenewInvitation::person));
    registry.add_command<WelcomePerson>(by_journal);
    registry.add_command<SuspendPerson>(by_row(Kind::person, &SuspendPerson::person));
    registry.add_command<SignOutPerson>(by_row(Kind::person, &SignOutPerson::person));
    registry.add_command<ReadmitPerson>(by_row(Kind::person, &ReadmitPerson::person));
    registry.add_command<RetirePerson>(by_row(Kind::person, &RetirePerson::person));
    registry.add_command<NameContact>(by_row(Kind::person, &NameContact::person));
    registry.add_command<NameFunction>(by_row(Kind::contact, &NameFunction::person));
    registry.add_command<EditProfile>(by_journal);
    registry.add_query<FindPeople>();
    registry.add_record<Profile>();
    registry.add_record<AccessNeeds>();
    registry.add_record<OwnProfile>();
    registry.add_query<HandOverOf>();
    registry.add_query<AffiliationsOf>();
    registry.add_command<ReceiveJoinRequest>(by_row(Kind::join_request, &ReceiveJoinRequest::request));
    registry.add_command<ApproveJoinRequest>(by_row(Kind::join_request, &ApproveJoinRequest::request));
    registry.add_command<DeclineJoinRequest>(by_row(Kind::join_request, &DeclineJoinRequest::request));
    registry.add_command<AdmitByDomain>(by_row(Kind::organisation, &AdmitByDomain::organisation));
    registry.add_query<JoinRequests>();
    registry.add_command<TendRequests>(by_journal);
    registry.add_command<mail::LiftSuppression>(by_row(Kind::person, &mail::LiftSuppression::person));
    registry.add_query<mail::MailComesBack>();
    registry.add_record<JoinRequest>();
    registry.add_record<Person>();
    registry.add_record<Contact>();
    registry.add_record<Standing>();
    registry.add_record<Settings>();
}

} // namespace interstate::app
