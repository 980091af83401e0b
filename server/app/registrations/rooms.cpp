#include "features/rooms/guests.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_rooms(Registry& registry) {
    using namespace rooms;
    registry.add_command<OpenRoom>();
    registry.add_command<TakeOver>();
    registry.add_command<NextItem>();
    registry.add_command<PreviousItem>();
    registry.add_command<ExtendItem>();
    registry.add_command<RaiseHand>();
    registry.add_command<LowerHand>();
    registry.add_command<GiveFloor>();
    registry.add_command<AddGuest>();
    registry.add_command<RemoveGuest>();
    registry.add_command<LeaveRoom>();
    registry.add_command<Arrive>();
    registry.add_command<Depart>();
    registry.add_command<Heartbeat>();
    registry.add_command<CloseStale>();
    registry.add_command<SealSession>();
    registry.add_command<CloseAbandoned>();
    registry.add_command<EndSession>();
    registry.add_command<UndoEnd>();
    registry.add_command<CorrectAttendance>();
    registry.add_command<MakeGuestLink>();
    registry.add_command<EndGuestLink>();
    registry.add_command<ReceiveGuest>();
    registry.add_command<AdmitGuest>();
    registry.add_command<DeclineGuest>();
    registry.add_query<GuestLinkOf>();
    registry.add_record<WaitingGuest>();
    registry.add_record<Room>();
    registry.add_record<ItemRun>();
    registry.add_record<Hand>();
    registry.add_record<Attendance>();
}

} // namespace interstate::app
