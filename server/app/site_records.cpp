// The records of one organization, for who asks for public records. It is made first and handed over once the
// audit says so, with the hash of its manifest: nothing leaves that was not written down.
#include "app/audit_row.hpp"
#include "app/records_package.hpp"
#include "app/site.hpp"
#include "base/secret.hpp"

namespace interstate::app {
namespace {

using public_records::Period;
using public_records::RecordsRequest;

Result<RecordsRequest> asked_in(const std::vector<std::pair<std::string, std::string>>& fields) {
    auto body = wire::Json::object();
    for (const auto& [name, text] : fields)
        if (!text.empty()) body[name] = text;
    RecordsRequest request;
    if (auto decoded = wire::decode(body, "", request); !decoded) return std::unexpected(decoded.error());
    return request;
}

/// Rights may have gone while it was made.
Result<void> write_down(store::Transaction& tx, const RecordsRequest& request,
                        const std::string& manifest_hash, const Context& context, audit::Via via) {
    const auto facts = public_records::gather(tx, request, context);
    if (const auto period = decide(request, facts, context); !period) return std::unexpected(period.error());
    audit::add(tx,
               {.actor = context.actor,
                .via = via,
                .verb = "export_records",
                .target_kind = word_of(Kind::organisation),
                .target = request.organisation,
                .after = wire::Json{{"from", request.from.str()},
                                    {"until", request.until.str()},
                                    {"zone", facts.zone.str()},
                                    {"reason", request.reason.str()},
                                    {"manifest_sha256", manifest_hash}}
                             .dump()},
               context.now, random_secret());
    return {};
}

Refusal busy(const char* message) { return {.code = "try_again", .message = message}; }

} // namespace

void Site::export_records() {
    as_taker([self = shared_from_this()](const Recognised& who, audit::Via via) {
        const auto request = asked_in(form_fields(self->request_.body));
        if (!request) return self->reply_refusal("", request.error());
        const Context context{.actor = who.sender.person, .now = self->server_.clock_()};
        const RecordsMaking making{.build = self->server_.settings_.build,
                                   .demonstration = who.reception->demonstration,
                                   .most_bytes = self->server_.settings_.most_records_bytes};
        // Who may not ask for any stands in nobody's way.
        self->server_.queries_.read<Result<Period>>(
            [request = *request, context](store::Transaction& tx) {
                return decide(request, public_records::gather(tx, request, context), context);
            },
            [self, request = *request, making, context, via](std::optional<Result<Period>> allowed) {
                if (!allowed) return self->reply_refusal("", busy("The server is busy. Ask again."));
                if (!*allowed) return self->reply_refusal("", allowed->error());
                self->pack_records(request, making, context, via);
            });
    });
}

void Site::pack_records(const RecordsRequest& request, const RecordsMaking& making, const Context& context,
                        audit::Via via) {
    // One reader at most is kept from other people's work.
    if (server_.packing_records_)
        return reply_refusal("", busy("Another package of records is being made. Ask again in a moment."));
    server_.packing_records_ = true;
    server_.queries_.read<Result<RecordsPackage>>(
        [request, making, context](store::Transaction& tx) {
            return package_of(tx, request, making, context);
        },
        [self = shared_from_this(), request, context, via](std::optional<Result<RecordsPackage>> made) {
            self->server_.packing_records_ = false;
            if (!made) return self->reply_refusal("", busy("The server is busy. Ask again."));
            if (!*made) return self->reply_refusal("", made->error());
            self->hand_over_records(request, std::make_shared<RecordsPackage>(std::move(**made)), context,
                                    via);
        });
}

void Site::hand_over_records(const RecordsRequest& request, const std::shared_ptr<RecordsPackage>& package,
                             const Context& context, audit::Via via) {
    const auto written_down = std::make_shared<Result<void>>();
    server_.commands_.write(
        [written_down, request, hash = package->manifest_hash, context, via](store::Transaction& tx) {
            *written_down = write_down(tx, request, hash, context, via);
        },
        [self = shared_from_this(), written_down, package](bool written) {
            if (!written) return self->reply_refusal("", busy("The server is busy. Ask again."));
            if (!*written_down) return self->reply_refusal("", written_down->error());
            self->reply(
                {.type = "application/zip",
                 .body = std::move(package->zip),
                 .headers = {{"Content-Disposition", "attachment; filename=\"" + package->file + "\""},
                             {"Manifest-SHA256", package->manifest_hash},
                             {"Cache-Control", "no-store"}}});
        });
}

} // namespace interstate::app
