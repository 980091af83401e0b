#include "protocol/callers.hpp"

#include "protocol/elsewhere.hpp"

namespace interstate::tests {

Callers::Callers(Standing& standing) : standing_{standing} {
    collaborative = standing.one<CollaborativeId>("SELECT id FROM collaboratives");
    held = standing.one<MeetingId>("SELECT a.meeting FROM attendance a JOIN meetings m ON m.id = a.meeting"
                                   " JOIN series s ON s.id = m.series AND s.current = 1"
                                   " WHERE m.current = 1 ORDER BY m.ordinal LIMIT 1");
    series = standing.one<SeriesId>("SELECT series FROM meetings WHERE id = ?", held);
    draft = standing.one<MeetingId>(
        "SELECT id FROM meetings WHERE series = ? AND state = 'announced' LIMIT 1", series);
    convener_ = standing.one<OrganisationId>("SELECT id FROM organisations WHERE type = 'convener'");
    all_.push_back({"visitor"});
    standing.written([&](store::Transaction& tx) {
        add_strangers(tx);
        for (const char* role : {"administrator", "facilitator", "partner", "observer"})
            all_.push_back({role, add(tx, role, convener_, role)});
        add_people_of_states(tx);
        tx.run("UPDATE meetings SET state = 'draft' WHERE id = ?", draft);
    });
}

PersonId Callers::add(store::Transaction& tx, const std::string& name, const OrganisationId& organisation,
                      std::string_view role) {
    const PersonId id{Ulid::from(wall_clock(), random_bytes())};
    const auto address = name + "@matrix.example";
    tx.run("INSERT INTO people (id, name, address, address_folded, zone, active)"
           " VALUES (?1, ?2, ?3, ?3, 'America/New_York', 1)",
           id, name, address);
    tx.run("INSERT INTO seats (person, collaborative, organisation, title, function, primary_contact)"
           " VALUES (?, ?, ?, '', '', 0)",
           id, collaborative, organisation);
    tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, ?, ?)", id, role, collaborative);
    return id;
}

void Callers::add_strangers(store::Transaction& tx) {
    const auto suspended = add(tx, "suspended", convener_, "administrator");
    tx.run("UPDATE people SET active = 0 WHERE id = ?", suspended);
    const auto left = add(tx, "left", convener_, "administrator");
    tx.run("UPDATE seats SET left_at = 1 WHERE person = ?", left);
    const auto roleless = add(tx, "roleless", convener_, "administrator");
    tx.run("DELETE FROM role_grants WHERE person = ?", roleless);
    all_.push_back({"suspended", suspended});
    all_.push_back({"left", left});
    all_.push_back({"roleless", roleless});
    all_.push_back({"elsewhere", add_elsewhere(tx).administrator});
}

void Callers::add_people_of_states(store::Transaction& tx) {
    const auto states =
        tx.rows<OrganisationId>("SELECT p.organisation FROM participations p JOIN memberships m"
                                " ON m.organisation = p.organisation AND m.status = 'active'"
                                " WHERE p.series = ? ORDER BY p.organisation LIMIT 5",
                                series);
    REQUIRE(states.size() == 5);
    own = states[0], part = states[1], far = states[2];
    tx.run("DELETE FROM participations WHERE organisation = ?", far);
    tx.run("UPDATE memberships SET tier = 'core' WHERE status = 'active'");
    const auto team = [&](const std::string& name, const OrganisationId& state) {
        for (const std::string role : {"lead", "member"})
            all_.push_back({name + "_" + role, add(tx, name + "_" + role, state, "state_" + role)});
    };
    team("own", own);
    team("part", part);
    team("far", far);
    const auto within = [&](const char* name, std::string_view role, std::string_view scope,
                            const Ulid& subject) {
        const auto person = add(tx, name, far, "state_member");
        tx.run("INSERT INTO scoped_role_grants (id, collaborative, person, role, scope, subject, granted_by,"
               " granted_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
               Ulid::from(wall_clock(), random_bytes()), collaborative, person, role, scope, subject, person);
        all_.push_back({name, person});
    };
    within("in_series", "facilitator", "series", series);
    within("in_team", "state_member", "organisation", own);
    // What a lead of the own state is worth under a lesser membership: of another state, asked of as theirs.
    const auto under = [&](const char* name, const OrganisationId& state, const char* change) {
        tx.run(std::string{"UPDATE memberships SET "} + change +
                   " WHERE organisation = ? AND status = 'active'",
               state);
        all_.push_back({name, add(tx, name, state, "state_lead")});
    };
    under("grace", states[3], "status = 'grace'");
    under("lapsed", states[4], "status = 'expired'");
}

void Callers::sign_in() {
    secrets_.clear();
    standing_.written([&](store::Transaction& tx) {
        for (const auto& caller : all_) {
            if (!caller.person) continue;
            secrets_[caller.name] = random_secret();
            identity::start_sign_in(tx, *caller.person, secret_hash(secrets_[caller.name]),
                                    wall_clock() + standing_.ahead, "test");
        }
    });
}

app::Request Callers::from_elsewhere(app::Request request) {
    request.remote = "2001:db8:" + std::to_string(++networks_) + "::1";
    return request;
}

app::Request Callers::as(const Caller& caller, app::Request request) {
    request.headers.merge(standing_.as(caller.person ? secrets_.at(caller.name) : ""));
    return from_elsewhere(std::move(request));
}

std::vector<app::Response> Callers::answers(const app::Request& request) {
    std::vector<app::Response> all(all_.size());
    std::size_t waiting = all_.size();
    for (std::size_t i = 0; i < all_.size(); ++i)
        standing_.server.handle(as(all_[i], request), [&, i](app::Response response) {
            all[i] = std::move(response);
            --waiting;
        });
    standing_.until([&] { return waiting == 0; });
    for (const auto& answer : all) CHECK(answer.status < 500);
    return all;
}

app::Response Callers::answer(const Caller& caller, app::Request request) {
    return standing_.ask(as(caller, std::move(request)));
}

app::Response Callers::answer_by_token(const Caller& caller, app::Request request) {
    if (!caller.person) return answer(caller, std::move(request));
    auto& token = tokens_[caller.name];
    if (token.empty()) token = standing_.token(*caller.person, std::chrono::days{1});
    request.headers.emplace("authorization", "Bearer " + token);
    return standing_.ask(from_elsewhere(std::move(request)));
}

} // namespace interstate::tests
