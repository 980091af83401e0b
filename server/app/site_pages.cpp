// Pages made on the server, and the shell of the application.
#include "app/site.hpp"

namespace interstate::app {

void Site::home() { reply_page(200, "home"); }
void Site::stylesheet() { reply_text(200, ""); }
void Site::sign_in() { reply_page(200, "sign in"); }

void Site::application() {
    // Addresses of the application belong to a collaborative: /sdi/steps. Anything else is not there.
    const auto slug = rest().substr(0, rest().find('/'));
    server_.queries_.read<bool>([slug](store::Transaction& tx) { return tx.any("SELECT 1 FROM collaboratives WHERE slug = ?", slug); },
                                [self = shared_from_this()](std::optional<bool> known) {
                                    if (!known.value_or(false)) return self->not_found();
                                    self->reply({.file = "index.html"});
                                });
}

} // namespace interstate::app
