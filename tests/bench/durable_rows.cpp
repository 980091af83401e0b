#include "durable_rows.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <sqlite3.h>

namespace bench {
namespace {

// As long as the digest of a real command.
constexpr std::string_view digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

std::int64_t now_ms() {
    timespec t{};
    clock_gettime(CLOCK_REALTIME, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1'000'000;
}

/// The text of this member of the frame, as it stands there.
std::string_view member(std::string_view frame, std::string_view mark) {
    const auto at = frame.find(mark);
    if (at == frame.npos) return {};
    const auto from = at + mark.size();
    return frame.substr(from, frame.find('"', from) - from);
}

int bind(sqlite3_stmt* s, int i, std::string_view value) {
    return sqlite3_bind_text(s, i, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
}
int bind(sqlite3_stmt* s, int i, std::int64_t value) { return sqlite3_bind_int64(s, i, value); }

} // namespace

DurableRows::DurableRows(const char* path) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    if (sqlite3_open_v2(path, &database_, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        die(path);
    // server/store/sqlite/sqlite_database.cpp, settle()
    constexpr const char* settings =
        "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;"
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = FAST;"
        "PRAGMA wal_autocheckpoint = 1000; PRAGMA cache_size = -8000;";
    if (sqlite3_exec(database_, settings, nullptr, nullptr, nullptr) != SQLITE_OK) die(settings);
    begin_ = prepare("BEGIN IMMEDIATE");
    commit_ = prepare("COMMIT");
    head_ = prepare("INSERT INTO streams (name, head, floor) VALUES (?, 1, 0)"
                    " ON CONFLICT (name) DO UPDATE SET head = head + 1 RETURNING head");
    head_after_ = prepare("UPDATE streams SET head = ? WHERE name = ?");
    thread_ = prepare("UPDATE threads SET last_number = last_number + 1, last_at = ?, last_by = ?, posts = "
                      "posts + 1 WHERE id = ? RETURNING last_number");
    post_ =
        prepare("INSERT INTO posts (id, thread, number, author, at, reply_to, text, html, renderer, "
                "edited_at, revision, removed, removed_by) VALUES (?, ?, ?, ?, ?, NULL, ?, ?, 1, NULL, 1, 0, "
                "NULL)");
    journal_ = prepare("INSERT INTO journal (stream, seq, at, actor, command, name, payload)"
                       " VALUES (?, ?, ?, ?, ?, 'post_added', ?)");
    receipt_ = prepare("INSERT INTO receipts (person, command, at, digest, outcome) VALUES (?, ?, ?, ?, ?)");
    read_rooms();
}

void DurableRows::begin() {
    now_ = now_ms();
    run(begin_);
}

void DurableRows::commit() {
    for (const auto number : touched_) {
        auto& room = rooms_[number];
        if (room.ahead) run(head_after_, room.head, std::string_view{room.stream});
        room.head = 0;
        room.ahead = false;
    }
    touched_.clear();
    run(commit_);
}

std::int64_t DurableRows::next_number(std::size_t number) {
    auto& room = rooms_.at(number);
    room.ahead = room.head != 0;
    if (room.ahead) return ++room.head;
    touched_.push_back(number);
    return room.head = run(head_, std::string_view{room.stream});
}

std::string DurableRows::write(const Post& post) {
    const auto seq = next_number(post.room);
    const auto& room = rooms_[post.room];
    const auto number = run(thread_, now_, post.author, std::string_view{room.thread});
    run(post_, post.command, std::string_view{room.thread}, number, post.author, now_,
        member(post.frame, "\"text\":\""), member(post.frame, "\"html\":\""));
    run(journal_, std::string_view{room.stream}, seq, now_, post.author, post.command, post.frame);
    std::string ack;
    ack.reserve(256);
    ack.append(R"({"t":"ack","id":")").append(post.command).append(R"(","positions":{")");
    ack.append(room.stream).append(R"(":)").append(std::to_string(seq)).append(R"(},"result":{"post":")");
    ack.append(post.command).append(R"("}})");
    run(receipt_, post.author, post.command, now_, digest, std::string_view{ack});
    return ack;
}

void DurableRows::read_rooms() {
    auto* rooms = prepare("SELECT stream, id FROM threads WHERE id LIKE '01K0BENCHT%' ORDER BY id");
    const auto text = [&](int column) {
        return reinterpret_cast<const char*>(sqlite3_column_text(rooms, column));
    };
    while (sqlite3_step(rooms) == SQLITE_ROW) rooms_.push_back({text(0), text(1)});
    sqlite3_finalize(rooms);
    if (rooms_.empty()) die("no rooms: tests/bench/arena.py prepares them");
}

sqlite3_stmt* DurableRows::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(database_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        die(sql);
    return statement;
}

template <class... Values>
std::int64_t DurableRows::run(sqlite3_stmt* statement, const Values&... values) {
    int index = 0;
    (bind(statement, ++index, values), ...);
    const int result = sqlite3_step(statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE) die(sqlite3_sql(statement));
    const auto value = result == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_reset(statement);
    return value;
}

void DurableRows::die(const char* doing) {
    std::fprintf(stderr, "durable_limit: %s: %s\n", doing, database_ ? sqlite3_errmsg(database_) : "");
    std::exit(1);
}

} // namespace bench
