// Any message as one that came back: nothing is read out of it but a whole report with an id and addresses.
#include "features/mail/returned.hpp"
#include "base/text.hpp"
#include "fuzz/must.hpp"

#include <algorithm>

using namespace interstate;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view message{reinterpret_cast<const char*>(data), size};
    const auto returned = mail::read_returned(message);
    if (!returned) return 0;
    must(!returned->addresses.empty() && returned->addresses.size() <= 200, "it names who was not reached");
    must(folded(message).find(folded(returned->id.str())) != std::string::npos, "the id stands in it");
    must(returned->answer.starts_with("5."), "it is for good");
    must(returned->answer.size() <= 400, "the answer is short");
    must(std::ranges::all_of(returned->answer, [](char c) { return c >= ' ' && c <= '~'; }),
         "the answer is one line");
    return 0;
}
