// What is in a package of records: every kind of thing of one state, and nothing of another but what a reply
// needs to be read.
#include "features/public_records/public_records.hpp"
#include "protocol/records.hpp"

#include <algorithm>

using namespace interstate;
using namespace interstate::tests;

namespace {

const Instant long_ago{1'577'880'000'000}; // 2020-01-01

/// Two states: whatever people of the other one wrote or are called is marked, and there is one at least of
/// every kind of thing of ours.
class TwoStates : public Recorded {
  public:
    TwoStates() {
        written([&](store::Transaction& tx) {
            theirs_is_marked(tx);
            ours_is_there(tx);
            shared_step(tx);
            mail(tx);
        });
        talk();
    }

    std::map<std::string, std::string> package() { return files_of(takes(leading)); }

    PersonId one_of_theirs =
        one<PersonId>("SELECT s.person FROM seats s JOIN people p ON p.id = s.person AND p.active = 1"
                      " WHERE s.organisation = ? AND s.left_at IS NULL ORDER BY s.person LIMIT 1",
                      other);
    /// Posts: ours that was edited, ours that lies in the trash, our answer to one of theirs; theirs that is
    /// answered, theirs that is not, ours of a time when its author was of the other state.
    std::string edited, removed, reply, answered, unanswered, shared_topic;
    StepId private_step =
        one<StepId>("SELECT id FROM action_steps WHERE organisation = ? ORDER BY id LIMIT 1", other);

  private:
    Ulid fresh() { return Ulid::from(wall_clock(), random_bytes()); }

    void theirs_is_marked(store::Transaction& tx) {
        const std::string theirs = "(SELECT person FROM seats WHERE organisation = ?)";
        const std::vector<std::string> updates{
            "UPDATE people SET name = 'THEIRNAME', address = 'THEIRADDRESS' || id WHERE id IN " + theirs,
            "UPDATE attendance SET name = 'THEIRNAME' WHERE organisation = ?",
            "UPDATE posts SET text = 'THEIRPOST ' || text WHERE author IN " + theirs,
            "UPDATE threads SET title = 'THEIRTITLE ' || substr(title, 1, 60) WHERE started_by IN " + theirs,
            "UPDATE seats SET title = 'THEIRWORD' WHERE organisation = ?",
            "UPDATE action_steps SET title = 'THEIRTITLE ' || substr(title, 1, 60), measure = 'THEIRMEASURE',"
            " detail = 'THEIRWORD', help_text = 'THEIRWORD', latest = 'THEIRWORD' WHERE organisation = ?",
            "UPDATE step_lanes SET outcome = 'THEIRWORD' WHERE organisation = ?",
            "UPDATE step_updates SET text = 'THEIRWORD' WHERE lane IN (SELECT id FROM step_lanes WHERE"
            " organisation = ?)",
            "UPDATE no_steps SET reason = 'THEIRWORD' WHERE organisation = ?"};
        for (const auto& update : updates) tx.run(update, other);
        tx.run("UPDATE action_steps SET visibility = 'organisation', title = 'THEIRPRIVATE' WHERE id = ?",
               private_step);
        tx.run("INSERT INTO join_requests (id, collaborative, organisation, agency, type, name, address,"
               " address_folded, title, function, statement, status, asked_at, confirmed_at) VALUES (?, ?, "
               "?, 'U',"
               " 'state_agency', 'THEIRWORD', 'a@b', 'a@b', 'THEIRWORD', '', 'THEIRWORD', 'confirmed', ?, ?)",
               fresh(), collaborative, other, long_ago, long_ago);
        tx.run(
            "INSERT INTO profiles (person, pronouns, phone, bio, functions, access_needs) VALUES (?, '', '',"
            " 'THEIRWORD', '', 'THEIRWORD') ON CONFLICT (person) DO UPDATE SET bio = 'THEIRWORD'",
            one_of_theirs);
        tx.run("INSERT INTO profile_entries (person, side, position, text) VALUES (?, 'offers', 90, "
               "'THEIRWORD')",
               one_of_theirs);
    }

    void ours_is_there(store::Transaction& tx) {
        const auto meeting =
            *tx.row<MeetingId>("SELECT id FROM meetings WHERE announced_at IS NOT NULL AND series IN"
                               " (SELECT series FROM participations WHERE organisation = ?)"
                               " ORDER BY starts_at LIMIT 1",
                               state);
        tx.run("INSERT INTO organisation_domains (organisation, domain, confirmed_by, confirmed_at)"
               " VALUES (?, 'oursagency.example', ?, ?)",
               state, lead, long_ago);
        tx.run("INSERT INTO affiliations (person, until, organisation, collaborative, role, title, since)"
               " VALUES (?, ?, ?, ?, 'state_member', 'Once ours', ?)",
               one_of_theirs, Instant{1009843200000}, state, collaborative, Instant{978307200000});
        tx.run("INSERT INTO scoped_role_grants (id, collaborative, person, role, scope, subject, granted_by,"
               " granted_at) VALUES (?, ?, ?, 'observer', 'meeting', ?, ?, ?)",
               fresh(), collaborative, lead, meeting, administrator, wall_clock());
        tx.run(
            "INSERT INTO join_requests (id, collaborative, organisation, agency, type, name, address,"
            " address_folded, title, function, statement, status, asked_at, confirmed_at, decided_at, reason)"
            " VALUES (?, ?, ?, 'O', 'state_agency', 'Ari Asker', 'asker@private.example', "
            "'asker@private.example',"
            " '', '', 'OURSTATEMENT', 'declined', ?, ?, ?, 'No seat')",
            fresh(), collaborative, state, long_ago, long_ago, long_ago);
        tx.run("INSERT INTO terms (collaborative, version, text, html, renderer, changes, published_at,"
               " published_by) VALUES (?, 77, 'T', 'T', 1, '', ?, ?)",
               collaborative, long_ago, administrator);
        for (const auto& person : {lead, one_of_theirs})
            tx.run("INSERT INTO terms_acceptances (person, collaborative, version, at) VALUES (?, ?, 77, ?)",
                   person, collaborative, wall_clock());
        tx.run(
            "INSERT INTO profiles (person, pronouns, phone, bio, functions, access_needs) VALUES (?, "
            "'OURPRIVATE',"
            " 'OURPRIVATE', 'OURPRIVATE', '', 'OURPRIVATE') ON CONFLICT (person) DO UPDATE SET access_needs ="
            " 'OURPRIVATE', bio = 'OURPRIVATE', phone = 'OURPRIVATE', pronouns = 'OURPRIVATE'",
            lead);
        tx.run(
            "INSERT INTO profile_entries (person, side, position, text) VALUES (?, 'offers', 91, 'OUROFFER')",
            lead);
        for (const auto& [person, of] : {std::pair{lead, state}, std::pair{one_of_theirs, other}})
            tx.run("INSERT INTO rsvps (id, meeting, person, organisation, answer, source, answered_by, "
                   "answered_at)"
                   " VALUES (?, ?, ?, ?, 'yes', 'app', ?, ?) ON CONFLICT (meeting, person) DO NOTHING",
                   fresh(), meeting, person, of, person, wall_clock());
        tx.run("INSERT INTO no_steps (id, meeting, organisation, reason) VALUES (?, ?, ?, 'OURREASON')"
               " ON CONFLICT (meeting, organisation) DO UPDATE SET reason = 'OURREASON'",
               fresh(), meeting, state);
        const auto row =
            *tx.row<Ulid>("SELECT id FROM attendance WHERE organisation = ? ORDER BY id LIMIT 1", state);
        tx.run("INSERT INTO hands (id, meeting, who, ordinal, state, raised_at) SELECT ?, meeting, id, 991, "
               "'waiting', ?"
               " FROM attendance WHERE id = ?",
               fresh(), wall_clock(), row);
        const auto entry = fresh();
        tx.run(
            "INSERT INTO trash (id, collaborative, kind, stream, title, place, text, removed_by, removed_at)"
            " VALUES (?, ?, 'no_step', ?, 'OURTRASH', '', '', ?, ?)",
            entry, collaborative, Stream{StreamKind::collaborative, collaborative}, lead, wall_clock());
        tx.run("INSERT INTO removed_no_steps (trash, id, meeting, organisation, reason) VALUES (?, ?, ?, ?, "
               "'OURTRASH')",
               entry, entry, meeting, state);
    }

    /// Steps that the other state leads, with a part of ours: one that all may see, one that only its own
    /// team may.
    void shared_step(store::Transaction& tx) {
        const auto open =
            *tx.row<StepId>("SELECT id FROM action_steps WHERE organisation = ? AND visibility <>"
                            " 'organisation' ORDER BY id LIMIT 1",
                            other);
        for (const auto& step : {open, private_step})
            tx.run("INSERT INTO step_lanes (id, step, organisation, owner, due_on, status, outcome)"
                   " SELECT ?, id, ?, ?, due_on, 'on_track', 'OUROUTCOME' FROM action_steps WHERE id = ?",
                   fresh(), state, lead, step);
        tx.run("INSERT INTO step_links (id, from_step, to_step, type) SELECT ?, id, ?, 'peer_review' FROM "
               "action_steps"
               " WHERE organisation = ? ORDER BY id LIMIT 1",
               fresh(), open, state);
    }

    void mail(store::Transaction& tx) {
        const auto write = [&](const PersonId& person, const char* purpose, const char* subject,
                               const char* words) {
            tx.run(
                "INSERT INTO mail (id, person, address, address_folded, purpose, subject, plain, html, "
                "status,"
                " made_at, next_at, useless_at) VALUES (?, ?, 'x@y', 'x@y', ?, ?, ?, '', 'queued', ?, ?, ?)",
                fresh(), person, std::string_view{purpose}, std::string_view{subject},
                std::string_view{words}, wall_clock(), wall_clock(), wall_clock() + std::chrono::hours{1});
        };
        write(lead, "meeting", "OURMAIL", "Come: https://i.example/answer/OURSECRET or not");
        write(lead, "sign_in", "654321 is your code", "OURSECRET");
        write(one_of_theirs, "meeting", "THEIRWORD", "THEIRWORD");
    }

    std::string post(const std::string& cookie, const std::string& thread, const std::string& text,
                     const std::string& reply_to = {}) {
        Json body{{"thread", thread}, {"text", text}};
        if (!reply_to.empty()) body["reply_to"] = reply_to;
        does(cookie, "add_post", body);
        return one<std::string>("SELECT id FROM posts WHERE text = ?", text);
    }

    void talk() {
        const auto theirs = sign_in(one_of_theirs);
        const auto start = [&](const std::string& cookie, const std::string& title, const std::string& text) {
            does(cookie, "start_thread",
                 {{"anchor", "topic"}, {"anchor_id", collaborative.str()}, {"title", title}, {"text", text}});
            return one<std::string>("SELECT id FROM threads WHERE title = ?", title);
        };
        const auto own = start(leading, "Our topic", "OUROPENING");
        post(theirs, own, "THEIRPOST that nobody of ours answers, in our own topic");
        edited = post(leading, own, "OURBEFORE");
        does(leading, "edit_post", {{"post", edited}, {"revision", 1}, {"text", "OURAFTER"}});
        removed = post(leading, own, "OURREMOVED");
        does(leading, "remove_post", {{"post", removed}});
        shared_topic = start(theirs, "THEIRTITLE in which we answer", "THEIRPOST that opens");
        answered = post(theirs, shared_topic, "THEIRPOST that is answered");
        unanswered = post(theirs, shared_topic, "THEIRPOST that is not answered");
        reply = post(leading, shared_topic, "OURREPLY", answered);
        start(theirs, "THEIRTITLE without us", "THEIRPOST without us");
    }
};

std::set<std::string> values(const Json& rows, const char* column) {
    std::set<std::string> all;
    for (const auto& row : rows)
        if (!row.at(column).is_null()) all.insert(row.at(column).get<std::string>());
    return all;
}

Json row_of(const Json& rows, const char* column, const std::string& value) {
    for (const auto& row : rows)
        if (row.at(column) == value) return row;
    FAIL("no row with " << column << " " << value);
    return rows;
}

} // namespace

TEST_CASE("every kind of thing of the state is in its package, and each thing of it") {
    TwoStates house;
    house.package(); // which leaves a row of the audit
    const auto files = house.package();
    for (const auto& sheet : public_records::sheets()) {
        INFO(sheet.name << ": this test has none of it");
        CHECK(!table_of(files, sheet.name).empty());
        CHECK(files.at("README.txt").contains(std::string{"\n"} + sheet.name + " ("));
        // Both forms have the same rows.
        CHECK(files.at("csv/" + std::string{sheet.name} + ".csv").starts_with("\xEF\xBB\xBF"));
    }
    const auto all = [&](const char* sql) {
        const auto ids =
            house.seen([&](store::Transaction& tx) { return tx.rows<std::string>(sql, house.state); });
        return std::set<std::string>{ids.begin(), ids.end()};
    };
    struct Whole {
        const char *sheet, *sql;
    };
    for (const auto& [sheet, sql] :
         {Whole{"people",
                "SELECT person FROM seats WHERE organisation = ?1 UNION SELECT person FROM affiliations"
                " WHERE organisation = ?1"},
          Whole{"posts",
                "SELECT id FROM posts WHERE author IN (SELECT person FROM seats WHERE organisation = ?)"},
          Whole{"topics", "SELECT id FROM threads WHERE started_by IN (SELECT person FROM seats WHERE"
                          " organisation = ?)"},
          Whole{"steps", "SELECT id FROM action_steps WHERE organisation = ?"},
          Whole{"step_parts", "SELECT id FROM step_lanes WHERE organisation = ?"},
          Whole{"step_updates", "SELECT id FROM step_updates WHERE lane IN (SELECT id FROM step_lanes WHERE"
                                " organisation = ?)"},
          Whole{"sessions_without_a_step", "SELECT id FROM no_steps WHERE organisation = ?"},
          Whole{"answers_to_invitations", "SELECT id FROM rsvps WHERE organisation = ?"},
          Whole{"attendance", "SELECT id FROM attendance WHERE organisation = ?"},
          Whole{"requests_to_join", "SELECT id FROM join_requests WHERE organisation = ?"},
          Whole{"series",
                "SELECT p.series FROM participations p JOIN series s ON s.id = p.series AND s.state <>"
                " 'draft' WHERE p.organisation = ?"},
          Whole{"sessions",
                "SELECT m.id FROM meetings m WHERE m.announced_at IS NOT NULL AND (m.series IS NULL OR"
                " m.series IN (SELECT series FROM participations WHERE organisation = ?))"}}) {
        INFO(sheet);
        CHECK(values(table_of(files, sheet), "id") == all(sql));
    }
    CHECK(table_of(files, "presence").size() ==
          house.one<std::size_t>("SELECT count(*) FROM presence_intervals WHERE attendance IN (SELECT id FROM"
                                 " attendance WHERE organisation = ?)",
                                 house.state));
    CHECK(values(table_of(files, "audit"), "verb").contains("export_records"));
}

TEST_CASE("each version of a post is there; one in the trash says so and keeps its words") {
    TwoStates house;
    const auto files = house.package();
    const auto posts = table_of(files, "posts");
    const auto edited = row_of(posts, "id", house.edited);
    CHECK(edited["text"] == "OURAFTER");
    CHECK(edited["state"] == "stands");
    CHECK(edited["version"] == "2");
    CHECK(edited["changed_at"].get<std::string>().ends_with("Z"));
    CHECK(row_of(table_of(files, "post_versions"), "post", house.edited)["text"] == "OURBEFORE");
    const auto removed = row_of(posts, "id", house.removed);
    CHECK(removed["state"] == "removed, in the trash");
    CHECK(removed["text"] == "OURREMOVED");
    // After thirty days its words are gone, and it is said that they were.
    house.written(
        [&](store::Transaction& tx) { tx.run("DELETE FROM post_versions WHERE post = ?", house.removed); });
    const auto later = row_of(table_of(house.package(), "posts"), "id", house.removed);
    CHECK(later["state"] == "removed, its text was dropped");
    CHECK(later["text"].is_null());
}

TEST_CASE("of another state there is only what a reply needs to be read, marked, and without a name") {
    TwoStates house;
    const auto files = house.package();
    const auto& context = files.at("csv/context.csv");
    CHECK(context.contains("THEIRPOST that opens"));
    CHECK(context.contains("THEIRPOST that is answered"));
    CHECK_FALSE(context.contains("not answered"));
    CHECK_FALSE(context.contains("without us"));
    const auto shown = row_of(table_of(files, "context"), "context_post", house.answered);
    CHECK(shown["why"] == "was answered");
    CHECK(shown["context_author"] ==
          "somebody of " +
              house.one<std::string>("SELECT short_name FROM organisations WHERE id = ?", house.other));
    CHECK(row_of(table_of(files, "posts"), "id", house.reply)["answers_post"] == house.answered);
    for (const auto& [name, text] : files) {
        INFO(name);
        for (const char* word : {"THEIRNAME", "THEIRADDRESS", "THEIRWORD", "THEIRPRIVATE", "without us"}) {
            INFO(word);
            // One of theirs had a seat of ours once, in 2001.
            const bool was_ours = std::string_view{word} == "THEIRNAME" &&
                                  (name.contains("people.") || name.contains("past_seats."));
            CHECK((was_ours || !text.contains(word)));
        }
        if (!name.contains("context")) CHECK_FALSE(text.contains("THEIRPOST"));
        if (!name.contains("context") && !name.contains("/posts.")) CHECK_FALSE(text.contains("THEIRTITLE"));
        if (!name.contains("shared_steps")) CHECK_FALSE(text.contains("THEIRMEASURE"));
    }
    // What only its own team may see is not even named.
    const auto kept = row_of(table_of(files, "shared_steps_context"), "step", house.private_step.str());
    CHECK(kept["context_title"].is_null());
    CHECK(kept["context_how_we_will_know"].is_null());
}

TEST_CASE("nothing private and no secret is in it") {
    TwoStates house;
    for (const auto& [name, text] : house.package()) {
        INFO(name);
        for (const char* word : {"OURPRIVATE", "OURSECRET", "654321", "asker@private.example", "argon2"})
            CHECK_FALSE(text.contains(word));
    }
    const auto mails = table_of(house.package(), "mails");
    CHECK(row_of(mails, "subject", "OURMAIL")["words"] == "Come: https://i.example/answer/(removed) or not");
}

TEST_CASE("what lies outside of the days is in none of its tables that know a day") {
    TwoStates house;
    const auto files =
        files_of(house.takes(house.leading, {{"from", "2001-01-01"}, {"until", "2001-12-31"}}));
    for (const char* sheet :
         {"posts", "post_versions", "topics", "context", "steps", "step_updates", "sessions", "agenda",
          "attendance", "presence", "answers_to_invitations", "mails", "trash", "audit", "requests_to_join",
          "terms_accepted", "series", "memberships"}) {
        INFO(sheet);
        CHECK(table_of(files, sheet).empty());
    }
    // Of the very day, it is: in the zone of who asks.
    const auto zone = ZoneName{house.one<std::string>("SELECT zone FROM people WHERE id = ?", house.lead)};
    const auto today = local_date(wall_clock(), zone).str();
    const auto now = files_of(house.takes(house.leading, {{"from", today}, {"until", today}}));
    CHECK(values(table_of(now, "posts"), "id").contains(house.reply));
    CHECK(Json::parse(now.at("manifest.json"))["range"]["zone"] == zone.str());
}

TEST_CASE("what somebody wrote belongs to the state that they were of then") {
    TwoStates house;
    // The lead moves to the other state, and writes there.
    const auto moved = wall_clock();
    house.written([&](store::Transaction& tx) {
        tx.run("INSERT INTO affiliations (person, until, organisation, collaborative, role, title, since)"
               " SELECT person, ?, organisation, collaborative, 'state_lead', title, taken_at FROM seats "
               "WHERE person = ?",
               moved, house.lead);
        tx.run("UPDATE seats SET organisation = ?, taken_at = ?, primary_contact = 0 WHERE person = ?",
               house.other, moved + std::chrono::milliseconds{1}, house.lead);
        tx.run("INSERT INTO posts (id, thread, number, author, at, text, html, renderer, revision, removed)"
               " SELECT ?, id, last_number + 1, ?, ?, 'WRITTENTHERE', '', 1, 1, 0 FROM threads WHERE id = ?",
               Ulid::from(moved, random_bytes()), house.lead, moved + std::chrono::minutes{1},
               house.shared_topic);
    });
    const auto of = [&](const OrganisationId& organisation) {
        return files_of(house.takes(house.administering, {}, organisation)).at("csv/posts.csv");
    };
    CHECK(of(house.state).contains("OURREPLY"));
    CHECK_FALSE(of(house.state).contains("WRITTENTHERE"));
    CHECK_FALSE(of(house.other).contains("OURREPLY"));
    CHECK(of(house.other).contains("WRITTENTHERE"));
    // Their address is another's by now.
    const auto people = table_of(files_of(house.takes(house.administering)), "people");
    CHECK(row_of(people, "id", house.lead.str())["address"].is_null());
}

TEST_CASE("a cell that a spreadsheet would run is text, and a name in any script is what it was") {
    TwoStates house;
    const auto thread = house.one<std::string>("SELECT thread FROM posts WHERE id = ?", house.reply);
    house.does(house.leading, "add_post",
               {{"thread", thread}, {"text", "=HYPERLINK(\"https://e.example\")"}});
    house.does(house.leading, "add_post", {{"thread", thread}, {"text", "Zoë, “ʻŌlelo”\nand \"more\""}});
    const auto files = house.package();
    CHECK(files.at("csv/posts.csv").contains("\"'=HYPERLINK(\"\"https://e.example\"\")\""));
    CHECK(files.at("csv/posts.csv").contains("\"Zoë, “ʻŌlelo”\nand \"\"more\"\"\""));
    CHECK(values(table_of(files, "posts"), "text").contains("=HYPERLINK(\"https://e.example\")"));
    CHECK(values(table_of(files, "posts"), "text").contains("Zoë, “ʻŌlelo”\nand \"more\""));
}
