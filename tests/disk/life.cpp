#include "disk/life.hpp"

#include "app/server.hpp"
#include "base/log.hpp"
#include "base/secret.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "support/passing_connection.hpp"

#include <boost/asio/executor_work_guard.hpp>

#include <algorithm>
#include <chrono>
#include <deque>

namespace interstate::tests::disk {
namespace {

constexpr std::chrono::seconds patience{60};

/// The real database, with a script for each writing connection.
class Scripted : public store::Database {
  public:
    Scripted(store::Database& real, std::string script) : real_{real}, script_{std::move(script)} {}
    std::unique_ptr<store::Connection> open_writer() override {
        auto connection = real_.open_writer();
        if (!script_.empty()) connection->script(script_);
        return connection;
    }
    std::unique_ptr<store::Connection> open_reader() override { return real_.open_reader(); }

  private:
    store::Database& real_;
    std::string script_;
};

app::ServerSettings settings() {
    app::ServerSettings settings;
    settings.limits.frames = {.per_second = 1e6, .burst = 1e6};
    settings.limits.outbox_bytes = 64 * 1024 * 1024;
    settings.presence_grace = std::chrono::seconds{0};
    settings.build = "test";
    return settings;
}

class Life {
  public:
    Life(Recorder& recorder, Witness& witness, int life, const Plan& plan)
        : recorder_{recorder}, witness_{witness}, life_{life}, plan_{plan}, chance_{plan.seed},
          real_{recorder.folder() / database_name}, database_{real_, plan.script} {}

    std::vector<std::string> run() {
        log::only_warnings(true);
        store::migrate(*database_.open_writer());
        server_.emplace(io_, database_, settings());
        server_->start();
        for (int number = 0; number < static_cast<int>(world().writers.size()); ++number)
            people_.push_back({.number = number});
        collect_unanswered();
        until([&] { return faulty() || (unanswered() == 0 && (left_ == 0 || (send(), false))); });
        leave();
        return std::move(faults_);
    }

  private:
    struct Person {
        int number = 0;
        std::shared_ptr<app::Conversation> conversation;
        bool at_the_door = false;
        std::map<std::string, bool> replaying;
        std::set<std::string> waiting;
    };

    [[nodiscard]] When now() const { return {life_, recorder_.moment()}; }
    [[nodiscard]] bool faulty() const { return !faults_.empty(); }
    void fault(const std::string& what) { faults_.push_back("life " + std::to_string(life_) + ": " + what); }

    template <class Done>
    void until(const Done& done) {
        const auto latest = std::chrono::steady_clock::now() + patience;
        while (!done()) {
            if (std::chrono::steady_clock::now() > latest) return fault("nothing came for a minute");
            io_.run_one_for(std::chrono::milliseconds{20});
            take_all();
            plan_.turn(answers_);
        }
    }

    // ---- people -----------------------------------------------------------------------------------------

    void enter(Person& person) {
        app::Request request{.method = "GET", .path = "/api/live", .remote = "::1"};
        request.headers.emplace("authorization",
                                "Bearer " + world().writers[static_cast<std::size_t>(person.number)].token);
        person.at_the_door = true;
        server_->open(std::move(request), [this, &person](auto opened) {
            person.at_the_door = false;
            if (!opened && !plan_.forgiving) return fault("somebody was not let in: " + opened.error().body);
            if (!opened) return;
            person.conversation = *opened;
            for (const auto& id : person.waiting) say(person, id, witness_.sent.at(id));
        });
    }

    /// Its connection was closed, as it is when the database does not answer.
    void part(Person& person) {
        if (!plan_.forgiving) return fault("a connection was closed");
        server_->closed(person.conversation);
        person.conversation.reset();
        person.replaying.clear();
    }

    void follow(Person& person, const Stream& stream, const Json& epoch) {
        Json frame{{"t", "follow"}, {"stream", stream.name()}};
        const auto stood = witness_.positions.find({person.number, stream.name()});
        if (stood != witness_.positions.end()) {
            frame["epoch"] = epoch;
            frame["after"] = stood->second.rbegin()->second;
            person.replaying[stream.name()] = true;
        }
        person.conversation->receive(frame.dump());
    }

    void leave() {
        server_->stop();
        for (int i = 0; i < 3; ++i) io_.poll();
        for (auto& person : people_) {
            if (!person.conversation) continue;
            take_frames(person);
            server_->closed(person.conversation);
            person.conversation.reset();
        }
        io_.poll();
        server_.reset();
    }

    // ---- sending ----------------------------------------------------------------------------------------

    void collect_unanswered() {
        std::vector<std::string> answered;
        for (const auto& [id, sent] : witness_.sent) {
            if (witness_.acked.contains(id))
                answered.push_back(id);
            else
                say(people_.at(static_cast<std::size_t>(sent.writer)), id, sent);
        }
        std::ranges::shuffle(answered, chance_);
        for (std::size_t i = 0; i < answered.size() && static_cast<int>(i) < plan_.sent_again; ++i) {
            const auto& sent = witness_.sent.at(answered[i]);
            say(people_.at(static_cast<std::size_t>(sent.writer)), answered[i], sent);
        }
    }

    /// Everybody, a few each.
    void send() {
        for (auto& person : people_)
            for (auto count = chance_() % static_cast<std::uint64_t>(plan_.burst) + 1; count > 0 && left_ > 0;
                 --count, --left_)
                send_one(person);
    }

    void send_one(Person& person) {
        const auto id = Ulid::from(wall_clock(), random_bytes()).str();
        const auto& writer = world().writers[static_cast<std::size_t>(person.number)];
        const auto number = std::to_string(witness_.sent.size());
        const auto& thread = world().threads[chance_() % world().threads.size()];
        const auto length = chance_() % 10 == 0 ? 3000 : chance_() % 300;
        auto& sent = witness_.sent[id];
        sent = {now(), person.number, writer.person.str(), thread,
                "Post " + number + " " + std::string(length, 'x') + '.'};
        say(person, id, sent);
        if (chance_() % 64 == 0 && person.conversation) look(person, thread);
    }

    void say(Person& person, const std::string& id, const Sent& sent) {
        person.waiting.insert(id);
        if (!person.conversation) return;
        person.conversation->receive(Json{{"t", "command"},
                                          {"id", id},
                                          {"name", "add_post"},
                                          {"body", {{"thread", sent.thread}, {"text", sent.text}}}}
                                         .dump());
    }

    static void look(Person& person, const std::string& thread) {
        person.conversation->receive(
            Json{{"t", "query"}, {"id", "look"}, {"name", "posts_of_thread"}, {"body", {{"thread", thread}}}}
                .dump());
    }

    [[nodiscard]] std::size_t unanswered() const {
        std::size_t all = 0;
        for (const auto& person : people_) all += person.waiting.size();
        return all;
    }

    // ---- what comes back --------------------------------------------------------------------------------

    void take_all() {
        for (auto& person : people_) {
            if (!person.conversation) {
                if (!person.at_the_door) enter(person);
                continue;
            }
            take_frames(person);
            if (person.conversation->outbox().closing()) part(person);
        }
    }

    void take_frames(Person& person) {
        while (const auto frame = person.conversation->outbox().pop()) take(person, **frame);
    }

    void take(Person& person, std::string_view bytes) {
        const auto frame = Json::parse(bytes);
        const auto& kind = frame.at("t").get_ref<const std::string&>();
        if (kind == "greeting")
            for (const auto& stream :
                 {world().series, Stream{StreamKind::person,
                                         world().writers[static_cast<std::size_t>(person.number)].person}})
                follow(person, stream, frame["epoch"]);
        if (kind == "snapshot" && person.replaying[frame["stream"]])
            fault("what was told is not known any more: " + frame["stream"].dump());
        if (kind == "unfollowed") fault("a follow ended: " + std::string{bytes});
        if (kind == "live") went_live(person, frame["stream"], frame["seq"]);
        if (kind == "event") hear(person, frame, bytes);
        if (kind == "ack") take_ack(person, frame);
        if (kind == "refusal") refused(person, frame, bytes);
        if (kind == "answer")
            for (const auto& one : frame["records"]) note_shown(one["record"]);
    }

    void note_shown(const Json& post) {
        if (const auto text = post.find("text"); text != post.end() && text->is_string())
            witness_.shown.emplace(*text, now());
    }

    void went_live(Person& person, const std::string& stream, std::int64_t seq) {
        auto& stands = witness_.positions[{person.number, stream}];
        if (person.replaying[stream] && stands.rbegin()->second != seq)
            fault("gap: " + stream + " is live at " + std::to_string(seq) + " and was told up to " +
                  std::to_string(stands.rbegin()->second));
        person.replaying[stream] = false;
        stands[now()] = seq;
    }

    void hear(Person& person, const Json& frame, std::string_view bytes) {
        const std::string stream = frame["stream"];
        const std::int64_t seq = frame["seq"];
        auto& stands = witness_.positions[{person.number, stream}];
        if (stands.empty() || stands.rbegin()->second + 1 != seq)
            fault("gap before " + stream + " " + std::to_string(seq));
        stands[now()] = seq;
        const auto& told = witness_.heard.try_emplace({stream, seq}, now(), std::string{bytes}).first->second;
        if (!same_event(told.bytes, std::string{bytes}))
            fault("two stories of " + stream + " " + std::to_string(seq));
    }

    void take_ack(Person& person, const Json& frame) {
        const std::string id = frame["id"];
        ++answers_;
        person.waiting.erase(id);
        const Acked said{now(), frame["result"]["number"],
                         frame["positions"].get<std::map<std::string, std::int64_t>>()};
        const auto& first = witness_.acked.try_emplace(id, said).first->second;
        if (first != said) fault("acknowledged twice, differently: " + witness_.sent.at(id).text);
    }

    void refused(Person& person, const Json& frame, std::string_view bytes) {
        ++answers_;
        const std::string id = frame.value("id", "");
        if (frame["code"] != "try_again") return fault("refused: " + std::string{bytes});
        if (witness_.sent.contains(id)) say(person, id, witness_.sent.at(id));
    }

    Recorder& recorder_;
    Witness& witness_;
    int life_;
    const Plan& plan_;
    std::mt19937_64 chance_;
    store::SqliteDatabase real_;
    Scripted database_;
    boost::asio::io_context io_;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{io_.get_executor()};
    std::optional<app::Server> server_;
    std::deque<Person> people_;
    std::vector<std::string> faults_;
    int left_ = plan_.posts;
    int answers_ = 0;
};

} // namespace

std::vector<std::string> live(Recorder& recorder, Witness& witness, int life, const Plan& plan) {
    return Life{recorder, witness, life, plan}.run();
}

std::vector<std::string> judged(const std::filesystem::path& folder, const Witness& witness) {
    try {
        const auto connection = store::SqliteDatabase{folder / database_name}.open_writer();
        store::migrate(*connection);
        store::Transaction tx{*connection};
        auto faults = witness.faults(tx);
        if (const auto complaints = connection->integrity(); !complaints.empty())
            faults.push_back("integrity: " + complaints);
        return faults;
    } catch (const std::exception& error) {
        return {std::string{"it does not open: "} + error.what()};
    }
}

} // namespace interstate::tests::disk
