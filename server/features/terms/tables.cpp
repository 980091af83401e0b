#include "base/markdown.hpp"
#include "features/terms/terms.hpp"
#include "store/transaction.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace interstate::terms {
namespace {

using permissions::can;
using permissions::Verb;

constexpr std::size_t people_of_page = 100;

int newest_of(store::Transaction& tx, const CollaborativeId& collaborative) {
    return tx.row<std::optional<int>>("SELECT max(version) FROM terms WHERE collaborative = ?", collaborative)
        .value_or(std::nullopt)
        .value_or(0);
}

std::unexpected<Refusal> foreign_cursor() {
    return refuse_field("malformed", "cursor", "This cursor was not made here.", "the `next` of an answer");
}

/// "1764000000000 01J…"
std::optional<AcceptedBy> parse_cursor(const std::optional<Text<1, 60>>& cursor) {
    if (!cursor) return AcceptedBy{};
    const auto& text = cursor->str();
    const auto blank = text.find(' ');
    if (blank == text.npos) return std::nullopt;
    AcceptedBy after;
    const auto read = std::from_chars(text.data(), text.data() + blank, after.at.ms);
    const auto person = Ulid::parse(std::string_view{text}.substr(blank + 1));
    if (read.ec != std::errc{} || read.ptr != text.data() + blank || !person) return std::nullopt;
    after.person = PersonId{*person};
    return after;
}

/// Where the person has access and did not accept the newest version.
constexpr const char* owed_by =
    " FROM seats s JOIN terms t ON t.collaborative = s.collaborative"
    " AND t.version = (SELECT max(n.version) FROM terms n WHERE n.collaborative = s.collaborative)"
    " WHERE s.person = ? AND s.left_at IS NULL AND s.suspended_at IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM terms_acceptances a WHERE a.person = s.person AND a.collaborative = s.collaborative"
    " AND a.version = t.version) AND EXISTS (SELECT 1 FROM people p WHERE p.id = s.person AND p.active = 1)";

/// Of whatever a command can name; nothing for what is of none.
std::optional<CollaborativeId> collaborative_named(store::Transaction& tx, const Ulid& id) {
    static constexpr std::array looks{
        "SELECT id FROM collaboratives WHERE id = ?",
        "SELECT collaborative FROM organisations WHERE id = ?",
        "SELECT collaborative FROM series WHERE id = ?",
        "SELECT collaborative FROM meetings WHERE id = ?",
        "SELECT collaborative FROM action_steps WHERE id = ?",
        "SELECT a.collaborative FROM step_lanes l JOIN action_steps a ON a.id = l.step WHERE l.id = ?",
        "SELECT a.collaborative FROM step_links k JOIN action_steps a ON a.id = k.from_step WHERE k.id = ?",
        "SELECT collaborative FROM threads WHERE id = ?",
        "SELECT t.collaborative FROM posts p JOIN threads t ON t.id = p.thread WHERE p.id = ?",
        "SELECT collaborative FROM join_requests WHERE id = ?",
        "SELECT collaborative FROM trash WHERE id = ?",
        "SELECT m.collaborative FROM attendance a JOIN meetings m ON m.id = a.meeting WHERE a.id = ?",
        "SELECT m.collaborative FROM guests g JOIN meetings m ON m.id = g.meeting WHERE g.id = ?"};
    for (const auto* look : looks)
        if (const auto found = tx.row<CollaborativeId>(look, id)) return found;
    return std::nullopt;
}

} // namespace

bool owes_acceptance(store::Transaction& tx, const PersonId& person) {
    return tx.any(std::string{"SELECT 1"} + owed_by, person);
}

bool owes_acceptance_for(store::Transaction& tx, const PersonId& person, const std::vector<Ulid>& ids) {
    const auto owed = tx.rows<CollaborativeId>(std::string{"SELECT s.collaborative"} + owed_by, person);
    const auto is_owed = [&](const CollaborativeId& one) {
        return std::ranges::find(owed, one) != owed.end();
    };
    std::vector<CollaborativeId> named;
    for (const auto& id : ids)
        if (const auto one = collaborative_named(tx, id)) named.push_back(*one);
    if (!named.empty()) return std::ranges::any_of(named, is_owed);
    return std::ranges::all_of(
        tx.rows<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ? AND left_at IS NULL"
                                 " AND suspended_at IS NULL",
                                 person),
        is_owed);
}

// ---- publish_terms, accept_terms --------------------------------------------------------------------------

PublishFacts gather(store::Transaction& tx, const PublishTerms& command, const Context& context) {
    return {.who = permissions::standing_of(tx, context.actor, command.collaborative),
            .newest = newest_of(tx, command.collaborative)};
}

void record(store::Transaction& tx, const PublishTerms& command, const PublishFacts&,
            const TermsPublished& published, const Context& context, Changes& changes) {
    tx.run("INSERT INTO terms (collaborative, version, text, html, renderer, changes, published_at,"
           " published_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
           command.collaborative, published.version, command.text, render_markdown(command.text.str()),
           markdown_version, command.changes, context.now, context.actor);
    changes.put(Kind::terms, command.collaborative);
}

AcceptFacts gather(store::Transaction& tx, const AcceptTerms& command, const Context& context) {
    AcceptFacts facts{.who = permissions::standing_of(tx, context.actor, command.collaborative),
                      .newest = newest_of(tx, command.collaborative)};
    facts.accepted_already =
        tx.any("SELECT 1 FROM terms_acceptances WHERE person = ? AND collaborative = ? AND version = ?",
               facts.who.person, command.collaborative, facts.newest);
    return facts;
}

void record(store::Transaction& tx, const AcceptTerms& command, const AcceptFacts& facts,
            const TermsAccepted&, const Context& context, Changes& changes) {
    // The first time counts.
    if (facts.accepted_already) return;
    tx.run("INSERT INTO terms_acceptances (person, collaborative, version, at) VALUES (?, ?, ?, ?)",
           facts.who.person, command.collaborative, command.version, context.now);
    changes.put(Kind::terms_acceptance, facts.who.person, command.collaborative);
}

// ---- records ----------------------------------------------------------------------------------------------

std::optional<Terms> find(store::Transaction& tx, const Ulid& id, As<Terms>) {
    return tx.row<Terms>("SELECT collaborative, version, changes, published_at FROM terms"
                         " WHERE collaborative = ? ORDER BY version DESC LIMIT 1",
                         id);
}
std::optional<Acceptance> find(store::Transaction& tx, const Ulid& id, const CollaborativeId& within,
                               As<Acceptance>) {
    return tx.row<Acceptance>("SELECT collaborative, person, version, at FROM terms_acceptances"
                              " WHERE person = ? AND collaborative = ? ORDER BY version DESC LIMIT 1",
                              id, within);
}

Stream home(store::Transaction&, const Terms& terms) { return {StreamKind::extended, terms.id}; }
Stream home(store::Transaction&, const Acceptance& acceptance) {
    return {StreamKind::person, acceptance.person};
}

std::vector<Terms> current(store::Transaction& tx, const Stream& stream, As<Terms>) {
    if (stream.kind != StreamKind::extended) return {};
    auto found = find(tx, stream.subject, As<Terms>{});
    return found ? std::vector{std::move(*found)} : std::vector<Terms>{};
}
std::vector<Acceptance> current(store::Transaction& tx, const Stream& stream, As<Acceptance>) {
    if (stream.kind != StreamKind::person) return {};
    std::vector<Acceptance> newest;
    for (const auto& place : tx.rows<CollaborativeId>("SELECT DISTINCT collaborative FROM terms_acceptances"
                                                      " WHERE person = ? ORDER BY collaborative",
                                                      stream.subject))
        newest.push_back(find(tx, stream.subject, place, As<Acceptance>{}).value());
    return newest;
}

// ---- queries ----------------------------------------------------------------------------------------------

Result<TermsWords> answer(store::Transaction& tx, const TermsOf& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    // Also whose membership is over: they are asked to accept them before they renew it.
    if (!who.active) return refuse_not_allowed();
    auto words =
        tx.row<TermsWords>("SELECT version, text, html, changes, published_at FROM terms"
                           " WHERE collaborative = ? AND version = ?",
                           query.collaborative, query.version.value_or(newest_of(tx, query.collaborative)));
    if (!words)
        return refuse_field("not_found", "version", "There is no such version of the terms.",
                            "a version that was published");
    return std::move(*words);
}

Result<TermsHistory> answer(store::Transaction& tx, const TermsVersions& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!can(who, Verb::publish_terms)) return refuse_not_allowed();
    TermsHistory history;
    history.versions =
        tx.rows<TermsVersion>("SELECT t.version, t.published_at, t.published_by, t.changes,"
                              " (SELECT count(*) FROM terms_acceptances a JOIN seats s ON s.person = a.person"
                              " AND s.collaborative = a.collaborative AND s.left_at IS NULL"
                              " AND s.suspended_at IS NULL JOIN people p ON p.id = s.person AND p.active = 1"
                              " WHERE a.collaborative = t.collaborative AND a.version = t.version)"
                              " FROM terms t WHERE t.collaborative = ? ORDER BY t.version DESC LIMIT 100",
                              query.collaborative);
    history.people = tx.row<int>("SELECT count(*) FROM seats s JOIN people p ON p.id = s.person"
                                 " AND p.active = 1 WHERE s.collaborative = ? AND s.left_at IS NULL"
                                 " AND s.suspended_at IS NULL",
                                 query.collaborative)
                         .value_or(0);
    return history;
}

Result<Acceptances> answer(store::Transaction& tx, const AcceptancesOf& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!can(who, Verb::publish_terms)) return refuse_not_allowed();
    const auto after = parse_cursor(query.cursor);
    if (!after) return foreign_cursor();
    Acceptances page;
    page.people =
        tx.rows<AcceptedBy>("SELECT person, at FROM terms_acceptances WHERE collaborative = ?"
                            " AND version = ? AND (at, person) > (?, ?) ORDER BY at, person LIMIT ?",
                            query.collaborative, query.version, after->at,
                            query.cursor ? after->person.str() : std::string{}, people_of_page + 1);
    if (page.people.size() > people_of_page) {
        page.people.pop_back();
        const auto& last = page.people.back();
        page.next = std::to_string(last.at.ms) + " " + last.person.str();
    }
    return page;
}

} // namespace interstate::terms
