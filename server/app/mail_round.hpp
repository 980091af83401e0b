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

    void start() { look(); }
    /// Ends the round that is under way, at the latest in a second or two, and has what became of its letters
    /// written: `commands` must still take it.
    void stop();
    /// There may be something new.
    void look();

  private:
    using Letters = workers::Postman::Letters;
    using Reports = workers::Postman::Reports;
    /// Takes out what is not handed over after all, and keeps it to be written down.
    void keep_back(Letters& letters);
    void look_after(Millis pause);
    void bring(std::optional<Letters> letters);
    void came_back();
    /// Before any other letter is read: it would be the same ones.
    void write_down();
    void written(bool done);
    /// How long to wait before the next round.
    Millis pause_after(const Reports& reports);
    void tell(const mail::Report& report) const;

    boost::asio::io_context& io_;
    Commands& commands_;
    Queries& queries_;
    metrics::Metrics& metrics_;
    std::function<Instant()> clock_;
    boost::asio::steady_timer next_;
    /// From reading what is due until it is written what became of it.
    bool underway_ = false;
    bool asked_again_ = false, writing_ = false, stopped_ = false;
    /// Nothing is tried before the timer.
    bool paused_ = false;
    /// Rounds in a row that met no server.
    int without_server_ = 0;
    Reports unwritten_;
    /// Of the round that is under way, what the postman did not get.
    Reports kept_back_;
    Millis pause_{0};
    /// Last: it tells this of its rounds.
    std::optional<workers::Postman> postman_;
};

} // namespace interstate::app
