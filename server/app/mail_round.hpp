#pragma once
// Brings mail that is due to the postman, and writes down what became of it. Lives on the io thread.
#include "app/commands.hpp"
#include "app/queries.hpp"
#include "workers/postman.hpp"

#include <boost/asio/steady_timer.hpp>

namespace interstate::app {

class MailRound {
  public:
    /// Without settings no mail leaves: it waits until it is useless.
    MailRound(boost::asio::io_context& io, Commands& commands, Queries& queries, metrics::Metrics& metrics,
              std::function<Instant()> clock, std::optional<workers::MailServerSettings> settings);

    void start();
    void stop();
    /// There may be something new.
    void look();

  private:
    using Letters = workers::Postman::Letters;
    using Reports = workers::Postman::Reports;
    void look_again_after(Millis pause);
    void bring(std::optional<Letters> letters);
    void came_back(const Reports& reports);
    /// How long to wait before the next round.
    Millis pause_after(const Reports& reports);
    void tell(const mail::Report& report) const;

    boost::asio::io_context& io_;
    Commands& commands_;
    Queries& queries_;
    metrics::Metrics& metrics_;
    std::function<Instant()> clock_;
    boost::asio::steady_timer next_;
    bool underway_ = false, asked_again_ = false, stopped_ = false;
    /// Nothing is tried before the timer.
    bool paused_ = false;
    /// Rounds in a row that met no server.
    int without_server_ = 0;
    /// Last: it tells this of its rounds.
    std::optional<workers::Postman> postman_;
};

} // namespace interstate::app
