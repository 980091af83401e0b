#pragma once
// One JSON object a line on standard error; the service manager collects them.
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace interstate::log {

/// A name and a value of a log line.
struct Field {
    Field(std::string_view name_, std::string_view value_) : name{name_}, value{value_}, quoted{true} {}
    Field(std::string_view name_, const char* value_) : Field{name_, std::string_view{value_}} {}
    Field(std::string_view name_, const std::string& value_) : Field{name_, std::string_view{value_}} {}
    Field(std::string_view name_, std::int64_t value_)
        : name{name_}, value{std::to_string(value_)}, quoted{false} {}
    Field(std::string_view name_, std::size_t value_) : Field{name_, static_cast<std::int64_t>(value_)} {}
    /// JSON text, as it stands.
    static Field json(std::string_view name_, std::string text) {
        Field field{name_, std::move(text)};
        field.quoted = false;
        return field;
    }
    Field(std::string_view name_, int value_) : Field{name_, static_cast<std::int64_t>(value_)} {}
    std::string name;
    std::string value;
    bool quoted;
};

/// Whether `info` writes anything: asked first where its fields would be made for nothing, many times a
/// second.
bool wants_info();
/// Something that an operator may want to know.
void info(std::string_view event, std::initializer_list<Field> fields = {});
/// Something that an operator should look at.
void warning(std::string_view event, std::initializer_list<Field> fields = {});
/// Nothing below warnings is written.
void only_warnings(bool quiet);

} // namespace interstate::log
