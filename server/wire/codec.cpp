#include "wire/codec.hpp"

#include <set>

namespace interstate::wire {

Result<Json> parse_object(std::string_view bytes) {
    if (!count_characters(bytes)) return refuse("not_utf8", "The frame is not valid UTF-8.");
    // The parser takes a NUL for the end, and would not look at what follows.
    if (bytes.find('\0') != bytes.npos) return refuse("malformed", "The frame holds a NUL.");
    std::string problem;
    std::vector<std::set<std::string>> open; // the member names of each object that is open, outermost first
    const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
        using Event = Json::parse_event_t;
        if (depth > depth_limit) problem = "nested too deep";
        if (event == Event::object_start) open.emplace_back();
        if (event == Event::object_end) open.pop_back();
        if (event == Event::key && !open.back().insert(parsed.get<std::string>()).second)
            problem = "a member stands twice";
        return problem.empty();
    };
    Json json = Json::parse(bytes, watch, false);
    if (!problem.empty()) return refuse("malformed", "The frame is not acceptable JSON: " + problem + ".");
    if (json.is_discarded() || !json.is_object())
        return refuse_field("malformed", {}, "The frame is not a JSON object.", "one JSON object");
    return json;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

} // namespace interstate::wire
