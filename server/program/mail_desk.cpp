#include "program/mail_desk.hpp"

#include "base/zone.hpp"
#include "features/mail/returned.hpp"
#include "features/mail/suppression.hpp"
#include "program/data_folder.hpp"

#include <stdexcept>

namespace interstate {
namespace {

constexpr int shown = 500;
constexpr int try_again_later = 75; // EX_TEMPFAIL of sysexits.h

std::string when(Instant at) { return local_time(at, ZoneName{}).str() + "Z"; }

void list(store::Transaction& tx, std::ostream& out) {
    const int held = mail::count_held(tx);
    out << held << " held since a restore" << (held > 0 ? ": release or drop them" : "") << '\n';
    for (const auto& entry : mail::held(tx, shown))
        out << "  " << when(entry.made_at) << "  " << entry.address << "  " << entry.subject << '\n';
    const auto addresses = mail::suppressed(tx, shown);
    out << addresses.size() << (addresses.size() == 1 ? " address gave" : " addresses gave")
        << " mail back; nothing but codes is sent there\n";
    for (const auto& one : addresses)
        out << "  " << when(one.since) << "  " << one.address << "  " << one.answer << '\n';
}

void lift(store::Transaction& tx, const std::string& address, std::ostream& out) {
    if (address.empty()) throw std::runtime_error{"say which address: interstate mail lift ADDRESS"};
    if (!mail::lift(tx, address))
        throw std::runtime_error{"no mail came back from " + address + ": nothing to lift"};
    out << "Mail is sent to " << address << " again.\n";
}

std::string all_of(std::istream& in) {
    std::string text(mail::longest_returned + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

} // namespace

void mail_desk(const std::filesystem::path& data, const std::string& act, const std::string& address,
               std::ostream& out) {
    beside_server(data, [&](store::Transaction& tx) {
        if (act == "lift") return lift(tx, address, out);
        if (act == "release")
            out << "Released: " << mail::release_held(tx, wall_clock()) << ".\n";
        else if (act == "drop")
            out << "Dropped: " << mail::drop_held(tx, wall_clock()) << ".\n";
        else
            list(tx, out);
    });
}

int take_bounce(const std::filesystem::path& data, std::istream& in, std::ostream& out) {
    try {
        const auto returned = mail::read_returned(all_of(in));
        bool counted = false;
        if (returned)
            beside_server(data, [&](store::Transaction& tx) {
                counted = mail::record_returned(tx, *returned, wall_clock());
            });
        if (counted) out << "Came back: " << returned->id.str() << '\n';
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "interstate: " << error.what() << '\n';
        return try_again_later;
    }
}

} // namespace interstate
