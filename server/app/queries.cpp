#include "app/queries.hpp"

#include "base/log.hpp"
#include "features/permissions/permissions.hpp"
#include "store/grounds.hpp"
#include "store/journal.hpp"
#include "wire/condensed.hpp"

#include <numeric>

namespace interstate::app {
namespace {

constexpr std::size_t reader_threads = 2;
constexpr std::size_t waiting_reads = 5000;

std::pair<std::string, std::string> answered(const Result<wire::AnswerText>& found, const std::string& id) {
    if (!found) return {wire::refusal_frame(id, found.error()), found.error().code};
    auto text = *found;
    text.id = id;
    return {wire::answer_frame(text), {}};
}

std::vector<std::string> missed(store::Transaction& tx, const Stream& stream, std::int64_t after) {
    const auto events = store::events_after(tx, stream, after, Queries::replay_limit);
    std::vector<std::string_view> texts;
    for (const auto& event : events) texts.push_back(event.bytes);
    return wire::condensed(texts);
}

std::size_t bytes_of(const std::vector<std::string>& texts) {
    return std::accumulate(texts.begin(), texts.end(), std::size_t{0},
                           [](std::size_t sum, const std::string& text) { return sum + text.size(); });
}

} // namespace

Queries::Queries(boost::asio::io_context& io, store::Database& database, const Registry& registry,
                 metrics::Metrics& metrics, std::function<Instant()> clock)
    : io_{io}, registry_{registry}, metrics_{metrics}, clock_{std::move(clock)},
      readers_{database, reader_threads, waiting_reads} {}

void Queries::report(const std::exception_ptr& why, const std::string& query) {
    try {
        std::rethrow_exception(why);
    } catch (const std::exception& error) {
        log::warning("read_failed", {{"query", query}, {"why", error.what()}});
    } catch (...) {
        log::warning("read_failed", {{"query", query}, {"why", "unknown"}});
    }
}

void Queries::ask(AnyQuery query, std::string id, const PersonId& person,
                  std::function<void(std::string frame, std::string code)> answer) {
    using Answered = std::pair<std::string, std::string>;
    auto body = [this, query = std::move(query), id, person](store::Transaction& tx) -> Answered {
        return answered(query(tx, Context{.actor = person, .now = clock_()}), id);
    };
    read<Answered>(
        std::move(body),
        [this, id, taken = std::chrono::steady_clock::now(),
         answer = std::move(answer)](std::optional<Answered> found) {
            const Refusal busy{.code = "try_again", .message = "The server is busy. Ask again."};
            if (!found) found = {wire::refusal_frame(id, busy), busy.code};
            metrics_.query(found->second.empty() ? "done" : found->second,
                           std::chrono::steady_clock::now() - taken);
            answer(std::move(found->first), std::move(found->second));
        },
        id);
}

void Queries::catch_up(std::vector<Follow> follows, std::function<void(const std::vector<CatchUp>&)> answer) {
    using Found = std::vector<CatchUp>;
    read<Found>(
        [this, follows = std::move(follows)](store::Transaction& tx) {
            const CatchUp common{.grounds = store::grounds(tx), .footing = {.epoch = store::epoch(tx)}};
            Found found;
            for (const auto& one : follows) found.push_back(catch_up_now(tx, one, common));
            return found;
        },
        [answer = std::move(answer)](std::optional<Found> found) {
            answer(std::move(found).value_or(Found{}));
        });
}

CatchUp Queries::catch_up_now(store::Transaction& tx, const Follow& follow, CatchUp result) const {
    const auto& stream = follow.frame.stream;
    if (!permissions::may_follow(tx, follow.person, stream)) return result;
    result.allowed = true;
    const auto state = store::state_of(tx, stream);
    result.footing.floor = state.floor;
    result.position = state.head;
    if (!follow.only_rights) add_events_or_snapshot(tx, follow.frame, result);
    return result;
}

void Queries::add_events_or_snapshot(store::Transaction& tx, const wire::FollowFrame& follow,
                                     CatchUp& result) const {
    bool known = follow.epoch == result.footing.epoch && follow.after &&
                 *follow.after >= result.footing.floor && *follow.after <= result.position &&
                 result.position - *follow.after <= replay_limit;
    if (known) {
        result.events = missed(tx, follow.stream, *follow.after);
        known = bytes_of(result.events) <= replay_bytes;
    }
    if (!known) {
        result.events.clear();
        add_snapshot(tx, follow.stream, result);
    }
    result.rest.push_back(wire::live_frame(follow.stream, result.footing.epoch, result.position));
}

void Queries::add_snapshot(store::Transaction& tx, const Stream& stream, CatchUp& result) const {
    const auto records = registry_.snapshot(tx, stream);
    std::size_t sent = 0;
    do {
        const auto part = std::min(snapshot_part, records.size() - sent);
        const std::vector<wire::RecordText> some(records.begin() + static_cast<std::ptrdiff_t>(sent),
                                                 records.begin() + static_cast<std::ptrdiff_t>(sent + part));
        sent += part;
        result.rest.push_back(wire::snapshot_frame(stream, result.position, some, sent < records.size()));
    } while (sent < records.size());
}

} // namespace interstate::app
