#include "store/verify.hpp"

#include "store/receipts.hpp"

#include <algorithm>

namespace interstate::store {
namespace {

/// So many faults of one sort are told; the others are counted.
constexpr int told_faults = 3;
constexpr int receipts_at_a_time = 1000;
/// Old receipts go once an hour, and clocks are set: events so near to the end of a receipt's life may have
/// none.
constexpr Millis receipts_slack = std::chrono::days{1};

struct StoredReceipt {
    std::string person;
    std::string command;
    std::string outcome;
};

/// Sentences, the first few of them.
class Faults {
  public:
    void add(const std::string& sentence) {
        if (++count_ > told_faults) return;
        text_ += (text_.empty() ? "" : "; ") + sentence;
    }
    [[nodiscard]] std::string text() const {
        return count_ > told_faults ? text_ + "; and " + std::to_string(count_ - told_faults) + " more"
                                    : text_;
    }

  private:
    int count_ = 0;
    std::string text_;
};

struct CountedStream {
    std::string name;
    std::int64_t head = 0;
    std::int64_t floor = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t events = 0;
    std::int64_t lost_payloads = 0;
    std::int64_t late_payloads = 0;
};

std::string fault_of(const CountedStream& stream) {
    const auto head = std::to_string(stream.head);
    if (stream.last != stream.head)
        return "ends at " + std::to_string(stream.last) + ", but its head is " + head;
    if (stream.first != 1) return "begins at " + std::to_string(stream.first);
    if (stream.events != stream.head)
        return "has a gap: " + std::to_string(stream.events) + " events up to " + head;
    if (stream.floor > stream.head) return "has a floor above its head";
    if (stream.lost_payloads > 0)
        return "has lost the payloads of " + std::to_string(stream.lost_payloads) + " events above its floor";
    if (stream.late_payloads > 0)
        return "keeps " + std::to_string(stream.late_payloads) + " payloads that are forgotten";
    return {};
}

std::string fault_of(Transaction& tx, const StoredReceipt& receipt, const PositionsOf& positions_of) {
    for (const auto& [stream, seq] : positions_of(receipt.outcome))
        if (!tx.any("SELECT 1 FROM journal WHERE stream = ? AND seq = ? AND command = ?", stream, seq,
                    receipt.command))
            return "command " + receipt.command + " was acknowledged as number " + std::to_string(seq) +
                   " of " + stream + ", which is not its event";
    return {};
}

void look_at_receipts(Transaction& tx, const PositionsOf& positions_of, Faults& faults) {
    std::vector<StoredReceipt> some;
    StoredReceipt last;
    do {
        some = tx.rows<StoredReceipt>("SELECT person, command, outcome FROM receipts"
                                      " WHERE (command, person) > (?, ?) ORDER BY command, person LIMIT ?",
                                      last.command, last.person, receipts_at_a_time);
        for (const auto& receipt : some)
            if (const auto fault = fault_of(tx, receipt, positions_of); !fault.empty()) faults.add(fault);
        if (!some.empty()) last = some.back();
    } while (!some.empty());
}

void look_for_missing_receipts(Transaction& tx, Instant now, Faults& faults) {
    // A clock that was ahead for a while has ended the life of receipts that look young now.
    const auto latest = std::max(now, tx.row<Instant>("SELECT coalesce(max(at), 0) FROM journal").value());
    const auto missing =
        tx.row<std::int64_t>("SELECT count(*) FROM journal e WHERE e.at > ? AND e.command <> ? AND NOT EXISTS"
                             " (SELECT 1 FROM receipts r WHERE r.person = coalesce(e.actor, ?)"
                             " AND r.command = e.command)",
                             latest - receipt_life + receipts_slack, Ulid{}, Ulid{})
            .value();
    if (missing > 0) faults.add(std::to_string(missing) + " events have no receipt of their command");
}

} // namespace

Reached reached(Transaction& tx) {
    Reached reached;
    reached.sequence = tx.row<std::int64_t>("SELECT coalesce(sum(head), 0) FROM streams").value();
    reached.streams = tx.row<std::int64_t>("SELECT count(*) FROM streams").value();
    reached.receipts = tx.row<std::int64_t>("SELECT count(*) FROM receipts").value();
    reached.last = tx.row<Instant>("SELECT coalesce(max(at), 0) FROM journal").value();
    return reached;
}

int looked_up_schema(Transaction& tx) {
    return tx.row<int>("SELECT coalesce(max(number), 0) FROM schema_versions").value();
}

std::string fault_of_journal(Transaction& tx) {
    // The key of the journal is (stream, seq): a number twice is for the database's own check to find.
    const auto streams = tx.rows<CountedStream>(
        "SELECT s.name, s.head, s.floor, coalesce(min(e.seq), 1), coalesce(max(e.seq), 0), count(e.seq),"
        " coalesce(sum(e.seq > s.floor AND e.payload IS NULL), 0),"
        " coalesce(sum(e.seq <= s.floor AND e.payload IS NOT NULL), 0)"
        " FROM streams s LEFT JOIN journal e ON e.stream = s.name GROUP BY s.name, s.head, s.floor"
        " ORDER BY s.name");
    Faults faults;
    for (const auto& stream : streams)
        if (const auto fault = fault_of(stream); !fault.empty()) faults.add(stream.name + " " + fault);
    for (const auto& name : tx.rows<std::string>("SELECT DISTINCT stream FROM journal WHERE stream NOT IN"
                                                 " (SELECT name FROM streams) ORDER BY stream"))
        faults.add("events of " + name + ", which is not among the streams");
    return faults.text();
}

std::string fault_of_receipts(Transaction& tx, Instant now, const PositionsOf& positions_of) {
    Faults faults;
    look_at_receipts(tx, positions_of, faults);
    look_for_missing_receipts(tx, now, faults);
    return faults.text();
}

std::vector<std::string> last_payloads(Transaction& tx, const std::string& stream, int limit) {
    return tx.rows<std::string>("SELECT payload FROM journal WHERE stream = ? AND payload IS NOT NULL"
                                " ORDER BY seq DESC LIMIT ?",
                                stream, limit);
}

std::vector<std::string> stream_names(Transaction& tx) {
    return tx.rows<std::string>("SELECT name FROM streams ORDER BY name");
}

} // namespace interstate::store
