#include "app/mail_round.hpp"

#include "base/log.hpp"

#include <boost/asio/post.hpp>

#include <iterator>
#include <utility>

namespace interstate::app {
namespace {

/// Few: what comes meanwhile waits for them.
constexpr int letters_of_round = 10;
/// A letter that waits, or came by the command line, is found so late at most.
constexpr Millis look_anyway = std::chrono::seconds{15};
constexpr Millis write_again_after = std::chrono::seconds{5};

} // namespace

MailRound::MailRound(boost::asio::io_context& io, Commands& commands, Queries& queries,
                     metrics::Metrics& metrics, std::function<Instant()> clock,
                     std::optional<workers::MailServerSettings> settings)
    : io_{io}, commands_{commands}, queries_{queries}, metrics_{metrics}, clock_{std::move(clock)},
      next_{io} {
    if (settings) postman_.emplace(std::move(*settings));
}

void MailRound::stop() {
    if (std::exchange(stopped_, true) || !postman_) return;
    next_.cancel();
    auto reports = postman_->stop();
    for (const auto& report : reports) tell(report);
    std::ranges::move(reports, std::back_inserter(unwritten_));
    if (!writing_ && !unwritten_.empty()) write_down();
}

void MailRound::look() {
    if (!postman_ || stopped_ || paused_) return;
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
        return look_after(std::exchange(asked_again_, false) ? Millis{0} : look_anyway);
    }
    asked_again_ = false;
    keep_back(*letters);
    if (letters->empty()) return came_back();
    postman_->take(std::move(*letters), [this] { boost::asio::post(io_, [this] { came_back(); }); });
}

void MailRound::keep_back(Letters& letters) {
    for (const auto& letter : letters)
        if (letter.kept_back) kept_back_.push_back({letter.id, *letter.kept_back, {}});
    std::erase_if(letters, [](const mail::Letter& letter) { return letter.kept_back.has_value(); });
}

void MailRound::came_back() {
    if (stopped_) return; // `stop` has taken the reports
    unwritten_ = std::exchange(kept_back_, {});
    std::ranges::move(postman_->reports(), std::back_inserter(unwritten_));
    for (const auto& report : unwritten_) tell(report);
    pause_ = pause_after(unwritten_);
    write_down();
}

void MailRound::write_down() {
    writing_ = true;
    commands_.write(
        [reports = unwritten_, now = clock_()](store::Transaction& tx) {
            for (const auto& report : reports) mail::record(tx, report, now);
        },
        [this](bool done) { written(done); });
}

void MailRound::written(bool done) {
    writing_ = false;
    if (done) {
        unwritten_.clear();
        underway_ = false;
    }
    look_after(done ? pause_ : write_again_after);
}

Millis MailRound::pause_after(const Reports& reports) {
    paused_ = !reports.empty() && reports.back().delivery == mail::Delivery::no_server;
    without_server_ = paused_ ? without_server_ + 1 : 0;
    return paused_ ? mail::pause_without_server(without_server_) : Millis{0};
}

void MailRound::look_after(Millis pause) {
    if (stopped_) return;
    next_.expires_after(pause);
    next_.async_wait([this](const boost::system::error_code& error) {
        if (error || stopped_) return;
        paused_ = false;
        unwritten_.empty() ? look() : write_down();
    });
}

void MailRound::tell(const mail::Report& report) const {
    if (report.delivery == mail::Delivery::for_nobody) return; // how many of those there are is nobody's
    metrics_.mail(word_of(report.delivery));
    const bool good = report.delivery == mail::Delivery::accepted;
    (good ? log::info : log::warning)(
        good ? "mail_sent" : "mail_not_sent",
        {{"id", report.id.str()}, {"how", word_of(report.delivery)}, {"answer", report.answer}});
}

} // namespace interstate::app
