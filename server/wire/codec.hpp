#pragma once
// Structs to JSON and back, by the member lists of base/described.hpp. What decodes is valid; what does not,
// says which member is at fault and what it may hold.
#include "base/described.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/refusal.hpp"
#include "base/stream.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"

#include <nlohmann/json.hpp>

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace interstate::wire {

using Json = nlohmann::ordered_json;

/// No list in a command is longer.
inline constexpr std::size_t list_limit = 500;
/// No frame is nested deeper.
inline constexpr int depth_limit = 16;

/// Parses one JSON object: valid UTF-8, at most `depth_limit` deep, no member twice.
Result<Json> parse_object(std::string_view bytes);

/// The text of a JSON value, in one line.
std::string dump(const Json& json);

template <class T>
struct Codec; // no wire form for this type: the compiler says so

template <class T>
Json encode(const T& value) {
    return Codec<T>::encode(value);
}

/// Decodes into `out`; `field` is the path of this value, for the refusal.
template <class T>
Result<void> decode(const Json& json, const std::string& field, T& out) {
    return Codec<T>::decode(json, field, out);
}

inline std::unexpected<Refusal> wrong(const std::string& field, std::string allowed) {
    return refuse_field("malformed", field,
                        field.empty() ? "The body has the wrong form."
                                      : "“" + field + "” has the wrong form.",
                        std::move(allowed));
}

template <class T>
    requires(std::integral<T> && !std::same_as<T, bool>)
struct Codec<T> {
    static Json encode(T value) { return value; }
    static Result<void> decode(const Json& json, const std::string& field, T& out) {
        if (!json.is_number_integer()) return wrong(field, "a whole number");
        if (json.is_number_unsigned() &&
            json.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<T>::max()))
            return wrong(field, "a smaller number");
        const auto value = json.get<std::int64_t>();
        if (value < std::numeric_limits<T>::min() || value > std::numeric_limits<T>::max())
            return wrong(field, "a number in range");
        out = static_cast<T>(value);
        return {};
    }
    static Json schema() { return {{"type", "integer"}}; }
};

template <>
struct Codec<bool> {
    static Json encode(bool value) { return value; }
    static Result<void> decode(const Json& json, const std::string& field, bool& out) {
        if (!json.is_boolean()) return wrong(field, "true or false");
        out = json.get<bool>();
        return {};
    }
    static Json schema() { return {{"type", "boolean"}}; }
};

template <>
struct Codec<std::string> {
    static Json encode(const std::string& value) { return value; }
    static Result<void> decode(const Json& json, const std::string& field, std::string& out) {
        if (!json.is_string()) return wrong(field, "text");
        out = json.get<std::string>();
        if (detail::text_fault(out, 0, 1000, false))
            return wrong(field, "one line of at most 1000 characters");
        return {};
    }
    static Json schema() { return {{"type", "string"}}; }
};

template <>
struct Codec<Instant> {
    static Json encode(Instant value) { return value.ms; }
    static Result<void> decode(const Json& json, const std::string& field, Instant& out) {
        // Year 1900 to 2200, so that no arithmetic on it can overflow.
        constexpr std::int64_t earliest = -2'208'988'800'000, latest = 7'258'118'400'000;
        if (!json.is_number_integer()) return wrong(field, "milliseconds UTC");
        if (json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(latest))
            return wrong(field, "milliseconds UTC, 1900 to 2200");
        out.ms = json.get<std::int64_t>();
        if (out.ms < earliest || out.ms > latest) return wrong(field, "milliseconds UTC, 1900 to 2200");
        return {};
    }
    static Json schema() { return {{"type", "integer"}, {"description", "milliseconds UTC"}}; }
};

template <class T>
    requires std::derived_from<T, Ulid>
struct Codec<T> {
    static Json encode(const T& value) { return value.str(); }
    static Result<void> decode(const Json& json, const std::string& field, T& out) {
        if (json.is_string())
            if (auto ulid = Ulid::parse(json.get_ref<const std::string&>())) {
                static_cast<Ulid&>(out) = *ulid;
                return {};
            }
        return wrong(field, "an id: 26 characters");
    }
    static Json schema() { return {{"type", "string"}, {"pattern", "^[0-7][0-9A-HJKMNP-TV-Z]{25}$"}}; }
};

template <std::size_t Min, std::size_t Max, bool Lines>
struct Codec<BoundedText<Min, Max, Lines>> {
    using T = BoundedText<Min, Max, Lines>;
    static Json encode(const T& value) { return value.str(); }
    static Result<void> decode(const Json& json, const std::string& field, T& out) {
        if (!json.is_string()) return wrong(field, "text");
        const auto& text = json.get_ref<const std::string&>();
        if (auto value = T::parse(text)) {
            out = std::move(*value);
            return {};
        }
        const auto fault = detail::text_fault(trimmed(text), Min, Max, Lines).value_or("malformed");
        return refuse_field(fault, field, sentence(fault, field), bounds());
    }
    static Json schema() {
        Json schema{{"type", "string"}, {"maxLength", Max}};
        if (Min > 0) schema["minLength"] = Min;
        return schema;
    }

  private:
    static std::string bounds() {
        return std::to_string(Min) + " to " + std::to_string(Max) + " characters" +
               (Lines ? "" : " on one line");
    }
    static std::string sentence(const std::string& fault, const std::string& field) {
        if (fault == "empty") return "“" + field + "” is missing.";
        if (fault == "too_long") return "“" + field + "” is too long.";
        if (fault == "too_short") return "“" + field + "” is too short.";
        if (fault == "not_utf8") return "“" + field + "” is not valid UTF-8.";
        return "“" + field + "” holds a character that cannot be shown.";
    }
};

template <class T>
concept ParsedWord = std::same_as<T, ZoneName> || std::same_as<T, CivilDate> || std::same_as<T, LocalTime>;

template <ParsedWord T>
struct Codec<T> {
    static Json encode(const T& value) { return value.str(); }
    static Result<void> decode(const Json& json, const std::string& field, T& out) {
        if (json.is_string())
            if (auto value = T::parse(json.get_ref<const std::string&>())) {
                out = std::move(*value);
                return {};
            }
        return wrong(field, allowed());
    }
    static Json schema() { return {{"type", "string"}, {"description", allowed()}}; }
    static std::string allowed() {
        if constexpr (std::same_as<T, ZoneName>) return "an IANA zone, for example America/New_York";
        if constexpr (std::same_as<T, CivilDate>) return "a date, YYYY-MM-DD";
        return "a local time, YYYY-MM-DDTHH:MM";
    }
};

template <>
struct Codec<Stream> {
    static Json encode(const Stream& value) { return value.name(); }
    static Result<void> decode(const Json& json, const std::string& field, Stream& out) {
        if (json.is_string())
            if (auto stream = Stream::parse(json.get_ref<const std::string&>())) {
                out = *stream;
                return {};
            }
        return wrong(field, "a stream, for example series/01J…");
    }
    static Json schema() {
        return {{"type", "string"}, {"description", "a stream, for example series/01J…"}};
    }
};

template <DescribedEnum E>
struct Codec<E> {
    static Json encode(E value) { return word_of(value); }
    static Result<void> decode(const Json& json, const std::string& field, E& out) {
        if (json.is_string() && enum_of(json.get_ref<const std::string&>(), out)) return {};
        std::string words;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
            [&](auto d) { words += (words.empty() ? "" : ", ") + std::string{d.name}; });
        return wrong(field, "one of: " + words);
    }
    static Json schema() {
        Json words = Json::array();
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
            [&](auto d) { words.push_back(d.name); });
        return {{"enum", words}};
    }
};

template <class T>
struct Codec<std::vector<T>> {
    static Json encode(const std::vector<T>& values) {
        Json list = Json::array();
        for (const auto& value : values) list.push_back(wire::encode(value));
        return list;
    }
    static Result<void> decode(const Json& json, const std::string& field, std::vector<T>& out) {
        if (!json.is_array()) return wrong(field, "a list");
        if (json.size() > list_limit)
            return refuse_field("too_long", field, "“" + field + "” has too many entries.",
                                "at most " + std::to_string(list_limit));
        out.clear();
        for (std::size_t i = 0; i < json.size(); ++i)
            if (auto done = wire::decode(json[i], field + "[" + std::to_string(i) + "]", out.emplace_back());
                !done)
                return done;
        return {};
    }
    static Json schema() { return {{"type", "array"}, {"items", Codec<T>::schema()}}; }
};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <DescribedStruct T>
struct Codec<T> {
    static Json encode(const T& value) {
        Json object = Json::object();
        each_member([&](auto member) {
            const auto& field = value.*member.pointer;
            using Field = std::remove_cvref_t<decltype(field)>;
            if constexpr (IsOptional<Field>::value) {
                if (field) object[member.name] = wire::encode(*field);
            } else {
                object[member.name] = wire::encode(field);
            }
        });
        return object;
    }

    static Result<void> decode(const Json& json, const std::string& field, T& out) {
        if (!json.is_object()) return wrong(field, "an object");
        std::size_t known = 0;
        Result<void> result;
        each_member([&](auto member) {
            if (!result) return;
            auto& value = out.*member.pointer;
            using Field = std::remove_cvref_t<decltype(value)>;
            const auto path = field.empty() ? std::string{member.name} : field + "." + member.name;
            const auto found = json.find(member.name);
            if (found != json.end()) {
                ++known;
                if constexpr (IsOptional<Field>::value) {
                    if (found->is_null()) return;
                    result = wire::decode(*found, path, value.emplace());
                } else {
                    result = wire::decode(*found, path, value);
                }
            } else if constexpr (!IsOptional<Field>::value) {
                result = refuse_field("missing", path, "“" + path + "” is missing.", {});
            }
        });
        if (result && known != json.size()) return unknown_member(json, field);
        return result;
    }

    static Json schema() {
        Json properties = Json::object(), required = Json::array();
        each_member([&](auto member) {
            using Field = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
            if constexpr (IsOptional<Field>::value) {
                properties[member.name] = Codec<typename Field::value_type>::schema();
            } else {
                properties[member.name] = Codec<Field>::schema();
                required.push_back(member.name);
            }
        });
        return {{"type", "object"},
                {"additionalProperties", false},
                {"properties", properties},
                {"required", required}};
    }

  private:
    template <class F>
    static void each_member(F f) {
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_any_access>>(f);
    }
    static Result<void> unknown_member(const Json& json, const std::string& field) {
        std::string known;
        std::string stranger;
        each_member([&](auto member) { known += (known.empty() ? "" : ", ") + std::string{member.name}; });
        for (const auto& [key, unused] : json.items()) {
            bool found = false;
            each_member([&](auto member) { found = found || key == member.name; });
            if (!found) stranger = key.substr(0, 60);
        }
        const auto path = field.empty() ? stranger : field + "." + stranger;
        return refuse_field("unknown_member", path, "“" + path + "” is not known here.",
                            known.empty() ? "no members" : known);
    }
};

} // namespace interstate::wire
