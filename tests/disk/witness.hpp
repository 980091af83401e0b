#pragma once
// What people were told, and when, counted in steps of the disk; and what a database must hold for it to be
// true.
#include "store/transaction.hpp"

#include <nlohmann/json.hpp>

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace interstate::tests::disk {

using Json = nlohmann::json;

/// A moment: after so many steps of this life. A life begins when the server starts.
struct When {
    int life = 0;
    std::size_t steps = 0;
    auto operator<=>(const When&) const = default;
};

/// A post as it was sent.
struct Sent {
    When when;
    int writer = 0;
    std::string person, thread, text;
};

/// What its acknowledgement said.
struct Acked {
    When when;
    int number = 0;
    std::map<std::string, std::int64_t> positions;
    bool operator==(const Acked& other) const {
        return number == other.number && positions == other.positions;
    }
};

struct Heard {
    When when;
    std::string bytes;
};

/// Whether two people who were told these heard of the same event: records may have been left out for either.
bool same_event(const std::string& one, const std::string& other);

class Witness {
  public:
    /// Posts by the id of their command.
    std::map<std::string, Sent> sent;
    std::map<std::string, Acked> acked;
    /// Events by stream and number, whoever heard them.
    std::map<std::pair<std::string, std::int64_t>, Heard> heard;
    /// Texts of posts that a query answered with.
    std::map<std::string, When> shown;
    /// Where each writer stands in each stream.
    std::map<std::pair<int, std::string>, std::map<When, std::int64_t>> positions;

    /// What had been told by then.
    [[nodiscard]] Witness as_of(const When& when) const;

    /// What is wrong with a database, in words, if all this was told: acknowledged posts lost, doubled or
    /// moved; events or posts shown and taken back; gaps; receipts that do not agree.
    [[nodiscard]] std::vector<std::string> faults(store::Transaction& tx) const;

    [[nodiscard]] Json written() const;
    static Witness read(const Json& json);

  private:
    void judge_posts(store::Transaction& tx, std::vector<std::string>& found) const;
    void judge_receipts(store::Transaction& tx, std::vector<std::string>& found) const;
    void judge_news(store::Transaction& tx, std::vector<std::string>& found) const;
    /// Whether the journal holds this event, with nothing more than records that it has again later.
    static bool holds(store::Transaction& tx, const std::string& stream, std::int64_t seq,
                      const std::string& heard);
};

} // namespace interstate::tests::disk
