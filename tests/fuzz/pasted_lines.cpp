// Any text as a list of people that somebody pastes: every line is good or named with what is wrong with it.
#include "base/text.hpp"
#include "features/identity/identity.hpp"
#include "fuzz/must.hpp"

#include <set>

using namespace interstate;
using namespace interstate::identity;

namespace {

PasteFacts facts_of(bool administrator) {
    PasteFacts facts;
    facts.who.roles = {administrator ? Role::administrator : Role::facilitator};
    facts.places = {{.id = OrganisationId{Ulid::from({1}, {1})},
                     .code = "OH",
                     .short_name = "Ohio",
                     .name = "Ohio Department of Education"},
                    {.id = OrganisationId{Ulid::from({1}, {2})},
                     .short_name = "CCSSO",
                     .name = "Council of Chief State School Officers"}};
    facts.known = {{.address = "ana@agency.example", .name = PersonName{"Ana"}, .here = true},
                   {.address = "secret@agency.example", .name = PersonName{"Hidden Person"}}};
    return facts;
}

void look_at_good(const CheckedLine& line, bool administrator, std::set<std::string>& addresses) {
    must(!line.name.empty(), "a good line has a name");
    must(is_address(line.address.str()), "a good line has an address");
    must(addresses.insert(folded(line.address.str())).second, "an address is good once");
    must(folded(line.address.str()) != "ana@agency.example" &&
             folded(line.address.str()) != "secret@agency.example",
         "who is here is not added");
    const bool of_state = !line.place.code.empty();
    must(!line.place.short_name.empty(), "a good line has a place");
    const bool state_role = line.role == Role::state_lead || line.role == Role::state_member;
    must(of_state || !state_role, "state teams are of states");
    must(administrator || (line.role != Role::administrator && line.role != Role::facilitator),
         "only an administrator adds staff");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const bool administrator = data[0] % 2;
    const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    for (const auto& line : pasted_lines(bytes)) must(line.number > 0, "lines count from 1");
    (void)is_address(bytes);
    const auto lines = Prose<1, 20000>::parse(bytes);
    if (!lines) return 0;
    std::set<std::string> addresses;
    int last = 0;
    for (const auto& line : checked_lines(AddPeople{.lines = *lines}, facts_of(administrator))) {
        must(line.number > last, "lines stay in order");
        last = line.number;
        must(count_characters(line.text) && count_characters(line.problem), "what is said is valid UTF-8");
        must(line.problem.find("Hidden Person") == line.problem.npos ||
                 bytes.find("Hidden Person") != bytes.npos,
             "names of elsewhere stay hidden");
        if (line.problem.empty()) look_at_good(line, administrator, addresses);
    }
    return 0;
}
