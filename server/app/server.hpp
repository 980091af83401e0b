#pragma once
// The product behind its doors: everything that net needs to know of us. Lives on the io thread.
#include "app/clockwork.hpp"
#include "app/conversation.hpp"
#include "app/door.hpp"
#include "app/front_door.hpp"
#include "app/http.hpp"
#include "app/login_watch.hpp"
#include "app/mail_round.hpp"
#include "app/password_desk.hpp"
#include "app/polls.hpp"
#include "app/provider_desk.hpp"
#include "app/request_rates.hpp"
#include "features/erasure/erasure.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <expected>
#include <functional>
#include <memory>
#include <unordered_map>

namespace interstate::app {

struct ServerSettings {
    FrontDoorSettings front_door;
    ConversationLimits limits;
    RequestLimits requests;
    PollLimits polls;
    /// Pages that no read stands behind say so too.
    bool demonstration = false;
    store::WriterLimits writer;
    /// How long a lost line is forgiven before a person counts as gone.
    std::chrono::seconds presence_grace{60};
    /// What the greeting calls this program.
    std::string build;
    /// Who may read the figures, with `Authorization: Bearer …`. Empty: whoever asks from this very machine.
    std::string metrics_token;
    /// How mail leaves; without it, none does.
    std::optional<workers::MailServerSettings> mail_server;
    workers::PasswordThread::Settings passwords = {};
    /// How agencies' providers of identities are asked.
    workers::ProviderSettings providers = {};
    /// How often it is looked whose login is over, and who is still there.
    std::chrono::milliseconds login_look{std::chrono::minutes{1}};
    std::function<Instant()> clock = wall_clock;
    /// A clock that never jumps: how long a login has still to go is measured by it while a line is open.
    std::function<Millis()> uptime = [] {
        return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
    };
    /// What goes into one package of an organization's records, before it is packed; it is held in memory.
    std::size_t most_records_bytes = std::size_t{64} * 1024 * 1024;
    /// When the last good backup was made; nothing when there was none. Asked on the io thread.
    std::function<std::optional<Instant>()> last_backup = [] { return std::nullopt; };
    /// Keeps the list of who was erased outside of the database. Called on the io thread after each erasure.
    std::function<void(const std::vector<erasure::Erased>&)> keep_erasures =
        [](const std::vector<erasure::Erased>&) {};
};

class Server {
  public:
    Server(boost::asio::io_context& io, store::Database& database, ServerSettings settings);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    void start();
    /// Tells everybody to come back, finishes what was begun. Calls `done` when nothing waits any more.
    void stop();

    using Respond = std::function<void(Response)>;
    /// Answers one request; `respond` is called once, on the io thread.
    void handle(Request request, Respond respond);

    using Opened = std::move_only_function<void(std::expected<std::shared_ptr<Conversation>, Response>)>;
    /// Lets a live connection in, or says why not. The conversation has its greeting queued already.
    void open(Request request, Opened opened);
    /// The connection of a conversation is gone.
    void closed(const std::shared_ptr<Conversation>& conversation);

    [[nodiscard]] std::size_t connections() const { return conversations_.size(); }
    [[nodiscard]] const FrontDoor& front_door() const { return front_door_; }
    [[nodiscard]] metrics::Standings standings() const;

  private:
    friend class Site;
    /// Who asks, or what to answer: 401 for nobody we know, 503 when the database did not say.
    using Known = std::move_only_function<void(std::expected<Recognised, Response>)>;
    void recognise(const Request& request, Known known);
    [[nodiscard]] wire::Greeting greeting_for(const Recognised& who) const;
    /// The connection by poll of this id, or what to answer: to a foreign Origin, to nobody, to another login
    /// than opened it. Reads no database: the login ends the conversation when it ends.
    std::expected<std::shared_ptr<Poll>, Response> poll_of(const Request& request, const std::string& id);
    [[nodiscard]] std::string secret_of(const Request& request) const;
    /// What to answer when this address, or this person, asks too often; nothing when they may.
    std::optional<Response> too_often(const Request& request, double cost);
    std::optional<Response> too_often(const PersonId& person);
    /// Counts what is refused at the door of live connections. One that is let in does not count, so that all
    /// may come back at once.
    std::unexpected<Response> refused(const std::string& network, Response response);
    void end_credential(const std::string& credential);
    /// What the watch is told of each open connection.
    void each_login(const LoginWatch::Tell& tell) const;
    Surroundings surroundings();

    boost::asio::io_context& io_;
    ServerSettings settings_;
    std::function<Instant()> clock_ = settings_.clock;
    const Registry& registry_ = Registry::everything();
    FrontDoor front_door_;
    metrics::Metrics metrics_;
    RequestRates address_rates_;
    RequestRates person_rates_;
    RequestRates code_rates_;
    RequestRates password_rates_;
    RequestRates agency_rates_;
    Allowances codes_of_devices_;
    Allowances wrong_codes_;
    /// Apart: only devices that are known stand in it, so strangers push none out.
    Allowances wrong_codes_of_devices_;
    live::Hub hub_;
    Gate gate_;
    Commands commands_;
    Queries queries_;
    Acquaintances acquaintances_;
    Door door_;
    Pasts pasts_;
    live::Presence presence_;
    Clockwork clockwork_;
    MailRound mail_round_;
    LoginWatch login_watch_;
    PasswordDesk passwords_;
    ProviderDesk providers_;
    Surroundings around_ = surroundings();
    std::unordered_map<live::Outbox*, std::shared_ptr<Conversation>> conversations_;
    Polls polls_;
    /// One package of records at a time.
    bool packing_records_ = false;
    bool stopping_ = false;
};

} // namespace interstate::app
