#include "program/notify.hpp"

#include "base/log.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace interstate {

void notify(std::string_view state) {
    const char* asked = std::getenv("NOTIFY_SOCKET");
    if (!asked || !*asked) return;
    const std::string_view path{asked};
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    if (path.size() >= sizeof place.sun_path)
        return log::warning("notify_failed", {{"why", "NOTIFY_SOCKET is too long"}});
    std::memcpy(place.sun_path, path.data(), path.size());
    if (path.front() == '@') place.sun_path[0] = '\0'; // a name that is in no folder (unix(7))

    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    const bool said = socket >= 0 && ::sendto(socket, state.data(), state.size(), MSG_NOSIGNAL,
                                              reinterpret_cast<const sockaddr*>(&place), size) >= 0;
    if (!said) log::warning("notify_failed", {{"why", std::strerror(errno)}});
    if (socket >= 0) ::close(socket);
}

} // namespace interstate
