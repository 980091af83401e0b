#pragma once
// Asks, on the io thread and right now, whether a person may follow a stream.
#include "base/stream.hpp"
#include "store/connection.hpp"

#include <memory>
#include <optional>

namespace interstate::app {

class Gate {
  public:
    explicit Gate(store::Database& database) : database_{database} {}
    /// Sees everything that was committed before the call. Nothing when the database does not answer.
    std::optional<bool> allows(const PersonId& person, const Stream& stream);

  private:
    store::Database& database_;
    std::unique_ptr<store::Connection> connection_;
};

} // namespace interstate::app
