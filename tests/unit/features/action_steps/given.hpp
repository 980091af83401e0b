#pragma once
// What the rules of action steps are given in their tests: sound facts, which each test spoils in one place.
#include "features/action_steps/action_steps.hpp"
#include "support/catch.hpp"

namespace interstate::action_steps::given {

using permissions::Role;

inline const PersonId ana{Ulid::from({1000}, {1})};
inline const PersonId ben{Ulid::from({1000}, {2})};
inline const OrganisationId ohio{Ulid::from({1000}, {3})};
inline const OrganisationId utah{Ulid::from({1000}, {4})};
inline const SeriesId series{Ulid::from({1000}, {5})};
inline const SeriesId other_series{Ulid::from({1000}, {6})};
inline const MeetingId session{Ulid::from({1000}, {7})};
inline const ObjectiveId objective{Ulid::from({1000}, {8})};
inline const LaneId lane{Ulid::from({1000}, {9})};
inline const CollaborativeId sdi{Ulid::from({1000}, {10})};
/// 2026-11-21, noon in UTC.
inline const Context now{.actor = ana, .now = {1795262400000}, .ids = IdSource{{5000}, {}}};

inline permissions::Standing standing(Role role = Role::state_member,
                                      const OrganisationId& organisation = ohio) {
    return {.person = ana,
            .organisation = organisation,
            .roles = {role},
            .footing = permissions::Footing::active,
            .tier = permissions::Tier::core,
            .active = true};
}

inline CommitStep a_commit() {
    return {.series = series,
            .meeting = session,
            .organisation = ohio,
            .owner = ben,
            .title = Text<1, 300>{"Pilot the needs assessment"},
            .measure = Text<1, 600>{"Two districts used it"},
            .due_on = CivilDate{"2026-12-15"}};
}

inline CommitFacts sound_place() {
    return {.who = standing(),
            .organisation_known = true,
            .owner_fits = true,
            .series = SeriesFacts{.takes_part = true, .objectives = {objective}},
            .meeting = MeetingFacts{.series = series, .takes_steps = true}};
}

inline StepFacts a_step() {
    return {.who = standing(),
            .target = {.own = true, .in_series = true},
            .step = ActionStep{.series = series,
                               .organisation = ohio,
                               .title = Text<1, 300>{"As it is"},
                               .measure = Text<1, 600>{"And how we know"},
                               .due_on = CivilDate{"2026-01-10"},
                               .revision = 2},
            .visible = true};
}

inline EditFacts an_edit() {
    return {.of = a_step(),
            .lane = Lane{.id = lane, .organisation = ohio, .owner = ben},
            .owner_fits = true,
            .objectives = {objective}};
}

inline UpdateFacts with_status(Status status) {
    return {.of = a_step(), .lane = Lane{.id = lane, .organisation = ohio, .status = status}};
}

inline LinkFacts two_steps() {
    return {.from = a_step(), .to = a_step(), .home = Stream{StreamKind::series, series}};
}

inline NoneFacts a_session() {
    return {.who = standing(), .visible = true, .under_way = true, .takes_part = true};
}

template <class Command, class Facts>
Refusal refused(const Command& command, const Facts& facts) {
    const auto decision = decide(command, facts, now);
    REQUIRE(!decision);
    return decision.error();
}

inline LinkSteps a_link() { return {.from = StepId{ana}, .to = StepId{ben}}; }

inline constexpr auto all = {Status::proposed, Status::declined, Status::not_started, Status::on_track,
                             Status::at_risk,  Status::blocked,  Status::completed,   Status::set_aside};

} // namespace interstate::action_steps::given
