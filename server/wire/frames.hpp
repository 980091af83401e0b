#pragma once
// The frames of the live connection (schema/protocol/README.md), both ways.
#include "wire/codec.hpp"

#include <chrono>
#include <map>
#include <variant>

namespace interstate::wire {

/// No frame from a client is longer, in bytes.
inline constexpr std::size_t frame_limit = 256 * 1024;

/// The body of a cue is no longer, in bytes.
inline constexpr std::size_t cue_limit = 500;

struct FollowFrame {
    Stream stream;
    std::optional<Ulid> epoch;
    std::optional<std::int64_t> after;
};
struct UnfollowFrame {
    Stream stream;
};
struct CommandFrame {
    CommandId id;
    std::string name;
    Json body;
};
struct QueryFrame {
    /// Chosen by the client, at most 64 characters, given back with the answer.
    std::string id;
    std::string name;
    Json body;
};
struct PingFrame {
    std::int64_t id = 0;
};
/// What matters for a moment only, for everybody else who follows the stream.
struct CueFrame {
    Stream stream;
    /// 1 to 40 of a to z and `_`.
    std::string name;
    /// JSON text of an object, at most `cue_limit` bytes.
    std::string body;
};

using ClientFrame = std::variant<FollowFrame, UnfollowFrame, CommandFrame, QueryFrame, PingFrame, CueFrame>;

/// A refusal of a frame, with the id it is about where the frame had one.
struct FrameRefusal {
    std::string id;
    Refusal refusal;
};

std::expected<ClientFrame, FrameRefusal> decode_frame(std::string_view bytes);

/// A place in each of some streams.
using Positions = std::map<std::string, std::int64_t>;

struct CollaborativeName {
    CollaborativeId id;
    std::string slug;
    std::string name;
    bool operator==(const CollaborativeName&) const = default;
};
INTERSTATE_DESCRIBE(CollaborativeName, id, slug, name)

/// What a client learns on arrival, and from `GET /api/me`.
struct Greeting {
    int protocol = 1;
    std::string build;
    Ulid epoch;
    PersonId person;
    Instant now;
    std::int64_t heartbeat_ms = 20'000;
    bool demonstration = false;
    /// Others use this computer: nothing is to be kept on it.
    bool shared_computer = false;
    std::vector<CollaborativeName> collaboratives;
};
INTERSTATE_DESCRIBE(Greeting, protocol, build, epoch, person, now, heartbeat_ms, demonstration,
                    shared_computer, collaboratives)

std::string greeting_frame(const Greeting& greeting);
std::string pong_frame(std::int64_t id, Instant now);
std::string cue_frame(const CueFrame& cue, const PersonId& person);
std::string live_frame(const Stream& stream, const Ulid& epoch, std::int64_t seq);
std::string unfollowed_frame(const Stream& stream, std::string_view reason);
std::string going_away_frame(std::chrono::milliseconds reconnect_after);
/// The JSON text of it.
std::string positions_text(const Positions& positions);
/// `result` is JSON text already, or empty.
std::string ack_frame(const CommandId& id, const Positions& positions, std::string_view result);
/// `id` may be empty where the frame had none that can be read.
std::string refusal_frame(std::string_view id, const Refusal& refusal);

/// A record in an event, a snapshot or an answer.
struct RecordText {
    std::string kind;
    Ulid id;
    /// JSON text.
    std::string record;
    /// Its home, in answers only: events and snapshots are of one stream.
    std::optional<Stream> stream = std::nullopt;
};

std::string snapshot_frame(const Stream& stream, std::int64_t seq, const std::vector<RecordText>& records,
                           bool more);

struct EventText {
    Stream stream;
    std::int64_t seq = 0;
    Instant at;
    std::string name;
    std::optional<PersonId> actor;
    CommandId command;
    std::vector<RecordText> puts;
    std::vector<std::pair<std::string, Ulid>> removes;
};
std::string event_frame(const EventText& event);

struct AnswerText {
    std::string id;
    Positions positions;
    std::vector<RecordText> records;
    /// JSON text.
    std::optional<std::string> body;
    std::optional<std::string> next;
};
std::string answer_frame(const AnswerText& answer);

} // namespace interstate::wire
