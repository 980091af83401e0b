#include "features/membership/years.hpp"

#include <algorithm>

namespace interstate::membership {
namespace {

using permissions::can;
using permissions::Footing;
using permissions::Verb;

/// After so many days without a look nobody knows whether the computer was off or its clock is wrong.
constexpr int unwatched_days = 1;
constexpr int longest_year = 800;

std::string year_of(const CivilDate& day) { return day.str().substr(0, 4); }

/// The same day a year later; of 29 February the one before.
CivilDate year_later(const CivilDate& day) {
    const auto year = std::to_string(std::stoi(year_of(day)) + 1);
    return CivilDate::parse(year + day.str().substr(4)).value_or(day.plus_days(365));
}

/// "2026-2027"; a year that was made shorter has a follower in the same years, which is called by the next
/// ones.
Text<1, 20> free_label(const std::vector<Year>& years, const CivilDate& starts, const CivilDate& ends) {
    for (int later = 0;; ++later) {
        const auto of = [&](const CivilDate& day) { return std::to_string(std::stoi(year_of(day)) + later); };
        const Text<1, 20> label{of(starts) + "-" + of(ends)};
        if (std::ranges::find(years, label, &Year::label) == years.end()) return label;
    }
}

Year year_after(const std::vector<Year>& years, const Year& year) {
    const auto starts = year.ends_on.plus_days(1);
    const auto ends = year_later(year.ends_on);
    return {.label = free_label(years, starts, ends),
            .starts_on = starts,
            .ends_on = ends,
            .grace_days = year.grace_days,
            .status = YearStatus::open};
}

int reminder_due(const Year& running, const CivilDate& today) {
    const int left = running.ends_on.days_since(today);
    int due = 0;
    for (const int days : reminders)
        if (left >= 0 && left <= days) due = days;
    return due != 0 && (running.reminded == 0 || due < running.reminded) ? due : 0;
}

bool overlaps(const Year& year, const EditYear& command) {
    return year.label != command.label && year.starts_on <= command.ends_on &&
           command.starts_on <= year.ends_on;
}

/// How many seats this person may renew for: whoever does not admit members does not add to them.
int most_seats(const RenewalFacts& facts) {
    return can(facts.who, Verb::admit_members) ? 500 : facts.membership->seat_cap;
}

std::optional<Refusal> seats_fault(const RenewMembership& command, const RenewalFacts& facts) {
    const int least = std::max(1, facts.membership->seats_taken), most = most_seats(facts);
    if (command.seat_cap >= least && command.seat_cap <= most) return std::nullopt;
    return refuse_field("out_of_range", "seat_cap",
                        std::to_string(facts.membership->seats_taken) + " seats are taken, of " +
                            std::to_string(facts.membership->seat_cap) + ".",
                        std::to_string(least) + " to " + std::to_string(std::max(least, most)))
        .error();
}

} // namespace

std::optional<Year> running_of(std::span<const Year> years) {
    const auto found = std::ranges::find(years, YearStatus::active, &Year::status);
    return found == years.end() ? std::nullopt : std::optional{*found};
}

std::optional<Year> next_of(std::span<const Year> years) {
    const auto running = running_of(years);
    const auto found = std::ranges::find_if(years, [&](const Year& year) {
        return running && year.status == YearStatus::open && year.starts_on > running->ends_on;
    });
    return found == years.end() ? std::nullopt : std::optional{*found};
}

YearPlan plan_of(const YearFacts& facts) {
    YearPlan plan;
    const auto running = running_of(facts.years);
    if (!running) return plan;
    const bool watched = facts.looked_on && facts.today >= *facts.looked_on &&
                         facts.today.days_since(*facts.looked_on) <= unwatched_days;
    if (!watched) {
        plan.unsure = true;
        return plan;
    }
    auto next = next_of(facts.years);
    if (!next && running->ends_on.days_since(facts.today) < open_before)
        plan.opens = next = year_after(facts.years, *running);
    if (next && facts.today >= next->starts_on) plan.begins = next;
    for (const auto& year : facts.years)
        if (year.status == YearStatus::grace && facts.today.days_since(year.ends_on) > year.grace_days)
            plan.closes.push_back(year);
    if (!plan.begins) plan.reminds = reminder_due(*running, facts.today);
    return plan;
}

Result<YearTurned> decide(const TurnYear&, const YearFacts& facts, const Context& context) {
    if (!context.by_system() || !facts.known) return refuse_not_allowed();
    return YearTurned{};
}

Result<MembershipRenewed> decide(const RenewMembership& command, const RenewalFacts& facts, const Context&) {
    const bool own = command.organisation == facts.who.organisation;
    if (!facts.membership || !can(facts.who, Verb::renew_membership, {.own = own}))
        return refuse_not_allowed();
    if (auto fault = seats_fault(command, facts)) return std::unexpected(std::move(*fault));
    const auto running = running_of(facts.years), next = next_of(facts.years);
    switch (facts.membership->status) {
    case MembershipStatus::active:
        if (!next)
            return refuse("not_open", "The next membership year cannot be renewed for yet: it opens " +
                                          std::to_string(open_before) + " days before it begins.");
        if (facts.next && *facts.next != MembershipStatus::approved) break;
        return MembershipRenewed{next->label, MembershipStatus::approved};
    case MembershipStatus::grace:
        if (running) return MembershipRenewed{running->label, MembershipStatus::active};
        break;
    case MembershipStatus::expired:
        if (running) return MembershipRenewed{running->label, MembershipStatus::applied};
        break;
    case MembershipStatus::applied:
        return refuse("waits_already", "This was asked for already: an administrator decides about it.");
    case MembershipStatus::approved:
    case MembershipStatus::suspended:
    case MembershipStatus::withdrawn:
        break;
    }
    return refuse("not_renewable", "This membership cannot be renewed: ask an administrator.");
}

Result<YearEdited> decide(const EditYear& command, const YearFacts& facts, const Context&) {
    if (!facts.known || !can(facts.who, Verb::admit_members)) return refuse_not_allowed();
    const auto year = std::ranges::find(facts.years, command.label, &Year::label);
    if (year == facts.years.end()) return refuse_not_allowed();
    if (year->status == YearStatus::closed)
        return refuse_field("over", "label", "This year is over.", "a year that runs or is to come");
    if (command.ends_on <= command.starts_on || command.ends_on.days_since(command.starts_on) > longest_year)
        return refuse_field("out_of_range", "ends_on", "A year ends after it begins.",
                            "a later day, at most " + std::to_string(longest_year) + " days later");
    if (command.grace_days < 0 || command.grace_days > 366)
        return refuse_field("out_of_range", "grace_days", "The grace is counted in days.", "0 to 366");
    const auto other =
        std::ranges::find_if(facts.years, [&](const Year& one) { return overlaps(one, command); });
    if (other != facts.years.end())
        return refuse_field("overlaps", command.starts_on < other->starts_on ? "ends_on" : "starts_on",
                            "The year " + other->label.str() + " is from " + other->starts_on.str() + " to " +
                                other->ends_on.str() + ".",
                            "days that no other year has");
    return YearEdited{};
}

} // namespace interstate::membership
