#pragma once
// How often one network address or one person may ask over plain HTTP. Bounded memory; lives on the io
// thread.
#include "app/allowances.hpp"
#include "base/rate.hpp"

#include <list>
#include <optional>
#include <string>
#include <unordered_map>

namespace interstate::app {

struct RequestLimits {
    Rate of_address{.per_second = 200, .burst = 800};
    Rate of_person{.per_second = 50, .burst = 200};
    /// Codes by mail that are asked for from one address: a room of sixty may sign in at once, and whoever
    /// asks all day for other people's fills no disk.
    Rate codes_of_address{.per_second = 0.5, .burst = 120};
    /// Passwords that are tried from one address: the same room.
    Rate passwords_of_address{.per_second = 0.5, .burst = 120};
    /// Codes by mail that a device may ask for which is known for the address, whatever strangers ask for.
    Allowance codes_of_device{.most = 3, .span = std::chrono::hours{1}};
    /// Codes that are tried and wrong, of one network's strangers together, and of each known device.
    Allowance wrong_codes{.most = 20, .span = std::chrono::hours{24}};
    /// So many addresses, and so many people, are remembered; who asked longest ago is forgotten first.
    std::size_t remembered = 10'000;
};

class RequestRates {
  public:
    RequestRates(const Rate& rate, std::size_t remembered) : rate_{rate}, remembered_{remembered} {}

    /// Nothing when they may; else how long to wait, and nothing is taken.
    std::optional<std::chrono::seconds> take(const std::string& who, Instant now, double tokens = 1);
    /// As `take` of one would answer; takes nothing.
    std::optional<std::chrono::seconds> look(const std::string& who, Instant now);
    [[nodiscard]] const Rate& rate() const { return rate_; }
    [[nodiscard]] std::size_t size() const { return by_name_.size(); }

  private:
    struct Entry {
        std::string who;
        TokenBucket bucket;
    };
    TokenBucket& bucket_of(const std::string& who, Instant now);

    Rate rate_;
    std::size_t remembered_;
    /// Who asked last stands first.
    std::list<Entry> entries_;
    std::unordered_map<std::string, std::list<Entry>::iterator> by_name_;
};

/// What counts as one network address: an IPv4 address, also inside IPv6; of IPv6 the first 64 bits, which is
/// what one customer gets. What is no address stands for itself.
std::string network_of(const std::string& address);

} // namespace interstate::app
