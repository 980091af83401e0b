#pragma once
// One encoded message, made once and shared by everybody who gets it.
#include <memory>
#include <string>

namespace interstate::live {

using Frame = std::shared_ptr<const std::string>;

inline Frame frame_of(std::string bytes) { return std::make_shared<const std::string>(std::move(bytes)); }

} // namespace interstate::live
