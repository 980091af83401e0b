#include "metrics/metrics.hpp"

#include "base/instant.hpp"
#include "metrics/process_figures.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>
#include <sstream>

namespace interstate::metrics {
namespace {

using namespace prometheus;

/// 100 µs to 10 s: from a commit on a fast disk to what a person would call broken.
const Histogram::BucketBoundaries times{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                        0.05,   0.1,     0.25,   0.5,   1,      2.5,   5,    10};
/// One person alone to everybody whom the server is built for.
const Histogram::BucketBoundaries people{0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000};
const Histogram::BucketBoundaries sizes{1, 2, 4, 8, 16, 32, 64, 128, 256};

double in_seconds(std::chrono::steady_clock::duration time) {
    return std::chrono::duration<double>(time).count();
}

std::string word_of_close(std::optional<live::CloseCode> code) {
    if (!code) return "left";
    switch (*code) {
    case live::CloseCode::going_away:
        return "going_away";
    case live::CloseCode::protocol_error:
        return "protocol_error";
    case live::CloseCode::not_text:
        return "not_text";
    case live::CloseCode::not_utf8:
        return "not_utf8";
    case live::CloseCode::not_welcome:
        return "not_welcome";
    case live::CloseCode::too_big:
        return "too_big";
    case live::CloseCode::too_slow:
        return "too_slow";
    }
    return "other";
}

} // namespace

struct Metrics::Families {
    Registry registry;

    Counter& counter(const char* name, const char* help) {
        return BuildCounter().Name(name).Help(help).Register(registry).Add({});
    }
    Family<Counter>& counters(const char* name, const char* help) {
        return BuildCounter().Name(name).Help(help).Register(registry);
    }
    Gauge& gauge(const char* name, const char* help) {
        return BuildGauge().Name(name).Help(help).Register(registry).Add({});
    }
    Histogram& histogram(const char* name, const char* help, const Histogram::BucketBoundaries& bounds) {
        return BuildHistogram().Name(name).Help(help).Register(registry).Add({}, bounds);
    }

    Family<Counter>& commands = counters("interstate_commands_total", "Commands by name and outcome.");
    /// The family's own lookup builds a map of labels each time.
    std::map<std::pair<std::string, std::string>, Counter*, std::less<>> command_counters;
    Counter& command(std::string_view name, std::string_view outcome) {
        auto& found = command_counters[{std::string{name}, std::string{outcome}}];
        if (!found) found = &commands.Add({{"name", std::string{name}}, {"outcome", std::string{outcome}}});
        return *found;
    }
    Histogram& command_waits =
        histogram("interstate_command_wait_seconds", "From taking a command to its turn.", times);
    Histogram& command_times =
        histogram("interstate_command_seconds", "From taking a command to answering it.", times);
    Family<Counter>& queries = counters("interstate_queries_total", "Queries by outcome.");
    Histogram& query_times =
        histogram("interstate_query_seconds", "From taking a query to answering it.", times);

    Histogram& commit_times = histogram("interstate_commit_seconds", "The COMMIT of one transaction.", times);
    Histogram& commit_sizes =
        histogram("interstate_commit_units", "Commands and other writing in one transaction.", sizes);

    Histogram& followers =
        histogram("interstate_event_followers", "Followers that one event went to.", people);
    Histogram& cue_followers =
        histogram("interstate_cue_followers", "Followers that one cue went to.", people);
    Family<Counter>& responses = counters("interstate_http_responses_total", "HTTP responses by status.");
    Family<Counter>& mails = counters("interstate_mail_total", "Letters by what a mail server said to them.");
    Counter& connections_opened =
        counter("interstate_connections_opened_total", "Live connections that were let in.");
    Family<Counter>& closes =
        counters("interstate_connections_closed_total", "Ended live connections by reason; too_slow did not"
                                                        " read what was sent to it.");

    Gauge& connections = gauge("interstate_connections", "Live connections now.");
    Gauge& streams = gauge("interstate_followed_streams", "Streams that somebody follows now.");
    Gauge& commands_waiting = gauge("interstate_commands_waiting", "Commands that wait for their turn now.");
    Gauge& reads_waiting = gauge("interstate_reads_waiting", "Reads that wait for a reader now.");
    Family<Gauge>& backup_age = BuildGauge()
                                    .Name("interstate_backup_age_seconds")
                                    .Help("Since the last good backup; absent when there was none.")
                                    .Register(registry);

    Gauge& started = gauge("process_start_time_seconds", "When this process started, in Unix seconds.");
    Gauge& memory = gauge("process_resident_memory_bytes", "Resident memory.");
    Gauge& descriptors = gauge("process_open_fds", "Open descriptors.");
    Gauge& most_descriptors = gauge("process_max_fds", "Descriptors that may be open at once.");
    /// A gauge in the library's eyes, because it is set and not counted up.
    Gauge& processor = gauge("process_cpu_seconds", "Processor time used.");
};

Metrics::Metrics(const std::string& build) : families_{std::make_unique<Families>()} {
    BuildGauge()
        .Name("interstate_build_info")
        .Help("Which program this is; always 1.")
        .Register(families_->registry)
        .Add({{"build", build}})
        .Set(1);
    families_->started.Set(static_cast<double>(wall_clock().ms) / 1000);
}

Metrics::~Metrics() = default;

void Metrics::command(const CommandRun& run) {
    families_->command(run.name, run.outcome).Increment();
    families_->command_waits.Observe(in_seconds(run.waited));
    families_->command_times.Observe(in_seconds(run.took));
}

void Metrics::refused_undecoded(std::string_view code) { families_->command("undecoded", code).Increment(); }

void Metrics::query(std::string_view outcome, std::chrono::steady_clock::duration took) {
    families_->queries.Add({{"outcome", std::string{outcome}}}).Increment();
    families_->query_times.Observe(in_seconds(took));
}

void Metrics::event(std::size_t followers) { families_->followers.Observe(static_cast<double>(followers)); }

void Metrics::cue(std::size_t followers) { families_->cue_followers.Observe(static_cast<double>(followers)); }

void Metrics::mail(std::string_view delivery) {
    families_->mails.Add({{"delivery", std::string{delivery}}}).Increment();
}

void Metrics::response(int status) {
    families_->responses.Add({{"status", std::to_string(status)}}).Increment();
}

void Metrics::opened() { families_->connections_opened.Increment(); }

void Metrics::closed(std::optional<live::CloseCode> code) {
    families_->closes.Add({{"reason", word_of_close(code)}}).Increment();
}

void Metrics::commit(std::size_t units, std::chrono::steady_clock::duration took) {
    families_->commit_sizes.Observe(static_cast<double>(units));
    families_->commit_times.Observe(in_seconds(took));
}

std::string Metrics::text(const Standings& now) const {
    families_->connections.Set(static_cast<double>(now.connections));
    families_->streams.Set(static_cast<double>(now.followed_streams));
    families_->commands_waiting.Set(static_cast<double>(now.commands_waiting));
    families_->reads_waiting.Set(static_cast<double>(now.reads_waiting));
    if (now.backup_age) families_->backup_age.Add({}).Set(static_cast<double>(now.backup_age->count()));
    const auto process = process_figures();
    families_->memory.Set(static_cast<double>(process.resident_bytes));
    families_->descriptors.Set(static_cast<double>(process.open_descriptors));
    families_->most_descriptors.Set(static_cast<double>(process.most_descriptors));
    families_->processor.Set(process.processor_seconds);
    std::ostringstream text;
    TextSerializer{}.Serialize(text, families_->registry.Collect());
    return std::move(text).str();
}

} // namespace interstate::metrics
