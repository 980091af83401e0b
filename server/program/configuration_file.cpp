#include "program/configuration_file.hpp"

#include <algorithm>
#include <cstdlib>

namespace interstate {
namespace {

bool marks_section(const CLI::ConfigItem& item) { return item.name == "++" || item.name == "--"; }

const CLI::App* command_named(const CLI::App& program, const std::string& name) {
    const auto found = program.get_subcommands([&](const CLI::App* one) { return one->get_name() == name; });
    return found.empty() ? nullptr : found.front();
}

const CLI::Option* option_of(const CLI::App& command, const CLI::ConfigItem& item) {
    const auto* option = command.get_option_no_throw("--" + item.name);
    return option && option->get_configurable() ? option : nullptr;
}

std::string names_of_options(const CLI::App& command) {
    std::string names;
    for (const auto* option : command.get_options(
             [](const CLI::Option* one) { return one->get_configurable() && !one->get_lnames().empty(); }))
        names += (names.empty() ? "" : ", ") + option->get_lnames().front();
    return names;
}

std::string fault_of(const CLI::Option& option, const CLI::ConfigItem& item) {
    if (item.inputs.size() != 1) return "takes one value";
    auto value = item.inputs.front();
    try {
        if (option.get_expected_min() == 0) CLI::detail::to_flag_value(value);
    } catch (const std::invalid_argument&) {
        return "is true or false, not “" + value + "”";
    }
    try {
        return (*const_cast<CLI::Option&>(option).get_validator(0))(value);
    } catch (const CLI::OptionNotFound&) {
        return {}; // no bounds
    }
}

bool said_by_environment(const CLI::Option& option) {
    const char* value = std::getenv(option.get_envname().c_str());
    return value && *value;
}

bool says(const std::vector<CLI::ConfigItem>& items, const std::string& name) {
    return std::ranges::any_of(items, [&](const auto& item) { return item.name == name; });
}

} // namespace

std::string ConfigurationFile::complaint(const CLI::ConfigItem& item) const {
    if (item.parents.empty()) return "“" + item.name + "” stands in no section: put it under [serve]";
    const auto section = CLI::detail::join(item.parents, ".");
    const auto* command = command_named(program_, section);
    if (!command) return "there is no section [" + section + "]: it is the name of a subcommand, as [serve]";
    const auto* option = option_of(*command, item);
    if (!option)
        return "[" + section + "] has no “" + item.name + "”: it may have " + names_of_options(*command);
    const auto fault = fault_of(*option, item);
    return fault.empty() ? fault : "[" + section + "] " + item.name + ": " + fault;
}

std::vector<CLI::ConfigItem> ConfigurationFile::from_config(std::istream& input) const {
    auto items = CLI::ConfigTOML::from_config(input);
    std::erase_if(items, marks_section);
    std::string complaints;
    for (const auto& item : items)
        if (const auto one = complaint(item); !one.empty())
            complaints += (complaints.empty() ? "" : "\n") + one;
    if (!complaints.empty()) throw CLI::ConfigError{complaints};

    std::vector<CLI::ConfigItem> wanted;
    if (program_.get_subcommands().empty()) return wanted;
    const auto& running = *program_.get_subcommands().front();
    const auto take = [&](const std::string& section) {
        std::vector<CLI::ConfigItem> said;
        for (auto item : items) {
            const auto* option = option_of(running, item);
            if (item.parents.front() != section || !option || said_by_environment(*option)) continue;
            if (says(wanted, item.name)) continue;
            item.parents = {running.get_name()};
            said.push_back(std::move(item));
        }
        wanted.insert(wanted.end(), said.begin(), said.end());
    };
    take(running.get_name());
    take("serve");
    return wanted;
}

} // namespace interstate
