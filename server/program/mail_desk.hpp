#pragma once
// The operator's hand in mail, beside a running server.
#include <filesystem>
#include <iostream>
#include <string>

namespace interstate {

/// `act`: "list" what is held and which addresses gave mail back; "release" or "drop" what is held; "lift" an
/// address. Throws std::runtime_error where there is nothing to do it to.
void mail_desk(const std::filesystem::path& data, const std::string& act, const std::string& address,
               std::ostream& out);

/// Takes a message that a mail server pipes to us, of at most 1 MiB. 0, whatever it says: a bounce of a
/// bounce helps nobody; 75 (EX_TEMPFAIL) where it could not be written down, so that it is brought again.
int take_bounce(const std::filesystem::path& data, std::istream& in, std::ostream& out);

} // namespace interstate
