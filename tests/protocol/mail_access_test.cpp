// INV-33: a mail is sent only to a person who at send time has access to its target; leavers receive none.
// Every purpose there is waits for its reader, and then every way in which access is lost is tried on each.
#include "base/secret.hpp"
#include "features/mail/suppression.hpp"
#include "protocol/house.hpp"

#include <algorithm>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <random>

using namespace interstate;
using namespace interstate::tests;
using mail::Purpose;

namespace {

struct Waiting {
    std::optional<PersonId> reader;
    std::optional<Ulid> about;
};
using Outbox = std::map<Purpose, Waiting>;

std::vector<Purpose> every_purpose() {
    std::vector<Purpose> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Purpose>>(
        [&](auto each) { all.push_back(each.value); });
    return all;
}

/// The demonstration with a mail of each purpose, to who would get it: a lead of a state, an administrator,
/// or an address that is nobody's.
class Post {
  public:
    Post() : connection_{house_.database().open_writer()}, tx{*connection_} {
        connection_->begin_write();
        cast = house_.cast;
        lane = tx.row<LaneId>("SELECT l.id FROM step_lanes l JOIN action_steps a ON a.id = l.step"
                              " WHERE l.organisation = ? AND a.visibility = 'series' AND a.series = ?"
                              " AND l.status = 'on_track' LIMIT 1",
                              cast.state, cast.series)
                   .value();
        tx.run("UPDATE step_lanes SET owner = ? WHERE id = ?", cast.lead, lane);
        tx.run("INSERT INTO step_reminders (lane, due_on, days_before) SELECT id, due_on, 7 FROM step_lanes"
               " WHERE id = ?",
               lane);
        request = JoinRequestId{Ulid::from(now, random_bytes())};
        tx.run("INSERT INTO join_requests (id, collaborative, organisation, agency, type, name, address,"
               " address_folded, title, function, statement, status, asked_at, confirmed_at) VALUES (?, ?, "
               "?, 'A',"
               " 'state_agency', 'Zoe', 'zoe@new.example', 'zoe@new.example', '', '', '', 'confirmed', ?, ?)",
               request, cast.collaborative, cast.state, now, now);
        for (const auto purpose : every_purpose()) put(purpose);
    }
    ~Post() { connection_->rollback(); }
    Post(const Post&) = delete;
    Post& operator=(const Post&) = delete;

    /// The purposes of what would be handed over now.
    std::set<Purpose> handed_over() {
        std::set<Purpose> sent;
        for (const auto& letter : mail::due(tx, now, 100))
            if (!letter.kept_back)
                sent.insert(tx.row<Purpose>("SELECT purpose FROM mail WHERE id = ?", letter.id).value());
        return sent;
    }

    /// Of the session, by its reader.
    void answers() {
        tx.run("INSERT INTO rsvps (id, meeting, person, organisation, answer, source, answered_by,"
               " answered_at) VALUES (?, ?, ?, ?, 'no', 'app', ?, ?)",
               Ulid::from(now, random_bytes()), cast.session, cast.lead, cast.state, cast.lead, now);
    }

    store::Transaction& transaction() { return tx; }
    Cast cast;
    LaneId lane;
    JoinRequestId request;

  private:
    Waiting waiting_for(Purpose purpose) const {
        switch (purpose) {
        case Purpose::confirm_address:
        case Purpose::request_declined:
        case Purpose::request_expired:
            return {};
        case Purpose::sign_in:
        case Purpose::notice:
            return {cast.lead, {}};
        case Purpose::invitation:
            return {cast.lead, cast.lead};
        case Purpose::request_approved:
        case Purpose::request_waiting:
        case Purpose::seat_taken:
            return {cast.lead, request};
        case Purpose::requests_waiting:
            return {cast.lead, cast.collaborative};
        case Purpose::renewal_due:
        case Purpose::renewal_decided:
            return {cast.lead, cast.state};
        case Purpose::renewal_waiting:
            return {cast.administrator, cast.other_state};
        case Purpose::meeting:
        case Purpose::answer_wanted:
            return {cast.lead, cast.session};
        case Purpose::step_due:
            return {cast.lead, lane};
        case Purpose::handed_over:
            return {cast.lead, cast.member};
        }
        FAIL("a purpose that no test knows: say here who reads it, and below when it is withheld");
        return {};
    }
    void put(Purpose purpose) {
        const auto waiting = waiting_for(purpose);
        mail::queue(tx,
                    {.id = MailId{Ulid::from(now, random_bytes())},
                     .person = waiting.reader,
                     .address = std::string{waiting.reader ? waiting.reader->str() : "nobody"} + "@a.example",
                     .purpose = purpose,
                     .about = waiting.about,
                     .words = {"s", "p", "", ""},
                     .useless_at = now + std::chrono::days{14}},
                    now);
    }

    House house_;
    std::unique_ptr<store::Connection> connection_;
    store::Transaction tx;
    const Instant now = wall_clock();
};

/// What goes to an address, and what is about nothing but the way somebody signs in.
const std::set<Purpose> to_addresses{Purpose::confirm_address, Purpose::request_declined,
                                     Purpose::request_expired},
    own{Purpose::sign_in, Purpose::notice, Purpose::invitation, Purpose::request_approved};

std::set<Purpose> all_but(std::set<Purpose> withheld) {
    std::set<Purpose> rest;
    for (const auto purpose : every_purpose())
        if (!withheld.contains(purpose)) rest.insert(purpose);
    return rest;
}

std::set<Purpose> together(std::set<Purpose> some, const std::set<Purpose>& others) {
    some.insert(others.begin(), others.end());
    return some;
}

struct Way {
    const char* name;
    void (*lose)(Post&);
    /// What is sent nevertheless.
    std::set<Purpose> sent;
    /// It also undoes what another may have done; an observer's rights rest on no membership.
    bool gives = false;
};

const Way ways[] = {
    {"nothing is lost", [](Post&) {}, all_but({})},
    {"suspended",
     [](Post& post) {
         post.transaction().run("UPDATE people SET active = 0 WHERE id IN (?, ?)", post.cast.lead,
                                post.cast.administrator);
     },
     to_addresses},
    {"left",
     [](Post& post) {
         post.transaction().run("UPDATE seats SET left_at = 1 WHERE person IN (?, ?)", post.cast.lead,
                                post.cast.administrator);
     },
     together(to_addresses, {Purpose::sign_in, Purpose::notice})},
    {"the membership is over: the way to renew is left",
     [](Post& post) {
         post.transaction().run("UPDATE memberships SET status = 'expired' WHERE organisation = ?",
                                post.cast.state);
     },
     together(together(to_addresses, own),
              {Purpose::renewal_due, Purpose::renewal_decided, Purpose::renewal_waiting})},
    {"the membership is in its grace: nothing is decided, what is begun goes on",
     [](Post& post) {
         post.transaction().run(
             "UPDATE memberships SET status = 'grace' WHERE organisation = ? AND status = 'active'",
             post.cast.state);
     },
     all_but(
         {Purpose::request_waiting, Purpose::requests_waiting, Purpose::seat_taken, Purpose::answer_wanted})},
    {"leads and administers no more",
     [](Post& post) {
         post.transaction().run("DELETE FROM role_grants WHERE person IN (?, ?)", post.cast.lead,
                                post.cast.administrator);
         post.transaction().run("INSERT INTO role_grants (person, role, collaborative) VALUES"
                                " (?1, 'observer', ?3), (?2, 'observer', ?3)",
                                post.cast.lead, post.cast.administrator, post.cast.collaborative);
     },
     all_but({Purpose::request_waiting, Purpose::requests_waiting, Purpose::seat_taken, Purpose::renewal_due,
              Purpose::renewal_decided, Purpose::renewal_waiting}),
     true},
    {"the state takes part no more",
     [](Post& post) {
         post.transaction().run("DELETE FROM participations WHERE organisation = ?", post.cast.state);
     },
     all_but({Purpose::meeting, Purpose::answer_wanted, Purpose::step_due})},
    {"the session is a draft again",
     [](Post& post) {
         post.transaction().run("UPDATE meetings SET state = 'draft' WHERE id = ?", post.cast.session);
     },
     all_but({Purpose::meeting, Purpose::answer_wanted})},
    {"the session is cancelled: that is told",
     [](Post& post) {
         post.transaction().run("UPDATE meetings SET state = 'cancelled' WHERE id = ?", post.cast.session);
     },
     all_but({Purpose::answer_wanted}), true},
    {"they said whether they come", [](Post& post) { post.answers(); }, all_but({Purpose::answer_wanted})},
    {"they said it of another time",
     [](Post& post) {
         post.answers();
         post.transaction().run("UPDATE rsvps SET to_confirm = 1");
     },
     all_but({}), true},
    {"somebody decided about the request",
     [](Post& post) {
         post.transaction().run("UPDATE join_requests SET status = 'declined' WHERE id = ?", post.request);
     },
     all_but({Purpose::request_waiting})},
    {"the step is done",
     [](Post& post) {
         post.transaction().run("UPDATE step_lanes SET status = 'completed' WHERE id = ?", post.lane);
     },
     all_but({Purpose::step_due})},
    {"the step is somebody else's",
     [](Post& post) {
         post.transaction().run("UPDATE step_lanes SET owner = ? WHERE id = ?", post.cast.member, post.lane);
     },
     all_but({Purpose::step_due})},
    {"the due date moved",
     [](Post& post) {
         post.transaction().run("UPDATE step_lanes SET due_on = '2099-01-01' WHERE id = ?", post.lane);
     },
     all_but({Purpose::step_due})},
    {"no reminders are wanted",
     [](Post& post) {
         post.transaction().run("UPDATE people SET step_mails = 0 WHERE id = ?", post.cast.lead);
     },
     all_but({Purpose::step_due})},
};

std::string words_of(const std::set<Purpose>& purposes) {
    std::string words;
    for (const auto purpose : purposes) words += std::string{word_of(purpose)} + " ";
    return words;
}

} // namespace

TEST_CASE("INV-33 a mail is sent only to a person who at send time has access to its target") {
    for (const auto& way : ways) {
        INFO(way.name);
        Post post;
        way.lose(post);
        CHECK(words_of(post.handed_over()) == words_of(way.sent));
    }
}

TEST_CASE("INV-33 whoever loses several things, in any order, is sent nothing that one of them withholds") {
    std::mt19937 chance{2026};
    for (int walk = 0; walk < 25; ++walk) {
        Post post;
        std::vector<const Way*> course;
        for (const auto& way : ways)
            if (!way.gives) course.push_back(&way);
        std::ranges::shuffle(course, chance);
        course.resize(2 + chance() % 4);
        auto left = every_purpose();
        std::string told;
        for (const auto* way : course) {
            told += std::string{way->name} + "; ";
            INFO("walk " << walk << ": " << told);
            way->lose(post);
            std::erase_if(left, [&](Purpose purpose) { return !way->sent.contains(purpose); });
            CHECK(words_of(post.handed_over()) == words_of({left.begin(), left.end()}));
        }
    }
}

TEST_CASE("INV-33 leavers receive none of what waits for them, however they left and come back") {
    Post post;
    auto& tx = post.transaction();
    for (const auto& letter : mail::due(tx, wall_clock(), 100))
        if (letter.kept_back) FAIL("kept back before anybody left");
    tx.run("UPDATE people SET active = 0 WHERE id = ?", post.cast.lead);
    const auto now = wall_clock();
    for (const auto& letter : mail::due(tx, now, 100))
        if (letter.kept_back) mail::record(tx, {letter.id, *letter.kept_back, {}}, now);
    tx.run("UPDATE people SET active = 1 WHERE id = ?", post.cast.lead);
    CHECK(words_of(post.handed_over()) == words_of(together(to_addresses, {Purpose::renewal_waiting})));
    CHECK(tx.row<int>("SELECT count(*) FROM mail WHERE status = 'withheld' AND plain <> ''") == 0);
}

TEST_CASE("what goes to an address that gave mail back is not tried, but for what its reader asked for") {
    Post post;
    auto& tx = post.transaction();
    const auto address = post.cast.lead.str() + "@a.example";
    mail::suppress(tx, address, "550 5.1.1 nobody here", wall_clock());
    const auto sent = post.handed_over();
    CHECK(words_of(sent) == words_of(together(together(to_addresses, {Purpose::sign_in, Purpose::notice}),
                                              {Purpose::renewal_waiting})));
    CHECK(mail::lift(tx, address));
    CHECK(post.handed_over().size() == every_purpose().size());
}
