#pragma once
// A live connection after its upgrade: frames in, frames out, bounds on everything. It owns no buffer, timer,
// reader or coroutine while nothing happens on it.
#include "app/server.hpp"
#include "net/web_socket_codec.hpp"

#include <chrono>

namespace interstate::net {

class WebSocketSessions;

/// Whom a live connection is led to. However the connection ends, its partner is destroyed then. What a
/// partner throws ends the connection.
class Partner {
  public:
    Partner() = default;
    virtual ~Partner() = default;
    Partner(const Partner&) = delete;
    Partner& operator=(const Partner&) = delete;

    /// A message, text or binary as the reader takes it. Valid until the call is over.
    virtual void receive(Opcode opcode, std::string_view message) = 0;
    /// A frame that holds no message of its own.
    virtual void count_frame() = 0;
    /// What waits to be sent, always the same: the connection looks for it whenever something has come in.
    virtual live::Outbox& outbox() = 0;
    /// A reader of what this partner takes.
    [[nodiscard]] virtual FrameReader reader() const = 0;
};

/// The conversation of somebody who is signed in. At shutdown the server goes before the lines that are left,
/// and has ended their conversations itself.
class ConversationPartner : public Partner {
  public:
    ConversationPartner(app::Server& server, std::shared_ptr<app::Conversation> conversation)
        : server_{server}, conversation_{std::move(conversation)} {}
    ~ConversationPartner() override {
        if (!conversation_->ended()) server_.closed(conversation_);
    }
    void receive(Opcode, std::string_view message) override { conversation_->receive(message); }
    void count_frame() override { conversation_->count_frame(); }
    live::Outbox& outbox() override { return conversation_->outbox(); }
    [[nodiscard]] FrameReader reader() const override { return FrameReader{app::message_limit}; }

  private:
    app::Server& server_;
    std::shared_ptr<app::Conversation> conversation_;
};

/// Belongs to `WebSocketSessions`, which gives it a socket, and tells it when that is ready.
class WebSocketSession final : public live::Outlet {
  public:
    using Clock = std::chrono::steady_clock;

    WebSocketSession(WebSocketSessions& sessions, std::unique_ptr<Partner> partner);
    ~WebSocketSession() override;
    WebSocketSession(const WebSocketSession&) = delete;
    WebSocketSession& operator=(const WebSocketSession&) = delete;

    /// `early`: bytes that came behind the request for the upgrade; `head`: the answer to it.
    void start(std::string early, std::string head);
    /// The line may be read, or written where it was full.
    void ready(bool to_read, bool to_write);
    /// Writes what waits, as much as the line takes now, in as few calls as can be.
    void write();
    /// It writes soon: what it looks at first is far from the processor when thousands take turns.
    void expect_write() const { __builtin_prefetch(&outbox_); }
    /// Ends a connection whose time is over.
    void look_at_the_clock(Clock::time_point now);
    void arrived() override;

  private:
    friend class WebSocketSessions;
    /// `leaving`: our close frame has been queued. `parted`: both sides have said goodbye, or the other broke
    /// the protocol: we send nothing more, but take what still arrives, because a line that is closed over
    /// unread bytes loses what was sent last.
    enum class Stage : std::uint8_t { open, leaving, parted, over };
    /// What few connections have.
    struct Aside {
        /// What the line did not take, and since when.
        live::Stretch unsent;
        Clock::time_point stuck{};
        /// Since when we are leaving.
        Clock::time_point left{};
        /// Control frames of ours: before everything that waits in the outbox.
        std::string urgent;
        /// In the middle of a frame or a message.
        std::optional<FrameReader> reader;
    };

    /// Whatever `act` throws ends this connection and nothing else.
    template <class Act>
    void guarded(Act act);
    void read();
    void take(std::span<char> bytes);
    void take_with(FrameReader& reader, std::span<char> bytes);
    void hear(const Arrived& arrived);
    void hear_close(std::string_view payload);
    void leave(std::uint16_t code);
    void part();
    void finish();
    void write_all();
    bool write_some();
    void gather(std::string& batch, live::Stretch first);
    /// How much the line took. A line that is gone ends the session.
    std::size_t try_to_send(std::string_view bytes);
    void wait_to_write(live::Stretch unsent);
    void send_rest();
    [[nodiscard]] bool stuck() const { return aside_ && !aside_->unsent.empty(); }
    Aside& aside();
    void forget_aside();

    WebSocketSessions& sessions_;
    std::unique_ptr<Partner> partner_;
    live::Outbox& outbox_;
    std::unique_ptr<Aside> aside_;
    Clock::time_point heard_ = Clock::now();
    /// Ours to close.
    int socket_ = -1;
    Stage stage_ = Stage::open;
    bool close_heard_ = false;
    /// Among those that are to write in this turn, and where in the list of all.
    bool due_ = false;
    std::uint32_t place_ = 0;
};

} // namespace interstate::net
