#pragma once
// Asking to join where nobody has to decide any more.
#include "pages/pages.hpp"

namespace interstate::pages {

/// Why there is a seat as soon as the address is confirmed.
enum class JoinSeat {
    let_in,  ///< by the agency's domain
    had_one, ///< before they asked
};

/// Instead of the page that says that a request is on its way: sign in.
std::string join_seat_page(JoinSeat seat, const Frame& frame);

} // namespace interstate::pages
