#include "program/verify.hpp"

#include "app/registry.hpp"
#include "features/audit/audit.hpp"
#include "program/data_folder.hpp"
#include "program/seal.hpp"
#include "store/copies.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_copy.hpp"

#include <map>
#include <tuple>

namespace interstate {
namespace {

/// Of each stream: enough to see that what was just published is there, and little to read.
constexpr int looked_at_events = 50;

std::vector<std::pair<std::string, std::int64_t>> positions_of(std::string_view ack) {
    std::vector<std::pair<std::string, std::int64_t>> positions;
    const auto frame = wire::Json::parse(ack);
    for (const auto& [stream, seq] : frame.at("positions").items())
        positions.emplace_back(stream, seq.get<std::int64_t>());
    return positions;
}

/// What the news last said of a record: that it is there, or that it went.
using LastWords = std::map<std::pair<std::string, std::string>, bool>;
/// The same of all streams. There is one of a person's records in each collaborative where they have a seat:
/// of those the stream is part of the name, which is empty for others.
using Said = std::map<std::tuple<std::string, std::string, std::string>, bool>;

/// Of a newer program nothing is known.
std::optional<Kind> known_kind(const std::string& word) {
    Kind kind{};
    return enum_of(word, kind) ? std::optional{kind} : std::nullopt;
}

/// Newest first: what is known already was said later. What went from one stream may be at home in another.
void read_news(const std::string& payload, LastWords& of_stream) {
    const auto event = wire::Json::parse(payload);
    for (const auto& [member, there] : {std::pair{"puts", true}, std::pair{"removes", false}})
        for (const auto& record : event.value(member, wire::Json::array()))
            of_stream.try_emplace({record.at("kind"), record.at("id")}, there);
}

std::string fault_of_records(store::Transaction& tx) {
    const auto& registry = app::Registry::everything();
    Said said;
    for (const auto& stream : store::stream_names(tx)) {
        LastWords of_stream;
        for (const auto& payload : store::last_payloads(tx, stream, looked_at_events))
            read_news(payload, of_stream);
        for (const auto& [record, there] : of_stream) {
            const auto kind = known_kind(record.first);
            const auto place = kind && registry.is_of_seat(*kind) ? stream : std::string{};
            const auto [known, fresh] = said.try_emplace({record.first, record.second, place}, there);
            known->second = known->second && there;
        }
    }
    for (const auto& [record, there] : said) {
        const auto& [word, text, place] = record;
        const auto kind = known_kind(word);
        const auto id = Ulid::parse(text);
        if (!there || !kind || !id) continue;
        const auto stream = Stream::parse(place);
        if (!(stream ? registry.find_published(tx, *stream, *kind, *id) : registry.find(tx, *kind, *id)))
            return "the " + word + " " + text + " was published last, and is not there";
    }
    return {};
}

std::string fault_of_schema(int schema) {
    const int newest = store::migrations().back().number;
    if (schema == 0) return "there is none: this is no data of Interstate";
    if (schema > newest)
        return "was made by a newer Interstate (schema " + std::to_string(schema) + ", this program knows " +
               std::to_string(newest) + "): use that version";
    return {};
}

std::string name_of_schema(int schema) {
    const int newest = store::migrations().back().number;
    return "schema " + std::to_string(schema) +
           (schema > 0 && schema < newest
                ? ", which is brought to " + std::to_string(newest) + " when the server starts"
                : "");
}

std::string name_of_seal(const std::filesystem::path& file) {
    return sealed_bytes(file) ? "seal" : "seal: there is none, so changed bytes in a text would not show";
}

/// A check that throws has found something.
template <class Check>
bool told(const Tell& tell, const std::string& what, const Check& check) {
    std::string wrong;
    try {
        wrong = check();
    } catch (const std::exception& error) {
        wrong = error.what();
    }
    while (wrong.ends_with('\n')) wrong.pop_back();
    return tell(what, wrong);
}

std::string fault_of_file(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return file.string() + " is not there";
    if (!std::filesystem::is_regular_file(file, error)) return file.string() + " is no file";
    return {};
}

/// A copy without the seal that it was given is cut off.
std::string fault_of_copy(const std::filesystem::path& file, store::Transaction& tx) {
    if (store::copy_made_at(tx) && !store::has_log(file) && !sealed_bytes(file)) return "has lost its end";
    return {};
}

} // namespace

void check_content(store::Connection& connection, Instant now, const Tell& tell) {
    connection.begin_read();
    store::Transaction tx{connection};
    told(tell, "journal", [&] { return store::fault_of_journal(tx); });
    told(tell, "receipts", [&] { return store::fault_of_receipts(tx, now, positions_of); });
    if (store::looked_up_schema(tx) >= audit::first_schema)
        told(tell, "audit", [&] { return audit::fault_of_chain(tx); });
    const bool older = store::looked_up_schema(tx) < store::migrations().back().number;
    // The features' own SQL reads records, and knows this program's tables only.
    if (!older) told(tell, "records", [&] { return fault_of_records(tx); });
    connection.rollback();
}

std::optional<store::Reached> verify_file(const std::filesystem::path& file, const Tell& tell) {
    bool sound = true;
    const Tell count = [&](const std::string& what, const std::string& wrong) {
        sound = tell(what, wrong) && sound;
        return wrong.empty();
    };
    if (!told(count, "file", [&] { return fault_of_file(file); })) return std::nullopt;
    // While a server writes it, a file is never twice the same.
    if (!store::has_log(file)) told(count, name_of_seal(file), [&] { return fault_of_seal(file); });
    std::unique_ptr<store::Connection> connection;
    const auto open = [&] {
        connection = store::open_to_look(file);
        return connection->integrity();
    };
    if (!told(count, "database integrity", open) && !connection) return std::nullopt;
    store::Transaction tx{*connection};
    const int schema = store::looked_up_schema(tx);
    if (!told(count, name_of_schema(schema), [&] { return fault_of_schema(schema); })) return std::nullopt;
    if (const auto fault = fault_of_copy(file, tx); !fault.empty()) count("end of the copy", fault);
    std::optional<store::Reached> reached;
    try {
        check_content(*connection, store::copy_made_at(tx).value_or(wall_clock()), count);
        reached = store::reached(tx);
    } catch (const std::exception& error) {
        count("content", error.what());
    }
    return sound ? reached : std::nullopt;
}

int verify(const std::filesystem::path& file, std::ostream& out) {
    int failed = 0;
    const auto tell = [&](const std::string& what, const std::string& wrong) {
        out << (wrong.empty() ? "ok    " + what : "WRONG " + what + ": " + wrong) << '\n';
        failed += wrong.empty() ? 0 : 1;
        return wrong.empty();
    };
    const auto reached = verify_file(file, tell);
    if (!reached) return failed;
    out << "Reaches sequence " << reached->sequence << " in " << reached->streams << " streams, "
        << reached->receipts << " receipts";
    if (reached->last.ms > 0) out << ", last event " << as_name(reached->last);
    out << ".\n";
    return failed;
}

} // namespace interstate
