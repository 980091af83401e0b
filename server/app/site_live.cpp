// The live connection for networks that break WebSocket: opened by POST, heard by GET, spoken to by POST.
#include "app/site.hpp"
#include "base/text.hpp"

#include <charconv>

namespace interstate::app {
namespace {

/// JavaScript counts exactly so far.
constexpr std::int64_t largest_number = std::int64_t{1} << 53;
constexpr std::string_view ending = "/end";

} // namespace

void Site::open_poll() {
    server_.open(std::move(request_), [self = shared_from_this()](auto conversation) {
        if (!conversation) return self->reply(std::move(conversation.error()));
        auto& server = self->server_;
        if (auto over = server.too_often((*conversation)->sender().person)) {
            server.closed(*conversation);
            return self->reply(std::move(*over));
        }
        if (auto opened = server.polls_.open(*conversation)) return self->reply(std::move(*opened));
        server.closed(*conversation);
        const auto& limits = server.polls_.limits();
        auto refused = Response{
            .status = 429,
            .type = "application/json",
            .body = wire::refusal_frame({}, {.code = "too_many",
                                             .message = "Too many connections by poll.",
                                             .allowed = std::to_string(limits.of_person) + " of one person"}),
            .headers = {{"Cache-Control", "no-store"}}};
        const auto idle = std::chrono::ceil<std::chrono::seconds>(limits.idle);
        refused.headers.emplace_back("Retry-After", std::to_string(idle.count()));
        self->reply(std::move(refused));
    });
}

std::optional<std::int64_t> Site::number_of(const char* parameter) {
    const auto text = request_.parameter(parameter);
    std::int64_t number = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec == std::errc{} && read.ptr == text.data() + text.size() && number >= 0 &&
        number <= largest_number)
        return number;
    reply_refusal("", {.code = text.empty() ? "missing" : "malformed",
                       .field = parameter,
                       .message = std::string{"“"} + parameter + "” is needed.",
                       .allowed = "a whole number, 0 or more"});
    return std::nullopt;
}

void Site::poll() {
    auto poll = server_.poll_of(request_, rest());
    if (!poll) return reply(std::move(poll.error()));
    if (const auto after = number_of("after")) server_.polls_.wait(*poll, *after, std::move(respond_));
}

void Site::take_frames() {
    const bool ends = rest().ends_with(ending);
    auto poll = server_.poll_of(request_, rest().substr(0, rest().size() - (ends ? ending.size() : 0)));
    if (!poll) return reply(std::move(poll.error()));
    if (ends) return reply(server_.polls_.end(*poll));
    const auto number = number_of("number");
    if (!number) return;
    if (!count_characters(request_.body))
        return reply_refusal("", {.code = "not_utf8", .message = "Frames are text in UTF-8."});
    reply(server_.polls_.take(*poll, *number, request_.body));
}

} // namespace interstate::app
