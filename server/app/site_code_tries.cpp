// Who asks for a code by mail, and who tries one: a device that is known for the address has counts of its
// own, so that strangers cannot stop it; strangers are counted by network before all together.
#include "app/site.hpp"
#include "base/secret.hpp"
#include "features/identity/passwords.hpp"

namespace interstate::app {

void Site::with_known_device(Knows knows, std::function<void(bool)> next) {
    const auto device = server_.front_door_.device(request_);
    if (device.empty()) return next(false);
    server_.queries_.read<bool>(
        [knows = std::move(knows), hash = secret_hash(device),
         now = server_.clock_()](store::Transaction& tx) { return knows(tx, hash, now); },
        [next = std::move(next)](std::optional<bool> known) { next(known.value_or(false)); });
}

void Site::with_device_known_for(const std::string& address, std::function<void(bool)> next) {
    with_known_device(
        [address](store::Transaction& tx, const std::string& device_hash, Instant now) {
            return identity::is_known_device(tx, address, device_hash, now);
        },
        std::move(next));
}

void Site::count_asking(const std::string& address, std::function<void(bool)> may_ask,
                        std::function<void(Millis)> many) {
    with_device_known_for(address, [self = shared_from_this(), may_ask = std::move(may_ask),
                                    many = std::move(many)](bool known) {
        auto& server = self->server_;
        const auto now = server.clock_();
        if (known &&
            !server.codes_of_devices_.take(secret_hash(server.front_door_.device(self->request_)), now))
            return may_ask(true);
        if (const auto wait = server.code_rates_.take(network_of(self->request_.remote), now))
            return many(*wait);
        may_ask(false);
    });
}

void Site::count_try(std::function<void(const CodeTry&)> next, std::function<void(Millis)> many) {
    const auto ticket_hash = secret_hash(server_.front_door_.ticket(request_));
    with_known_device(
        [ticket_hash](store::Transaction& tx, const std::string& device_hash, Instant now) {
            return identity::is_code_of_known_device(tx, ticket_hash, device_hash, now);
        },
        [self = shared_from_this(), ticket_hash, next = std::move(next), many = std::move(many)](bool known) {
            auto& server = self->server_;
            const auto now = server.clock_();
            const auto device = secret_hash(server.front_door_.device(self->request_));
            if (known && !server.wrong_codes_of_devices_.take(device, now))
                return next({ticket_hash, identity::Guesser::known_device, device});
            const auto network = network_of(self->request_.remote);
            if (const auto wait = server.wrong_codes_.take(network, now)) return many(*wait);
            next({ticket_hash, identity::Guesser::stranger, network});
        });
}

void Site::was_right(const std::optional<CodeTry>& one) {
    if (!one) return;
    const bool known = one->who == identity::Guesser::known_device;
    (known ? server_.wrong_codes_of_devices_ : server_.wrong_codes_).give_back(one->counted_as);
}

std::string Site::many_wrong_codes(Millis wait) {
    return "Too many wrong codes were tried from your network. Try again in " + in_words(wait) + ".";
}

} // namespace interstate::app
