#pragma once
// Requests and responses as plain values: what app and net say to each other about HTTP.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interstate::app {

struct Request {
    std::string method;
    /// Decoded, without the query; begins with '/', holds no ".." and no empty part.
    std::string path;
    /// Decoded, in the order they came; a name may come twice.
    std::vector<std::pair<std::string, std::string>> query;
    /// Names in lower case.
    std::multimap<std::string, std::string> headers;
    std::string body;
    /// The address that asks: of the other end, or what a trusted proxy says of it.
    std::string remote;

    /// The value when the header came exactly once; empty otherwise.
    [[nodiscard]] std::string header(const std::string& name) const {
        return headers.count(name) == 1 ? headers.find(name)->second : std::string{};
    }
    [[nodiscard]] std::string parameter(std::string_view name) const {
        for (const auto& [key, value] : query)
            if (key == name) return value;
        return {};
    }
};

struct Response {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    /// A file of the web client to send instead of `body`, for example "index.html".
    std::optional<std::string> file;
};

} // namespace interstate::app
