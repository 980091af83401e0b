#include "protocol/questions.hpp"

#include "base/secret.hpp"

namespace interstate::tests {
namespace {

/// A step that the team of this state keeps to itself, with what was said of it.
StepId kept_step(House& house, const OrganisationId& state) {
    const auto step = house.one<StepId>(
        "SELECT s.id FROM action_steps s JOIN step_updates u ON u.step = s.id JOIN series r ON r.id = "
        "s.series"
        " AND r.current = 1 WHERE s.organisation = ? AND s.meeting IS NOT NULL ORDER BY s.id DESC LIMIT 1",
        state);
    house.written([&](store::Transaction& tx) {
        const Stream team{StreamKind::organisation, state};
        tx.run("UPDATE action_steps SET visibility = 'organisation' WHERE id = ?", step);
        tx.run("UPDATE threads SET stream = ? WHERE anchor = 'action_step' AND anchor_id = ?", team, step);
        // A thread of the series, that is of the team's from now on.
        tx.run("UPDATE threads SET stream = ?, anchor = 'action_step', anchor_id = ? WHERE id = (SELECT id"
               " FROM threads WHERE stream LIKE 'series/%' AND current = 1 AND posts > 1 ORDER BY id LIMIT 1"
               " OFFSET 1)",
               team, step);
    });
    return step;
}

/// What there is to be told of besides: requests to join, removed and flagged posts, earlier words, and
/// somebody who sat elsewhere before; of both states.
void stage(House& house) {
    const auto& cast = house.cast;
    const auto does = [&](const PersonId& person, const char* name, const Json& body) {
        Client client{house, person};
        const auto reply = client.command(name, body);
        INFO(name << " " << reply.dump());
        CHECK(reply["t"] == "ack");
    };
    const auto posts = house.seen([&](store::Transaction& tx) {
        return tx.rows<std::string>(
            "SELECT p.id FROM posts p JOIN threads t ON t.id = p.thread WHERE t.stream"
            " = ? AND p.author NOT IN (?, ?, ?) ORDER BY p.id DESC LIMIT 3",
            Stream{StreamKind::series, cast.series}, cast.facilitator, cast.lead, cast.other_lead);
    });
    REQUIRE(posts.size() == 3);
    does(cast.facilitator, "remove_post", {{"post", posts[0]}});
    for (const auto& person : {cast.lead, cast.other_lead})
        does(person, "flag_post", {{"post", posts[1]}, {"reason", "unkind"}});
    house.written([&](store::Transaction& tx) {
        for (const auto& state : {cast.state, cast.other_state})
            tx.run("INSERT INTO join_requests (id, collaborative, organisation, agency, type, name, address,"
                   " address_folded, title, function, statement, status, asked_at, confirmed_at) VALUES (?1,"
                   " ?2, ?3, 'A', 'state_agency', 'Zoe', ?1, ?1, '', '', '', 'confirmed', ?4, ?4)",
                   Ulid::from(house.now(), random_bytes()), cast.collaborative, state, house.now());
        for (const auto& person : {cast.lead, cast.other_lead})
            tx.run("INSERT INTO affiliations (person, until, organisation, collaborative, role, title, since)"
                   " VALUES (?, 2, ?, ?, 'observer', '', 1)",
                   person, cast.other_state, cast.collaborative);
    });
}

} // namespace

std::map<std::string, Json> questions(House& house) {
    const auto& cast = house.cast;
    const auto collaborative = cast.collaborative.str();
    const auto in_series = Stream{StreamKind::series, cast.series};
    const auto thread =
        house.one<Ulid>("SELECT id FROM threads WHERE stream = ? ORDER BY id LIMIT 1", in_series).str();
    const auto post = house
                          .one<Ulid>("SELECT p.id FROM posts p JOIN threads t ON t.id = p.thread WHERE "
                                     "t.stream = ? ORDER BY p.id LIMIT 1",
                                     in_series)
                          .str();
    const auto step = house
                          .one<Ulid>("SELECT s.id FROM action_steps s JOIN step_updates u ON u.step = s.id"
                                     " WHERE s.series = ? AND s.visibility = 'series' ORDER BY s.id LIMIT 1",
                                     cast.series)
                          .str();
    const Json of_person{{"collaborative", collaborative}, {"person", cast.member.str()}};
    const Json of_collaborative{{"collaborative", collaborative}};
    // What terms and the audit tell of.
    Client administrator{house, cast.administrator};
    CHECK(administrator.command(
              "publish_terms",
              {{"collaborative", collaborative}, {"after", 0}, {"text", "Be kind."}, {"changes", ""}})["t"] ==
          "ack");
    const auto seq = house.one<int>("SELECT max(seq) FROM audit");
    return {
        {"access_of_person", of_person},
        {"answers_of_meeting", {{"meeting", cast.session.str()}}},
        {"audit_body", {{"collaborative", collaborative}, {"seq", seq}}},
        {"audit_trail", of_collaborative},
        {"erasure_requests", of_collaborative},
        {"find_people", of_collaborative},
        {"flagged_posts", of_collaborative},
        {"mail_comes_back", of_person},
        {"roles_in", {{"collaborative", collaborative}, {"scope", "series"}, {"subject", cast.series.str()}}},
        {"guest_link", {{"meeting", cast.session.str()}}},
        {"terms_acceptances", {{"collaborative", collaborative}, {"version", 1}}},
        {"terms_text", of_collaborative},
        {"terms_versions", of_collaborative},
        {"trash", of_collaborative},
        {"affiliations", of_person},
        {"hand_over_pack", of_person},
        {"join_requests", of_collaborative},
        {"meetings_of_series", {{"series", cast.series.str()}}},
        {"membership_years", of_collaborative},
        {"posts_of_thread", {{"thread", thread}}},
        {"preview_markdown", {{"text", "*Thank you*"}}},
        {"series_archive", of_collaborative},
        {"steps", of_collaborative},
        {"threads", of_collaborative},
        {"updates_of_step", {{"step", step}}},
        {"versions_of_goals",
         {{"goals", house.one<Ulid>("SELECT id FROM year_goals ORDER BY year DESC LIMIT 1").str()}}},
        {"versions_of_post", {{"post", post}}},
        {"viewers_of", {{"collaborative", collaborative}, {"stream", in_series.name()}}}};
}

std::vector<Question> pointed_questions(House& house) {
    const auto& cast = house.cast;
    stage(house);
    std::vector<Question> all;
    for (const auto& [query, body] : questions(house)) all.push_back({query, body});
    const auto collaborative = cast.collaborative.str();
    const auto add = [&](const char* query, const char* member, const std::string& value) {
        all.push_back({query, {{"collaborative", collaborative}, {member, value}}});
    };
    const auto draft_series =
        house.one<SeriesId>("SELECT id FROM series WHERE state <> 'draft' AND current = 0"
                            " ORDER BY id LIMIT 1");
    const auto draft = house.one<MeetingId>("SELECT id FROM meetings WHERE series = ? AND state = 'announced'"
                                            " AND id <> ? LIMIT 1",
                                            cast.series, cast.session);
    house.written([&](store::Transaction& tx) {
        tx.run("UPDATE meetings SET state = 'draft' WHERE id = ?", draft);
        tx.run("UPDATE series SET state = 'draft' WHERE id = ?", draft_series);
    });
    for (const auto& state : {cast.state, cast.other_state}) {
        const auto step = kept_step(house, state);
        const auto code = house.one<std::string>("SELECT code FROM organisations WHERE id = ?", state);
        const auto thread =
            house.one<Ulid>("SELECT id FROM threads WHERE anchor_id = ? AND posts > 1 LIMIT 1", step);
        add("steps", "state", code);
        add("steps", "owner", house.one<Ulid>("SELECT owner FROM step_lanes WHERE step = ?", step).str());
        add("steps", "meeting", house.one<Ulid>("SELECT meeting FROM action_steps WHERE id = ?", step).str());
        add("find_people", "state", code);
        add("viewers_of", "stream", Stream{StreamKind::organisation, state}.name());
        add("threads", "thread", thread.str());
        all.push_back({"updates_of_step", {{"step", step.str()}}});
        all.push_back({"posts_of_thread", {{"thread", thread.str()}}});
        all.push_back({"versions_of_post",
                       {{"post", house.one<Ulid>("SELECT id FROM posts WHERE thread = ?", thread).str()}}});
        all.push_back(
            {"roles_in",
             {{"collaborative", collaborative}, {"scope", "organisation"}, {"subject", state.str()}}});
    }
    for (const auto& person : {cast.lead, cast.other_lead, cast.outsider, cast.administrator}) {
        add("steps", "owner", person.str());
        add("audit_trail", "person", person.str());
        add("audit_trail", "target", person.str());
        for (const char* query : {"access_of_person", "affiliations", "hand_over_pack", "mail_comes_back"})
            add(query, "person", person.str());
    }
    for (const auto& series : {cast.series, draft_series}) {
        add("steps", "series", series.str());
        add("threads", "series", series.str());
        add("viewers_of", "stream", Stream{StreamKind::series, series}.name());
        add("audit_trail", "target", series.str());
        all.push_back({"meetings_of_series", {{"series", series.str()}}});
        all.push_back(
            {"roles_in", {{"collaborative", collaborative}, {"scope", "series"}, {"subject", series.str()}}});
    }
    add("steps", "objective",
        house.one<Ulid>("SELECT id FROM objectives WHERE series = ? LIMIT 1", cast.series).str());
    for (const auto& meeting : {cast.session, draft}) {
        all.push_back({"answers_of_meeting", {{"meeting", meeting.str()}}});
        all.push_back({"guest_link", {{"meeting", meeting.str()}}});
        add("viewers_of", "stream", Stream{StreamKind::meeting, meeting}.name());
        add("steps", "meeting", meeting.str());
        all.push_back({"roles_in",
                       {{"collaborative", collaborative}, {"scope", "meeting"}, {"subject", meeting.str()}}});
    }
    all.push_back({"audit_trail", {{"collaborative", collaborative}, {"mine", true}}});
    return all;
}

} // namespace interstate::tests
