#pragma once
// `interstate invite` and `interstate people`, beside a running server or without one.
#include <filesystem>
#include <string>

namespace interstate {

struct InviteOptions {
    std::string address;
    std::string name;
    std::string role = "administrator";
    /// A slug; empty for the first.
    std::string collaborative;
};

/// Prints a single-use sign-in link. Who has no seat in the collaborative that is named gets one there, and
/// keeps what they have elsewhere. Throws std::exception, in words for the operator, and then nothing was
/// changed.
void invite(const std::filesystem::path& data, const InviteOptions& options);

/// The people of an installation, or those who have access to one collaborative, a line each; in a new real
/// one there are none.
bool list_people(const std::filesystem::path& data, bool quiet, const std::string& slug);

} // namespace interstate
