#pragma once
// Takes commands from anywhere, has them written, then publishes and answers, in this order.
#include "app/audit_row.hpp"
#include "app/gate.hpp"
#include "app/letters.hpp"
#include "app/registry.hpp"
#include "live/hub.hpp"
#include "metrics/metrics.hpp"
#include "store/writer.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>
#include <vector>

namespace interstate::app {

/// How a command ended, as the frame for its sender.
struct Reply {
    bool accepted = false;
    std::string frame;
    /// Of a refusal: its code, which decides the status of a plain request.
    std::string code;
};

class Commands {
  public:
    using Answer = std::function<void(const Reply&)>;
    /// Called on the io thread for a follow that something happened to.
    using Told = std::function<void(live::Follower&)>;

    Commands(boost::asio::io_context& io, store::Database& database, store::WriterLimits limits,
             const Registry& registry, live::Hub& hub, Gate& gate, metrics::Metrics& metrics,
             std::function<Instant()> clock, LetterSettings letters);

    /// On the io thread. `answer` is called later on the io thread, after the events were published. `via` is
    /// for the audit, where somebody acts.
    void submit(std::unique_ptr<AnyCommand> command, const CommandId& id,
                const std::optional<PersonId>& actor, const std::string& digest, Answer answer,
                audit::Via via = audit::Via::web);

    /// Writes something that is no news (a login): `body` runs on the writer thread, `done` on the io thread
    /// with false when nothing was written.
    void write(std::function<void(store::Transaction&)> body, std::function<void(bool)> done);

    /// Asks again what these people may follow.
    void check_rights(const std::vector<PersonId>& people);
    /// For each follow that a change of rights has ended.
    void on_denied(Told denied) { denied_ = std::move(denied); }
    /// For each person whose sign-ins and tokens have all ended.
    void on_signed_out(std::function<void(const PersonId&)> signed_out) {
        signed_out_ = std::move(signed_out);
    }
    /// When a command has left mail in the outbox.
    void on_mail(std::function<void()> mail) { mail_ = std::move(mail); }
    /// When somebody was erased.
    void on_erased(std::function<void()> erased) { erased_ = std::move(erased); }
    /// For each follow that goes on with a snapshot.
    void on_start_over(Told start_over) { start_over_ = std::move(start_over); }
    /// Finishes what waits; afterwards everything is refused with try_again.
    void stop() { writer_.stop(); }
    [[nodiscard]] std::size_t waiting() const { return writer_.waiting(); }

  private:
    using Moment = std::chrono::steady_clock::time_point;
    friend class CommandWork;
    friend class PlainWork;
    /// How a command ended, for the log and the figures.
    struct CommandEnd {
        CommandId id;
        std::string_view name;
        std::optional<PersonId> actor;
        std::string outcome;
        /// Why it could not be written; for the operator only.
        std::string why;
        Moment taken, begun;
    };
    /// Something to be told on the io thread after a commit.
    struct Finished {
        /// The command that did it; nothing for plain writing.
        std::optional<CommandEnd> command;
        std::vector<store::Event> events;
        std::vector<PersonId> access_changed, signed_out;
        std::vector<Stream> started_over;
        /// It may be in the journal all the same, and nobody will publish it: what is remembered of news may
        /// lack it.
        bool failed = false;
        /// There is mail to send.
        bool mailed = false;
        std::function<void()> answer;
    };
    /// Into the writer's queue; false when that is full. It begins after what the io thread has at hand: what
    /// arrived together is written together.
    bool put_by(std::unique_ptr<store::Work> work);
    void finished(Finished one) { finished_.push_back(std::move(one)); } // writer thread
    void hand_over();                                                    // writer thread
    void publish(std::vector<Finished> batch);                           // io thread
    /// To how many followers it went.
    std::size_t publish(const store::Event& event); // io thread
    /// One log line and one count for each command. `deliveries`: followers of all its events together.
    void report(const CommandEnd& command, const wire::Positions& positions, std::size_t deliveries);

    boost::asio::io_context& io_;
    const Registry& registry_;
    live::Hub& hub_;
    Gate& gate_;
    metrics::Metrics& metrics_;
    std::function<Instant()> clock_;
    LetterSettings letters_;
    Told denied_, start_over_;
    std::function<void(const PersonId&)> signed_out_ = [](const PersonId&) {};
    std::function<void()> mail_ = [] {}, erased_ = [] {};
    std::vector<Finished> finished_;
    /// The writer will be told that there is something.
    bool telling_ = false;
    store::Writer writer_;
};

/// Names a command's content, so that the same id with other content is noticed.
std::string digest_of(std::string_view name, const wire::Json& body);

/// The server's own command: its id is made of what it is about, so that it happens once.
CommandId system_command_id(Instant at, std::string_view kind, const Ulid& target);

} // namespace interstate::app
