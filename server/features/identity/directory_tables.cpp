// Finding people: a walk along the index of names, in which the words of a search are looked for here, where
// accents are known.
#include "features/identity/profiles.hpp"
#include "store/transaction.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

using permissions::can;
using permissions::Verb;

constexpr int usual_page = 25;
constexpr int largest_page = 100;
/// Rows that are read at a time, and looked at for one page.
constexpr int portion = 200;
constexpr int most_looked_at = 5000;
constexpr int places_before = 5;

struct Candidate {
    /// What the index orders by.
    std::string key;
    PersonId person;
    PersonName name;
    OrganisationId organisation;
    std::string title, agency;
    Role role = Role::observer;
    std::string pronouns;
    std::vector<std::string> functions;
    /// Their profile is told there.
    bool was_there = false;
};

/// Where a page begins: after this one.
struct After {
    std::string key;
    std::string person;
};

std::unexpected<Refusal> foreign_cursor() {
    return refuse_field("malformed", "cursor", "This cursor was not made here.", "the `next` of an answer");
}

std::optional<After> parse_cursor(const std::optional<Text<1, 200>>& cursor) {
    if (!cursor) return After{};
    const auto& text = cursor->str();
    if (text.size() <= Ulid::length || text[Ulid::length] != ' ') return std::nullopt;
    const auto person = Ulid::parse(std::string_view{text}.substr(0, Ulid::length));
    if (!person) return std::nullopt;
    return After{text.substr(Ulid::length + 1), person->str()};
}

std::string cursor_after(const Candidate& one) { return one.person.str() + " " + one.key; }

/// The people come first: the walk follows their names, and nothing is sorted.
std::vector<Candidate> candidates(store::Transaction& tx, const FindPeople& query, const After& after) {
    const auto function = query.function ? word_of(*query.function) : "";
    const std::string told = was_there;
    return tx.rows<Candidate>(
        "SELECT lower(p.name), p.id, p.name, s.organisation, s.title, o.short_name,"
        " coalesce((SELECT g.role FROM role_grants g WHERE g.person = s.person AND g.collaborative ="
        " s.collaborative ORDER BY CASE g.role WHEN 'administrator' THEN 0 WHEN 'facilitator' THEN 1"
        " WHEN 'state_lead' THEN 2 WHEN 'state_member' THEN 3 WHEN 'partner' THEN 4 ELSE 5 END LIMIT 1),"
        " 'observer'), coalesce(f.pronouns, ''), coalesce(f.functions, s.function), " +
            told +
            " FROM people p CROSS JOIN seats s JOIN organisations o ON o.id = s.organisation"
            " LEFT JOIN profiles f ON f.person = s.person AND " +
            told +
            " WHERE s.person = p.id AND s.collaborative = ?1 AND s.left_at IS NULL AND s.suspended_at IS NULL"
            " AND p.active = 1"
            " AND lower(p.name) >= ?2 AND (lower(p.name) > ?2 OR p.id > ?3)"
            " AND (?4 = '' OR o.code = ?4)"
            " AND (?5 = '' OR instr(' ' || coalesce(f.functions, s.function) || ' ', ' ' || ?5 || ' ') > 0)"
            " AND ((?6 IS NULL AND ?7 IS NULL) OR EXISTS (SELECT 1 FROM profile_entries e"
            " WHERE e.person = p.id AND (?6 IS NULL OR e.principle = ?6) AND (?7 IS NULL OR e.side = ?7) "
            "AND " +
            told +
            "))"
            " ORDER BY lower(p.name), p.id LIMIT ?8",
        query.collaborative, after.key, after.person, query.state ? query.state->str() : std::string{},
        std::string_view{function}, query.principle, query.side, portion);
}

struct EntryRow {
    Side side = Side::offers;
    Text<1, 160> text;
    std::optional<int> principle;
};

FoundPerson found(store::Transaction& tx, const Candidate& one) {
    FoundPerson person{.person = one.person,
                       .name = one.name,
                       .organisation = one.organisation,
                       .title = one.title,
                       .role = one.role,
                       .pronouns = one.pronouns,
                       .functions = one.functions};
    if (!one.was_there) return person;
    for (auto& row : tx.rows<EntryRow>("SELECT side, text, principle FROM profile_entries WHERE person = ?"
                                       " ORDER BY side, position",
                                       one.person)) {
        auto& side = row.side == Side::offers ? person.offers : person.wants;
        side.push_back({std::move(row.text), row.principle});
    }
    return person;
}

/// Everything that words are looked for in, as it is compared.
std::string haystack(const FoundPerson& person, const std::string& agency) {
    std::string all = person.name.str() + '\n' + person.title + '\n' + agency;
    for (const auto* side : {&person.offers, &person.wants})
        for (const auto& entry : *side) all += '\n' + entry.text.str();
    return plain_letters(all);
}

std::vector<std::string> words_of(const FindPeople& query) {
    std::vector<std::string> words;
    if (!query.text) return words;
    const auto text = plain_letters(query.text->str());
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto blank = std::min(rest.find(' '), rest.size());
        if (blank > 0) words.emplace_back(rest.substr(0, blank));
        rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
    return words;
}

void add_places_before(store::Transaction& tx, const CollaborativeId& collaborative, FoundPerson& person) {
    person.before = tx.rows<Affiliation>(
        "SELECT organisation, role, title, since, until FROM affiliations"
        " WHERE person = ? AND collaborative = ? ORDER BY until DESC, organisation LIMIT ?",
        person.person, collaborative, places_before);
}

/// The walk along the names: fills one page and, where it is the first, counts on to the end.
class Walk {
  public:
    Walk(store::Transaction& tx, const FindPeople& query)
        : tx_{tx}, query_{query}, words_{words_of(query)},
          limit_{static_cast<std::size_t>(query.limit.value_or(usual_page))}, counts_{!query.cursor} {}

    FoundPeople from(After after) {
        int looked_at = 0;
        for (bool more = true; more && !done() && looked_at < most_looked_at;) {
            const auto some = candidates(tx_, query_, after);
            more = some.size() == static_cast<std::size_t>(portion);
            looked_at += static_cast<int>(some.size());
            for (const auto& one : some) look_at(one);
            if (some.empty()) continue;
            after = {some.back().key, some.back().person.str()};
            // What is left unseen begins there.
            if (more && looked_at >= most_looked_at && !page_.next) page_.next = cursor_after(some.back());
        }
        if (counts_) page_.count = count_;
        return std::move(page_);
    }

  private:
    [[nodiscard]] bool done() const { return page_.next && !counts_; }

    void look_at(const Candidate& one) {
        const bool full = page_.people.size() == limit_;
        if (full && words_.empty()) return beyond();
        auto person = found(tx_, one);
        const auto text = words_.empty() ? std::string{} : haystack(person, one.agency);
        if (!std::ranges::all_of(words_, [&](const auto& word) { return text.contains(word); })) return;
        if (full) return beyond();
        ++count_;
        add_places_before(tx_, query_.collaborative, person);
        page_.people.push_back(std::move(person));
        last_ = cursor_after(one);
    }
    void beyond() {
        ++count_;
        page_.next = last_;
    }

    store::Transaction& tx_;
    const FindPeople& query_;
    std::vector<std::string> words_;
    std::size_t limit_;
    bool counts_;
    FoundPeople page_;
    std::string last_;
    int count_ = 0;
};

} // namespace

Result<FoundPeople> answer(store::Transaction& tx, const FindPeople& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!can(who, Verb::see_members)) return refuse_not_allowed();
    if (query.limit && (*query.limit < 1 || *query.limit > largest_page))
        return refuse_field("out_of_bounds", "limit", "A page has 1 to 100 people.", "1 to 100");
    if (query.principle && (*query.principle < 1 || *query.principle > 10))
        return refuse_field("out_of_bounds", "principle", "There is no such principle.", "1 to 10");
    const auto after = parse_cursor(query.cursor);
    if (!after) return foreign_cursor();
    return Walk{tx, query}.from(*after);
}

} // namespace interstate::identity
