#include "app/password_desk.hpp"

#include "store/precedence.hpp"

#include <boost/asio/post.hpp>

#include <utility>

namespace interstate::app {

PasswordDesk::PasswordDesk(boost::asio::io_context& io, Thread::Settings settings, Instant now)
    : io_{io}, strangers_{passwords_of_strangers, now}, thread_{std::move(settings), store::stand_back} {}

bool PasswordDesk::check(Thread::Check one, bool known, std::function<void(const Thread::Checked&)> answer) {
    const auto number = ++number_;
    checks_.emplace(number, std::move(answer));
    auto done = [this, number](const Thread::Checked& checked) {
        boost::asio::post(io_, [this, number, checked] { call_out(checks_, number, checked); });
    };
    if (thread_.check(std::move(one), known, std::move(done))) return true;
    checks_.erase(number);
    return false;
}

bool PasswordDesk::make(Thread::New one, std::function<void(const Thread::Made&)> answer) {
    const auto number = ++number_;
    makes_.emplace(number, std::move(answer));
    auto done = [this, number](const Thread::Made& made) {
        boost::asio::post(io_, [this, number, made] { call_out(makes_, number, made); });
    };
    if (thread_.make(std::move(one), std::move(done))) return true;
    makes_.erase(number);
    return false;
}

template <class Answer>
void PasswordDesk::call_out(Asked<Answer>& asked, std::uint64_t number, const Answer& answer) {
    if (const auto found = asked.extract(number)) found.mapped()(answer);
}

void PasswordDesk::stop() {
    thread_.stop();
    checks_.clear();
    makes_.clear();
}

} // namespace interstate::app
