#pragma once
// The kinds of public records. A record is known everywhere by its kind and id.
#include "base/described.hpp"

namespace interstate {

enum class Kind {
    collaborative,
    organisation,
    person,
    contact,
    profile,
    access_needs,
    own_profile,
    standing,
    settings,
    terms,
    terms_acceptance,
    membership,
    year_goals,
    join_request,
    series,
    objective,
    participation,
    meeting,
    meeting_link,
    agenda_item,
    room,
    item_run,
    hand,
    attendance,
    waiting_guest,
    no_step,
    rsvp,
    rsvp_counts,
    action_step,
    lane,
    step_update,
    step_link,
    thread,
    post,
    read_mark,
    post_flag,
    taken_post,
    flag_queue,
    principle,
    protocol
};
INTERSTATE_DESCRIBE_ENUM(Kind, collaborative, organisation, person, contact, profile, access_needs,
                         own_profile, standing, settings, terms, terms_acceptance, membership, year_goals,
                         join_request, series, objective, participation, meeting, meeting_link, agenda_item,
                         room, item_run, hand, attendance, waiting_guest, no_step, rsvp, rsvp_counts,
                         action_step, lane, step_update, step_link, thread, post, read_mark, post_flag,
                         taken_post, flag_queue, principle, protocol)

/// Chooses an overload by a type: `find(tx, id, As<Post>{})`.
template <class T>
struct As {};

} // namespace interstate
