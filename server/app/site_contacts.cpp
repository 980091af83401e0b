// Addresses as a table, for whoever writes to people from elsewhere.
#include "app/audit_row.hpp"
#include "app/site.hpp"
#include "base/secret.hpp"
#include "features/identity/address_list.hpp"
#include "pages/join_page.hpp"
#include "wire/csv.hpp"

namespace interstate::app {
namespace {

Result<identity::AddressList> asked_in(const std::vector<std::pair<std::string, std::string>>& fields) {
    auto body = wire::Json::object();
    for (const auto& [name, text] : fields)
        if (!text.empty()) body[name] = text;
    identity::AddressList list;
    if (auto decoded = wire::decode(body, "", list); !decoded) return std::unexpected(decoded.error());
    return list;
}

std::string function_words(const std::string& function) {
    for (const auto& [word, words] : pages::functions())
        if (word == function) return words;
    return {};
}

std::string csv_of(const std::vector<identity::AddressLine>& lines) {
    wire::Csv csv{{"Agency", "Code", "Name", "Address", "Title", "What they do", "Named contact"}};
    for (const auto& line : lines)
        csv.row({line.agency, line.code, line.name.str(), line.address.str(), line.title,
                 function_words(line.function), line.primary_contact ? "yes" : ""});
    return csv.text();
}

} // namespace

void Site::export_contacts() {
    download([self = shared_from_this()](const Recognised& who) -> Result<Download> {
        const auto list = asked_in(form_fields(self->request_.body));
        if (!list) return std::unexpected(list.error());
        const Context context{.actor = who.sender.person, .now = self->server_.clock_()};
        return Download{
            .file = "contacts.csv",
            .write_down = [list = *list, context](store::Transaction& tx, audit::Via via) -> Result<void> {
                if (const auto lines = identity::address_lines(tx, list, context); !lines)
                    return std::unexpected(lines.error());
                const bool whole = !list.organisation;
                audit::add(tx,
                           {.actor = context.actor,
                            .via = via,
                            .verb = "export_contacts",
                            .target_kind = word_of(whole ? Kind::collaborative : Kind::organisation),
                            .target = whole ? Ulid{list.collaborative} : Ulid{*list.organisation},
                            .after = wire::encode(list),
                            .collaborative = list.collaborative},
                           context.now, random_secret());
                return {};
            },
            .make = [list = *list, context](store::Transaction& tx) -> Result<std::string> {
                const auto lines = identity::address_lines(tx, list, context);
                if (!lines) return std::unexpected(lines.error());
                return csv_of(*lines);
            }};
    });
}

} // namespace interstate::app
