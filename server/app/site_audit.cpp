// The audit as a table.
#include "app/audit_row.hpp"
#include "app/site.hpp"
#include "base/secret.hpp"
#include "wire/csv.hpp"

#include <algorithm>
#include <charconv>

namespace interstate::app {
namespace {

constexpr std::size_t row_limit = 20'000;
constexpr int rows_at_a_time = 200;

/// Filled fields of a form as a query's body; instants are numbers there.
Result<audit::AuditTrail> asked_in(const std::vector<std::pair<std::string, std::string>>& fields) {
    auto body = wire::Json::object();
    for (const auto& [name, text] : fields) {
        if (text.empty()) continue;
        std::int64_t number = 0;
        const auto* const end = text.data() + text.size();
        const bool whole = std::from_chars(text.data(), end, number).ptr == end;
        body[name] = whole && (name == "from" || name == "until") ? wire::Json(number) : wire::Json(text);
    }
    audit::AuditTrail query;
    if (auto decoded = wire::decode(body, "", query); !decoded) return std::unexpected(decoded.error());
    query.limit = rows_at_a_time;
    return query;
}

std::string utc_of(Instant at) {
    const ZoneName utc{"Etc/UTC"};
    return local_time(at, utc).str();
}

Result<std::string> csv_of(store::Transaction& tx, audit::AuditTrail query, const Context& context) {
    wire::Csv csv{{"Number", "When (UTC)", "What", "Who", "Which way", "Verb", "Of what", "Whose", "Ids"}};
    std::size_t rows = 0;
    for (;;) {
        auto page = audit::answer(tx, query, context);
        if (!page) return std::unexpected(page.error());
        for (const auto& line : page->lines)
            csv.row({std::to_string(line.seq), utc_of(line.at), line.sentence, line.actor_name,
                     word_of(line.via), line.verb, line.target_kind, line.target_name,
                     (line.actor ? line.actor->str() : "") + " " + (line.target ? line.target->str() : "")});
        rows += page->lines.size();
        if (!page->next || rows >= row_limit) break;
        query.cursor = Text<1, 60>{*page->next};
    }
    return csv.text();
}

} // namespace

void Site::export_audit() {
    download([self = shared_from_this()](const Recognised& who) -> Result<Download> {
        const auto query = asked_in(form_fields(self->request_.body));
        if (!query) return std::unexpected(query.error());
        const Context context{.actor = who.sender.person, .now = self->server_.clock_()};
        return Download{
            .file = "audit.csv",
            .write_down = [query = *query, context](store::Transaction& tx, audit::Via via) -> Result<void> {
                auto first = query;
                first.limit = 1;
                if (const auto allowed = audit::answer(tx, first, context); !allowed)
                    return std::unexpected(allowed.error());
                audit::add(tx,
                           {.actor = context.actor,
                            .via = via,
                            .verb = "export_audit",
                            .target_kind = word_of(Kind::collaborative),
                            .target = query.collaborative,
                            .after = wire::encode(query)},
                           context.now, random_secret());
                return {};
            },
            .make = [query = *query, context](store::Transaction& tx) { return csv_of(tx, query, context); }};
    });
}

} // namespace interstate::app
