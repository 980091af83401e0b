#include "net/reply.hpp"

namespace interstate::net {
namespace {

namespace http = boost::beast::http;

void add_security(HttpResponse& response) {
    response.set(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
        " frame-ancestors 'none'");
    response.set("X-Content-Type-Options", "nosniff");
    response.set("Referrer-Policy", "same-origin");
    response.set("Cross-Origin-Opener-Policy", "same-origin");
    response.set("Cross-Origin-Resource-Policy", "same-origin");
    response.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}

HttpResponse finish(const HttpRequest& request, HttpResponse response) {
    add_security(response);
    response.keep_alive(request.keep_alive());
    // A length would be that of the file, which is not sent (RFC 9110, section 8.6).
    if (response.result() == http::status::not_modified) return response;
    const auto length = response.body().size();
    if (request.method() == http::verb::head) {
        response.body().clear();
        response.content_length(length);
    } else {
        response.prepare_payload();
    }
    return response;
}

bool accepts(const HttpRequest& request, std::string_view coding) {
    const auto header = request[http::field::accept_encoding];
    return std::string_view{header.data(), header.size()}.find(coding) != std::string_view::npos;
}

HttpResponse file_response(const HttpRequest& request, const StaticFile& file) {
    HttpResponse response{http::status::ok, request.version()};
    response.set(http::field::content_type, file.type);
    response.set(http::field::etag, file.etag);
    response.set(http::field::vary, "Accept-Encoding");
    response.set(http::field::accept_ranges, "bytes");
    response.set(http::field::cache_control,
                 file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    if (request[http::field::if_none_match] == file.etag) {
        response.result(http::status::not_modified);
        return response;
    }
    bool unsatisfiable = false;
    const auto wanted = request[http::field::range];
    if (const auto range = byte_range({wanted.data(), wanted.size()}, file.bytes.size(), unsatisfiable)) {
        response.result(http::status::partial_content);
        response.set(http::field::content_range, "bytes " + std::to_string(range->first) + "-" +
                                                     std::to_string(range->last) + "/" +
                                                     std::to_string(file.bytes.size()));
        response.body() = file.bytes.substr(range->first, range->last - range->first + 1);
        return response;
    }
    if (unsatisfiable) {
        response.result(http::status::range_not_satisfiable);
        response.set(http::field::content_range, "bytes */" + std::to_string(file.bytes.size()));
        return response;
    }
    if (!file.brotli.empty() && accepts(request, "br")) {
        response.set(http::field::content_encoding, "br");
        response.body() = file.brotli;
    } else if (!file.gzip.empty() && accepts(request, "gzip")) {
        response.set(http::field::content_encoding, "gzip");
        response.body() = file.gzip;
    } else {
        response.body() = file.bytes;
    }
    return response;
}

} // namespace

HttpResponse reply_of(const HttpRequest& request, const app::Response& answer, const StaticFiles& files) {
    if (answer.file) {
        if (const auto* file = files.find(*answer.file))
            return finish(request, file_response(request, *file));
        HttpResponse missing{http::status::service_unavailable, request.version()};
        missing.set(http::field::content_type, "text/plain; charset=utf-8");
        missing.body() = "The web client is not built: run deploy/up.\n";
        return finish(request, std::move(missing));
    }
    HttpResponse response{static_cast<http::status>(answer.status), request.version()};
    response.set(http::field::content_type, answer.type);
    response.set(http::field::cache_control, "no-cache");
    for (const auto& [name, value] : answer.headers)
        if (name == "Set-Cookie")
            response.insert(name, value); // each cookie has a line of its own
        else
            response.set(name, value);
    response.body() = answer.body;
    return finish(request, std::move(response));
}

std::optional<HttpResponse> file_reply(const HttpRequest& request, std::string_view path,
                                       const StaticFiles& files) {
    if (request.method() != http::verb::get && request.method() != http::verb::head) return std::nullopt;
    if (path.size() < 2 || path == "/index.html") return std::nullopt;
    const auto* file = files.find(path.substr(1));
    if (!file) return std::nullopt;
    return finish(request, file_response(request, *file));
}

HttpResponse bad_request(const BadHead& bad) {
    HttpResponse response{static_cast<http::status>(bad.status), 11};
    response.set(http::field::content_type, "text/plain; charset=utf-8");
    response.body() = "Refused: " + bad.why + ".\n";
    add_security(response);
    response.keep_alive(false);
    if (bad.status == 426) { // what would do instead (RFC 6455, section 4.4; RFC 9110, section 15.5.22)
        response.set(http::field::sec_websocket_version, "13");
        response.set(http::field::upgrade, "websocket");
        response.set(http::field::connection, "close, upgrade");
    }
    response.prepare_payload();
    return response;
}

} // namespace interstate::net
