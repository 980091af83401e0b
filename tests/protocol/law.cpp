#include "protocol/law.hpp"

#include "store/journal.hpp"

#include <unordered_map>

namespace interstate::tests {
namespace {

/// Come by query only, so that no snapshot holds them.
bool by_query_only(const std::string& kind) { return kind == "post" || kind == "step_update"; }

/// Records of earlier years are not in snapshots either.
bool is_current(const Json& record) { return record.value("current", true); }

/// Most records are what they were when they were last looked at, in this law or in an earlier one.
Law::Record parsed(const std::string& text) {
    static std::unordered_map<std::string, Law::Record> known;
    auto& record = known[text];
    if (!record.json) record = Law::Record::of(Json::parse(text));
    return record;
}

} // namespace

Law::Law() {
    house.seen([&](store::Transaction& tx) {
        follow_new_streams(tx);
        return 0;
    });
}

std::vector<Stream> Law::every_stream(store::Transaction& tx) {
    std::vector<Stream> all;
    const auto add = [&](std::initializer_list<StreamKind> kinds, const char* sql) {
        for (const auto& id : tx.rows<Ulid>(sql))
            for (const auto kind : kinds) all.push_back({kind, id});
    };
    add({StreamKind::extended, StreamKind::collaborative, StreamKind::staff},
        "SELECT id FROM collaboratives");
    add({StreamKind::series, StreamKind::moderators}, "SELECT id FROM series");
    add({StreamKind::meeting, StreamKind::present, StreamKind::hosts},
        "SELECT id FROM meetings WHERE current = 1");
    add({StreamKind::organisation}, "SELECT id FROM organisations");
    add({StreamKind::person}, "SELECT id FROM people");
    return all;
}

Law::Records Law::snapshot(store::Transaction& tx, const Stream& stream) {
    Records records;
    for (auto& one : house.registry.snapshot(tx, stream)) {
        INFO(stream.name() << " " << one.kind);
        const bool single = records.emplace(std::pair{one.kind, one.id.str()}, parsed(one.record)).second;
        CHECK(single);
    }
    return records;
}

void Law::follow_new_streams(store::Transaction& tx) {
    for (const auto& stream : every_stream(tx)) {
        if (streams_.contains(stream)) continue;
        streams_[stream] = {store::state_of(tx, stream).head, snapshot(tx, stream)};
        auto& follower = followers_[stream] = std::make_unique<live::Follower>(stream, nobody_, outbox_);
        house.hub.join(*follower);
        follower->caught_up(streams_[stream].position);
    }
}

void Law::refuse_departed(const PersonId& actor, const std::string& name, const Json& body) {
    const auto be = [&](bool active) {
        house.written([&](store::Transaction& tx) {
            tx.run("UPDATE people SET active = ? WHERE id = ?", active, actor);
        });
    };
    const auto events = [&] { return house.one<int>("SELECT count(*) FROM journal"); };
    INFO(name << " by somebody who has left");
    const auto before = events();
    be(false);
    Client client{house, actor};
    CHECK(client.command(name, body)["code"] == "not_allowed");
    be(true);
    CHECK(events() == before);
}

Json Law::act(const std::optional<PersonId>& actor, const std::string& name, const Json& body) {
    INFO(name << " " << body.dump());
    events_.clear();
    if (name == looked_at_) look_(actor, body);
    Json reply;
    if (actor) {
        if (name == tried_as_departed_) refuse_departed(*actor, name, body);
        Client client{house, *actor};
        reply = client.command(name, body);
    } else {
        reply = house.by_system(name, body);
    }
    INFO(reply.dump());
    REQUIRE(reply["t"] == "ack");
    done_.insert(name);
    house.seen([&](store::Transaction& tx) {
        apply_news(tx, actor, reply);
        compare(tx);
        follow_new_streams(tx);
        return 0;
    });
    return reply.value("result", Json::object());
}

std::vector<std::string> Law::kept(store::Transaction& tx, const Stream& stream, std::int64_t after) {
    std::vector<std::string> all;
    for (auto& event : store::events_after(tx, stream, after, 1000)) {
        CHECK(event.seq == after + 1 + static_cast<std::int64_t>(all.size()));
        all.push_back(std::move(event.bytes));
    }
    return all;
}

void Law::apply_news(store::Transaction& tx, const std::optional<PersonId>& actor, const Json& reply) {
    std::map<std::string, std::vector<std::string>> broadcast;
    while (const auto frame = outbox_.pop()) broadcast[Json::parse(**frame)["stream"]].emplace_back(**frame);
    for (auto& [stream, followed] : streams_) {
        INFO(stream.name());
        const auto state = store::state_of(tx, stream);
        // Who starts over finds nothing in the journal any more: what they heard is all there was.
        const bool starts_over = state.floor > followed.position;
        const auto heard = starts_over ? broadcast[stream.name()] : kept(tx, stream, followed.position);
        for (const auto& bytes : heard) {
            INFO(bytes);
            const auto event = Json::parse(bytes);
            CHECK(event["seq"] == ++followed.position);
            events_.insert(event["name"].get<std::string>());
            apply(tx, followed, event);
        }
        CHECK(broadcast[stream.name()] == heard);
        broadcast.erase(stream.name());
        // An ack says where its events are, but in the streams of other people.
        const bool is_anothers = actor && stream.kind == StreamKind::person && stream.subject != *actor;
        CHECK(reply["positions"].value(stream.name(), 0) ==
              (heard.empty() || is_anothers ? 0 : followed.position));
        // The number behind the event is what puts everybody behind.
        if (starts_over) CHECK(++followed.position == state.floor);
        CHECK(followed.position == state.head);
    }
    CHECK(broadcast.empty());
}

void Law::apply(store::Transaction& tx, Followed& followed, const Json& event) {
    if (event.contains("removes"))
        for (const auto& gone : event["removes"]) followed.records.erase({gone["kind"], gone["id"]});
    for (const auto& put : event["puts"]) {
        const std::string kind = put["kind"], id = put["id"];
        if (by_query_only(kind) || !is_current(put["record"])) {
            // Nobody's snapshot, but still the truth.
            Kind known{};
            REQUIRE(enum_of(kind, known));
            const auto found =
                house.registry.find_published(tx, Stream::parse(event["stream"].get<std::string>()).value(),
                                              known, Ulid::parse(id).value());
            REQUIRE(found);
            CHECK(Json::parse(found->text.record) == put["record"]);
            followed.records.erase({kind, id});
            continue;
        }
        followed.records[{kind, id}] = Record::of(put["record"]);
    }
}

void Law::compare(store::Transaction& tx) {
    for (const auto& [stream, followed] : streams_) {
        const auto now = snapshot(tx, stream);
        if (now == followed.records) continue;
        INFO(stream.name());
        for (const auto& [key, record] : now) {
            INFO("snapshot " << key.first << " " << key.second << " " << record.json->dump());
            const auto held = followed.records.find(key);
            const bool told = held != followed.records.end() && held->second == record;
            INFO("followers " << (held == followed.records.end() ? "do not have it"
                                                                 : held->second.json->dump()));
            CHECK(told);
        }
        for (const auto& [key, record] : followed.records) {
            INFO("followers still have " << key.first << " " << key.second << " " << record.json->dump());
            CHECK(now.contains(key));
        }
    }
}

std::string code_of(Law& law, const OrganisationId& state) {
    return law.house.one<std::string>("SELECT code FROM organisations WHERE id = ?", state);
}

} // namespace interstate::tests
