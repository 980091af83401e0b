#include "app/register.hpp"
#include "app/registrations/all.hpp"
#include "features/identity/join_requests.hpp"
#include "features/identity/leaving.hpp"
#include "features/identity/suspension.hpp"
#include "features/identity/tending.hpp"
#include "features/mail/suppression.hpp"

namespace interstate::app {

void register_identity(Registry& registry) {
    using namespace identity;
    registry.add_command<ChangeSettings>();
    registry.add_command<MarkVisit>();
    registry.add_command<AddPeople>();
    registry.add_command<RenewInvitation>();
    registry.add_command<WelcomePerson>();
    registry.add_command<SuspendPerson>();
    registry.add_command<ReadmitPerson>();
    registry.add_command<RetirePerson>();
    registry.add_command<NameContact>();
    registry.add_query<HandOverOf>();
    registry.add_query<AffiliationsOf>();
    registry.add_command<ReceiveJoinRequest>();
    registry.add_command<ApproveJoinRequest>();
    registry.add_command<DeclineJoinRequest>();
    registry.add_command<AdmitByDomain>();
    registry.add_query<JoinRequests>();
    registry.add_command<TendRequests>();
    registry.add_command<mail::LiftSuppression>();
    registry.add_query<mail::MailComesBack>();
    registry.add_record<JoinRequest>();
    registry.add_record<Person>();
    registry.add_record<Contact>();
    registry.add_record<Standing>();
    registry.add_record<Settings>();
}

} // namespace interstate::app
