#include "app/mail_round.hpp"

#include "base/log.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace interstate::app {
namespace {

constexpr int letters_of_round = 50;
/// A letter that waits, or came by the command line, is found so late at most.
constexpr Millis look_anyway = std::chrono::seconds{15};

} // namespace

MailRound::MailRound(boost::asio::io_context& io, Commands& commands, Queries& queries,
                     metrics::Metrics& metrics, std::function<Instant()> clock,
                     std::optional<workers::MailServerSettings> settings)
    : io_{io}, commands_{commands}, queries_{queries}, metrics_{metrics}, clock_{std::move(clock)},
      next_{io} {
    if (settings) postman_.emplace(std::move(*settings));
}

void MailRound::start() { look(); }

void MailRound::stop() {
    stopped_ = true;
    next_.cancel();
    postman_.reset();
}

void MailRound::look() {
    if (!postman_ || stopped_) return;
    if (paused_) return;
    if (underway_) {
        asked_again_ = true;
        return;
    }
    underway_ = true;
    queries_.read<Letters>(
        [now = clock_()](store::Transaction& tx) { return mail::due(tx, now, letters_of_round); },
        [this](std::optional<Letters> letters) { bring(std::move(letters)); });
}

void MailRound::bring(std::optional<Letters> letters) {
    if (stopped_) return;
    if (!letters || letters->empty()) {
        underway_ = false;
        return look_again_after(std::exchange(asked_again_, false) ? Millis{0} : look_anyway);
    }
    asked_again_ = false;
    postman_->take(std::move(*letters), [this](Reports reports) {
        boost::asio::post(io_, [this, reports = std::move(reports)] { came_back(reports); });
    });
}

void MailRound::came_back(const Reports& reports) {
    if (stopped_) return;
    for (const auto& report : reports) tell(report);
    commands_.write(
        [reports, now = clock_()](store::Transaction& tx) {
            for (const auto& report : reports) mail::record(tx, report, now);
        },
        [this, pause = pause_after(reports)](bool written) {
            // What could not be written down is sent again, under the same Message-ID.
            underway_ = false;
            look_again_after(written ? pause : look_anyway);
        });
}

Millis MailRound::pause_after(const Reports& reports) {
    paused_ = reports.empty() || reports.back().delivery == mail::Delivery::no_server;
    without_server_ = paused_ ? without_server_ + 1 : 0;
    return paused_ ? mail::pause_without_server(without_server_) : Millis{0};
}

void MailRound::look_again_after(Millis pause) {
    if (stopped_) return;
    next_.expires_after(pause);
    next_.async_wait([this](const boost::system::error_code& error) {
        if (error || stopped_) return;
        paused_ = false;
        look();
    });
}

void MailRound::tell(const mail::Report& report) const {
    metrics_.mail(word_of(report.delivery));
    const bool good = report.delivery == mail::Delivery::accepted;
    (good ? log::info : log::warning)(
        good ? "mail_sent" : "mail_not_sent",
        {{"id", report.id.str()}, {"how", word_of(report.delivery)}, {"answer", report.answer}});
}

} // namespace interstate::app
