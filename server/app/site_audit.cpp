// The audit as a table. Asked for by POST, because that is itself written down.
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
    if (!server_.front_door_.may_change(request_))
        return reply_json(403, wire::refusal_frame({}, {.code = "not_allowed",
                                                        .message = "This Origin may not ask for the audit.",
                                                        .allowed = "the server's own pages, or a token"}));
    as_person([self = shared_from_this()](const Recognised& who) {
        const auto query = asked_in(form_fields(self->request_.body));
        if (!query) return self->reply_refusal("", query.error());
        const Context context{.actor = who.sender.person, .now = self->server_.clock_()};
        const auto csv = std::make_shared<Result<std::string>>();
        self->server_.commands_.write(
            [csv, query = *query, context,
             via = who.sender.scopes ? audit::Via::api : audit::Via::web](store::Transaction& tx) {
                auto first = query;
                first.limit = 1;
                const auto allowed = audit::answer(tx, first, context);
                *csv = allowed ? Result<std::string>{} : std::unexpected(allowed.error());
                if (allowed)
                    audit::add(tx,
                               {.actor = context.actor,
                                .via = via,
                                .verb = "export_audit",
                                .target_kind = word_of(Kind::collaborative),
                                .target = query.collaborative,
                                .after = wire::encode(query)},
                               context.now, random_secret());
            },
            [self, csv, query = *query, context](bool written) {
                if (!written) *csv = refuse("try_again", "The server is busy. Ask again.");
                if (!*csv) return self->reply_refusal("", csv->error());
                self->server_.queries_.read<Result<std::string>>(
                    [query, context](store::Transaction& tx) { return csv_of(tx, query, context); },
                    [self](std::optional<Result<std::string>> table) {
                        if (!table) table = refuse("try_again", "The server is busy. Ask again.");
                        if (!*table) return self->reply_refusal("", table->error());
                        self->reply(
                            {.type = "text/csv; charset=utf-8",
                             .body = std::move(**table),
                             .headers = {{"Content-Disposition", "attachment; filename=\"audit.csv\""},
                                         {"Cache-Control", "no-store"}}});
                    });
            });
    });
}

} // namespace interstate::app
