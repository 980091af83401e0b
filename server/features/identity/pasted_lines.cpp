// What people paste, line by line: pure, and the only place that guesses what was meant.
#include "base/domain.hpp"
#include "features/identity/identity.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace interstate::identity {
namespace {

constexpr std::size_t parts_needed = 3;
constexpr std::size_t parts_allowed = 4;
constexpr std::string_view form = "Write: name, address, state, role.";

std::string unquoted(std::string_view part) {
    part = trimmed(part);
    if (part.size() >= 2 && part.front() == '"' && part.back() == '"')
        part = trimmed(part.substr(1, part.size() - 2));
    return std::string{part};
}

/// A tab outranks a semicolon, and that a comma: what a spreadsheet gives may hold commas inside a part.
std::vector<std::string> parts_of(std::string_view line) {
    for (const std::string_view separator : {"\t", ";", ","}) {
        auto parts = cut(line, separator);
        if (parts.size() >= parts_needed) return parts;
    }
    return cut(line, "\t;,");
}

/// "State_Team-Lead" and "state team lead" are one word.
std::string role_word(std::string_view text) {
    auto word = folded(trimmed(text));
    std::ranges::replace_if(word, [](char c) { return c == '_' || c == '-'; }, ' ');
    return word;
}

struct RoleWord {
    std::string_view word;
    Role role;
};
// The words of the roles, and what people write for short.
constexpr RoleWord role_words[] = {
    {"administrator", Role::administrator},
    {"facilitator", Role::facilitator},
    {"state lead", Role::state_lead},
    {"state team lead", Role::state_lead},
    {"lead", Role::state_lead},
    {"state member", Role::state_member},
    {"state team member", Role::state_member},
    {"member", Role::state_member},
    {"partner", Role::partner},
    {"observer", Role::observer},
};
constexpr std::string_view every_role =
    "state team lead, state team member, partner, observer, facilitator or administrator";
constexpr std::string_view guest_roles = "partner, observer, facilitator or administrator";

std::optional<Role> role_of(std::string_view text) {
    const auto found =
        std::ranges::find(role_words, role_word(text), [](const RoleWord& r) { return std::string{r.word}; });
    return found == std::end(role_words) ? std::nullopt : std::optional{found->role};
}

const Place* place_of(const std::vector<Place>& places, std::string_view text) {
    const auto wanted = folded(text);
    for (const auto member : {&Place::code, &Place::short_name, &Place::name})
        for (const auto& place : places)
            if (!(place.*member).empty() && folded(place.*member) == wanted) return &place;
    return nullptr;
}

std::string in_quotes(std::string_view text) { return "“" + std::string{text} + "”"; }

std::string name_problem(const std::string& text, CheckedLine& line) {
    auto name = PersonName::parse(text);
    if (!name) return "The name is missing, too long, or holds a control character: 1 to 120 characters.";
    line.name = std::move(*name);
    return {};
}

std::string address_problem(const std::string& text, const PasteFacts& facts, std::set<std::string>& seen,
                            CheckedLine& line) {
    if (!is_address(text)) return in_quotes(text) + " is no mail address: write one like name@agency.gov.";
    line.address = MailAddress{text};
    const auto address = folded(text);
    if (!seen.insert(address).second) return in_quotes(text) + " stands in an earlier line already.";
    const auto known = std::ranges::find(facts.known, address, &KnownAddress::address);
    if (known == facts.known.end()) return {};
    // Where else somebody is, or that they are, is nobody's business here.
    if (!known->here) {
        line.known = known->person;
        return {};
    }
    if (known->left)
        return in_quotes(text) + " was here, as " + known->name.str() +
               ": an administrator lets them back in, or they ask to join.";
    return in_quotes(text) + " is here already, as " + known->name.str() + ".";
}

const Place* own_place(const PasteFacts& facts) {
    const auto own = std::ranges::find(facts.places, facts.who.organisation, &Place::id);
    return own == facts.places.end() ? nullptr : &*own;
}

std::string place_problem(const std::string& text, const PasteFacts& facts, bool own_agency,
                          CheckedLine& line) {
    const auto* place = own_agency ? own_place(facts) : place_of(facts.places, text);
    if (!place)
        return in_quotes(text) +
               " is no state of this collaborative: write a code like OH, a state's name, or "
               "the short name of"
               " another organization.";
    line.place = *place;
    if (!can(facts.who, permissions::Verb::add_people, {.own = place->id == facts.who.organisation}))
        return "You add people of your own agency.";
    return {};
}

/// What follows a name and an address in a table; what cannot be kept is said, and is no reason to refuse.
void take_extras(const PastedLine& pasted, CheckedLine& line) {
    static constexpr std::array functions{"school_improvement_lead",
                                          "title_i_director",
                                          "school_leadership",
                                          "deputy_superintendent",
                                          "associate_superintendent",
                                          "principal_supervisor",
                                          "family_engagement",
                                          "accountability_data",
                                          "federal_programs",
                                          "district_leader",
                                          "ta_provider",
                                          "comprehensive_center",
                                          "subject_expert"};
    if (auto title = Text<0, 160>::parse(pasted.title))
        line.title = std::move(*title);
    else
        line.warning = "The title was left out: it has at most 160 characters, and no controls. ";
    auto function = folded(pasted.function);
    std::ranges::replace(function, ' ', '_');
    if (std::ranges::find(functions, function) != functions.end())
        line.function = function;
    else if (!function.empty())
        line.warning += in_quotes(pasted.function) + " is no function that we know, so it was left out. ";
    const auto letters = domain_in_letters(line.address.str().substr(line.address.str().find('@') + 1));
    if (!letters.empty())
        line.warning += "The domain of this address reads " + in_quotes(letters) +
                        ": its letters can look like those of another. Make sure that it is the right one.";
    line.warning = trimmed(line.warning);
}

/// A state has as many seats as its membership says. `taken` counts those of earlier lines.
std::string seat_problem(const CheckedLine& line, std::map<OrganisationId, int>& taken) {
    const auto& place = line.place;
    if (place.code.empty()) return {};
    if (place.footing == permissions::Footing::none)
        return place.short_name + " is no member this year: an administrator admits it first.";
    if (place.footing == permissions::Footing::grace)
        return "The membership of " + place.short_name + " was not renewed: there are no new seats.";
    if (place.seats_taken + taken[place.id] >= place.seat_cap)
        return "All " + std::to_string(place.seat_cap) + " seats of " + place.short_name +
               " are taken: give one back, or ask an administrator for more.";
    ++taken[place.id];
    return {};
}

std::string role_problem(const std::string& text, const PasteFacts& facts, CheckedLine& line) {
    const bool of_state = !line.place.code.empty();
    if (text.empty() && !of_state)
        return "Name a role for people of " + line.place.short_name + ": " + std::string{guest_roles} + ".";
    const auto role = text.empty() ? Role::state_member : role_of(text);
    if (!role) return in_quotes(text) + " is no role: write " + std::string{every_role} + ".";
    line.role = *role;
    const bool state_role = *role == Role::state_lead || *role == Role::state_member;
    if (state_role && !of_state)
        return line.place.short_name + " is no state: its people can be " + std::string{guest_roles} + ".";
    if (!can(facts.who, permissions::Verb::add_people) && *role != Role::state_member)
        return "You add state team members; an administrator adds others.";
    const bool staff_role = *role == Role::administrator || *role == Role::facilitator;
    if (staff_role && !facts.who.has(Role::administrator))
        return "Only an administrator adds facilitators and administrators; you can add state team leads, "
               "state team members,"
               " partners and observers.";
    return {};
}

CheckedLine checked(const PastedLine& pasted, const PasteFacts& facts, std::set<std::string>& seen,
                    std::map<OrganisationId, int>& taken) {
    CheckedLine line{.number = pasted.number, .text = pasted.text};
    const auto& parts = pasted.parts;
    line.problem = pasted.problem;
    if (!line.problem.empty()) return line;
    if (parts.size() < (pasted.own_agency ? parts_needed - 1 : parts_needed))
        line.problem = "This line has too few parts. " + std::string{form};
    else if (parts.size() > parts_allowed)
        line.problem = "This line has too many parts. " + std::string{form};
    if (line.problem.empty()) line.problem = name_problem(parts[0], line);
    if (line.problem.empty()) line.problem = address_problem(parts[1], facts, seen, line);
    if (line.problem.empty()) line.problem = place_problem(parts[2], facts, pasted.own_agency, line);
    if (line.problem.empty()) line.problem = role_problem(parts.size() > 3 ? parts[3] : "", facts, line);
    if (line.problem.empty()) line.problem = seat_problem(line, taken);
    if (line.problem.empty()) take_extras(pasted, line);
    return line;
}

} // namespace

std::vector<std::string> cut(std::string_view line, std::string_view separators) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == '"') quoted = !quoted;
        const bool ends = i == line.size() || (!quoted && separators.find(line[i]) != separators.npos);
        if (!ends) continue;
        parts.push_back(unquoted(line.substr(begin, i - begin)));
        begin = i + 1;
    }
    while (!parts.empty() && parts.back().empty()) parts.pop_back();
    return parts;
}

bool is_heading(const std::vector<std::string>& parts) {
    static constexpr std::array words{"name", "full name", "address", "email", "e-mail", "mail"};
    const auto is_word = [](const std::string& part) {
        return std::ranges::find(words, folded(part)) != words.end();
    };
    const auto has_at = [](const std::string& part) { return part.find('@') != part.npos; };
    return std::ranges::any_of(parts, is_word) && std::ranges::none_of(parts, has_at);
}

std::vector<PastedLine> pasted_lines(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::vector<PastedLine> lines;
    bool first = true;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        // A table can stand below lines without a heading; from there on all is read as tables.
        if (auto table = trimmed(line).empty() ? std::nullopt : pasted_table(text)) {
            for (auto& one : *table) {
                one.number += number - 1;
                lines.push_back(std::move(one));
            }
            return lines;
        }
        text = end == text.npos ? std::string_view{} : text.substr(end + 1);
        if (trimmed(line).empty()) continue;
        auto parts = parts_of(line);
        if (!std::exchange(first, false) || !is_heading(parts))
            lines.push_back(
                {.number = number, .text = std::string{trimmed(line)}, .parts = std::move(parts)});
    }
    return lines;
}

bool is_address(std::string_view text) {
    if (text.size() < MailAddress::min || text.size() > MailAddress::max) return false;
    if (!std::ranges::all_of(text,
                             [](char c) { return c > ' ' && c <= '~' && c != '<' && c != '>' && c != '"'; }))
        return false;
    const auto at = text.find('@');
    if (at == 0 || at == text.npos || text.find('@', at + 1) != text.npos) return false;
    const auto domain = text.substr(at + 1);
    return domain.find('.') != domain.npos && domain.front() != '.' && domain.back() != '.' &&
           domain.find("..") == domain.npos;
}

std::vector<CheckedLine> checked_lines(const AddPeople& command, const PasteFacts& facts) {
    std::vector<CheckedLine> lines;
    std::set<std::string> seen;
    std::map<OrganisationId, int> taken;
    for (const auto& pasted : pasted_lines(command.lines.str()))
        lines.push_back(checked(pasted, facts, seen, taken));
    return lines;
}

} // namespace interstate::identity
