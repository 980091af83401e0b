#pragma once
// Structs to JSON text and back, by the member lists of base/described.hpp. What decodes is valid; what does
// not, says which member is at fault and what it may hold. The compiler makes little for each struct: a table
// of its members, which the loops in codec.cpp walk.
#include "base/described.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/refusal.hpp"
#include "base/stream.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "wire/json_text.hpp"
#include "wire/place.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace interstate::wire {

using Json = nlohmann::ordered_json;

/// No list in a command is longer.
inline constexpr std::size_t list_limit = 500;
/// No frame is nested deeper.
inline constexpr int depth_limit = 16;
/// No object in a frame has more members: each is looked for among all of them.
inline constexpr std::size_t member_limit = 64;

/// Parses one JSON object: valid UTF-8, at most `depth_limit` deep, no member twice, `member_limit` in each.
Result<Json> parse_object(std::string_view bytes);

/// The text of a JSON value, in one line.
std::string dump(const Json& json);
/// The same with the members of every object in order of their names: alike for whoever sends the same.
std::string dump_sorted(const Json& json);

template <class T>
struct Codec; // no wire form for this type: the compiler says so

/// Appends the JSON text of a value.
template <class T>
void encode(const T& value, std::string& out) {
    Codec<T>::encode(value, out);
}
/// The JSON text of a value.
template <class T>
std::string encode(const T& value) {
    std::string out;
    encode(value, out);
    return out;
}

/// Decodes into `out`; `at` is the place of this value, for the refusal.
template <class T>
Result<void> decode(const Json& json, const Place& at, T& out) {
    return Codec<T>::decode(json, at, out);
}

/// The refusal of a value that has the wrong form.
std::unexpected<Refusal> wrong(const Place& at, std::string allowed);

namespace detail {

/// A whole number within both bounds.
Result<std::int64_t> whole_number(const Json& json, const Place& at, std::int64_t least, std::int64_t most);
/// What is wrong with a text for these bounds, in a sentence.
std::unexpected<Refusal> refuse_text(std::string_view text, const Place& at, std::size_t least,
                                     std::size_t most, bool lines);
/// A list that is not too long.
Result<void> check_list(const Json& json, const Place& at);
/// The place of a word in its list.
Result<std::size_t> word_index(const Json& json, const Place& at, std::span<const char* const> words);
Json words_schema(std::span<const char* const> words);
Json text_schema(std::size_t least, std::size_t most);

/// One member of a struct, for the loops.
struct Member {
    const char* name;
    bool optional;
    /// Appends the member's value; false, and nothing, where it has none.
    bool (*encode)(const void* object, std::string& out);
    Result<void> (*decode)(const Json& json, const Place& at, void* object);
    Json (*schema)();
};
void encode_members(std::span<const Member> members, const void* object, std::string& out);
Result<void> decode_members(std::span<const Member> members, const Json& json, const Place& at, void* object);
Json members_schema(std::span<const Member> members);

} // namespace detail

/// Types that are decoded and encoded by functions of codec.cpp.
#define INTERSTATE_CODEC(Type)                                                                               \
    template <>                                                                                              \
    struct Codec<Type> {                                                                                     \
        static void encode(const Type& value, std::string& out);                                             \
        static Result<void> decode(const Json& json, const Place& at, Type& out);                            \
        static Json schema();                                                                                \
    };
INTERSTATE_CODEC(bool)
INTERSTATE_CODEC(std::string)
INTERSTATE_CODEC(Instant)
INTERSTATE_CODEC(Ulid)
INTERSTATE_CODEC(Stream)
INTERSTATE_CODEC(ZoneName)
INTERSTATE_CODEC(CivilDate)
INTERSTATE_CODEC(LocalTime)
#undef INTERSTATE_CODEC

/// Every kind of id is written alike.
template <class Tag>
struct Codec<Id<Tag>> : Codec<Ulid> {};

template <std::integral T>
struct Codec<T> {
    static void encode(T value, std::string& out) { append_number(out, static_cast<std::int64_t>(value)); }
    static Result<void> decode(const Json& json, const Place& at, T& out) {
        using Limits = std::numeric_limits<T>;
        static_assert(std::in_range<std::int64_t>(Limits::max()), "no JSON reader takes larger numbers");
        const auto number = detail::whole_number(json, at, Limits::min(), Limits::max());
        if (!number) return std::unexpected(number.error());
        out = static_cast<T>(*number);
        return {};
    }
    static Json schema() { return {{"type", "integer"}}; }
};

template <std::size_t Min, std::size_t Max, bool Lines>
struct Codec<BoundedText<Min, Max, Lines>> {
    using T = BoundedText<Min, Max, Lines>;
    static void encode(const T& value, std::string& out) { append_string(out, value.str()); }
    static Result<void> decode(const Json& json, const Place& at, T& out) {
        if (!json.is_string()) return wrong(at, "text");
        const auto& text = json.get_ref<const std::string&>();
        auto value = T::parse(text);
        if (!value) return detail::refuse_text(text, at, Min, Max, Lines);
        out = std::move(*value);
        return {};
    }
    static Json schema() { return detail::text_schema(Min, Max); }
};

template <DescribedEnum E>
struct Codec<E> {
    static void encode(E value, std::string& out) { append_string(out, word_of(value)); }
    static Result<void> decode(const Json& json, const Place& at, E& out) {
        const auto index = detail::word_index(json, at, words);
        if (!index) return std::unexpected(index.error());
        out = values[*index];
        return {};
    }
    static Json schema() { return detail::words_schema(words); }

  private:
    using List = boost::describe::describe_enumerators<E>;
    template <template <class...> class Listed, class... D>
    static constexpr auto names_of(Listed<D...>) {
        return std::array<const char*, sizeof...(D)>{D::name...};
    }
    template <template <class...> class Listed, class... D>
    static constexpr auto values_of(Listed<D...>) {
        return std::array<E, sizeof...(D)>{D::value...};
    }
    static constexpr auto words = names_of(List{});
    static constexpr auto values = values_of(List{});
};

template <class T>
struct Codec<std::vector<T>> {
    static void encode(const std::vector<T>& values, std::string& out) {
        append_list(out, values, [&](const T& value) { Codec<T>::encode(value, out); });
    }
    static Result<void> decode(const Json& json, const Place& at, std::vector<T>& out) {
        auto done = detail::check_list(json, at);
        out.clear();
        for (std::size_t i = 0; done && i < json.size(); ++i)
            done = Codec<T>::decode(json[i], at.entry(i), out.emplace_back());
        return done;
    }
    static Json schema() { return {{"type", "array"}, {"items", Codec<T>::schema()}}; }
};

template <DescribedStruct T>
struct Codec<T> {
    static void encode(const T& value, std::string& out) { detail::encode_members(members, &value, out); }
    static Result<void> decode(const Json& json, const Place& at, T& out) {
        return detail::decode_members(members, json, at, &out);
    }
    static Json schema() { return detail::members_schema(members); }

  private:
    /// A member that need not be there.
    template <class D, class Field>
    static constexpr detail::Member member_of(const std::optional<Field>*) {
        return {.name = D::name,
                .optional = true,
                .encode =
                    [](const void* object, std::string& out) {
                        const auto& value = static_cast<const T*>(object)->*D::pointer;
                        if (value) Codec<Field>::encode(*value, out);
                        return value.has_value();
                    },
                .decode =
                    [](const Json& json, const Place& at, void* object) {
                        return Codec<Field>::decode(json, at,
                                                    (static_cast<T*>(object)->*D::pointer).emplace());
                    },
                .schema = &Codec<Field>::schema};
    }
    template <class D, class Field>
    static constexpr detail::Member member_of(const Field*) {
        return {.name = D::name,
                .optional = false,
                .encode =
                    [](const void* object, std::string& out) {
                        Codec<Field>::encode(static_cast<const T*>(object)->*D::pointer, out);
                        return true;
                    },
                .decode =
                    [](const Json& json, const Place& at, void* object) {
                        return Codec<Field>::decode(json, at, static_cast<T*>(object)->*D::pointer);
                    },
                .schema = &Codec<Field>::schema};
    }
    template <class D>
    using FieldOf = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;
    template <template <class...> class Listed, class... D>
    static constexpr std::array<detail::Member, sizeof...(D)> table(Listed<D...>) {
        return {member_of<D>(static_cast<const FieldOf<D>*>(nullptr))...};
    }
    static constexpr auto members =
        table(boost::describe::describe_members<T, boost::describe::mod_any_access>{});
};

} // namespace interstate::wire
