#pragma once
// SHA-256 and base64url, where a standard of others asks for just these (RFC 7636, OpenID Connect).
#include <string>
#include <string_view>

namespace interstate {

/// FIPS 180-4: 32 bytes.
std::string sha256(std::string_view bytes);
/// The same as 64 lower-case hexadecimal characters, as `sha256sum` writes it.
std::string sha256_text(std::string_view bytes);

/// RFC 4648 §5, without padding.
std::string base64url(std::string_view bytes);

} // namespace interstate
