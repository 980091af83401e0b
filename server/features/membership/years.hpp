#pragma once
// Membership years turn by the calendar: who has renewed goes on, who has not goes on reading for a while.
#include "features/membership/membership.hpp"

#include <span>

namespace interstate::membership {

enum class YearStatus { open, active, grace, closed };
INTERSTATE_DESCRIBE_ENUM(YearStatus, open, active, grace, closed)

/// Contacts who have not renewed are reminded so many days before the end of the year.
inline constexpr int reminders[] = {60, 30, 7};
/// The next year is there to be renewed for so many days before it begins.
inline constexpr int open_before = 120;

/// A year by its label, "2026-2027". Both days belong to it.
struct Year {
    Text<1, 20> label;
    CivilDate starts_on, ends_on;
    int grace_days = 30;
    YearStatus status = YearStatus::active;
    /// So many days before its end its contacts were reminded last; 0 for not yet.
    int reminded = 0;
};
INTERSTATE_DESCRIBE(Year, label, starts_on, ends_on, grace_days, status, reminded)

// ---- commands ---------------------------------------------------------------------------------------------

/// By the server, each day: opens the next year, reminds, turns the year, ends its grace.
struct TurnYear {
    static constexpr const char* name = "turn_year";
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(TurnYear, collaborative)
struct YearTurned {
    static constexpr const char* name = "year_turned";
};
INTERSTATE_DESCRIBE_EMPTY(YearTurned)

/// A state goes on as a member in the next year, with as many seats or fewer; by its lead or an
/// administrator. In its grace it is a member again at once; after that an administrator admits it.
struct RenewMembership {
    static constexpr const char* name = "renew_membership";
    OrganisationId organisation;
    /// At least as many as are taken, at most as many as now; an administrator may say more, up to 500.
    int seat_cap = 6;
};
INTERSTATE_DESCRIBE(RenewMembership, organisation, seat_cap)
struct MembershipRenewed {
    static constexpr const char* name = "membership_renewed";
    Text<1, 20> year;
    MembershipStatus status = MembershipStatus::approved;
};
INTERSTATE_DESCRIBE(MembershipRenewed, year, status)

/// Changes the days of a year that is not over; by an administrator. Years never overlap (INV-1).
struct EditYear {
    static constexpr const char* name = "edit_year";
    CollaborativeId collaborative;
    Text<1, 20> label;
    CivilDate starts_on, ends_on;
    /// 0 to 366.
    int grace_days = 30;
};
INTERSTATE_DESCRIBE(EditYear, collaborative, label, starts_on, ends_on, grace_days)
struct YearEdited {
    static constexpr const char* name = "year_edited";
};
INTERSTATE_DESCRIBE_EMPTY(YearEdited)

// ---- queries ----------------------------------------------------------------------------------------------

/// All years, the newest first; for administrators and leads.
struct MembershipYears {
    static constexpr const char* name = "membership_years";
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(MembershipYears, collaborative)
struct YearsFound {
    std::vector<Year> years;
};
INTERSTATE_DESCRIBE(YearsFound, years)
Result<YearsFound> answer(store::Transaction&, const MembershipYears&, const Context&);

// ---- facts ------------------------------------------------------------------------------------------------

struct YearFacts {
    permissions::Standing who;
    bool known = false;
    /// In the convener's zone.
    CivilDate today;
    /// When it was last looked; absent for never.
    std::optional<CivilDate> looked_on;
    /// The earliest first.
    std::vector<Year> years;
};
struct RenewalFacts {
    permissions::Standing who;
    std::vector<Year> years;
    /// The newest that gives rights, else the newest.
    std::optional<Membership> membership;
    /// In the year after the running one.
    std::optional<MembershipStatus> next;
};

// ---- rules (years_rules.cpp) ------------------------------------------------------------------------------

/// What is to be done on a day.
struct YearPlan {
    /// The clock may be wrong: it is looked again in an hour.
    bool unsure = false;
    /// A year that is not there yet and can be renewed for from now on.
    std::optional<Year> opens;
    /// The running year ends, and this one begins.
    std::optional<Year> begins;
    /// Their grace is over.
    std::vector<Year> closes;
    /// So many days before the end of the running year those are reminded who have not renewed; 0 for nobody.
    int reminds = 0;
};
YearPlan plan_of(const YearFacts& facts);
/// The running year; nothing where there is none.
std::optional<Year> running_of(std::span<const Year> years);
/// The one after it.
std::optional<Year> next_of(std::span<const Year> years);

Result<YearTurned> decide(const TurnYear&, const YearFacts&, const Context&);
Result<MembershipRenewed> decide(const RenewMembership&, const RenewalFacts&, const Context&);
Result<YearEdited> decide(const EditYear&, const YearFacts&, const Context&);

// ---- tables (years_tables.cpp, renewal_tables.cpp) --------------------------------------------------------

YearFacts gather(store::Transaction&, const TurnYear&, const Context&);
YearFacts gather(store::Transaction&, const EditYear&, const Context&);
RenewalFacts gather(store::Transaction&, const RenewMembership&, const Context&);
void record(store::Transaction&, const TurnYear&, const YearFacts&, const YearTurned&, const Context&,
            Changes&);
void record(store::Transaction&, const EditYear&, const YearFacts&, const YearEdited&, const Context&,
            Changes&);
void record(store::Transaction&, const RenewMembership&, const RenewalFacts&, const MembershipRenewed&,
            const Context&, Changes&);
/// The earliest first.
std::vector<Year> years_of(store::Transaction& tx, const CollaborativeId& collaborative);

} // namespace interstate::membership
