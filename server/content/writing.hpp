#pragma once
// From drafts to rows. Plain inserts: loading is no news, so nothing goes to the journal.
#include "content/ids.hpp"
#include "content/model.hpp"
#include "store/transaction.hpp"

#include <map>

namespace interstate::content {

/// What every part of a load needs.
struct Load {
    store::Transaction& tx;
    const LoadContext& context;
    Ids& ids;
    CollaborativeId collaborative;
};

void write_people(Load& load, const std::vector<PersonDraft>& people);
void write_memberships(Load& load, const std::vector<std::string>& current_members);
/// A membership year by its label ("2026-2027"), from 1 July to 30 June; the one of today runs.
void write_year(Load& load, const std::string& label);

/// The series itself, its objectives and states, its meetings, agendas and attendance.
void write_series(Load& load, const SeriesDraft& series, const std::vector<PersonDraft>& people);
void write_steps(Load& load, const SeriesDraft& series);
void write_threads(Load& load, const SeriesDraft& series);
/// How far each person has read the current threads: two to five are unread for everybody.
void write_read_marks(Load& load, const std::vector<PersonDraft>& people, const SeriesDraft& series);

/// A text within the bounds of a field. Outside them: ContentError of its record.
template <class T>
T bounded(const std::string& text, const char* member, const Origin& origin) {
    auto value = T::parse(text);
    if (!value)
        origin.fail("“" + std::string{member} + "” does not fit: " + std::to_string(T::min) + " to " +
                    std::to_string(T::max) + " characters" + (T::lines ? "" : " on one line"));
    return std::move(*value);
}

} // namespace interstate::content
