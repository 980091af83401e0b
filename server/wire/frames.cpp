#include "wire/frames.hpp"

#include <algorithm>

namespace interstate::wire {
namespace {

constexpr std::size_t query_id_limit = 64;
constexpr std::size_t cue_name_limit = 40;

std::string text_member(const Json& json, const char* name, std::size_t limit) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_string()) return {};
    const auto& text = found->get_ref<const std::string&>();
    return text.size() <= limit ? text : std::string{};
}

/// Decodes members one after the other; the first that is wrong decides.
class Members {
  public:
    explicit Members(Json& json) : json_{json} {}

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
    /// Takes the object out of the frame.
    Members& object(const char* name, Json& out) {
        known_.emplace_back(name);
        if (!result_) return *this;
        const auto found = json_.find(name);
        if (found == json_.end() || !found->is_object())
            result_ = refuse_field("malformed", name, "“" + std::string{name} + "” has the wrong form.",
                                   "an object");
        else
            out = std::move(*found);
        return *this;
    }
    Result<void> done() {
        if (!result_) return result_;
        for (const auto& [key, unused] : json_.get_ref<const Json::object_t&>())
            if (std::ranges::find(known_, key) == known_.end())
                return refuse_field("unknown_member", key.substr(0, 60),
                                    "The frame has a member that is not known here.", listed());
        return result_;
    }

  private:
    [[nodiscard]] std::string listed() const {
        std::string list;
        for (const auto name : known_) (list += list.empty() ? "" : ", ") += name;
        return list;
    }
    Json& json_;
    std::vector<std::string_view> known_{"t"};
    Result<void> result_;
};

template <class Frame>
std::expected<ClientFrame, FrameRefusal> finish(Frame frame, Members& members, const std::string& id) {
    if (auto done = members.done(); !done) return std::unexpected(FrameRefusal{id, done.error()});
    return frame;
}

void write_records(ObjectText& object, std::string_view name, std::string& out,
                   const std::vector<RecordText>& records) {
    object.member(name, [&] {
        append_list(out, records, [&](const RecordText& one) {
            ObjectText entry{out};
            entry.text("kind", one.kind).text("id", one.id.text());
            if (one.stream) entry.text("stream", one.stream->name());
            entry.json("record", one.record).end();
        });
    });
}

/// What is wrong with the words of a cue.
Result<void> check_cue(const CueFrame& cue) {
    const bool named =
        !cue.name.empty() && cue.name.size() <= cue_name_limit &&
        std::ranges::all_of(cue.name, [](char c) { return c == '_' || (c >= 'a' && c <= 'z'); });
    if (!named) return wrong("name", "1 to 40 of a to z and _");
    if (cue.body.size() > cue_limit)
        return wrong("body", "an object of at most " + std::to_string(cue_limit) + " bytes");
    return {};
}

std::expected<ClientFrame, FrameRefusal> decode_cue(Members& members) {
    CueFrame cue;
    Json body;
    members.need("stream", cue.stream).need("name", cue.name).object("body", body);
    auto done = members.done();
    if (done) {
        cue.body = dump(body);
        done = check_cue(cue);
    }
    if (!done) return std::unexpected(FrameRefusal{{}, done.error()});
    return cue;
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
    if (type == "cue") return decode_cue(members);
    return std::unexpected(
        FrameRefusal{id, wrong("t", "one of: follow, unfollow, command, query, ping, cue").error()});
}

std::string greeting_frame(const Greeting& greeting) {
    return R"({"t":"greeting",)" + encode(greeting).substr(1);
}

std::string pong_frame(std::int64_t id, Instant now) {
    std::string frame;
    ObjectText{frame}.text("t", "pong").number("id", id).number("now", now.ms).end();
    return frame;
}

std::string cue_frame(const CueFrame& cue, const PersonId& person) {
    std::string frame;
    ObjectText{frame}
        .text("t", "cue")
        .text("stream", cue.stream.name())
        .text("name", cue.name)
        .text("person", person.text())
        .json("body", cue.body)
        .end();
    return frame;
}

std::string live_frame(const Stream& stream, const Ulid& epoch, std::int64_t seq) {
    std::string frame;
    ObjectText{frame}
        .text("t", "live")
        .text("stream", stream.name())
        .text("epoch", epoch.text())
        .number("seq", seq)
        .end();
    return frame;
}

std::string unfollowed_frame(const Stream& stream, std::string_view reason) {
    std::string frame;
    ObjectText{frame}.text("t", "unfollowed").text("stream", stream.name()).text("reason", reason).end();
    return frame;
}

std::string going_away_frame(std::chrono::milliseconds reconnect_after) {
    std::string frame;
    ObjectText{frame}.text("t", "going_away").number("reconnect_after_ms", reconnect_after.count()).end();
    return frame;
}

std::string positions_text(const Positions& positions) {
    std::string text;
    ObjectText object{text};
    for (const auto& [stream, seq] : positions) object.number(stream, seq);
    object.end();
    return text;
}

std::string ack_frame(const CommandId& id, const Positions& positions, std::string_view result) {
    std::string frame;
    ObjectText object{frame};
    object.text("t", "ack").text("id", id.text());
    object.json("positions", positions_text(positions));
    if (!result.empty()) object.json("result", result);
    object.end();
    return frame;
}

std::string refusal_frame(std::string_view id, const Refusal& refusal) {
    std::string frame;
    ObjectText object{frame};
    const auto unless_empty = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) object.text(name, value);
    };
    object.text("t", "refusal");
    unless_empty("id", id);
    object.text("code", refusal.code);
    unless_empty("field", refusal.field);
    object.text("message", refusal.message);
    unless_empty("allowed", refusal.allowed);
    unless_empty("current", refusal.current);
    object.end();
    return frame;
}

std::string snapshot_frame(const Stream& stream, std::int64_t seq, const std::vector<RecordText>& records,
                           bool more) {
    std::string frame;
    ObjectText object{frame};
    object.text("t", "snapshot").text("stream", stream.name()).number("seq", seq);
    write_records(object, "records", frame, records);
    object.flag("more", more).end();
    return frame;
}

std::string event_frame(const EventText& event) {
    std::string frame;
    ObjectText object{frame};
    object.text("t", "event")
        .text("stream", event.stream.name())
        .number("seq", event.seq)
        .number("at", event.at.ms)
        .text("name", event.name);
    if (event.actor) object.text("actor", event.actor->text());
    object.text("command", event.command.text());
    write_records(object, "puts", frame, event.puts);
    if (!event.removes.empty())
        object.member("removes", [&] {
            append_list(frame, event.removes, [&](const auto& removed) {
                ObjectText{frame}.text("kind", removed.first).text("id", removed.second.text()).end();
            });
        });
    object.end();
    return frame;
}

std::string answer_frame(const AnswerText& answer) {
    std::string frame;
    ObjectText object{frame};
    object.text("t", "answer").text("id", answer.id);
    object.json("positions", positions_text(answer.positions));
    write_records(object, "records", frame, answer.records);
    if (answer.body) object.json("body", *answer.body);
    if (answer.next) object.text("next", *answer.next);
    object.end();
    return frame;
}

} // namespace interstate::wire
