#pragma once
// The product says no: a value, never an exception. It leaves no trace.
#include <expected>
#include <string>

namespace interstate {

/// Why a command or query was refused, in words for the person who sent it.
struct Refusal {
    /// A fixed snake_case word, for programs.
    std::string code;
    /// The member of the command that is at fault; empty when no single one is.
    std::string field;
    /// One sentence for people.
    std::string message;
    /// What would be accepted; empty when the message says it all.
    std::string allowed;
    /// The newer text, when the command edited an older one (code `changed_since`).
    std::string current;

    bool operator==(const Refusal&) const = default;
};

template <class T>
using Result = std::expected<T, Refusal>;

/// Refuses for a reason that no single field has.
inline std::unexpected<Refusal> refuse(std::string code, std::string message) {
    return std::unexpected(Refusal{.code = std::move(code), .message = std::move(message)});
}

/// Refuses because of one field, and says what it may hold.
inline std::unexpected<Refusal> refuse_field(std::string code, std::string field, std::string message,
                                             std::string allowed = {}) {
    return std::unexpected(Refusal{.code = std::move(code),
                                   .field = std::move(field),
                                   .message = std::move(message),
                                   .allowed = std::move(allowed)});
}

/// The one answer for what a person may not do or may not know to exist.
inline std::unexpected<Refusal> refuse_not_allowed() {
    return refuse("not_allowed", "You cannot do this here, or it does not exist.");
}

} // namespace interstate
