#include "protocol/records.hpp"

#include <archive.h>
#include <archive_entry.h>

namespace interstate::tests {

Recorded::Recorded(std::size_t most_bytes) : Standing{most_bytes} {
    lead = one<PersonId>(
        "SELECT s.person FROM seats s JOIN role_grants g ON g.person = s.person AND g.role = 'state_lead'"
        " JOIN people p ON p.id = s.person AND p.active = 1 WHERE s.left_at IS NULL ORDER BY (SELECT count(*)"
        " FROM posts WHERE author IN (SELECT person FROM seats o WHERE o.organisation = s.organisation)) "
        "DESC,"
        " s.person LIMIT 1");
    state = one<OrganisationId>("SELECT organisation FROM seats WHERE person = ?", lead);
    // Of another state, from whose people those of this one have heard.
    other = one<OrganisationId>(
        "SELECT s.organisation FROM posts p JOIN seats s ON s.person = p.author JOIN organisations o ON o.id "
        "="
        " s.organisation AND o.type = 'state_agency' WHERE s.organisation <> ? GROUP BY s.organisation"
        " ORDER BY count(*) DESC, s.organisation LIMIT 1",
        state);
    administering = sign_in(administrator);
    leading = sign_in(lead);
}

app::Request Recorded::asked(std::map<std::string, std::string> more, const OrganisationId& of) {
    std::map<std::string, std::string> fields{{"collaborative", collaborative.str()},
                                              {"organisation", of.str()},
                                              {"from", "2000-01-01"},
                                              {"until", "2199-12-31"},
                                              {"reason", "A test"}};
    more.merge(fields);
    std::string body;
    for (const auto& [name, value] : more)
        if (!value.empty()) body += (body.empty() ? "" : "&") + name + "=" + value;
    for (auto& letter : body)
        if (letter == ' ') letter = '+';
    auto made = request("POST", "/api/export/records.zip", {}, body);
    // Each from an address of its own: what is asked here is not how often.
    made.remote = "2001:db8:1:" + std::to_string(++asked_before_) + "::1";
    return made;
}

app::Response Recorded::takes(const std::string& cookie, std::map<std::string, std::string> more,
                              std::optional<OrganisationId> of) {
    auto what = asked(std::move(more), of.value_or(state));
    what.headers = as(cookie);
    what.headers.emplace("content-type", "application/x-www-form-urlencoded");
    return ask(std::move(what));
}

Json Recorded::does(const std::string& cookie, const std::string& name, const Json& body) {
    const auto answer =
        ask(request("POST", "/api/commands/" + name, as(cookie),
                    Json{{"id", Ulid::from(wall_clock(), random_bytes()).str()}, {"body", body}}.dump()));
    INFO(name << " " << answer.body);
    REQUIRE(answer.status == 200);
    return Json::parse(answer.body);
}

std::map<std::string, std::string> files_of(const app::Response& response) {
    REQUIRE(response.status == 200);
    std::map<std::string, std::string> files;
    auto* reader = archive_read_new();
    archive_read_support_format_zip(reader);
    REQUIRE(archive_read_open_memory(reader, response.body.data(), response.body.size()) == ARCHIVE_OK);
    archive_entry* entry = nullptr;
    while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
        auto& text = files[archive_entry_pathname(entry)];
        char piece[4096];
        for (la_ssize_t size = 0; (size = archive_read_data(reader, piece, sizeof piece)) > 0;)
            text.append(piece, static_cast<std::size_t>(size));
    }
    archive_read_free(reader);
    return files;
}

Json table_of(const std::map<std::string, std::string>& files, const std::string& name) {
    return Json::parse(files.at("json/" + name + ".json"));
}

} // namespace interstate::tests
