#include "app/scopes.hpp"
#include "app/site.hpp"

namespace interstate::app {

void Site::as_taker(std::function<void(const Recognised&, audit::Via)> next) {
    if (!server_.front_door_.may_change(request_))
        return reply_json(403, wire::refusal_frame({}, {.code = "not_allowed",
                                                        .message = "This Origin may not ask for that.",
                                                        .allowed = "the server's own pages, or a token"}));
    as_person([self = shared_from_this(), next = std::move(next)](const Recognised& who) {
        if (const auto refusal = beyond_reading(who.sender)) return self->reply_refusal("", *refusal);
        next(who, who.sender.scopes ? audit::Via::api : audit::Via::web);
    });
}

void Site::download(const std::function<Result<Download>(const Recognised&)>& asked) {
    as_taker([self = shared_from_this(), asked](const Recognised& who, audit::Via via) {
        auto taken = asked(who);
        if (!taken) return self->reply_refusal("", taken.error());
        const auto written_down = std::make_shared<Result<void>>();
        self->server_.commands_.write([written_down, write_down = taken->write_down,
                                       via](store::Transaction& tx) { *written_down = write_down(tx, via); },
                                      [self, written_down, taken = *taken](bool written) {
                                          if (!written)
                                              *written_down =
                                                  refuse("try_again", "The server is busy. Ask again.");
                                          if (!*written_down)
                                              return self->reply_refusal("", written_down->error());
                                          self->reply_download(taken);
                                      });
    });
}

void Site::reply_download(const Download& taken) {
    server_.queries_.read<Result<std::string>>(
        taken.make, [self = shared_from_this(), file = taken.file,
                     type = taken.type](std::optional<Result<std::string>> made) {
            if (!made) made = refuse("try_again", "The server is busy. Ask again.");
            if (!*made) return self->reply_refusal("", made->error());
            self->reply({.type = type,
                         .body = std::move(**made),
                         .headers = {{"Content-Disposition", "attachment; filename=\"" + file + "\""},
                                     {"Cache-Control", "no-store"}}});
        });
}

} // namespace interstate::app
