// Signing in by a password. It is compared on a thread of its own; what is answered, and when, says nothing
// of who is known here.
#include "app/site.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"

namespace interstate::app {
namespace {

const char* busy = "Many sign in just now. Try again in a moment.";

} // namespace

void Site::reply_sign_in_again(int status, const std::string& address, const Entrance& how,
                               const std::string& problem) {
    reply_sign_in(status,
                  {.next = how.next, .address = address, .password_problem = problem, .shared = how.shared});
}

void Site::sign_in_by_password() {
    // Enter in the field of the address, by who has no password.
    if (form_field("password").empty() && mails_codes()) return send_code();
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Use the sign-in page of this server.");
    const auto address = std::string{trimmed(form_field("address"))};
    auto how = entrance();
    how.by.way = identity::SignInWay::password;
    if (!is_address(address)) return reply_no_address(address, how);
    // A known device has limits of its own (`identity::ask_for_password`): others of its network do not
    // stop it.
    with_device_known_for(address, [self = shared_from_this(), address, how](bool known) {
        auto& server = self->server_;
        if (!known)
            if (const auto wait =
                    server.password_rates_.take(network_of(self->request_.remote), server.clock_()))
                return self->reply_sign_in_again(
                    429, address, how,
                    "Many passwords were tried from your network. Try again in " + in_words(*wait) + ".");
        if (server.passwords_.is_full()) return self->reply_sign_in_again(503, address, how, busy);
        self->ask_for_password(address, how);
    });
}

void Site::ask_for_password(const std::string& address, const Entrance& how) {
    using Asked = std::expected<identity::PasswordQuestion, identity::PasswordWait>;
    const auto now = server_.clock_();
    const auto device = server_.front_door_.device(request_);
    const auto asked = std::make_shared<Asked>();
    server_.commands_.write(
        [asked, now,
         one = identity::PasswordTry{.address = address,
                                     .device_hash = device.empty() ? std::string{} : secret_hash(device),
                                     .only_known = !server_.passwords_.takes_strangers(now)}](
            store::Transaction& tx) { *asked = identity::ask_for_password(tx, one, now); },
        [self = shared_from_this(), asked, address, how](bool written) {
            if (!written) return self->reply_sign_in_again(503, address, how, busy);
            if (!*asked) return self->reply_password_wait(address, how, asked->error());
            self->compare_password(address, how, std::move(**asked));
        });
}

void Site::reply_password_wait(const std::string& address, const Entrance& how,
                               identity::PasswordWait until) {
    const std::string otherwise =
        mails_codes() ? " A code by mail signs you in at once." : " A link signs you in at once.";
    if (!until)
        return reply_sign_in_again(
            429, address, how, "Passwords for this address were tried too often from elsewhere." + otherwise);
    reply_sign_in_again(429, address, how,
                        "Passwords were tried too often. Try again in " +
                            in_words(*until - server_.clock_()) + "." + otherwise);
}

void Site::compare_password(const std::string& address, const Entrance& how,
                            identity::PasswordQuestion question) {
    if (!question.known_device) server_.passwords_.count_stranger(server_.clock_());
    auto compared = [self = shared_from_this(), address, how,
                     question](const workers::PasswordThread::Checked& checked) {
        if (checked.failed) return self->reply_sign_in_again(503, address, how, busy);
        if (!checked.right)
            return self->reply_sign_in_again(422, address, how,
                                             "This address and this password do not belong together.");
        self->begin_by_password(how, question, checked.renewed);
    };
    const bool taken = server_.passwords_.check({.password = form_field("password"), .hash = question.hash},
                                                question.known_device, std::move(compared));
    if (!taken) reply_sign_in_again(503, address, how, busy);
}

void Site::begin_by_password(const Entrance& how, const identity::PasswordQuestion& question,
                             const std::string& renewed) {
    begin_sign_in(
        [question, renewed](store::Transaction& tx, Instant) -> std::optional<PersonId> {
            if (!identity::is_still_password(tx, *question.person, question.hash)) return std::nullopt;
            if (!renewed.empty()) identity::renew_password(tx, *question.person, question.hash, renewed);
            return question.person;
        },
        how,
        [self = shared_from_this(), how] {
            self->reply_sign_in_again(422, std::string{trimmed(self->form_field("address"))}, how,
                                      "The password was changed just now. Use the new one.");
        });
}

} // namespace interstate::app
