// Any bytes as a frame, and any object as the body of every command and query.
#include "app/registry.hpp"
#include "fuzz/must.hpp"

using namespace interstate;

namespace {

void look_at(const Refusal& refusal) {
    must(!refusal.code.empty() && !refusal.message.empty(), "a refusal says why");
    must(count_characters(wire::refusal_frame("", refusal)).has_value(), "a refusal is valid UTF-8");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto& registry = app::Registry::everything();
    static const auto commands = registry.command_names(), queries = registry.query_names();

    const auto frame = wire::decode_frame(bytes);
    if (!frame) {
        look_at(frame.error().refusal);
    } else if (const auto* command = std::get_if<wire::CommandFrame>(&*frame)) {
        if (const auto decoded = registry.command(command->name, command->body); !decoded)
            look_at(decoded.error());
    } else if (const auto* query = std::get_if<wire::QueryFrame>(&*frame)) {
        if (const auto decoded = registry.query(query->name, query->body); !decoded) look_at(decoded.error());
    }

    const auto object = wire::parse_object(bytes);
    if (!object) return 0;
    must(wire::parse_object(wire::dump(*object)).has_value(),
         "what was accepted is accepted again as it is written");
    for (const auto& name : commands)
        if (const auto decoded = registry.command(name, *object); !decoded) look_at(decoded.error());
    for (const auto& name : queries)
        if (const auto decoded = registry.query(name, *object); !decoded) look_at(decoded.error());
    return 0;
}
