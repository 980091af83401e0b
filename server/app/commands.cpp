#include "app/commands.hpp"

#include "app/scopes.hpp"
#include "base/log.hpp"
#include "base/secret.hpp"
#include "features/erasure/erasure.hpp"
#include "features/terms/terms.hpp"
#include "store/receipts.hpp"

#include <boost/asio/post.hpp>

namespace interstate::app {
namespace {

Refusal try_again() {
    return {.code = "try_again",
            .message = "This could not be saved just now. Send it again with the same id."};
}

Refusal terms_first() {
    return {.code = "terms_not_accepted",
            .message = "There are new terms of use. Accept them, then send this again with the same id.",
            .allowed = "accept_terms"};
}

wire::Positions positions_of(const std::vector<store::Event>& events) {
    wire::Positions positions;
    for (const auto& event : events) positions[event.stream.name()] = event.seq;
    return positions;
}

/// What an ack names: not the streams of other people, whose names would say whom a change concerned (who
/// reported a post, who follows a step). Nobody follows another's; what is not followed need not be waited
/// for.
wire::Positions positions_for(const std::optional<PersonId>& actor, const std::vector<store::Event>& events) {
    auto positions = positions_of(events);
    std::erase_if(positions, [&](const auto& position) {
        const auto stream = Stream::parse(position.first);
        return actor && stream && stream->kind == StreamKind::person && stream->subject != *actor;
    });
    return positions;
}

Reply refused(const CommandId& id, const Refusal& refusal) {
    return {.accepted = false, .frame = wire::refusal_frame(id.text(), refusal), .code = refusal.code};
}

std::string_view name_of(const std::optional<PersonId>& actor) { return actor ? actor->text() : "system"; }

std::string why_of(const std::exception_ptr& problem) {
    try {
        std::rethrow_exception(problem);
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "unknown";
    }
}

} // namespace

/// One command on its way through the writer.
class CommandWork : public store::Work {
  public:
    CommandWork(Commands& commands, std::unique_ptr<AnyCommand> command, const CommandId& id,
                const std::optional<PersonId>& actor, std::string digest, Commands::Answer answer,
                audit::Via via)
        : commands_{commands}, command_{std::move(command)}, digest_{std::move(digest)},
          answer_{std::move(answer)}, via_{via}, seed_{random_bytes()} {
        context_.actor = actor;
        context_.command = id;
        context_.secret = random_secret;
        context_.mails = commands.letters_.sent;
        context_.letters = commands.letters_.written;
    }

    void run(store::Transaction& tx) override {
        executed_ = {};
        repeated_ = mailed_ = false;
        begun_ = std::chrono::steady_clock::now();
        context_.now = commands_.clock_();
        context_.ids = IdSource{context_.now, seed_};
        if (look_up_receipt(tx)) return;
        if (!context_.by_system() && context_.command.time() < context_.now - store::receipt_life) {
            reply_ = refused(context_.command, {.code = "id_expired",
                                                .field = "id",
                                                .message = "This id is older than 90 days.",
                                                .allowed = "a new id"});
            return;
        }
        if (waits_for_terms(tx)) {
            reply_ = refused(context_.command, terms_first());
            return;
        }
        std::optional<Looked> looked;
        auto decided = command_->run(tx, context_, [&](const Subject& subject) {
            looked = look_at(tx, commands_.registry_, subject);
        });
        if (!decided) {
            reply_ = refused(context_.command, decided.error());
            return;
        }
        if (looked)
            write_audit_row(tx, commands_.registry_, *looked, *command_, decided->changes, context_, via_);
        mailed_ = queue_letters(tx, decided->changes.notices(), commands_.letters_, context_);
        executed_ = append_events(tx, commands_.registry_, std::move(*decided), context_);
        const auto positions = positions_for(context_.actor, executed_.events);
        auto told = wire::ack_frame(context_.command, positions, executed_.result);
        const auto& kept =
            command_->secret_result() ? wire::ack_frame(context_.command, positions, "") : told;
        store::add_receipt(tx, receipt_person(), context_.command, context_.now, {digest_, kept});
        reply_ = {.accepted = true, .frame = std::move(told), .code = {}};
    }

    bool was_recorded(store::Transaction& tx) override {
        // A refusal wrote nothing, but may rest on facts of the same lost batch: it is asked for again.
        if (!reply_.accepted) return false;
        return store::find_receipt(tx, receipt_person(), context_.command).has_value();
    }

    void committed() override {
        commands_.finished(
            {.command = end(!reply_.accepted ? reply_.code
                            : repeated_      ? "again"
                                             : "done"),
             .events = std::move(executed_.events),
             .access_changed = std::move(executed_.access_changed),
             .signed_out = std::move(executed_.signed_out),
             .started_over = std::move(executed_.started_over),
             .mailed = mailed_,
             .answer = [answer = std::move(answer_), reply = std::move(reply_)] { answer(reply); }});
    }

    void failed(std::exception_ptr why) override {
        const auto reply = refused(context_.command, try_again());
        commands_.finished({.command = end(reply.code, why_of(why)),
                            .failed = true,
                            .answer = [answer = std::move(answer_), reply] { answer(reply); }});
    }

  private:
    [[nodiscard]] PersonId receipt_person() const { return context_.actor.value_or(PersonId{}); }

    /// Before the rule: what it would answer is for those who have accepted.
    bool waits_for_terms(store::Transaction& tx) const {
        if (context_.by_system() || !terms::owes_acceptance(tx, *context_.actor)) return false;
        return app::waits_for_terms(command_->name(), command_->is_about(*context_.actor)) &&
               terms::owes_acceptance_for(tx, *context_.actor, ids_in(command_->body()));
    }

    bool look_up_receipt(store::Transaction& tx) {
        const auto receipt = store::find_receipt(tx, receipt_person(), context_.command);
        if (!receipt) return false;
        repeated_ = receipt->digest == digest_;
        if (repeated_)
            reply_ = {.accepted = true, .frame = receipt->outcome, .code = {}};
        else
            reply_ = refused(context_.command, {.code = "id_reused",
                                                .field = "id",
                                                .message = "This id was used for another command.",
                                                .allowed = "a new id"});
        return true;
    }

    [[nodiscard]] Commands::CommandEnd end(std::string outcome, std::string why = {}) const {
        return {.id = context_.command,
                .name = command_->name(),
                .actor = context_.actor,
                .outcome = std::move(outcome),
                .why = std::move(why),
                .taken = taken_,
                .begun = begun_};
    }

    Commands& commands_;
    std::unique_ptr<AnyCommand> command_;
    std::string digest_;
    Commands::Answer answer_;
    audit::Via via_;
    std::array<std::uint8_t, 10> seed_;
    Context context_;
    Executed executed_;
    Reply reply_;
    /// The receipt was there already.
    bool repeated_ = false;
    bool mailed_ = false;
    Commands::Moment taken_ = std::chrono::steady_clock::now(), begun_ = taken_;
};

/// Writing without news.
class PlainWork : public store::Work {
  public:
    PlainWork(Commands& commands, std::function<void(store::Transaction&)> body,
              std::function<void(bool)> done)
        : commands_{commands}, body_{std::move(body)}, done_{std::move(done)} {}
    void run(store::Transaction& tx) override { body_(tx); }
    bool was_recorded(store::Transaction&) override { return false; }
    void committed() override { finish(true); }
    void failed(std::exception_ptr why) override {
        log::warning("write_failed", {{"why", why_of(why)}});
        finish(false);
    }

  private:
    void finish(bool written) {
        commands_.finished({.answer = [done = std::move(done_), written] { done(written); }});
    }
    Commands& commands_;
    std::function<void(store::Transaction&)> body_;
    std::function<void(bool)> done_;
};

Commands::Commands(boost::asio::io_context& io, store::Database& database, store::WriterLimits limits,
                   const Registry& registry, live::Hub& hub, Gate& gate, metrics::Metrics& metrics,
                   std::function<Instant()> clock, LetterSettings letters)
    : io_{io}, registry_{registry}, hub_{hub}, gate_{gate}, metrics_{metrics}, clock_{std::move(clock)},
      letters_{std::move(letters)},
      writer_{database,
              limits,
              {.committed = [this](const store::Committed& one) { metrics_.commit(one.units, one.took); },
               .done_with_batch = [this] { hand_over(); }}} {}

void Commands::submit(std::unique_ptr<AnyCommand> command, const CommandId& id,
                      const std::optional<PersonId>& actor, const std::string& digest, Answer answer,
                      audit::Via via) {
    const auto name = command->name();
    auto work = std::make_unique<CommandWork>(*this, std::move(command), id, actor, digest, answer, via);
    if (put_by(std::move(work))) return;
    const auto reply = refused(id, try_again());
    const auto now = std::chrono::steady_clock::now();
    report({.id = id,
            .name = name,
            .actor = actor,
            .outcome = reply.code,
            .why = "the queue is full",
            .taken = now,
            .begun = now},
           {}, 0);
    answer(reply);
}

void Commands::write(std::function<void(store::Transaction&)> body, std::function<void(bool)> done) {
    if (!put_by(std::make_unique<PlainWork>(*this, std::move(body), done))) done(false);
}

bool Commands::put_by(std::unique_ptr<store::Work> work) {
    if (!writer_.put_by(std::move(work))) return false;
    if (telling_) return true;
    telling_ = true;
    boost::asio::post(io_, [this] {
        telling_ = false;
        writer_.begin();
    });
    return true;
}

void Commands::hand_over() {
    boost::asio::post(io_,
                      [this, batch = std::exchange(finished_, {})]() mutable { publish(std::move(batch)); });
}

void Commands::check_rights(const std::vector<PersonId>& people) {
    std::optional<bool> verdict;
    const auto allowed = [&](const PersonId& person, const Stream& stream) {
        verdict = gate_.allows(person, stream);
        return verdict.value_or(false);
    };
    const auto denied = [&](live::Follower& follower) {
        if (verdict) return denied_(follower);
        // Nobody can say: they hear nothing more, but keep what they hold, come back and are asked about
        // again.
        follower.outbox().close(live::CloseCode::too_slow);
    };
    for (const auto& person : people) hub_.ask_again(person, allowed, denied);
}

void Commands::publish(std::vector<Finished> batch) {
    for (auto& one : batch) {
        if (one.failed) hub_.recent().forget();
        // Rights first: who has lost a stream hears nothing of what follows.
        check_rights(one.access_changed);
        const auto positions = positions_of(one.events);
        std::size_t deliveries = 0;
        for (const auto& event : one.events) deliveries += publish(event);
        for (const auto& stream : one.started_over) hub_.each_of(stream, start_over_);
        one.answer();
        // Whoever ended their own access hears first that it is done.
        for (const auto& person : one.signed_out) signed_out_(person);
        if (one.mailed) mail_();
        if (one.command && one.command->outcome == "done" && one.command->name == erasure::ErasePerson::name)
            erased_();
        if (one.command) report(*one.command, positions, deliveries);
    }
    hub_.batch_over();
}

std::size_t Commands::publish(const store::Event& event) {
    const auto followers = hub_.publish(event.stream, event.seq, event.bytes);
    metrics_.event(followers);
    return followers;
}

void Commands::report(const CommandEnd& command, const wire::Positions& positions, std::size_t deliveries) {
    const auto now = std::chrono::steady_clock::now();
    metrics_.command({.name = command.name,
                      .outcome = command.outcome,
                      .waited = command.begun - command.taken,
                      .took = now - command.taken});
    if (!command.why.empty())
        return log::warning("command_failed", {{"command", command.id.text()},
                                               {"name", command.name},
                                               {"actor", name_of(command.actor)},
                                               {"why", command.why}});
    if (!log::wants_info()) return;
    const auto microseconds = [](std::chrono::steady_clock::duration time) {
        return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
    };
    log::info("command", {{"command", command.id.text()},
                          {"name", command.name},
                          {"actor", name_of(command.actor)},
                          {"outcome", command.outcome},
                          log::Field::json("positions", wire::positions_text(positions)),
                          {"deliveries", deliveries},
                          {"waited_us", microseconds(command.begun - command.taken)},
                          {"took_us", microseconds(now - command.taken)}});
}

std::string digest_of(std::string_view name, const wire::Json& body) {
    return secret_hash(std::string{name} + '\n' + wire::dump_sorted(body));
}

CommandId system_command_id(Instant at, std::string_view kind, const Ulid& target) {
    const auto hash = secret_hash(std::string{kind} + '/' + target.str());
    std::array<std::uint8_t, 10> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(std::stoi(hash.substr(i * 2, 2), nullptr, 16));
    return CommandId{Ulid::from(at, bytes)};
}

} // namespace interstate::app
