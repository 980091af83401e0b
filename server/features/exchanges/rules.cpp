#include "features/exchanges/exchanges.hpp"

#include <algorithm>
#include <array>

namespace interstate::exchanges {
namespace {

using permissions::can;
using permissions::Verb;

constexpr std::size_t slug_limit = 80;
constexpr std::size_t objectives_limit = 8;
constexpr std::size_t states_limit = 58;

// ---- slugs

// U+00C0 to U+00FF without their accents; a hyphen for what is no letter.
constexpr std::string_view plain_letters = "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty";

std::string plain(std::string_view title) {
    std::string word;
    for (std::size_t i = 0; i < title.size(); ++i) {
        const auto byte = static_cast<unsigned char>(title[i]);
        const bool accented = byte == 0xC3 && i + 1 < title.size();
        char letter = folded(title.substr(i, 1))[0];
        if (accented) letter = plain_letters[static_cast<unsigned char>(title[++i]) & 0x3F];
        const bool fits = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (fits) word += letter;
        if (!fits && !word.empty() && word.back() != '-') word += '-';
    }
    return word;
}

std::string cut_to(std::string word, std::size_t limit) {
    if (word.size() > limit) word.resize(limit);
    while (!word.empty() && word.back() == '-') word.pop_back();
    return word;
}

// ---- what create and edit have in common

const StateChoice* choice_of(const std::vector<StateChoice>& states, std::string_view code) {
    const auto found =
        std::ranges::find(states, folded(code), [](const StateChoice& s) { return folded(s.code); });
    return found == states.end() ? nullptr : &*found;
}

template <class Command>
std::optional<Refusal> objectives_fault(const Command& command) {
    const auto count = command.objectives.size();
    if (count >= 1 && count <= objectives_limit) return std::nullopt;
    return refuse_field("out_of_bounds", "objectives",
                        "A series has " + std::to_string(count) + " objectives here.",
                        "1 to " + std::to_string(objectives_limit))
        .error();
}

template <class Command>
std::optional<Refusal> states_fault(const Command& command, const SeriesFacts& facts) {
    if (command.states.empty() || command.states.size() > states_limit)
        return refuse_field("out_of_bounds", "states",
                            "A series has " + std::to_string(command.states.size()) + " states here.",
                            "1 to " + std::to_string(states_limit))
            .error();
    std::vector<OrganisationId> named;
    for (const auto& code : command.states) {
        const auto* choice = choice_of(facts.states, code.str());
        if (!choice)
            return refuse_field("not_found", "states",
                                "“" + code.str() + "” is no state of this collaborative.",
                                "codes of its states, like OH")
                .error();
        if (std::ranges::find(named, choice->organisation) != named.end())
            return refuse_field("twice", "states", "“" + code.str() + "” is named twice.", "each state once")
                .error();
        const bool stays = std::ranges::find(facts.places, choice->organisation, &HeldPlace::organisation) !=
                           facts.places.end();
        if (!choice->core_member && !stays)
            return refuse_field("no_member", "states",
                                "“" + code.str() + "” is no core member this year, so it cannot come in.",
                                "core members of this year")
                .error();
        named.push_back(choice->organisation);
    }
    return std::nullopt;
}

template <class Command>
std::optional<Refusal> fault_of(const Command& command, const SeriesFacts& facts) {
    if (auto fault = objectives_fault(command)) return fault;
    if (auto fault = states_fault(command, facts)) return fault;
    if (command.ends_on < command.starts_on)
        return refuse_field("out_of_bounds", "ends_on", "The series ends before it starts.",
                            command.starts_on.str() + " or later")
            .error();
    return std::nullopt;
}

std::optional<Refusal> in_use_fault(const EditPlan& plan) {
    for (const auto& place : plan.dropped_places)
        if (place.in_use)
            return refuse_field("in_use", "states",
                                place.code + " has action steps or attendance in this series.",
                                "every state that has steps or attendance, " + place.code + " included")
                .error();
    for (const auto& objective : plan.dropped_objectives)
        if (objective.in_use)
            return refuse_field("in_use", "objectives",
                                "Sessions or action steps work towards “" + objective.short_name + "”.",
                                "every objective that is in use; it may be reworded in its place")
                .error();
    return std::nullopt;
}

std::unexpected<Refusal> archived() {
    return refuse("archived", "This series is in the archive and stays as it was.");
}

Refusal changed_since(const Series& series) {
    return {.code = "changed_since",
            .field = "revision",
            .message = "The series was edited meanwhile; here is its newer text.",
            .current = series.title.str() + "\n\n" + series.description.str()};
}

} // namespace

std::string slug_of(std::string_view title, const std::vector<std::string>& taken) {
    auto base = cut_to(plain(title), slug_limit);
    if (base.empty()) base = "series";
    auto slug = base;
    for (int number = 2; std::ranges::find(taken, slug) != taken.end(); ++number) {
        const auto ending = "-" + std::to_string(number);
        slug = cut_to(base, slug_limit - ending.size()) + ending;
    }
    return slug;
}

EditPlan plan_of(const EditSeries& command, const SeriesFacts& facts) {
    EditPlan plan;
    auto free = facts.objectives;
    plan.objectives.resize(command.objectives.size());
    const auto keep = [&](auto same) {
        for (std::size_t i = 0; i < command.objectives.size(); ++i) {
            if (plan.objectives[i]) continue;
            const auto found =
                std::ranges::find_if(free, [&](const HeldObjective& held) { return same(i, held); });
            if (found == free.end()) continue;
            plan.objectives[i] = found->id;
            free.erase(found);
        }
    };
    keep([&](std::size_t i, const HeldObjective& held) {
        return held.short_name == command.objectives[i].short_name.str();
    });
    keep([&](std::size_t i, const HeldObjective& held) {
        return held.text == command.objectives[i].text.str();
    });
    keep([&](std::size_t i, const HeldObjective& held) { return held.ordinal == static_cast<int>(i) + 1; });
    plan.dropped_objectives = std::move(free);

    plan.dropped_places = facts.places;
    for (const auto& code : command.states) {
        const auto* choice = choice_of(facts.states, code.str());
        if (!choice) continue;
        const auto stays = std::erase_if(plan.dropped_places, [&](const HeldPlace& held) {
            return held.organisation == choice->organisation;
        });
        if (stays == 0) plan.added_states.push_back(*choice);
    }
    return plan;
}

Result<SeriesCreated> decide(const CreateSeries& command, const SeriesFacts& facts, const Context& context) {
    if (!can(facts.who, Verb::manage_exchanges)) return refuse_not_allowed();
    if (auto fault = fault_of(command, facts)) return std::unexpected(*fault);
    return SeriesCreated{context.new_id<SeriesId>(), slug_of(command.title.str(), facts.slugs)};
}

bool may_edit(const SeriesFacts& facts) {
    if (facts.series->state == SeriesState::draft && !can(facts.who, Verb::see_staff)) return false;
    return can(facts.who, Verb::manage_exchanges, {.series = facts.series->id});
}

Result<SeriesEdited> decide(const EditSeries& command, const SeriesFacts& facts, const Context&) {
    if (!facts.series || !may_edit(facts)) return refuse_not_allowed();
    if (!facts.series->current) return archived();
    if (facts.series->revision != command.revision) return std::unexpected(changed_since(*facts.series));
    if (auto fault = fault_of(command, facts)) return std::unexpected(*fault);
    if (auto fault = in_use_fault(plan_of(command, facts))) return std::unexpected(*fault);
    return SeriesEdited{facts.series->revision + 1};
}

Result<SeriesPublished> decide(const PublishSeries&, const SeriesFacts& facts, const Context&) {
    if (!facts.series || !can(facts.who, Verb::manage_exchanges)) return refuse_not_allowed();
    if (!facts.series->current) return archived();
    if (facts.series->state != SeriesState::draft)
        return refuse("published_already", "This series was published already.");
    return SeriesPublished{};
}

} // namespace interstate::exchanges
