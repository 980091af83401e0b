#include "wire/codec.hpp"

#include <algorithm>

namespace interstate::wire {

Result<Json> parse_object(std::string_view bytes) {
    if (!count_characters(bytes)) return refuse("not_utf8", "The frame is not valid UTF-8.");
    // The parser takes a NUL for the end, and would not look at what follows.
    if (bytes.find('\0') != bytes.npos) return refuse("malformed", "The frame holds a NUL.");
    std::string problem;
    std::vector<std::vector<std::string>> open; // the member names of each open object, outermost first
    const auto add_member = [&](std::string name) {
        auto& names = open.back();
        if (std::ranges::find(names, name) != names.end()) problem = "a member stands twice";
        if (names.size() == member_limit) problem = "an object has too many members";
        names.push_back(std::move(name));
    };
    const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
        using Event = Json::parse_event_t;
        if (depth > depth_limit) problem = "nested too deep";
        if (event == Event::object_start) open.emplace_back();
        if (event == Event::object_end) open.pop_back();
        if (event == Event::key) add_member(parsed.get<std::string>());
        return problem.empty();
    };
    Json json = Json::parse(bytes, watch, false);
    if (!problem.empty()) return refuse("malformed", "The frame is not acceptable JSON: " + problem + ".");
    if (json.is_discarded() || !json.is_object())
        return refuse_field("malformed", {}, "The frame is not a JSON object.", "one JSON object");
    return json;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

namespace {

void append_sorted(std::string& out, const Json& json) {
    if (json.is_string()) return append_string(out, json.get_ref<const std::string&>());
    if (json.is_array()) return append_list(out, json, [&](const Json& entry) { append_sorted(out, entry); });
    if (!json.is_object()) {
        out += dump(json);
        return;
    }
    const auto& object = json.get_ref<const Json::object_t&>();
    std::vector<const Json::object_t::value_type*> members;
    for (const auto& member : object) members.push_back(&member);
    std::ranges::sort(members, {}, [](const auto* member) { return std::string_view{member->first}; });
    out += '{';
    for (const auto* member : members) {
        if (member != members.front()) out += ',';
        append_string(out, member->first);
        out += ':';
        append_sorted(out, member->second);
    }
    out += '}';
}

} // namespace

std::string dump_sorted(const Json& json) {
    std::string out;
    append_sorted(out, json);
    return out;
}

std::unexpected<Refusal> wrong(const Place& at, std::string allowed) {
    const auto field = at.text();
    return refuse_field("malformed", field,
                        field.empty() ? "The body has the wrong form."
                                      : "“" + field + "” has the wrong form.",
                        std::move(allowed));
}

// ---- single values

void Codec<bool>::encode(const bool& value, std::string& out) { out += value ? "true" : "false"; }
Result<void> Codec<bool>::decode(const Json& json, const Place& at, bool& out) {
    if (!json.is_boolean()) return wrong(at, "true or false");
    out = json.get<bool>();
    return {};
}
Json Codec<bool>::schema() { return {{"type", "boolean"}}; }

void Codec<std::string>::encode(const std::string& value, std::string& out) { append_string(out, value); }
Result<void> Codec<std::string>::decode(const Json& json, const Place& at, std::string& out) {
    if (!json.is_string()) return wrong(at, "text");
    out = json.get<std::string>();
    if (interstate::detail::text_fault(out, 0, 1000, false))
        return wrong(at, "one line of at most 1000 characters");
    return {};
}
Json Codec<std::string>::schema() { return {{"type", "string"}}; }

void Codec<Instant>::encode(const Instant& value, std::string& out) { append_number(out, value.ms); }
Result<void> Codec<Instant>::decode(const Json& json, const Place& at, Instant& out) {
    // Year 1900 to 2200, so that no arithmetic on it can overflow.
    constexpr std::int64_t earliest = -2'208'988'800'000, latest = 7'258'118'400'000;
    const auto number = detail::whole_number(json, at, earliest, latest);
    if (!number) return wrong(at, "milliseconds UTC, 1900 to 2200");
    out.ms = *number;
    return {};
}
Json Codec<Instant>::schema() { return {{"type", "integer"}, {"description", "milliseconds UTC"}}; }

void Codec<Ulid>::encode(const Ulid& value, std::string& out) {
    out.append(1, '"').append(value.text()).append(1, '"');
}
Result<void> Codec<Ulid>::decode(const Json& json, const Place& at, Ulid& out) {
    if (json.is_string())
        if (const auto ulid = Ulid::parse(json.get_ref<const std::string&>())) {
            out = *ulid;
            return {};
        }
    return wrong(at, "an id: 26 characters");
}
Json Codec<Ulid>::schema() { return {{"type", "string"}, {"pattern", "^[0-7][0-9A-HJKMNP-TV-Z]{25}$"}}; }

namespace {

/// What is written as one string and read back by its `parse`.
template <class T>
Result<void> decode_parsed(const Json& json, const Place& at, T& out, const char* allowed) {
    if (json.is_string())
        if (auto value = T::parse(json.get_ref<const std::string&>())) {
            out = std::move(*value);
            return {};
        }
    return wrong(at, allowed);
}

constexpr auto a_stream = "a stream, for example series/01J…";
constexpr auto a_zone = "an IANA zone, for example America/New_York";
constexpr auto a_date = "a date, YYYY-MM-DD";
constexpr auto a_local_time = "a local time, YYYY-MM-DDTHH:MM";

Json described(const char* sentence) { return {{"type", "string"}, {"description", sentence}}; }

} // namespace

void Codec<Stream>::encode(const Stream& value, std::string& out) { append_string(out, value.name()); }
Result<void> Codec<Stream>::decode(const Json& json, const Place& at, Stream& out) {
    return decode_parsed(json, at, out, a_stream);
}
Json Codec<Stream>::schema() { return described(a_stream); }

void Codec<ZoneName>::encode(const ZoneName& value, std::string& out) { append_string(out, value.str()); }
Result<void> Codec<ZoneName>::decode(const Json& json, const Place& at, ZoneName& out) {
    return decode_parsed(json, at, out, a_zone);
}
Json Codec<ZoneName>::schema() { return described(a_zone); }

void Codec<CivilDate>::encode(const CivilDate& value, std::string& out) { append_string(out, value.str()); }
Result<void> Codec<CivilDate>::decode(const Json& json, const Place& at, CivilDate& out) {
    return decode_parsed(json, at, out, a_date);
}
Json Codec<CivilDate>::schema() { return described(a_date); }

void Codec<LocalTime>::encode(const LocalTime& value, std::string& out) { append_string(out, value.str()); }
Result<void> Codec<LocalTime>::decode(const Json& json, const Place& at, LocalTime& out) {
    return decode_parsed(json, at, out, a_local_time);
}
Json Codec<LocalTime>::schema() { return described(a_local_time); }

namespace detail {

Result<std::int64_t> whole_number(const Json& json, const Place& at, std::int64_t least, std::int64_t most) {
    if (!json.is_number_integer()) return wrong(at, "a whole number");
    if (json.is_number_unsigned() && !std::in_range<std::int64_t>(json.get<std::uint64_t>()))
        return wrong(at, "a smaller number");
    const auto number = json.get<std::int64_t>();
    if (number < least || number > most) return wrong(at, "a number in range");
    return number;
}

// ---- texts and words

std::unexpected<Refusal> refuse_text(std::string_view text, const Place& at, std::size_t least,
                                     std::size_t most, bool lines) {
    const auto fault =
        interstate::detail::text_fault(trimmed(text), least, most, lines).value_or("malformed");
    const auto field = at.text();
    const auto sentence = fault == "empty"             ? " is missing."
                          : fault == "too_long"        ? " is too long."
                          : fault == "too_short"       ? " is too short."
                          : fault == "not_utf8"        ? " is not valid UTF-8."
                          : fault == "nothing_visible" ? " holds nothing that can be seen."
                          : fault == "misleading_character"
                              ? " holds an invisible character that turns or breaks the line."
                              : " holds a character that cannot be shown.";
    return refuse_field(fault, field, "“" + field + "”" + sentence,
                        std::to_string(least) + " to " + std::to_string(most) + " characters" +
                            (lines ? "" : " on one line"));
}

Json text_schema(std::size_t least, std::size_t most) {
    Json schema{{"type", "string"}, {"maxLength", most}};
    if (least > 0) schema["minLength"] = least;
    return schema;
}

Result<std::size_t> word_index(const Json& json, const Place& at, std::span<const char* const> words) {
    if (json.is_string()) {
        const auto found = std::ranges::find(words, json.get_ref<const std::string&>());
        if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    }
    std::string listed;
    for (const auto* word : words) listed.append(listed.empty() ? "" : ", ").append(word);
    return wrong(at, "one of: " + listed);
}

Json words_schema(std::span<const char* const> words) {
    Json list = Json::array();
    for (const auto* word : words) list.push_back(word);
    return {{"enum", list}};
}

// ---- lists and structs

Result<void> check_list(const Json& json, const Place& at) {
    if (!json.is_array()) return wrong(at, "a list");
    if (json.size() <= list_limit) return {};
    const auto field = at.text();
    return refuse_field("too_long", field, "“" + field + "” has too many entries.",
                        "at most " + std::to_string(list_limit));
}

void encode_members(std::span<const Member> members, const void* object, std::string& out) {
    out += '{';
    const auto begun = out.size();
    for (const auto& member : members) {
        const auto before = out.size();
        if (before != begun) out += ',';
        out.append(1, '"').append(member.name).append("\":");
        if (!member.encode(object, out)) out.resize(before);
    }
    out += '}';
}

namespace {

std::unexpected<Refusal> unknown_member(std::span<const Member> members, const Json& json, const Place& at) {
    std::string known;
    std::string stranger;
    for (const auto& member : members) known.append(known.empty() ? "" : ", ").append(member.name);
    for (const auto& [key, unused] : json.items())
        if (std::ranges::find(members, key, [](const Member& member) {
                return std::string_view{member.name};
            }) == members.end())
            stranger = key.substr(0, 60);
    const auto field = at.member(stranger).text();
    return refuse_field("unknown_member", field, "“" + field + "” is not known here.",
                        known.empty() ? "no members" : known);
}

} // namespace

Result<void> decode_members(std::span<const Member> members, const Json& json, const Place& at,
                            void* object) {
    if (!json.is_object()) return wrong(at, "an object");
    std::size_t known = 0;
    for (const auto& member : members) {
        const auto place = at.member(member.name);
        const auto found = json.find(member.name);
        if (found == json.end()) {
            if (member.optional) continue;
            const auto field = place.text();
            return refuse_field("missing", field, "“" + field + "” is missing.", {});
        }
        ++known;
        if (member.optional && found->is_null()) continue;
        if (auto done = member.decode(*found, place, object); !done) return done;
    }
    if (known != json.size()) return unknown_member(members, json, at);
    return {};
}

Json members_schema(std::span<const Member> members) {
    Json properties = Json::object(), required = Json::array();
    for (const auto& member : members) {
        properties[member.name] = member.schema();
        if (!member.optional) required.push_back(member.name);
    }
    return {{"type", "object"},
            {"additionalProperties", false},
            {"properties", properties},
            {"required", required}};
}

} // namespace detail
} // namespace interstate::wire
