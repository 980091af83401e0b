#include "app/login_watch.hpp"

#include "features/identity/sign_in.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <span>

namespace interstate::app {
namespace {

/// Written down at once: others' commands come between.
constexpr std::size_t portion = 500;

/// On a shared computer it ends for good; others' are asked for again at the door, where the clock may be
/// right by then.
bool is_over(store::Transaction& tx, const std::string& credential, bool shared, Instant now) {
    if (shared) return identity::end_unused(tx, credential, now);
    return !identity::login_of_sign_in(tx, credential, now);
}

} // namespace

void LoginWatch::start() {
    next_.expires_after(interval_);
    next_.async_wait([this](const boost::system::error_code& error) {
        if (error || stopped_) return;
        look();
        start();
    });
}

void LoginWatch::stop() {
    stopped_ = true;
    next_.cancel();
}

void LoginWatch::look() {
    const auto now = clock_();
    std::set<std::string> over;
    std::vector<Login> logins;
    each_([&](const Line& line) {
        const auto& who = line.who;
        if (line.over) over.insert(who.credential);
        // A token does not end by being left unused.
        if (line.over || who.scopes) return;
        const bool left =
            line.idle >= (who.shared ? identity::shared_idle_limit : identity::sign_in_idle_limit);
        if (left || line.idle <= 2 * interval_)
            logins.push_back({who.credential, now - line.idle, who.shared, left});
    });
    for (const auto& credential : over) end_(credential);
    for (std::size_t begun = 0; begun < logins.size(); begun += portion) {
        const auto some = std::span{logins}.subspan(begun, std::min(portion, logins.size() - begun));
        write_down({std::make_move_iterator(some.begin()), std::make_move_iterator(some.end())});
    }
}

void LoginWatch::write_down(std::vector<Login> logins) {
    const auto over = std::make_shared<std::vector<std::string>>();
    commands_.write(
        [logins = std::move(logins), over, now = clock_()](store::Transaction& tx) {
            over->clear();
            for (const auto& login : logins)
                if (!login.left) identity::touch_sign_in(tx, login.credential, login.last_there);
            // Several pages of one browser are one login: somebody at any of them is there.
            for (const auto& login : logins)
                if (login.left && is_over(tx, login.credential, login.shared, now))
                    over->push_back(login.credential);
        },
        [this, over](bool written) {
            if (!written) return;
            for (const auto& credential : *over) end_(credential);
        });
}

} // namespace interstate::app
