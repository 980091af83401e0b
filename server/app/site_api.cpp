// Commands by POST and queries by GET, through the same path as the live connection.
#include "app/site.hpp"

namespace interstate::app {
namespace {

int status_of(const std::string& code) {
    if (code.empty()) return 200;
    if (code == "try_again") return 503;
    if (code == "not_allowed") return 403;
    if (code == "not_found" || code == "unknown_name") return 404;
    if (code == "malformed" || code == "missing" || code == "unknown_member" || code == "not_utf8")
        return 400;
    return 409;
}

} // namespace

wire::Json Site::query_body(const Request& request) {
    wire::Json body = wire::Json::object();
    for (const auto& [name, value] : request.query) {
        const bool number =
            !value.empty() && value.size() <= 9 && value.find_first_not_of("0123456789") == value.npos;
        if (name == "cursor")
            body[name] = value;
        else if (value == "true" || value == "false")
            body[name] = value == "true";
        else if (number)
            body[name] = std::stoi(value);
        else
            body[name] = value;
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
    as_person([self = shared_from_this()](const Sender& sender, const wire::Greeting&) {
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
        self->server_.commands_.submit(
            std::move(*command), id, sender.person, digest_of(self->rest(), body),
            [self](const Reply& answer) { self->reply_json(status_of(answer.code), answer.frame); });
    });
}

void Site::query() {
    as_person([self = shared_from_this()](const Sender& sender, const wire::Greeting&) {
        auto query = self->server_.registry_.query(self->rest(), query_body(self->request_));
        if (!query) return self->reply_refusal("", query.error());
        self->server_.queries_.ask(std::move(*query), "", sender.person,
                                   [self](const std::string& frame, const std::string& code) {
                                       self->reply_json(status_of(code), frame);
                                   });
    });
}

} // namespace interstate::app
