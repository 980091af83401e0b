#include "app/request_rates.hpp"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace interstate::app {

std::optional<std::chrono::seconds> RequestRates::take(const std::string& who, Instant now, double tokens) {
    auto& bucket = bucket_of(who, now);
    if (bucket.take(rate_, now, std::min(tokens, rate_.burst))) return std::nullopt;
    return bucket.until(rate_, tokens);
}

std::optional<std::chrono::seconds> RequestRates::look(const std::string& who, Instant now) {
    auto& bucket = bucket_of(who, now);
    if (bucket.has(rate_, now)) return std::nullopt;
    return bucket.until(rate_);
}

TokenBucket& RequestRates::bucket_of(const std::string& who, Instant now) {
    if (const auto found = by_name_.find(who); found != by_name_.end()) {
        entries_.splice(entries_.begin(), entries_, found->second);
        return found->second->bucket;
    }
    if (by_name_.size() >= remembered_) {
        by_name_.erase(entries_.back().who);
        entries_.pop_back();
    }
    entries_.push_front({who, TokenBucket{rate_, now}});
    by_name_.emplace(who, entries_.begin());
    return entries_.front().bucket;
}

std::string network_of(const std::string& address) {
    namespace ip = boost::asio::ip;
    boost::system::error_code wrong;
    const auto parsed = ip::make_address(address, wrong);
    if (wrong || parsed.is_v4()) return address;
    const auto six = parsed.to_v6();
    if (six.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, six).to_string();
    auto bytes = six.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return ip::address_v6{bytes}.to_string();
}

} // namespace interstate::app
