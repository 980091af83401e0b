#include "app/registry.hpp"

#include "app/registrations/all.hpp"

namespace interstate::app {
namespace {

std::unexpected<Refusal> unknown_name(const char* what, std::string_view name,
                                      const std::vector<std::string>& known) {
    std::string list;
    for (const auto& one : known) list += (list.empty() ? "" : ", ") + one;
    return refuse_field("unknown_name", "name",
                        "There is no " + std::string{what} + " “" + std::string{name.substr(0, 60)} + "”.",
                        list);
}

template <class Map>
std::vector<std::string> keys(const Map& map) {
    std::vector<std::string> names;
    for (const auto& [name, unused] : map) names.push_back(name);
    return names;
}

} // namespace

const Registry& Registry::everything() {
    static const Registry registry = [] {
        Registry all;
        register_audit(all);
        register_erasure(all);
        register_identity(all);
        register_membership(all);
        register_permissions(all);
        register_exchanges(all);
        register_meetings(all);
        register_rooms(all);
        register_action_steps(all);
        register_discussions(all);
        register_trash(all);
        register_terms(all);
        register_reference(all);
        register_demonstration(all);
        return all;
    }();
    return registry;
}

Result<std::unique_ptr<AnyCommand>> Registry::command(std::string_view name, const wire::Json& body) const {
    const auto found = commands_.find(name);
    if (found == commands_.end()) return unknown_name("command", name, command_names());
    return found->second.decode(body);
}

Result<AnyQuery> Registry::query(std::string_view name, const wire::Json& body) const {
    const auto found = queries_.find(name);
    if (found == queries_.end()) return unknown_name("query", name, query_names());
    return found->second.decode(body);
}

std::optional<Placed> Registry::find(store::Transaction& tx, Kind kind, const Ulid& id,
                                     const std::optional<CollaborativeId>& within) const {
    return records_.at(kind).find(tx, id, within);
}

/// What is a person's alone says in its id where it is; of the others the stream says so.
std::optional<Placed> Registry::find_published(store::Transaction& tx, const Stream& stream, Kind kind,
                                               const Ulid& id) const {
    if (!is_of_seat(kind)) return find(tx, kind, id);
    return stream.kind == StreamKind::person ? find(tx, kind, stream.subject, CollaborativeId{id})
                                             : find(tx, kind, id, CollaborativeId{stream.subject});
}

bool Registry::is_of_seat(Kind kind) const { return records_.at(kind).of_seat; }

std::vector<wire::RecordText> Registry::snapshot(store::Transaction& tx, const Stream& stream) const {
    std::vector<wire::RecordText> records;
    for (const auto& [kind, entry] : records_) entry.current(tx, stream, records);
    return records;
}

std::vector<std::string> Registry::command_names() const { return keys(commands_); }
std::vector<std::string> Registry::query_names() const { return keys(queries_); }

Audited Registry::audited(std::string_view command) const {
    const auto found = commands_.find(command);
    return found == commands_.end() ? Audited::undecided : found->second.audited;
}

std::map<std::string, std::string> Registry::schemas() const {
    using wire::Json;
    const auto document = [](const char* title, Json properties) {
        return Json{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                    {"title", title},
                    {"type", "object"},
                    {"additionalProperties", false},
                    {"properties", std::move(properties)}}
                   .dump(2) +
               "\n";
    };
    Json records = Json::object(), commands = Json::object(), results = Json::object(),
         queries = Json::object(), answers = Json::object();
    for (const auto& [kind, entry] : records_) records[word_of(kind)] = entry.schema;
    for (const auto& [name, entry] : commands_) {
        commands[name] = entry.body_schema;
        results[name] = entry.result_schema;
    }
    for (const auto& [name, entry] : queries_) {
        queries[name] = entry.body_schema;
        answers[name] = entry.answer_schema;
    }
    return {{"records.json", document("Records", records)}, {"commands.json", document("Commands", commands)},
            {"results.json", document("Results", results)}, {"queries.json", document("Queries", queries)},
            {"answers.json", document("Answers", answers)}, {"words.json", words_.dump(2) + "\n"}};
}

} // namespace interstate::app
