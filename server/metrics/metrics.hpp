#pragma once
// What an operator asks of a running server, in the words of Prometheus
// (prometheus.io/docs/instrumenting/exposition_formats). Only metrics.cpp knows the library.
#include "live/outbox.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace interstate::metrics {

/// How one command went, from the moment it was taken.
struct CommandRun {
    std::string_view name;
    /// "done", "again" for a resend that was recognised, or the code of the refusal.
    std::string_view outcome;
    /// Until its turn to be written came; until it was answered.
    std::chrono::steady_clock::duration waited{}, took{};
};

/// What stands at the moment of asking.
struct Standings {
    std::size_t connections = 0;
    std::size_t followed_streams = 0;
    std::size_t commands_waiting = 0;
    std::size_t reads_waiting = 0;
    /// Of the last good backup; nothing when there was none.
    std::optional<std::chrono::seconds> backup_age;
};

class Metrics {
  public:
    /// `build` is what the greeting calls this program.
    explicit Metrics(const std::string& build);
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    // ---- on the io thread
    void command(const CommandRun& run);
    /// A command or query that could not even be decoded.
    void refused_undecoded(std::string_view code);
    /// `outcome` is "done" or the code of the refusal.
    void query(std::string_view outcome, std::chrono::steady_clock::duration took);
    /// One event, to so many followers.
    void event(std::size_t followers);
    /// One cue, to so many followers.
    void cue(std::size_t followers);
    void response(int status);
    /// What a mail server said to one letter: a word of mail::Delivery.
    void mail(std::string_view delivery);
    void opened();
    /// Why we closed a live connection; nothing when the other side went.
    void closed(std::optional<live::CloseCode> code);

    // ---- on the writer thread
    /// One transaction on the disk: how many units it held, how long its COMMIT took.
    void commit(std::size_t units, std::chrono::steady_clock::duration took);

    /// All of it as text, with the process's own figures (memory, descriptors, processor time).
    [[nodiscard]] std::string text(const Standings& now) const;

  private:
    struct Families;
    std::unique_ptr<Families> families_;
};

} // namespace interstate::metrics
