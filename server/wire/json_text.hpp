#pragma once
// JSON as text, written front to back: what goes out is never built as a tree first.
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace interstate::wire {

/// Appends a JSON string: quoted and escaped, one line. Bytes that are not UTF-8 become U+FFFD.
void append_string(std::string& out, std::string_view utf8);
/// Appends a whole number.
void append_number(std::string& out, std::int64_t number);

/// A JSON object, written member by member. Names are ours: they need no escaping, and none stands twice.
class ObjectText {
  public:
    /// Writes on at the end of `out`, which must outlive this.
    explicit ObjectText(std::string& out) : out_{out} { out_ += '{'; }
    ObjectText& text(std::string_view name, std::string_view value) {
        return member(name, [&] { append_string(out_, value); });
    }
    ObjectText& number(std::string_view name, std::int64_t value) {
        return member(name, [&] { append_number(out_, value); });
    }
    ObjectText& flag(std::string_view name, bool value) { return json(name, value ? "true" : "false"); }
    /// A value that is JSON text already.
    ObjectText& json(std::string_view name, std::string_view value) {
        return member(name, [&] { out_ += value; });
    }
    /// A value that `write` appends.
    template <std::invocable Write>
    ObjectText& member(std::string_view name, Write write) {
        if (!std::exchange(first_, false)) out_ += ',';
        out_.append(1, '"').append(name).append("\":");
        write();
        return *this;
    }
    void end() { out_ += '}'; }

  private:
    std::string& out_;
    bool first_ = true;
};

/// Appends a JSON list of what `write` appends for each value.
template <class Values, class Write>
void append_list(std::string& out, const Values& values, Write write) {
    out += '[';
    bool first = true;
    for (const auto& value : values) {
        if (!std::exchange(first, false)) out += ',';
        write(value);
    }
    out += ']';
}

} // namespace interstate::wire
