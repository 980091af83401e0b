#include "protocol/cost.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <mutex>
#include <vector>

namespace interstate::tests {
namespace {

std::mutex mutex;
bool counting = false;
std::int64_t all_steps = 0, all_scanned = 0;
std::map<std::string, std::int64_t> by_statement;

int finished(unsigned, void*, void* statement, void*) {
    auto* done = static_cast<sqlite3_stmt*>(statement);
    const auto steps = sqlite3_stmt_status(done, SQLITE_STMTSTATUS_VM_STEP, 1);
    const auto scanned = sqlite3_stmt_status(done, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
    const std::lock_guard lock{mutex};
    if (!counting) return 0;
    all_steps += steps;
    all_scanned += scanned;
    by_statement[sqlite3_sql(done)] += steps;
    return 0;
}

int opened(sqlite3* database, char**, const struct sqlite3_api_routines*) {
    sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, finished, nullptr);
    return SQLITE_OK;
}

} // namespace

void WorkCount::prepare() {
    static const int once = sqlite3_auto_extension(reinterpret_cast<void (*)()>(opened));
    (void)once;
}

WorkCount::WorkCount() {
    const std::lock_guard lock{mutex};
    counting = true;
    all_steps = all_scanned = 0;
    by_statement.clear();
}

WorkCount::~WorkCount() {
    const std::lock_guard lock{mutex};
    counting = false;
}

std::int64_t WorkCount::steps() const {
    const std::lock_guard lock{mutex};
    return all_steps;
}

std::int64_t WorkCount::scanned() const {
    const std::lock_guard lock{mutex};
    return all_scanned;
}

std::string WorkCount::dearest() const {
    const std::lock_guard lock{mutex};
    std::vector<std::pair<std::int64_t, std::string>> sorted;
    for (const auto& [sql, steps] : by_statement) sorted.emplace_back(steps, sql);
    std::ranges::sort(sorted, std::greater{});
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(5, sorted.size()); ++i)
        text += std::to_string(sorted[i].first) + " steps: " + sorted[i].second + "\n";
    return text;
}

} // namespace interstate::tests
