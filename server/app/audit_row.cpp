#include "app/audit_row.hpp"

#include "base/secret.hpp"

namespace interstate::app {
namespace {

constexpr std::size_t named_people_limit = 200;

/// What people wrote is not said again where it cannot be taken back.
bool is_told(Kind kind) { return kind != Kind::post && kind != Kind::post_flag; }

std::string record_text(store::Transaction& tx, const Registry& registry, const Subject& subject) {
    if (!is_told(subject.kind)) return {};
    const auto placed = registry.find(tx, subject.kind, subject.id, subject.within);
    return placed ? placed->text.record : "";
}

/// Records of people that changed besides the subject.
std::vector<std::string> people_texts(store::Transaction& tx, const Registry& registry,
                                      const Subject& subject, const Changes& changes) {
    std::vector<std::string> texts;
    for (const auto& put : changes.puts()) {
        if (put.kind != Kind::person || put.id == subject.id || texts.size() == named_people_limit) continue;
        if (auto text = record_text(tx, registry, {.kind = put.kind, .id = put.id, .within = put.within});
            !text.empty())
            texts.push_back(std::move(text));
    }
    return texts;
}

std::string object_of(const std::vector<std::pair<std::string, std::string>>& members) {
    std::string text = "{";
    for (const auto& [name, value] : members)
        if (!value.empty()) text += (text.size() > 1 ? ",\"" : "\"") + name + "\":" + value;
    return text + "}";
}

std::string list_of(const std::vector<std::string>& texts) {
    std::string list;
    for (const auto& text : texts) list += (list.empty() ? "[" : ",") + text;
    return list.empty() ? list : list + "]";
}

/// Every id in it; whose they are is looked up where they are written.
void add_ids(const wire::Json& json, std::vector<Ulid>& ids) {
    if (json.is_string())
        if (const auto id = Ulid::parse(json.get_ref<const std::string&>())) ids.push_back(*id);
    for (const auto& [unused, value] : json.items())
        if (json.is_structured()) add_ids(value, ids);
}

std::vector<PersonId> people_in(const std::string& before, const std::string& after) {
    std::vector<PersonId> people;
    for (const auto& text : {before, after})
        for (const auto& id : ids_in(text)) people.emplace_back(id);
    return people;
}

} // namespace

std::vector<Ulid> ids_in(const std::string& text) {
    std::vector<Ulid> ids;
    if (!text.empty()) add_ids(wire::Json::parse(text), ids);
    return ids;
}

Looked look_at(store::Transaction& tx, const Registry& registry, const Subject& subject) {
    return {.subject = subject, .before = record_text(tx, registry, subject)};
}

void write_audit_row(store::Transaction& tx, const Registry& registry, const Looked& looked,
                     const AnyCommand& command, const Changes& changes, const Context& context,
                     audit::Via via) {
    const bool changed = !changes.puts().empty() || !changes.removes().empty();
    if (context.by_system() && !changed && !looked.subject.told_anyway) return;
    // Who is shown a secret, and what was pasted, is for nobody else.
    const bool silent = command.secret_result() || command.forgets();
    const auto asked = silent ? std::string{} : command.body();
    const auto before = command.forgets() ? std::string{} : looked.before;
    auto after = object_of({{"asked", asked},
                            {"record", record_text(tx, registry, looked.subject)},
                            {"people", list_of(people_texts(tx, registry, looked.subject, changes))}});
    const auto people = people_in(before, after);
    audit::add(tx,
               {.actor = context.actor,
                .via = context.by_system() ? audit::Via::system : via,
                .verb = std::string{command.name()},
                .target_kind = word_of(looked.subject.kind),
                .target = looked.subject.id,
                .command = context.command,
                .before = before,
                .after = std::move(after),
                .people = people,
                .collaborative = looked.subject.within},
               context.now, random_secret());
}

void write_own_row(store::Transaction& tx, const std::string& verb, const PersonId& person, Instant now,
                   const std::string& detail) {
    const auto after = detail.empty() ? std::string{} : wire::Json{{"what", detail}}.dump();
    audit::add(tx,
               {.actor = person,
                .via = audit::Via::web,
                .verb = verb,
                .target_kind = word_of(Kind::person),
                .target = person,
                .after = after},
               now, random_secret());
}

} // namespace interstate::app
