#include "protocol/house.hpp"

#include "base/log.hpp"
#include "base/secret.hpp"
#include "content/content.hpp"
#include "features/identity/sign_in.hpp"
#include "store/journal.hpp"
#include "store/migrations.hpp"

#include <cstdlib>
#include <fstream>
#include <latch>
#include <sstream>

namespace interstate::tests {

// ---- the database ---------------------------------------------------------------------------------------

class RecordingDatabase::Recording : public PassingConnection {
  public:
    Recording(std::unique_ptr<store::Connection> connection, RecordingDatabase& owner,
              std::set<std::string>& statements)
        : PassingConnection{std::move(connection)}, owner_{owner}, statements_{statements} {}
    store::Statement& prepare(std::string_view sql) override {
        {
            const std::lock_guard lock{owner_.mutex_};
            statements_.emplace(sql);
        }
        return real().prepare(sql);
    }
    void begin_read() override {
        ++owner_.reads;
        real().begin_read();
    }

  private:
    RecordingDatabase& owner_;
    std::set<std::string>& statements_;
};

std::unique_ptr<store::Connection> RecordingDatabase::recorded(std::unique_ptr<store::Connection> connection,
                                                               std::set<std::string>& statements) {
    return std::make_unique<Recording>(std::move(connection), *this, statements);
}

std::set<std::string> RecordingDatabase::statements() {
    const std::lock_guard lock{mutex_};
    auto all = written_;
    all.insert(read_.begin(), read_.end());
    return all;
}

std::set<std::string> RecordingDatabase::read() {
    const std::lock_guard lock{mutex_};
    return read_;
}

void write_down(const std::set<std::string>& statements) {
    const char* file = std::getenv("INTERSTATE_STATEMENTS");
    if (!file) return;
    std::ofstream out{file, std::ios::binary | std::ios::app};
    for (const auto& sql : statements) out << sql << '\0';
}

std::string scans(store::Database& database, const std::set<std::string>& statements) {
    static std::set<std::string> looked_at;
    const auto connection = database.open_reader();
    std::string found;
    for (const auto& sql : statements) {
        if (!looked_at.insert(sql).second) continue;
        std::istringstream steps{connection->plan(sql)};
        for (std::string step; std::getline(steps, step);) {
            // "SCAN (subquery-1)" and "SCAN CONSTANT ROW" walk through what was found already.
            const bool table = step.starts_with("SCAN ") && !step.starts_with("SCAN (") &&
                               !step.starts_with("SCAN CONSTANT");
            if (table) found += step + "\n    in " + sql + "\n";
        }
    }
    return found;
}

namespace {

/// All states of the demonstration take part in its series: somebody of one that does not is added.
void add_outsider(store::Transaction& tx) {
    const auto collaborative = tx.row<CollaborativeId>("SELECT id FROM collaboratives").value();
    const auto state =
        tx.row<OrganisationId>("SELECT id FROM organisations WHERE type = 'state_agency'"
                               " AND id NOT IN (SELECT organisation FROM participations) LIMIT 1")
            .value();
    tx.run("INSERT INTO memberships (organisation, year, status, tier, seat_cap)"
           " SELECT ?, year, 'active', 'core', 6 FROM collaboratives WHERE id = ?"
           " ON CONFLICT (organisation, year) DO NOTHING",
           state, collaborative);
    identity::create_person(tx, {.id = PersonId{Ulid::from(wall_clock(), random_bytes())},
                                 .name = identity::PersonName{"Otto Outside"},
                                 .address = identity::MailAddress{"otto@agency.example"},
                                 .collaborative = collaborative,
                                 .organisation = state});
}

/// Migrated and filled as `interstate init` does, once in this program.
const std::filesystem::path& original() {
    static const TemporaryFolder folder;
    static const auto file = [] {
        auto path = folder.path() / "original.db";
        store::SqliteDatabase database{folder.path() / "first.db"};
        const auto connection = database.open_writer();
        store::migrate(*connection);
        connection->begin_write();
        store::Transaction tx{*connection};
        const auto now = wall_clock();
        tx.run("INSERT INTO facts_of_store (name, value) VALUES ('kind', 'demonstration')");
        store::set_epoch(tx, Ulid::from(now, random_bytes()));
        const auto context = content::LoadContext::at(now, "protocol tests");
        content::load_starting_content(tx, context);
        content::load_demonstration(tx, context);
        add_outsider(tx);
        connection->commit();
        connection->copy_to(path.string());
        return path;
    }();
    return file;
}

std::filesystem::path copied(const std::filesystem::path& folder) {
    std::filesystem::copy_file(original(), folder / "interstate.db");
    return folder / "interstate.db";
}

Cast cast_of(DemonstrationCopy& copy) {
    Cast cast;
    cast.collaborative = copy.one<CollaborativeId>("SELECT id FROM collaboratives WHERE slug = 'sdi'");
    cast.series = copy.one<SeriesId>("SELECT id FROM series WHERE state = 'running' AND current = 1");
    cast.session = copy.one<MeetingId>(
        "SELECT id FROM meetings WHERE series = ? AND state = 'announced' ORDER BY ordinal LIMIT 1",
        cast.series);
    const auto role = [&](const std::string& name, int skip = 0) {
        return copy.one<PersonId>(
            "SELECT g.person FROM role_grants g JOIN people p ON p.id = g.person AND p.active = 1"
            " WHERE g.role = ? AND NOT EXISTS (SELECT 1 FROM role_grants o WHERE o.person = g.person AND "
            "o.role = 'administrator' AND g.role <> o.role)"
            " ORDER BY g.person LIMIT 1 OFFSET ?",
            name, skip);
    };
    cast.administrator = role("administrator");
    cast.facilitator = role("facilitator");
    cast.other_facilitator = role("facilitator", 1);
    cast.partner = role("partner");
    cast.observer = role("observer");
    const auto person_of = [&](const std::string& name, const OrganisationId& state) {
        return copy.one<PersonId>("SELECT g.person FROM role_grants g JOIN seats s ON s.person = g.person"
                                  " JOIN people p ON p.id = g.person AND p.active = 1"
                                  " WHERE g.role = ? AND s.organisation = ? ORDER BY g.person LIMIT 1",
                                  name, state);
    };
    const auto state = [&](int skip) {
        return copy.one<OrganisationId>("SELECT p.organisation FROM participations p JOIN organisations o ON "
                                        "o.id = p.organisation WHERE p.series = ?"
                                        " AND EXISTS (SELECT 1 FROM seats s JOIN role_grants g ON g.person = "
                                        "s.person WHERE s.organisation = o.id AND g.role = 'state_lead')"
                                        " AND EXISTS (SELECT 1 FROM seats s JOIN role_grants g ON g.person = "
                                        "s.person WHERE s.organisation = o.id AND g.role = 'state_member')"
                                        " ORDER BY o.code LIMIT 1 OFFSET ?",
                                        cast.series, skip);
    };
    cast.state = state(0);
    cast.other_state = state(1);
    cast.lead = person_of("state_lead", cast.state);
    cast.member = person_of("state_member", cast.state);
    cast.other_lead = person_of("state_lead", cast.other_state);
    cast.outsider = copy.one<PersonId>("SELECT id FROM people WHERE address_folded = 'otto@agency.example'");
    return cast;
}

} // namespace

DemonstrationCopy::DemonstrationCopy() : database_{copied(folder_.path())} {}

DemonstrationCopy::Look::Look(DemonstrationCopy& copy_) : copy{copy_} {
    {
        const std::lock_guard lock{copy.mutex_};
        connection = std::move(copy.idle_);
    }
    if (!connection) connection = copy.database_.open_reader();
    connection->begin_read();
}

DemonstrationCopy::Look::~Look() {
    connection->rollback();
    const std::lock_guard lock{copy.mutex_};
    copy.idle_ = std::move(connection);
}

void DemonstrationCopy::written(const std::function<void(store::Transaction&)>& body) {
    const auto connection = database_.open_writer();
    connection->begin_write();
    store::Transaction tx{*connection};
    body(tx);
    connection->commit();
}

// ---- the house ------------------------------------------------------------------------------------------

House::House(app::ConversationLimits limits_, store::WriterLimits writer)
    : limits{limits_},
      commands{io,
               faulty,
               writer,
               registry,
               hub,
               gate,
               metrics,
               [this] { return now(); },
               app::LetterSettings{.base_url = "https://interstate.example", .written = true, .sent = false}},
      queries{io, recording, registry, metrics, [this] { return now(); }},
      presence{io,
               std::chrono::seconds{0},
               {.arrived =
                    [this](const MeetingId& meeting, const PersonId& person) {
                        at_the_door.push_back("arrived " + person.str());
                        issue("arrive", {{"meeting", meeting.str()}, {"person", person.str()}});
                    },
                .departed =
                    [this](const MeetingId& meeting, const PersonId& person, Instant at) {
                        at_the_door.push_back("departed " + person.str());
                        issue("depart",
                              {{"meeting", meeting.str()}, {"person", person.str()}, {"at", at.ms}});
                    }}},
      cast{cast_of(*this)} {
    log::only_warnings(true);
    commands.on_denied([this](live::Follower& follower) {
        if (const auto found = conversations_.find(&follower.outbox()); found != conversations_.end())
            found->second->deny(Stream{follower.stream()});
    });
    commands.on_start_over([this](live::Follower& follower) {
        if (const auto found = conversations_.find(&follower.outbox()); found != conversations_.end())
            found->second->start_over(Stream{follower.stream()});
    });
}

House::~House() {
    commands.stop();
    queries.stop();
    io.poll();
    CHECK(scans(database(), recording.statements()) == "");
    write_down(recording.statements());
}

void House::until(const std::function<bool()>& done) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    while (!done()) {
        if (std::chrono::steady_clock::now() > deadline) FAIL("nothing came for ten seconds");
        io.run_one_for(std::chrono::milliseconds{20});
    }
}

void House::settle() {
    // The writer answers in order. The two readers meet in one job each, so that neither is still busy with
    // an earlier one. Twice, because an answer may have asked for more.
    for (int round = 0; round < 2; ++round) {
        int answered = 0;
        commands.write([](store::Transaction&) {}, [&](bool) { ++answered; });
        const auto both = std::make_shared<std::latch>(2);
        for (int reader = 0; reader < 2; ++reader)
            queries.read<bool>(
                [both](store::Transaction&) {
                    both->arrive_and_wait();
                    return true;
                },
                [&](std::optional<bool>) { ++answered; });
        until([&] { return answered == 3; });
        io.poll();
    }
}

CommandId House::fresh_id() { return CommandId{Ulid::from(now(), random_bytes())}; }

std::shared_ptr<std::string> House::issue(const std::string& name, const Json& body) {
    auto command = registry.command(name, body);
    if (!command) FAIL(name << ": " << command.error().message << " " << command.error().field);
    auto reply = std::make_shared<std::string>();
    commands.submit(std::move(*command), fresh_id(), std::nullopt, app::digest_of(name, body),
                    [reply](const app::Reply& answer) { *reply = answer.frame; });
    return reply;
}

Json House::by_system(const std::string& name, const Json& body) {
    const auto reply = issue(name, body);
    until([&] { return !reply->empty(); });
    return Json::parse(*reply);
}

void House::do_what_is_due(const std::string& kind, const char* member) {
    struct Due {
        Instant at;
        Ulid target;
    };
    const auto due = seen([&](store::Transaction& tx) {
        return tx.rows<Due>("SELECT at, target FROM due_items WHERE kind = ? AND at <= ? ORDER BY at", kind,
                            now());
    });
    for (const auto& one : due) {
        CHECK(by_system(kind, {{member, one.target.str()}})["t"] == "ack");
        written([&](store::Transaction& tx) {
            tx.run("DELETE FROM due_items WHERE kind = ? AND at = ? AND target = ?", kind, one.at,
                   one.target);
        });
    }
}

std::int64_t House::head(const Stream& stream) {
    return seen([&](store::Transaction& tx) { return store::state_of(tx, stream).head; });
}

app::Surroundings House::surroundings() {
    return {.commands = commands,
            .queries = queries,
            .pasts = pasts,
            .hub = hub,
            .presence = presence,
            .registry = registry,
            .metrics = metrics,
            .clock = [this] { return now(); },
            .uptime = [this] { return Millis{now().ms}; },
            .limits = limits};
}

// ---- a client -------------------------------------------------------------------------------------------

Client::Client(House& house, const PersonId& person)
    : conversation{std::make_shared<app::Conversation>(house.around, app::Sender{person, "credential"})},
      house_{house} {
    house_.conversations_[&conversation->outbox()] = conversation.get();
}

Client::~Client() {
    conversation->end();
    house_.conversations_.erase(&conversation->outbox());
}

Json Client::next() {
    std::optional<live::Frame> frame;
    house_.until([&] { return (frame = conversation->outbox().pop()) || conversation->outbox().closing(); });
    if (!frame) FAIL("closed instead of a frame");
    return Json::parse(**frame);
}

Json Client::next(std::string_view type) {
    for (;;) {
        auto frame = next();
        if (frame["t"] == type) return frame;
        passed.push_back(std::move(frame));
    }
}

std::vector<Json> Client::rest() {
    house_.settle();
    std::vector<Json> frames;
    while (const auto frame = conversation->outbox().pop()) frames.push_back(Json::parse(**frame));
    return frames;
}

std::vector<Json> Client::follow(const Stream& stream, std::optional<Ulid> epoch,
                                 std::optional<std::int64_t> after) {
    Json frame{{"t", "follow"}, {"stream", stream.name()}};
    if (epoch) frame["epoch"] = epoch->str();
    if (after) frame["after"] = *after;
    send(frame);
    std::vector<Json> frames;
    do {
        frames.push_back(next());
    } while (frames.back()["t"] != "live" && frames.back()["t"] != "unfollowed");
    return frames;
}

Json Client::command(const std::string& name, const Json& body, const std::string& id) {
    const auto used = id.empty() ? house_.fresh_id().str() : id;
    send({{"t", "command"}, {"id", used}, {"name", name}, {"body", body}});
    for (;;) {
        auto frame = next();
        if ((frame["t"] == "ack" || frame["t"] == "refusal") && frame.value("id", "") == used) return frame;
        passed.push_back(std::move(frame));
    }
}

Json Client::query(const std::string& name, const Json& body) {
    send({{"t", "query"}, {"id", "q"}, {"name", name}, {"body", body}});
    for (;;) {
        auto frame = next();
        if ((frame["t"] == "answer" || frame["t"] == "refusal") && frame.value("id", "") == "q") return frame;
        passed.push_back(std::move(frame));
    }
}

} // namespace interstate::tests
