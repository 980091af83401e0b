#include "app/gate.hpp"

#include "base/log.hpp"
#include "features/permissions/permissions.hpp"
#include "store/grounds.hpp"

namespace interstate::app {

template <class T>
std::optional<T> Gate::ask(const Question<T>& question, const std::string& what) {
    try {
        if (!connection_) connection_ = database_.open_reader();
        return question(*connection_);
    } catch (const std::exception& error) {
        log::warning("gate_failed", {{"asked", what}, {"why", error.what()}});
        connection_.reset();
        return std::nullopt;
    }
}

std::optional<bool> Gate::allows(const PersonId& person, const Stream& stream) {
    const auto question = [&](store::Connection& connection) -> std::optional<bool> {
        connection.begin_read();
        store::Transaction tx{connection};
        const bool allowed = permissions::may_follow(tx, person, stream);
        connection.rollback();
        return allowed;
    };
    return ask<bool>(question, person.str() + " " + stream.name());
}

std::optional<std::int64_t> Gate::grounds() {
    // One statement is a transaction of its own.
    const auto question = [](store::Connection& connection) {
        store::Transaction tx{connection};
        return store::grounds(tx);
    };
    return ask<std::int64_t>(question, "grounds");
}

} // namespace interstate::app
