#pragma once
// The rows of a post, written as the product writes them: the same statements, bound and stepped and nothing
// else.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace bench {

/// One post as its sender says it. The views last until the message does.
struct Post {
    std::string_view author, command, frame;
    std::size_t room = 0;
};

/// A database prepared by tests/bench/arena.py, open as server/store/sqlite opens it for its writer.
class DurableRows {
  public:
    /// Ends the process when the database cannot be opened or holds no rooms.
    explicit DurableRows(const char* path);

    void begin();
    /// Stream head, thread head, post, journal and receipt. Gives the ack, which the receipt keeps.
    std::string write(const Post& post);
    /// Puts down the heads that were counted on meanwhile, as server/store/heads does, and commits.
    void commit();

  private:
    struct Room {
        std::string stream, thread;
        /// Of the stream, in this transaction; 0 before the first post.
        std::int64_t head = 0;
        bool ahead = false;
    };
    std::int64_t next_number(std::size_t number);
    sqlite3_stmt* prepare(const char* sql);
    /// Binds, steps once; the first column, or 0.
    template <class... Values>
    std::int64_t run(sqlite3_stmt* statement, const Values&... values);
    void read_rooms();
    [[noreturn]] void die(const char* doing);

    sqlite3* database_ = nullptr;
    sqlite3_stmt *begin_ = nullptr, *commit_ = nullptr, *head_ = nullptr, *head_after_ = nullptr,
                 *thread_ = nullptr, *post_ = nullptr, *journal_ = nullptr, *receipt_ = nullptr;
    std::vector<Room> rooms_;
    /// Those that were written to in this transaction.
    std::vector<std::size_t> touched_;
    std::int64_t now_ = 0;
};

} // namespace bench
