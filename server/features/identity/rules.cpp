#include "features/identity/identity.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

using permissions::can;
using permissions::Verb;

constexpr std::size_t lines_limit = 200;
constexpr Millis absence_ends_visit = std::chrono::minutes{30};

std::string fresh_link(const Context& context) { return std::string{link_path} + context.secret(); }

bool is_staff(const permissions::Standing& standing) {
    return standing.has(Role::administrator) || standing.has(Role::facilitator);
}

} // namespace

Result<SettingsChanged> decide(const ChangeSettings&, const SettingsFacts& facts, const Context&) {
    if (!facts.settings || !facts.active) return refuse_not_allowed();
    return SettingsChanged{};
}

Result<VisitMarked> decide(const MarkVisit&, const SettingsFacts& facts, const Context& context) {
    if (!facts.settings || !facts.active) return refuse_not_allowed();
    if (context.now - facts.seen_at <= absence_ends_visit)
        return VisitMarked{facts.settings->last_visit, facts.settings->this_visit};
    const bool never = facts.seen_at == Instant{};
    return VisitMarked{never ? facts.settings->this_visit : facts.seen_at, context.now};
}

Result<PeopleAdded> decide(const AddPeople& command, const PasteFacts& facts, const Context& context) {
    if (!can(facts.who, Verb::add_people, {.own = true})) return refuse_not_allowed();
    const auto lines = checked_lines(command, facts);
    if (lines.empty())
        return refuse_field("empty", "lines", "There is no line with a person in it.",
                            "lines of name, address, state, role");
    if (lines.size() > lines_limit)
        return refuse_field("too_many", "lines", "These are " + std::to_string(lines.size()) + " lines.",
                            "at most " + std::to_string(lines_limit) + " lines at a time");
    PeopleAdded added;
    for (const auto& line : lines) {
        LineOutcome outcome{
            .line = line.number, .text = line.text, .problem = line.problem, .warning = line.warning};
        if (line.problem.empty()) {
            outcome.person = line.known ? *line.known : context.new_id<PersonId>();
            // What is mailed is for its reader alone.
            if (!context.mails) outcome.link = fresh_link(context);
        }
        added.lines.push_back(std::move(outcome));
    }
    return added;
}

Result<InvitationRenewed> decide(const RenewInvitation&, const InvitationFacts& facts,
                                 const Context& context) {
    if (!can(facts.who, Verb::renew_links) || !facts.invited.active) return refuse_not_allowed();
    // Whoever holds the link is that person: a facilitator must not become an administrator by it.
    if (is_staff(facts.invited) && !facts.who.has(Role::administrator))
        return refuse_field("administrator_only", "person",
                            "Only an administrator renews the link of a facilitator or an administrator.",
                            "a person of a state, a partner or an observer");
    return InvitationRenewed{fresh_link(context)};
}

Result<PersonWelcomed> decide(const WelcomePerson&, const WelcomeFacts& facts, const Context& context) {
    if (!context.by_system() || !facts.newest) return refuse_not_allowed();
    return PersonWelcomed{};
}

} // namespace interstate::identity
