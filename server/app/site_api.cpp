// Commands by POST and queries by GET, through the same path as the live connection.
#include "app/scopes.hpp"
#include "app/site.hpp"

#include <charconv>

namespace interstate::app {
namespace {

int status_of(const std::string& code) {
    if (code.empty()) return 200;
    if (code == "try_again") return 503;
    if (code == "not_allowed" || code == "out_of_scope" || code == "terms_not_accepted") return 403;
    if (code == "not_found" || code == "unknown_name") return 404;
    if (code == "malformed" || code == "missing" || code == "unknown_member" || code == "not_utf8")
        return 400;
    return 409;
}

/// What a parameter says at first sight: a whole number, true, false, or text.
wire::Json value_of(const std::string& text) {
    if (text == "true" || text == "false") return text == "true";
    std::int64_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end) return number;
    return text;
}

} // namespace

wire::Json Site::query_body(const Request& request, const Accepts& accepts) {
    wire::Json body = wire::Json::object();
    std::map<std::string, std::string> other_than_text;
    for (const auto& [name, text] : request.query) {
        body[name] = value_of(text);
        if (!body[name].is_string()) other_than_text[name] = text;
    }
    while (!other_than_text.empty()) {
        const auto accepted = accepts(body);
        if (accepted || accepted.error().code != "malformed") break;
        const auto refused = other_than_text.extract(accepted.error().field);
        if (refused.empty()) break;
        const auto at_first_sight = std::exchange(body[refused.key()], refused.mapped());
        const auto again = accepts(body);
        if (again || again.error().field != refused.key() || again.error().code != "malformed") continue;
        body[refused.key()] = at_first_sight; // wrong either way: refused as what it looks like
        break;
    }
    return body;
}

void Site::reply_refusal(std::string_view id, const Refusal& refusal) {
    reply_json(status_of(refusal.code), wire::refusal_frame(id, refusal));
}

void Site::command() {
    if (!server_.front_door_.may_change(request_))
        return reply_json(403, wire::refusal_frame({}, {.code = "not_allowed",
                                                        .message = "This Origin may not send commands.",
                                                        .allowed = "the server's own pages, or a token"}));
    as_person([self = shared_from_this()](const Recognised& who) {
        auto json = wire::parse_object(self->request_.body);
        if (!json) return self->reply_json(400, wire::refusal_frame({}, json.error()));
        CommandId id;
        const auto with_id = json->contains("id")
                                 ? wire::decode((*json)["id"], "id", id)
                                 : Result<void>{refuse_field("missing", "id", "“id” is missing.")};
        if (!with_id) return self->reply_json(400, wire::refusal_frame({}, with_id.error()));
        const auto body = json->value("body", wire::Json());
        if (!body.is_object() || json->size() != 2)
            return self->reply_json(
                400, wire::refusal_frame(id.text(), wire::wrong("body", "an object, beside “id”").error()));
        auto command = self->server_.registry_.command(self->rest(), body);
        if (!command) return self->reply_refusal(id.text(), command.error());
        if (const auto refusal = beyond_command(who.sender, self->rest()))
            return self->reply_refusal(id.text(), *refusal);
        self->server_.commands_.submit(
            std::move(*command), id, who.sender.person, digest_of(self->rest(), body),
            [self](const Reply& answer) { self->reply_json(status_of(answer.code), answer.frame); },
            who.sender.scopes ? audit::Via::api : audit::Via::web);
    });
}

void Site::query() {
    as_person([self = shared_from_this()](const Recognised& who) {
        const auto decoded = [&](const wire::Json& body) {
            return self->server_.registry_.query(self->rest(), body);
        };
        auto query = decoded(query_body(self->request_, [&](const wire::Json& body) -> Result<void> {
            if (auto done = decoded(body); !done) return std::unexpected(std::move(done.error()));
            return {};
        }));
        if (!query) return self->reply_refusal("", query.error());
        if (const auto refusal = beyond_reading(who.sender)) return self->reply_refusal("", *refusal);
        self->server_.queries_.ask(std::move(*query), "", who.sender.person,
                                   [self](const std::string& frame, const std::string& code) {
                                       self->reply_json(status_of(code), frame);
                                   });
    });
}

} // namespace interstate::app
