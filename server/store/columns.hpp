#pragma once
// How our value types stand in a column: integers, text or NULL, in both directions. What is bound outlives
// the statement's use: a text within it need not be copied.
#include "base/described.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/stream.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "store/connection.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <vector>

namespace interstate::store {

template <class T>
struct Column; // no column form for this type: the compiler says so

template <class T>
concept Columnar = requires(Statement& s, T& value) { Column<T>::read(s, 0, value); };

template <std::integral T>
struct Column<T> {
    static void bind(Statement& s, int i, T value) { s.bind_integer(i, static_cast<std::int64_t>(value)); }
    static void read(const Statement& s, int i, T& out) {
        if constexpr (std::same_as<T, bool>)
            out = s.integer(i) != 0;
        else
            out = static_cast<T>(s.integer(i));
    }
};

template <>
struct Column<std::string> {
    static void bind(Statement& s, int i, std::string_view value) { s.bind_lasting_text(i, value); }
    static void read(const Statement& s, int i, std::string& out) { out = s.text(i); }
};
template <>
struct Column<std::string_view> {
    static void bind(Statement& s, int i, std::string_view value) { s.bind_lasting_text(i, value); }
};
template <std::size_t N>
struct Column<char[N]> {
    static void bind(Statement& s, int i, const char* value) { s.bind_lasting_text(i, value); }
};

template <>
struct Column<Instant> {
    static void bind(Statement& s, int i, Instant value) { s.bind_integer(i, value.ms); }
    static void read(const Statement& s, int i, Instant& out) { out.ms = s.integer(i); }
};

template <class T>
    requires std::derived_from<T, Ulid>
struct Column<T> {
    static void bind(Statement& s, int i, const T& value) { s.bind_lasting_text(i, value.text()); }
    static void read(const Statement& s, int i, T& out) {
        const auto ulid = Ulid::parse(s.text(i));
        if (!ulid) throw Failure{Fault::broken, "a column that should hold an id does not"};
        static_cast<Ulid&>(out) = *ulid;
    }
};

template <std::size_t Min, std::size_t Max, bool Lines>
struct Column<BoundedText<Min, Max, Lines>> {
    using T = BoundedText<Min, Max, Lines>;
    static void bind(Statement& s, int i, const T& value) { s.bind_lasting_text(i, value.str()); }
    static void read(const Statement& s, int i, T& out) {
        auto value = T::stored(s.text(i));
        if (!value) throw Failure{Fault::broken, "a column holds text outside its bounds"};
        out = std::move(*value);
    }
};

/// Types that are written as one string and read back by `parse`.
template <class T>
concept ParsedText = (std::same_as<T, ZoneName> || std::same_as<T, CivilDate> || std::same_as<T, LocalTime>);

template <ParsedText T>
struct Column<T> {
    static void bind(Statement& s, int i, const T& value) { s.bind_text(i, value.str()); }
    static void read(const Statement& s, int i, T& out) { out = T{s.text(i)}; }
};

template <>
struct Column<Stream> {
    static void bind(Statement& s, int i, const Stream& value) { s.bind_text(i, value.name()); }
    static void read(const Statement& s, int i, Stream& out) {
        const auto stream = Stream::parse(s.text(i));
        if (!stream) throw Failure{Fault::broken, "a column that should name a stream does not"};
        out = *stream;
    }
};

template <DescribedEnum E>
struct Column<E> {
    static void bind(Statement& s, int i, E value) { s.bind_lasting_text(i, word_of(value)); }
    static void read(const Statement& s, int i, E& out) {
        if (!enum_of(s.text(i), out)) throw Failure{Fault::broken, "a column holds an unknown word"};
    }
};

template <class T>
struct Column<std::optional<T>> {
    static void bind(Statement& s, int i, const std::optional<T>& value) {
        if (value)
            Column<T>::bind(s, i, *value);
        else
            s.bind_null(i);
    }
    static void read(const Statement& s, int i, std::optional<T>& out) {
        out.reset();
        if (s.is_null(i)) return;
        Column<T>::read(s, i, out.emplace());
    }
};

/// Short lists of words, codes, ids or numbers: one text, parted by blanks. Members hold no blank.
template <class T>
struct Column<std::vector<T>> {
    static void bind(Statement& s, int i, const std::vector<T>& values) {
        std::string joined;
        for (const auto& value : values) {
            if (!joined.empty()) joined += ' ';
            joined += written(value);
        }
        s.bind_text(i, joined);
    }
    static void read(const Statement& s, int i, std::vector<T>& out) {
        out.clear();
        std::string_view rest = s.text(i);
        while (!rest.empty()) {
            const auto blank = rest.find(' ');
            out.push_back(parsed(rest.substr(0, blank)));
            rest = blank == rest.npos ? std::string_view{} : rest.substr(blank + 1);
        }
    }

  private:
    static std::string written(const T& value) {
        if constexpr (std::integral<T>)
            return std::to_string(value);
        else if constexpr (std::derived_from<T, Ulid>)
            return value.str();
        else if constexpr (DescribedEnum<T>)
            return word_of(value);
        else if constexpr (std::same_as<T, std::string>)
            return value;
        else
            return value.str();
    }
    static T parsed(std::string_view text) {
        T value{};
        bool sound = true;
        if constexpr (std::integral<T>) {
            value = static_cast<T>(std::stoll(std::string{text}));
        } else if constexpr (std::derived_from<T, Ulid>) {
            const auto ulid = Ulid::parse(text);
            if ((sound = ulid.has_value())) static_cast<Ulid&>(value) = *ulid;
        } else if constexpr (DescribedEnum<T>) {
            sound = enum_of(text, value);
        } else if constexpr (std::same_as<T, std::string>) {
            value = text;
        } else {
            auto found = T::parse(text);
            if ((sound = found.has_value())) value = *found;
        }
        if (!sound) throw Failure{Fault::broken, "a list column holds an unknown word"};
        return value;
    }
};

} // namespace interstate::store
