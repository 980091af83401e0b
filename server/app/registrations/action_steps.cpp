#include "features/action_steps/action_steps.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"
#include "features/action_steps/reminders.hpp"

namespace interstate::app {

void register_action_steps(Registry& registry) {
    using namespace action_steps;
    registry.add_command<CommitStep>();
    registry.add_command<EditStep>();
    registry.add_command<UpdateStep>();
    registry.add_command<LinkSteps>();
    registry.add_command<UnlinkSteps>();
    registry.add_command<AskForHelp>();
    registry.add_command<CloseHelp>();
    registry.add_command<RecordNone>();
    registry.add_command<RemindOwners>();
    registry.add_query<Steps>();
    registry.add_query<UpdatesOfStep>();
    registry.add_record<ActionStep>();
    registry.add_record<Lane>();
    registry.add_record<StepUpdate>();
    registry.add_record<StepLink>();
    registry.add_record<NoStep>();
    registry.add_words<Status>("status");
    registry.add_words<Category>("category");
    registry.add_words<Horizon>("horizon");
}

} // namespace interstate::app
