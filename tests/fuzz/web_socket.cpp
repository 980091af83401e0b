// Any bytes as what a client sends after the upgrade, in any pieces: what is heard does not depend on the
// cuts.
#include "fuzz/must.hpp"
#include "net/web_socket_codec.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <vector>

using namespace interstate;

namespace {

constexpr std::size_t limit = 4096;

std::vector<std::string> heard(std::string bytes, std::size_t piece) {
    net::FrameReader reader{limit};
    std::vector<std::string> all;
    for (std::size_t from = 0; from < bytes.size(); from += piece) {
        std::span<char> rest{bytes.data() + from, std::min(piece, bytes.size() - from)};
        for (;;) {
            const auto before = rest.size();
            const auto next = reader.next(rest);
            must(rest.size() <= before, "bytes are taken from the front");
            if (!next) {
                all.push_back("fault " + std::to_string(static_cast<int>(next.error())));
                return all;
            }
            if (!*next) {
                must(rest.empty(), "what is there is taken before more is asked for");
                break;
            }
            const auto& [opcode, payload] = **next;
            must(payload.size() <= limit, "no message is longer than the limit");
            must(opcode != net::Opcode::text || count_characters(payload), "text is UTF-8");
            if (opcode == net::Opcode::close)
                if (const auto code = net::close_code_of(payload); code && *code)
                    must(**code >= 1000, "codes begin at 1000");
            all.push_back(std::to_string(static_cast<int>(opcode)) + std::string{payload});
        }
    }
    return all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    must(heard(bytes, data[0] % 31 + 1U) == heard(bytes, bytes.size() + 1), "the cuts do not matter");
    return 0;
}
