#pragma once
// What the service manager that started us wants to know (systemd's Type=notify).
#include <string_view>

namespace interstate {

/// Says how far we are: "READY=1" when connections are taken, "STOPPING=1" when we go (sd_notify(3)). Does
/// nothing where nobody asked ($NOTIFY_SOCKET is not set); what cannot be said is a line in the log.
void notify(std::string_view state);

} // namespace interstate
