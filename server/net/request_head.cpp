#include "net/request_head.hpp"

#include "base/text.hpp"

#include <boost/beast/http/rfc7230.hpp>

#include <algorithm>

namespace interstate::net {
namespace {

namespace http = boost::beast::http;

constexpr std::size_t target_limit = 4096;
constexpr std::size_t parameter_limit = 64;

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Percent escapes decoded; nothing where one is broken or a control character comes out.
std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size() || hex(text[i + 1]) < 0 || hex(text[i + 2]) < 0) return std::nullopt;
            c = static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
            i += 2;
        } else if (c == '+' && plus_is_blank) {
            c = ' ';
        }
        out += c;
    }
    if (has_controls(out, false) || !count_characters(out)) return std::nullopt;
    return out;
}

bool safe_path(const std::string& path) {
    if (!path.starts_with('/') || path.find('\\') != path.npos || path.find("//") != path.npos) return false;
    std::string_view rest{path};
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const auto part = rest.substr(0, rest.find('/'));
        if (part == "." || part == "..") return false;
        rest.remove_prefix(part.size());
    }
    return true;
}

std::size_t count(const HttpRequest& request, http::field field) {
    return static_cast<std::size_t>(request.count(field));
}

bool key_of_16_bytes(std::string_view key) {
    if (key.size() != 24 || !key.ends_with("==")) return false;
    const auto body = key.substr(0, 22);
    return std::ranges::all_of(
        body, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '+' || c == '/'; });
}

} // namespace

std::expected<void, BadHead> check_raw_head(std::string_view head) {
    if (head.find('\0') != head.npos) return std::unexpected(BadHead{400, "a NUL in the head"});
    for (auto at = head.find('\n'); at != head.npos; at = head.find('\n', at + 1)) {
        if (at == 0 || head[at - 1] != '\r')
            return std::unexpected(BadHead{400, "a line that does not end in CR LF"});
        if (at + 1 < head.size() && (head[at + 1] == ' ' || head[at + 1] == '\t'))
            return std::unexpected(BadHead{400, "a folded header line"});
    }
    for (auto at = head.find('\r'); at != head.npos; at = head.find('\r', at + 1))
        if (at + 1 >= head.size() || head[at + 1] != '\n')
            return std::unexpected(BadHead{400, "a carriage return alone"});
    return {};
}

std::expected<void, BadHead> check_fields(const HttpRequest& request) {
    if (count(request, http::field::host) != 1)
        return std::unexpected(BadHead{400, "exactly one Host is needed"});
    if (count(request, http::field::content_length) > 1) return std::unexpected(BadHead{400, "two lengths"});
    if (count(request, http::field::content_length) == 1 &&
        count(request, http::field::transfer_encoding) > 0)
        return std::unexpected(BadHead{400, "a length and a transfer coding"});
    // Beast takes a list of lengths, and codings that leave the end of the body to guessing (RFC 9112,
    // section 6.3).
    if (request[http::field::content_length].find(',') != boost::beast::string_view::npos)
        return std::unexpected(BadHead{400, "two lengths"});
    const auto coding = request[http::field::transfer_encoding];
    if (count(request, http::field::transfer_encoding) > 1 ||
        (!coding.empty() && folded({coding.data(), coding.size()}) != "chunked"))
        return std::unexpected(BadHead{400, "a transfer coding other than chunked"});
    if (count(request, http::field::authorization) > 1)
        return std::unexpected(BadHead{400, "two authorizations"});
    return {};
}

std::expected<void, BadHead> check_upgrade(const HttpRequest& request) {
    if (request.method() != http::verb::get || request.version() != 11)
        return std::unexpected(BadHead{400, "an upgrade is a GET of HTTP/1.1"});
    // Asked here, because Beast would answer without our security headers.
    if (!http::token_list{request[http::field::connection]}.exists("upgrade") ||
        !http::token_list{request[http::field::upgrade]}.exists("websocket"))
        return std::unexpected(BadHead{400, "the only upgrade is to a WebSocket"});
    if (count(request, http::field::sec_websocket_version) != 1 ||
        request[http::field::sec_websocket_version] != "13")
        return std::unexpected(BadHead{426, "WebSocket version 13 is needed"});
    if (count(request, http::field::sec_websocket_key) != 1 ||
        !key_of_16_bytes(std::string{request[http::field::sec_websocket_key]}))
        return std::unexpected(BadHead{400, "one Sec-WebSocket-Key of 16 bytes is needed"});
    return {};
}

std::expected<app::Request, BadHead> request_of(const HttpRequest& request, const std::string& client) {
    const std::string_view target{request.target().data(), request.target().size()};
    if (target.size() > target_limit) return std::unexpected(BadHead{414, "the address is too long"});
    const auto mark = target.find('?');
    const auto path = decoded(target.substr(0, mark), false);
    if (!path || !safe_path(*path)) return std::unexpected(BadHead{400, "this path is not acceptable"});

    app::Request out{.method = std::string{request.method_string()},
                     .path = *path,
                     .body = request.body(),
                     .remote = client};
    std::string_view rest = mark == target.npos ? std::string_view{} : target.substr(mark + 1);
    while (!rest.empty()) {
        if (out.query.size() >= parameter_limit) return std::unexpected(BadHead{400, "too many parameters"});
        const auto part = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (part.empty()) continue;
        const auto equals = part.find('=');
        const auto name = decoded(part.substr(0, equals), true);
        const auto value = decoded(equals == part.npos ? std::string_view{} : part.substr(equals + 1), true);
        if (!name || !value) return std::unexpected(BadHead{400, "a parameter is not acceptable"});
        out.query.emplace_back(*name, *value);
    }
    for (const auto& field : request) {
        const auto name = field.name_string();
        const auto value = field.value();
        out.headers.emplace(folded({name.data(), name.size()}), std::string{value.data(), value.size()});
    }
    return out;
}

} // namespace interstate::net
