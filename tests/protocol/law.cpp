#include "protocol/law.hpp"

#include "store/journal.hpp"

namespace interstate::tests {
namespace {

/// Come by query only, so that no snapshot holds them.
bool by_query_only(const std::string& kind) { return kind == "post" || kind == "step_update"; }

/// Records of earlier years are not in snapshots either.
bool is_current(const Json& record) { return record.value("current", true); }

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
    add({StreamKind::series}, "SELECT id FROM series");
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
        const bool single = records.emplace(std::pair{one.kind, one.id.str()}, std::move(one.record)).second;
        CHECK(single);
    }
    return records;
}

void Law::follow_new_streams(store::Transaction& tx) {
    for (const auto& stream : every_stream(tx)) {
        if (streams_.contains(stream)) continue;
        streams_[stream] = {store::state_of(tx, stream).head, snapshot(tx, stream)};
        auto& follower = followers_[stream] = std::make_unique<live::Follower>(stream, PersonId{}, outbox_);
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
        apply_news(tx, reply);
        compare(tx);
        follow_new_streams(tx);
        return 0;
    });
    return reply.value("result", Json::object());
}

void Law::apply_news(store::Transaction& tx, const Json& reply) {
    std::map<std::string, std::vector<std::string>> broadcast;
    while (const auto frame = outbox_.pop()) broadcast[Json::parse(**frame)["stream"]].push_back(**frame);
    for (auto& [stream, followed] : streams_) {
        std::vector<std::string> journal;
        for (const auto& event : store::events_after(tx, stream, followed.position, 1000)) {
            INFO(event.bytes);
            CHECK(event.seq == ++followed.position);
            journal.push_back(event.bytes);
            const auto json = Json::parse(event.bytes);
            CHECK(json["seq"] == event.seq);
            events_.insert(json["name"].get<std::string>());
            apply(tx, followed, json);
        }
        INFO(stream.name());
        CHECK(broadcast[stream.name()] == journal);
        broadcast.erase(stream.name());
        if (!journal.empty()) CHECK(reply["positions"].value(stream.name(), 0) == followed.position);
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
            const auto found = house.registry.find(tx, known, Ulid::parse(id).value());
            REQUIRE(found);
            CHECK(found->text.record == put["record"]);
            followed.records.erase({kind, id});
            continue;
        }
        followed.records[{kind, id}] = put["record"];
    }
}

void Law::compare(store::Transaction& tx) {
    for (const auto& [stream, followed] : streams_) {
        const auto now = snapshot(tx, stream);
        if (now == followed.records) continue;
        INFO(stream.name());
        for (const auto& [key, record] : now) {
            INFO("snapshot " << key.first << " " << key.second << " " << record.dump());
            const auto held = followed.records.find(key);
            const bool told = held != followed.records.end() && held->second == record;
            INFO("followers " << (held == followed.records.end() ? "do not have it" : held->second.dump()));
            CHECK(told);
        }
        for (const auto& [key, record] : followed.records) {
            INFO("followers still have " << key.first << " " << key.second << " " << record.dump());
            CHECK(now.contains(key));
        }
    }
}

} // namespace interstate::tests
