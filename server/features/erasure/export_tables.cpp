// All that is stored about somebody, table by table, for themselves.
#include "features/erasure/erasure.hpp"
#include "store/transaction.hpp"

namespace interstate::erasure {
namespace {

constexpr std::size_t row_limit = 20'000;
constexpr int threads_at_a_time = 500;

std::vector<std::string> names_in(std::string_view columns) {
    std::vector<std::string> names;
    while (!columns.empty()) {
        const auto comma = columns.find(',');
        auto name = columns.substr(0, comma);
        while (name.starts_with(' ')) name.remove_prefix(1);
        names.emplace_back(name);
        columns = comma == columns.npos ? std::string_view{} : columns.substr(comma + 1);
    }
    return names;
}

/// Columns of any kind, as text: no struct has them all.
void add_rows(store::Transaction& tx, const std::string& sql, const std::vector<std::string>& values,
              Section& section) {
    auto& statement = tx.connection().prepare(sql);
    statement.reset();
    int index = 0;
    for (const auto& value : values) statement.bind_text(++index, value);
    while (statement.step()) {
        if (section.rows.size() == row_limit) {
            section.cut = true;
            break;
        }
        auto& row = section.rows.emplace_back();
        for (int column = 0; column < statement.columns(); ++column)
            row.push_back(statement.is_null(column) ? std::nullopt
                                                    : std::optional{std::string{statement.text(column)}});
    }
    statement.reset();
}

Section section_of(store::Transaction& tx, const Holding& holding, const PersonId& person) {
    Section section{
        .table = holding.table, .column = holding.column, .columns = names_in(holding.columns), .rows = {}};
    add_rows(tx,
             "SELECT " + std::string{holding.columns} + " FROM " + holding.table + " WHERE " +
                 holding.column + " = ?",
             {person.str()}, section);
    return section;
}

Section posts_of(store::Transaction& tx, const PersonId& person) {
    Section section{.table = "posts",
                    .column = "author",
                    .columns = {"id", "thread", "at", "text", "edited_at", "removed"},
                    .rows = {}};
    std::vector<Ulid> threads;
    Ulid last;
    do {
        threads =
            tx.rows<Ulid>("SELECT id FROM threads WHERE id > ? ORDER BY id LIMIT ?", last, threads_at_a_time);
        for (const auto& thread : threads)
            add_rows(
                tx,
                "SELECT id, thread, at, text, edited_at, removed FROM posts WHERE thread = ? AND author = ?",
                {thread.str(), person.str()}, section);
        if (!threads.empty()) last = threads.back();
    } while (!threads.empty() && !section.cut);
    return section;
}

} // namespace

std::vector<Section> stored_about(store::Transaction& tx, const PersonId& person) {
    std::vector<Section> sections;
    for (const auto& holding : holdings())
        if (*holding.columns != '\0') sections.push_back(section_of(tx, holding, person));
    sections.push_back(posts_of(tx, person));
    return sections;
}

} // namespace interstate::erasure
