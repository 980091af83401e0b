#pragma once
// How often something may be done in a long span of time, by name. Where tokens that come back each second
// (request_rates.hpp) would be too fine. Bounded memory; lives on the io thread.
#include "base/instant.hpp"

#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace interstate::app {

/// So many within any span of time.
struct Allowance {
    std::size_t most;
    Millis span;
};

class Allowances {
  public:
    /// So many names are remembered; the one that was used longest ago is forgotten first.
    Allowances(const Allowance& allowance, std::size_t remembered)
        : allowance_{allowance}, remembered_{remembered} {}

    /// Nothing when they may, and it is counted; else how long to wait.
    std::optional<Millis> take(const std::string& who, Instant now);
    /// What was taken last is as if it had not been.
    void give_back(const std::string& who);
    [[nodiscard]] std::size_t size() const { return by_name_.size(); }

  private:
    struct Entry {
        std::string who;
        /// The oldest first; no more than the allowance.
        std::vector<Instant> taken;
    };
    Entry& entry_of(const std::string& who);

    Allowance allowance_;
    std::size_t remembered_;
    /// Who took last stands first.
    std::list<Entry> entries_;
    std::unordered_map<std::string, std::list<Entry>::iterator> by_name_;
};

} // namespace interstate::app
