#include "wire/frames.hpp"

#include <algorithm>

namespace interstate::wire {
namespace {

constexpr std::size_t query_id_limit = 64;

std::string text_member(const Json& json, const char* name, std::size_t limit) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_string()) return {};
    const auto& text = found->get_ref<const std::string&>();
    return text.size() <= limit ? text : std::string{};
}

/// Decodes members one after the other; the first that is wrong decides.
class Members {
  public:
    explicit Members(const Json& json) : json_{json} {}

    template <class T>
    Members& need(const char* name, T& out) {
        known_.emplace_back(name);
        if (!result_) return *this;
        const auto found = json_.find(name);
        if (found == json_.end())
            result_ = refuse_field("missing", name, "“" + std::string{name} + "” is missing.");
        else
            result_ = decode(*found, name, out);
        return *this;
    }
    template <class T>
    Members& may(const char* name, std::optional<T>& out) {
        known_.emplace_back(name);
        const auto found = json_.find(name);
        if (found == json_.end()) return *this;
        if (result_ && !found->is_null()) result_ = decode(*found, name, out.emplace());
        return *this;
    }
    Members& object(const char* name, Json& out) {
        known_.emplace_back(name);
        if (!result_) return *this;
        const auto found = json_.find(name);
        if (found == json_.end() || !found->is_object())
            result_ = refuse_field("malformed", name, "“" + std::string{name} + "” has the wrong form.",
                                   "an object");
        else
            out = *found;
        return *this;
    }
    Result<void> done() {
        if (!result_) return result_;
        for (const auto& [key, unused] : json_.items())
            if (std::ranges::find(known_, key) == known_.end())
                return refuse_field("unknown_member", key.substr(0, 60),
                                    "The frame has a member that is not known here.", listed());
        return result_;
    }

  private:
    [[nodiscard]] std::string listed() const {
        std::string list;
        for (const auto& name : known_) list += (list.empty() ? "" : ", ") + name;
        return list;
    }
    const Json& json_;
    std::vector<std::string> known_{"t"};
    Result<void> result_;
};

template <class Frame>
std::expected<ClientFrame, FrameRefusal> finish(Frame frame, Members& members, const std::string& id) {
    if (auto done = members.done(); !done) return std::unexpected(FrameRefusal{id, done.error()});
    return frame;
}

Json records_json(const std::vector<RecordText>& records) {
    Json list = Json::array();
    for (const auto& one : records) {
        auto& entry = list.emplace_back(Json{{"kind", one.kind}, {"id", one.id.str()}});
        if (one.stream) entry["stream"] = one.stream->name();
        entry["record"] = one.record;
    }
    return list;
}

} // namespace

std::expected<ClientFrame, FrameRefusal> decode_frame(std::string_view bytes) {
    auto json = parse_object(bytes);
    if (!json) return std::unexpected(FrameRefusal{{}, json.error()});
    const auto type = text_member(*json, "t", 16);
    const auto id = text_member(*json, "id", query_id_limit);
    Members members{*json};
    if (type == "follow") {
        FollowFrame frame;
        members.need("stream", frame.stream).may("epoch", frame.epoch).may("after", frame.after);
        return finish(frame, members, id);
    }
    if (type == "unfollow") {
        UnfollowFrame frame;
        members.need("stream", frame.stream);
        return finish(frame, members, id);
    }
    if (type == "command") {
        CommandFrame frame;
        members.need("id", frame.id).need("name", frame.name).object("body", frame.body);
        return finish(std::move(frame), members, id);
    }
    if (type == "query") {
        QueryFrame frame;
        members.need("id", frame.id).need("name", frame.name).object("body", frame.body);
        if (frame.id.size() > query_id_limit)
            return std::unexpected(FrameRefusal{{}, wrong("id", "at most 64 characters").error()});
        return finish(std::move(frame), members, id);
    }
    if (type == "ping") {
        PingFrame frame;
        members.need("id", frame.id);
        return finish(frame, members, id);
    }
    return std::unexpected(
        FrameRefusal{id, wrong("t", "one of: follow, unfollow, command, query, ping").error()});
}

std::string greeting_frame(const Greeting& greeting) {
    Json json{{"t", "greeting"}};
    json.update(encode(greeting));
    return dump(json);
}

std::string pong_frame(std::int64_t id, Instant now) {
    return dump({{"t", "pong"}, {"id", id}, {"now", now.ms}});
}

std::string live_frame(const Stream& stream, const Ulid& epoch, std::int64_t seq) {
    return dump({{"t", "live"}, {"stream", stream.name()}, {"epoch", epoch.str()}, {"seq", seq}});
}

std::string unfollowed_frame(const Stream& stream, std::string_view reason) {
    return dump({{"t", "unfollowed"}, {"stream", stream.name()}, {"reason", reason}});
}

std::string going_away_frame(std::chrono::milliseconds reconnect_after) {
    return dump({{"t", "going_away"}, {"reconnect_after_ms", reconnect_after.count()}});
}

std::string ack_frame(const CommandId& id, const Positions& positions, std::string_view result) {
    std::string frame = R"({"t":"ack","id":")" + id.str() + R"(","positions":)" + dump(Json(positions));
    if (!result.empty()) frame.append(R"(,"result":)").append(result);
    return frame += '}';
}

std::string refusal_frame(std::string_view id, const Refusal& refusal) {
    Json json{{"t", "refusal"}};
    if (!id.empty()) json["id"] = id;
    json["code"] = refusal.code;
    if (!refusal.field.empty()) json["field"] = refusal.field;
    json["message"] = refusal.message;
    if (!refusal.allowed.empty()) json["allowed"] = refusal.allowed;
    if (!refusal.current.empty()) json["current"] = refusal.current;
    return dump(json);
}

std::string snapshot_frame(const Stream& stream, std::int64_t seq, const std::vector<RecordText>& records,
                           bool more) {
    return dump({{"t", "snapshot"},
                 {"stream", stream.name()},
                 {"seq", seq},
                 {"records", records_json(records)},
                 {"more", more}});
}

std::string event_frame(const EventText& event) {
    Json json{{"t", "event"},
              {"stream", event.stream.name()},
              {"seq", event.seq},
              {"at", event.at.ms},
              {"name", event.name}};
    if (event.actor) json["actor"] = event.actor->str();
    json["command"] = event.command.str();
    json["puts"] = records_json(event.puts);
    if (!event.removes.empty()) {
        Json removes = Json::array();
        for (const auto& [kind, id] : event.removes) removes.push_back({{"kind", kind}, {"id", id.str()}});
        json["removes"] = std::move(removes);
    }
    return dump(json);
}

std::string answer_frame(const AnswerText& answer) {
    Json json{{"t", "answer"},
              {"id", answer.id},
              {"positions", answer.positions},
              {"records", records_json(answer.records)}};
    if (answer.body) json["body"] = *answer.body;
    if (answer.next) json["next"] = *answer.next;
    return dump(json);
}

} // namespace interstate::wire
