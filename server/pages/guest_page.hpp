#pragma once
// A guest of one meeting: asking to come in, waiting, being in. Works without JavaScript.
#include "base/instant.hpp"
#include "base/zone.hpp"
#include "pages/pages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace interstate::pages {

/// The meeting as every guest may know it.
struct GuestMeeting {
    std::string title;
    Instant starts_at;
    int minutes = 0;
    ZoneName zone;
};

/// `/guest/link/…`: name and where from, posted to `path`.
struct GuestForm {
    GuestMeeting meeting;
    std::string path;
    /// What was typed, and what is wrong with it; empty at first.
    std::string name, affiliation;
    std::string name_problem, affiliation_problem, problem;
};
std::string guest_form_page(const GuestForm& form, const Frame& frame);

enum class GuestState { waiting, inside, over };
struct GuestAgendaLine {
    std::string title;
    int minutes = 0;
    bool current = false;
};
/// `/guest`.
struct GuestPage {
    GuestMeeting meeting;
    GuestState state = GuestState::waiting;
    std::string name;
    /// Only for who is inside.
    std::string summary, link, dial_in;
    std::vector<GuestAgendaLine> agenda;
    bool is_open = false;
};
std::string guest_page(const GuestPage& page, const Frame& frame);

/// What is said of how it stands, in one sentence; changes as it goes on.
std::string guest_now_words(const GuestPage& page);
/// "waiting", "inside" or "over": the page's parts stand as long as this does.
std::string_view guest_state_word(GuestState state);

/// Looks every five seconds whether something changed.
std::string_view guest_script();

} // namespace interstate::pages
