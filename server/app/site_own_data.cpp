// All that is stored about somebody, for themselves.
#include "app/audit_row.hpp"
#include "app/site.hpp"
#include "features/erasure/erasure.hpp"
#include "features/public_records/public_records.hpp"

#include <algorithm>
#include <array>

namespace interstate::app {
namespace {

bool is_instant(const std::string& column) {
    return column == "at" || column == "since" || column == "until" || column == "last_visit" ||
           column == "this_visit" || column.ends_with("_at");
}

/// An instant says what it is to people, too.
wire::Json value_of(const std::string& column, const std::optional<std::string>& value) {
    if (!value) return nullptr;
    if (!is_instant(column) || value->empty() || *value == "0") return *value;
    return local_time(Instant{std::stoll(*value)}, ZoneName{"Etc/UTC"}).str() + " UTC";
}

wire::Json json_of(const erasure::Section& section) {
    auto rows = wire::Json::array();
    for (const auto& row : section.rows) {
        auto object = wire::Json::object();
        for (std::size_t i = 0; i < row.size(); ++i)
            object[section.columns[i]] = value_of(section.columns[i], row[i]);
        rows.push_back(std::move(object));
    }
    return {{"table", section.table},
            {"by", section.column},
            {"complete", !section.cut},
            {"rows", std::move(rows)}};
}

/// Mail of these kinds signs somebody in.
constexpr std::array mails_with_codes{MailPurpose::sign_in, MailPurpose::confirm_address,
                                      MailPurpose::invitation, MailPurpose::request_approved};

/// Whoever holds a copy, or a token that may fetch one, must not come in by it.
void leave_out_secrets(erasure::Section& section) {
    const auto at = [&](const char* column) {
        return std::ranges::find(section.columns, column) - section.columns.begin();
    };
    const auto purpose = at("purpose"), subject = at("subject"), plain = at("plain");
    for (auto& row : section.rows) {
        const bool has_code = std::ranges::any_of(
            mails_with_codes, [&](MailPurpose each) { return row[purpose] == word_of(each); });
        for (const auto column : {subject, plain})
            row[column] = has_code ? "(left out: it can sign you in)"
                                   : public_records::without_secrets(row[column].value_or(""));
    }
}

std::string document(store::Transaction& tx, const PersonId& person, Instant now) {
    auto tables = wire::Json::array();
    for (auto& section : erasure::stored_about(tx, person)) {
        if (std::string_view{section.table} == "mail" && !section.columns.empty()) leave_out_secrets(section);
        if (!section.rows.empty()) tables.push_back(json_of(section));
    }
    const wire::Json all{
        {"about", person.str()},
        {"made", local_time(now, ZoneName{"Etc/UTC"}).str() + " UTC"},
        {"says",
         "All that Interstate stores about you, table by table. Secrets (passwords, sign-ins, tokens, "
         "codes, links of mails that sign you in or answer for you) are left out."},
        {"tables", std::move(tables)}};
    return all.dump(2) + "\n";
}

} // namespace

void Site::export_own() {
    const auto now = server_.clock_();
    download([now](const Recognised& who) -> Result<Download> {
        const auto person = who.sender.person;
        return Download{.file = "what-is-stored-about-me.json",
                        .type = "application/json",
                        .write_down = [person, now](store::Transaction& tx, audit::Via) -> Result<void> {
                            write_own_row(tx, "export_own", person, now);
                            return {};
                        },
                        .make = [person, now](store::Transaction& tx) -> Result<std::string> {
                            return document(tx, person, now);
                        }};
    });
}

} // namespace interstate::app
