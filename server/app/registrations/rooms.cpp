#include "app/register.hpp"
#include "app/registrations/all.hpp"
#include "features/rooms/guests.hpp"

namespace interstate::app {

void register_rooms(Registry& registry) {
    using namespace rooms;
    registry.add_command<OpenRoom>(by_row(Kind::room, &OpenRoom::meeting));
    registry.add_command<TakeOver>(by_row(Kind::room, &TakeOver::meeting));
    registry.add_command<NextItem>(by_journal);
    registry.add_command<PreviousItem>(by_journal);
    registry.add_command<ExtendItem>(by_journal);
    registry.add_command<RaiseHand>(by_journal);
    registry.add_command<LowerHand>(by_journal);
    registry.add_command<GiveFloor>(by_journal);
    registry.add_command<AddGuest>(by_journal);
    registry.add_command<RemoveGuest>(by_journal);
    registry.add_command<LeaveRoom>(by_journal);
    registry.add_command<Arrive>(by_journal);
    registry.add_command<Depart>(by_journal);
    registry.add_command<Heartbeat>(by_journal);
    registry.add_command<CloseStale>(by_journal);
    registry.add_command<SealSession>(by_row(Kind::room, &SealSession::meeting));
    registry.add_command<CloseAbandoned>(by_row(Kind::room, &CloseAbandoned::meeting));
    registry.add_command<EndSession>(by_row(Kind::room, &EndSession::meeting));
    registry.add_command<UndoEnd>(by_row(Kind::room, &UndoEnd::meeting));
    registry.add_command<CorrectAttendance>(by_row(Kind::attendance, &CorrectAttendance::attendance));
    registry.add_command<MakeGuestLink>(by_row(Kind::room, &MakeGuestLink::meeting));
    registry.add_command<EndGuestLink>(by_row(Kind::room, &EndGuestLink::meeting));
    registry.add_command<ReceiveGuest>(by_journal);
    registry.add_command<AdmitGuest>(by_row(Kind::waiting_guest, &AdmitGuest::guest));
    registry.add_command<DeclineGuest>(by_row(Kind::waiting_guest, &DeclineGuest::guest));
    registry.add_query<GuestLinkOf>();
    registry.add_record<WaitingGuest>();
    registry.add_record<Room>();
    registry.add_record<ItemRun>();
    registry.add_record<Hand>();
    registry.add_record<Attendance>();
}

} // namespace interstate::app
