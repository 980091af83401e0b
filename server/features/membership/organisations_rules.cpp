#include "features/membership/organisations.hpp"

#include <algorithm>

namespace interstate::membership {
namespace {

using permissions::can;
using permissions::Verb;

/// Without regard to case, accents and how many blanks stand between words.
std::string key_of(std::string_view name) {
    std::string key;
    for (const char letter : plain_letters(trimmed(name)))
        if (letter != ' ' || !key.ends_with(' ')) key += letter;
    return key;
}

/// Neither a state, whose rights rest on a membership, nor the convener, whose people run all of it.
bool may_be_another(OrganisationKind type) {
    return type != OrganisationKind::state_agency && type != OrganisationKind::convener;
}
constexpr const char* other_types = "ta_provider, partner or federal";

/// Two organisations that people could take for one another.
template <class Command>
std::optional<Refusal> name_fault(const Command& command, const OrganisationFacts& facts,
                                  const std::optional<OrganisationId>& itself) {
    const auto full_name = key_of(command.full_name.str()), short_name = key_of(command.short_name.str());
    for (const auto& other : facts.named) {
        if (other.id == itself) continue;
        if (key_of(other.full_name.str()) == full_name)
            return refuse_field("taken", "full_name", "“" + other.full_name.str() + "” is here already.",
                                "a name that no other organization has")
                .error();
        if (key_of(other.short_name.str()) == short_name || key_of(other.code.str()) == short_name)
            return refuse_field("taken", "short_name",
                                other.full_name.str() + " is called “" + command.short_name.str() +
                                    "” already.",
                                "a short name that no other organization has")
                .error();
    }
    return std::nullopt;
}

std::optional<Refusal> type_fault(const EditOrganisation& command, const OrganisationFacts& facts) {
    const auto type = facts.organisation->type;
    if (!command.type || *command.type == type) return std::nullopt;
    if (!can(facts.who, Verb::name_contact))
        return refuse_field("by_administrator", "type", "What an organization is, an administrator says.",
                            word_of(type))
            .error();
    if (!may_be_another(type))
        return refuse_field("stays", "type", "A state's agency and the convener stay what they are.",
                            word_of(type))
            .error();
    if (!may_be_another(*command.type))
        return refuse_field("not_that", "type", "No organization becomes that.", other_types).error();
    return std::nullopt;
}

std::string text_of(const Organisation& organisation) {
    return organisation.name.str() + "\n" + organisation.short_name.str() + "\n" + organisation.zone.str();
}

} // namespace

Result<OrganisationEdited> decide(const EditOrganisation& command, const OrganisationFacts& facts,
                                  const Context&) {
    if (!facts.organisation ||
        !can(facts.who, Verb::name_contact, {.own = facts.who.organisation == command.organisation}))
        return refuse_not_allowed();
    const auto& stands = *facts.organisation;
    if (stands.revision != command.revision)
        return std::unexpected(
            Refusal{.code = "changed_since",
                    .field = "revision",
                    .message = "The organization was edited meanwhile; here is what stands.",
                    .current = text_of(stands)});
    if (auto fault = type_fault(command, facts)) return std::unexpected(std::move(*fault));
    if (auto fault = name_fault(command, facts, command.organisation))
        return std::unexpected(std::move(*fault));
    return OrganisationEdited{stands.revision + 1};
}

Result<OrganisationAdded> decide(const AddOrganisation& command, const OrganisationFacts& facts,
                                 const Context& context) {
    if (!can(facts.who, Verb::name_contact)) return refuse_not_allowed();
    if (command.type == OrganisationKind::state_agency)
        return refuse_field("here_already", "type",
                            "The agencies of all jurisdictions are here: admit one as a member on its page.",
                            other_types);
    if (!may_be_another(command.type))
        return refuse_field("not_that", "type", "A collaborative has one convener.", other_types);
    if (facts.named.size() >= most_organisations)
        return refuse("too_many", "This collaborative has as many organizations as it can hold.");
    if (auto fault = name_fault(command, facts, std::nullopt)) return std::unexpected(std::move(*fault));
    return OrganisationAdded{context.new_id<OrganisationId>()};
}

} // namespace interstate::membership
