#pragma once
// Where in a body a value stands.
#include <optional>
#include <string>
#include <string_view>

namespace interstate::wire {

/// A link to the place around it: text is made of it for a refusal only. It refers to what it was made from.
class Place {
  public:
    /// The body itself ("") or what its sender calls this part of it.
    Place(std::string_view name) : name_{name} {}
    Place(const char* name) : name_{name} {}
    Place(const std::string& name) : name_{name} {}

    [[nodiscard]] Place member(std::string_view name) const {
        Place place{name};
        place.around_ = this;
        return place;
    }
    [[nodiscard]] Place entry(std::size_t index) const {
        Place place{""};
        place.around_ = this;
        place.index_ = index;
        return place;
    }

    /// For example “list[1].number”.
    [[nodiscard]] std::string text() const {
        auto text = around_ ? around_->text() : std::string{};
        if (index_) return text += "[" + std::to_string(*index_) + "]";
        if (!text.empty()) text += '.';
        return text += name_;
    }

  private:
    const Place* around_ = nullptr;
    std::string_view name_;
    std::optional<std::size_t> index_;
};

} // namespace interstate::wire
