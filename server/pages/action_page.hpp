#pragma once
// What a link in a mail leads to: pages without scripts that show what would be done, and a button.
#include "base/zone.hpp"
#include "pages/pages.hpp"

#include <string>
#include <utility>
#include <vector>

namespace interstate::pages {

/// "You answer: Yes", with its button.
struct AnswerPage {
    /// The page's own address, which takes the form.
    std::string path;
    /// Who answers.
    std::string reader;
    std::string title, series, place;
    Instant starts_at;
    int minutes = 90;
    /// The reader's.
    ZoneName zone;
    /// "yes", "maybe" or "no".
    std::string answer;
    /// Why nothing can be said now; then there is no button.
    std::string waits_for;
    /// What was wrong with what was sent.
    std::string problem;
};
std::string answer_page(const AnswerPage& page, const Frame& frame);

/// How a step stands, with its button.
struct StepUpdatePage {
    std::string path, reader, title, measure;
    CivilDate due_on;
    /// Of a status: its word, and how people call it.
    std::vector<std::pair<std::string, std::string>> statuses;
    /// What was chosen and written.
    std::string status, text;
    std::string waits_for;
    std::string status_problem, text_problem;
};
std::string step_update_page(const StepUpdatePage& page, const Frame& frame);

/// What was done by it.
struct ActionDonePage {
    /// "You answered “Yes” to “Rural schools”."
    std::string what;
    /// It was done before: pressing again changed nothing.
    bool before = false;
    /// What holds now, where it was changed since; may be empty.
    std::string since;
    /// How else it can be changed.
    std::string more;
    /// Where it stands.
    std::string address;
};
std::string action_done_page(const ActionDonePage& page, const Frame& frame);

/// For whatever reason: a stranger is told nothing.
std::string action_over_page(const Frame& frame);

/// "Yes" for "yes".
std::string answer_words(std::string_view answer);

} // namespace interstate::pages
