#include "features/action_steps/action_steps.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"
#include "features/action_steps/reminders.hpp"

namespace interstate::app {

void register_action_steps(Registry& registry) {
    using namespace action_steps;
    registry.add_command<CommitStep>(by_row(Kind::action_step, &StepCommitted::step));
    registry.add_command<EditStep>(by_row(Kind::action_step, &EditStep::step));
    registry.add_command<UpdateStep>(by_row(Kind::action_step, &UpdateStep::step));
    registry.add_command<LinkSteps>(by_journal);
    registry.add_command<UnlinkSteps>(by_journal);
    registry.add_command<AskForHelp>(by_journal);
    registry.add_command<CloseHelp>(by_journal);
    registry.add_command<RecordNone>(by_journal);
    registry.add_command<RemindOwners>(by_journal);
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
