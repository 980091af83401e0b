#pragma once
// Asks the database on the io thread and right now: whether a person may follow a stream, and whether what is
// remembered of rights still holds.
#include "base/stream.hpp"
#include "store/connection.hpp"
#include "store/transaction.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace interstate::app {

/// What it answers sees everything that was committed before the call, by whomever; nothing when the database
/// does not answer.
class Gate {
  public:
    explicit Gate(store::Database& database) : database_{database} {}
    std::optional<bool> allows(const PersonId& person, const Stream& stream);
    /// The number of the last change of a ground (store/grounds.hpp).
    std::optional<std::int64_t> grounds();

  private:
    template <class T>
    using Question = std::function<std::optional<T>(store::Connection&)>;
    /// `what` is for the log.
    template <class T>
    std::optional<T> ask(const Question<T>& question, const std::string& what);

    store::Database& database_;
    std::unique_ptr<store::Connection> connection_;
};

} // namespace interstate::app
