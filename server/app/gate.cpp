#include "app/gate.hpp"

#include "base/log.hpp"
#include "features/permissions/permissions.hpp"
#include "store/transaction.hpp"

namespace interstate::app {

std::optional<bool> Gate::allows(const PersonId& person, const Stream& stream) {
    try {
        if (!connection_) connection_ = database_.open_reader();
        connection_->begin_read();
        store::Transaction tx{*connection_};
        const bool allowed = permissions::may_follow(tx, person, stream);
        connection_->rollback();
        return allowed;
    } catch (const std::exception& error) {
        log::warning("gate_failed",
                     {{"person", person.text()}, {"stream", stream.name()}, {"why", error.what()}});
        connection_.reset();
        return std::nullopt;
    }
}

} // namespace interstate::app
