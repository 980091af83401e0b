#include "features/identity/profiles.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

constexpr int principles = 10;

/// As people write it: (614) 555-0142, +1 614 555 0142 ext. 7.
bool is_phone(std::string_view text) {
    const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 7 && text.find_first_not_of("0123456789 +()-./,:#extEXT") == text.npos;
}

Result<void> check_entries(const std::optional<std::vector<ProfileEntry>>& entries, const char* field) {
    if (!entries) return {};
    if (entries->size() > most_entries)
        return refuse_field("too_many", field, "These are " + std::to_string(entries->size()) + ".",
                            "at most " + std::to_string(most_entries));
    for (std::size_t i = 0; i < entries->size(); ++i)
        if (const auto& principle = (*entries)[i].principle;
            principle && (*principle < 1 || *principle > principles))
            return refuse_field("out_of_bounds", field + ("." + std::to_string(i) + ".principle"),
                                "There is no such principle.", "1 to 10");
    return {};
}

Result<void> check_functions(const std::optional<std::vector<JobFunction>>& functions) {
    if (!functions) return {};
    if (functions->size() > most_functions)
        return refuse_field("too_many", "functions", "These are " + std::to_string(functions->size()) + ".",
                            "at most " + std::to_string(most_functions));
    auto sorted = *functions;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end())
        return refuse_field("twice", "functions", "One of them stands there twice.", "each once");
    return {};
}

} // namespace

Result<ProfileEdited> decide(const EditProfile& command, const ProfileFacts& facts, const Context&) {
    if (!facts.own) return refuse_not_allowed();
    if (command.phone && !command.phone->empty() && !is_phone(command.phone->str()))
        return refuse_field("malformed", "phone", "This does not look like a phone number.",
                            "digits, blanks, + ( ) - . and ext., at least 7 digits; or nothing");
    if (auto sound = check_functions(command.functions); !sound) return std::unexpected(sound.error());
    if (auto sound = check_entries(command.offers, "offers"); !sound) return std::unexpected(sound.error());
    if (auto sound = check_entries(command.wants, "wants"); !sound) return std::unexpected(sound.error());
    return ProfileEdited{};
}

} // namespace interstate::identity
