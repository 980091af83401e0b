#pragma once
// A live connection after its upgrade: frames in, frames out, bounds on everything. It owns no buffer, timer
// or coroutine while nothing happens on it.
#include "app/server.hpp"
#include "net/web_socket_codec.hpp"

#include <boost/asio/ip/tcp.hpp>

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
    /// What waits to be sent: the connection looks for it whenever something has come in.
    virtual live::Outbox& outbox() = 0;
    /// A reader of what this partner takes.
    [[nodiscard]] virtual FrameReader reader() const = 0;
    /// As what the next frame of the outbox is sent; asked once for each.
    virtual Opcode next_opcode() { return Opcode::text; }
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

class WebSocketSession : public std::enable_shared_from_this<WebSocketSession> {
  public:
    using Clock = std::chrono::steady_clock;

    WebSocketSession(boost::asio::ip::tcp::socket socket, WebSocketSessions& sessions,
                     std::unique_ptr<Partner> partner);

    /// `early`: bytes that came behind the request for the upgrade.
    void start(std::string early);
    /// Writes what waits, as much as the line takes now, in as few calls as can be.
    void write();
    /// Ends a connection whose time is over.
    void look_at_the_clock(Clock::time_point now);
    /// True the first time until it writes.
    [[nodiscard]] bool becomes_due() { return !std::exchange(due_, true); }
    [[nodiscard]] bool is_due() const { return due_; }

  private:
    /// `leaving`: our close frame has been queued. `parted`: both sides have said goodbye, or the other broke
    /// the protocol: we send nothing more, but take what still arrives, because a line that is closed over
    /// unread bytes loses what was sent last.
    enum class Stage { open, leaving, parted, over };

    /// Whatever `act` throws ends this connection and nothing else.
    template <class Act>
    void guarded(Act act);
    void wait_to_read();
    void read();
    void take(std::span<char> bytes);
    void hear(const Arrived& arrived);
    void hear_close(std::string_view payload);
    void leave(std::uint16_t code);
    void part();
    void finish();
    void write_all();
    void gather(std::string& batch);
    /// How much the line took. A line that is gone ends the session.
    std::size_t try_to_send(std::string_view bytes);
    void send(std::string_view batch);
    void send_rest();
    void wait_to_write();

    boost::asio::ip::tcp::socket socket_;
    WebSocketSessions& sessions_;
    std::unique_ptr<Partner> partner_;
    FrameReader reader_;
    Stage stage_ = Stage::open;
    bool close_heard_ = false;
    bool due_ = false;
    Clock::time_point heard_ = Clock::now();
    /// Since when the present batch waits for the line; since when we are leaving.
    Clock::time_point stuck_{}, left_{};
    /// The batch of which the line did not take all, and how much of it has gone.
    std::string unsent_;
    std::size_t gone_ = 0;
    /// Control frames of ours: before everything that waits in the outbox.
    std::string urgent_;
};

} // namespace interstate::net
