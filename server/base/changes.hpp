#pragma once
// What a command's `record` says it changed. `app` reads the records back and makes the events of them.
#include "base/id.hpp"
#include "base/kind.hpp"
#include "base/notice.hpp"
#include "base/stream.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace interstate {

class Changes {
  public:
    struct Put {
        Kind kind;
        Ulid id;
        /// Whose it is, of records that there is one of for each seat of a person.
        std::optional<CollaborativeId> within = {};
        bool operator==(const Put&) const = default;
    };
    struct Remove {
        Stream stream;
        Kind kind;
        Ulid id;
        bool operator==(const Remove&) const = default;
    };

    /// The record is new or differs: its whole public form goes to its home stream.
    void put(Kind kind, const Ulid& id) { add(puts_, Put{kind, id}); }
    /// The same for what there is one of in each collaborative where the person has a seat: others hear
    /// nothing.
    void put(Kind kind, const Ulid& person, const CollaborativeId& within) {
        add(puts_, Put{kind, person, within});
    }
    /// The record is gone from a stream: deleted, or now at home elsewhere.
    void remove(const Stream& stream, Kind kind, const Ulid& id) { add(removes_, Remove{stream, kind, id}); }
    /// What this person may see or do has changed: the Hub asks again before it publishes anything later.
    void access_changed(const PersonId& person) { add(access_, person); }

    /// No sign-in and no token of this person is good any more: their connections end.
    void signed_out(const PersonId& person) { add(signed_out_, person); }

    /// What came of this stream by query is no longer for its readers, and is too much to name: they start
    /// over with a snapshot.
    void start_over(const Stream& stream) { add(started_over_, stream); }

    /// Somebody is told of it by mail.
    void notify(Notice notice) { notices_.push_back(std::move(notice)); }

    [[nodiscard]] const std::vector<Put>& puts() const { return puts_; }
    [[nodiscard]] const std::vector<Remove>& removes() const { return removes_; }
    [[nodiscard]] const std::vector<PersonId>& access() const { return access_; }
    [[nodiscard]] const std::vector<PersonId>& signed_out() const { return signed_out_; }
    [[nodiscard]] const std::vector<Stream>& started_over() const { return started_over_; }
    [[nodiscard]] const std::vector<Notice>& notices() const { return notices_; }

  private:
    template <class T>
    static void add(std::vector<T>& list, const T& one) {
        if (std::ranges::find(list, one) == list.end()) list.push_back(one);
    }
    std::vector<Put> puts_;
    std::vector<Remove> removes_;
    std::vector<PersonId> access_, signed_out_;
    std::vector<Stream> started_over_;
    std::vector<Notice> notices_;
};

/// One page of a query's answer: records of one or more kinds, and where the next page begins.
template <class... Records>
struct Page {
    std::tuple<std::vector<Records>...> records;
    std::optional<std::string> next;
};

} // namespace interstate
