// Reads what mail servers write about mail that they could not bring: just as much of MIME as that takes.
#include "features/mail/returned.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace interstate::mail {
namespace {

constexpr std::size_t most_fields = 500, most_parts = 20, most_recipients = 100, longest_answer = 400;

struct Field {
    /// Lower case.
    std::string name;
    /// Unfolded, trimmed.
    std::string value;
};
using Fields = std::vector<Field>;

/// Takes the next line off, without its end. What is left points into the same text, also when nothing is.
std::string_view next_line(std::string_view& text) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text = text.substr(end == text.npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// Takes the fields up to the first empty line off, and that line.
Fields next_fields(std::string_view& text) {
    Fields fields;
    while (!text.empty()) {
        const auto line = next_line(text);
        if (line.empty()) break;
        const auto colon = line.find(':');
        if (line.front() == ' ' || line.front() == '\t') {
            if (!fields.empty()) fields.back().value += " " + std::string{trimmed(line)};
        } else if (colon != line.npos && fields.size() < most_fields)
            fields.push_back(
                {folded(trimmed(line.substr(0, colon))), std::string{trimmed(line.substr(colon + 1))}});
    }
    return fields;
}

std::string value_of(const Fields& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? std::string{} : found->value;
}

/// "multipart/report" of "multipart/report; boundary=x".
std::string type_of(const Fields& fields) {
    const auto value = value_of(fields, "content-type");
    return folded(trimmed(std::string_view{value}.substr(0, value.find(';'))));
}

std::string boundary_of(const Fields& fields) {
    const auto value = value_of(fields, "content-type");
    const auto at = folded(value).find("boundary=");
    if (at == std::string::npos) return {};
    auto rest = std::string_view{value}.substr(at + std::string_view{"boundary="}.size());
    if (rest.starts_with('"')) return std::string{rest.substr(1, rest.find('"', 1) - 1)};
    return std::string{trimmed(rest.substr(0, rest.find_first_of("; \t")))};
}

/// What stands between the lines of this boundary.
std::vector<std::string_view> parts_of(std::string_view body, const std::string& boundary) {
    std::vector<std::string_view> parts;
    const std::string line_of_part = "--" + boundary, last_line = line_of_part + "--";
    const char* begin = nullptr;
    while (!body.empty() && parts.size() < most_parts) {
        const char* at = body.data();
        const auto line = trimmed(next_line(body));
        if (line != line_of_part && line != last_line) continue;
        if (begin) parts.emplace_back(begin, at);
        begin = body.data();
        if (line == last_line) return parts;
    }
    if (begin && parts.size() < most_parts) parts.emplace_back(begin, body.data() + body.size());
    return parts;
}

/// "ann@agency.example" of "rfc822; <Ann@agency.example>".
std::string address_in(const std::string& value) {
    auto address = trimmed(std::string_view{value}.substr(value.find(';') + 1));
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    return folded(trimmed(address));
}

std::string one_line(std::string text) {
    std::ranges::replace_if(text, [](char c) { return c < ' ' || c > '~'; }, ' ');
    return text.substr(0, longest_answer);
}

/// The recipients whom it could not be brought to for good.
void read_status(std::string_view part, Returned& returned) {
    next_fields(part); // of the message
    for (std::size_t i = 0; i < most_recipients && !part.empty(); ++i) {
        const auto fields = next_fields(part);
        const auto status = value_of(fields, "status");
        if (folded(value_of(fields, "action")) != "failed" || !status.starts_with("5.")) continue;
        for (const char* name : {"original-recipient", "final-recipient"})
            if (auto address = address_in(value_of(fields, name)); !address.empty())
                returned.addresses.push_back(std::move(address));
        if (returned.answer.empty())
            returned.answer = one_line(status + " " + value_of(fields, "diagnostic-code"));
    }
}

/// Of the mail that came back, as its headers say.
std::optional<MailId> id_in(std::string_view part) {
    auto id = value_of(next_fields(part), "message-id");
    const auto at = id.find('@');
    if (!id.starts_with('<') || at == std::string::npos) return std::nullopt;
    const auto ulid = Ulid::parse(id.substr(1, at - 1));
    return ulid ? std::optional{MailId{*ulid}} : std::nullopt;
}

} // namespace

std::optional<Returned> read_returned(std::string_view message) {
    if (message.size() > longest_returned) return std::nullopt;
    const auto head = next_fields(message);
    const auto boundary = boundary_of(head);
    if (type_of(head) != "multipart/report" || boundary.empty()) return std::nullopt;
    Returned returned;
    std::optional<MailId> id;
    for (auto part : parts_of(message, boundary)) {
        const auto type = type_of(next_fields(part));
        if (type == "message/delivery-status") read_status(part, returned);
        if (type == "message/rfc822" || type == "text/rfc822-headers") id = id_in(part);
    }
    if (!id || returned.addresses.empty()) return std::nullopt;
    returned.id = *id;
    return returned;
}

} // namespace interstate::mail
