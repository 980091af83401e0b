// INV-37 of everything that can be removed: a series, its parts, a meeting, its agenda, links, reasons.
#include "base/secret.hpp"
#include "protocol/house.hpp"

#include <functional>
#include <map>
#include <random>

using namespace interstate;
using namespace interstate::tests;

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t life_ms = 30 * day_ms;

/// One thing as it should be.
struct Thing {
    std::string kind;
    /// Another thing that it hangs on; empty for none.
    std::string parent;
    std::function<Json()> remove;
    /// All that it is, its children and who may read them included, as one text; nothing where it is not.
    const char* look;
    std::string was = {};
    bool removed = false, gone = false;
    std::int64_t removed_at = 0;
};

constexpr const char* look_at_item = "SELECT title || minutes || instruction FROM agenda_items WHERE id = ?";
constexpr const char* look_at_objective = "SELECT series || short_name || text FROM objectives WHERE id = ?";
constexpr const char* look_at_place = "SELECT series || organisation FROM participations WHERE id = ?";
constexpr const char* look_at_link = "SELECT from_step || to_step || type FROM step_links WHERE id = ?";
constexpr const char* look_at_none = "SELECT meeting || organisation || reason FROM no_steps WHERE id = ?";
constexpr const char* look_at_meeting =
    "SELECT m.series || m.title || m.starts_local || m.link || m.state"
    " || (SELECT group_concat(t.stream || t.title || (SELECT group_concat(text) FROM (SELECT text FROM posts"
    " WHERE thread = t.id ORDER BY number))) FROM threads t WHERE t.anchor_id = m.id)"
    " FROM meetings m WHERE m.id = ?";
constexpr const char* look_at_series =
    "SELECT s.title || s.slug || s.state || s.description"
    " || (SELECT group_concat(short_name) FROM (SELECT short_name FROM objectives WHERE series = s.id"
    " ORDER BY ordinal)) || (SELECT group_concat(organisation) FROM (SELECT organisation FROM participations"
    " WHERE series = s.id ORDER BY id)) || (SELECT group_concat(stream || title) FROM threads"
    " WHERE anchor_id = s.id) FROM series s WHERE s.id = ?";

class Walk {
  public:
    Walk() {
        make_series();
        make_public_series();
        make_meeting();
        make_link();
        make_none();
        for (auto& [id, thing] : things) thing.was = found(id, thing);
    }

    void remove(const std::string& id) {
        auto& thing = things.at(id);
        const bool stood = stands(thing);
        const auto reply = thing.remove();
        INFO(reply.dump());
        CHECK((reply["t"] == "ack") == stood);
        if (!stood) return;
        thing.removed = true;
        thing.removed_at = house.now().ms;
    }
    void restore(const std::string& id) {
        auto& thing = things.at(id);
        CHECK(outsider.command("restore_from_trash", {{"item", id}})["code"] == "not_allowed");
        const auto reply = who_restores(thing).command("restore_from_trash", {{"item", id}});
        INFO(reply.dump());
        CHECK(reply.value("code", "") == refusal_for(thing));
        if (reply["t"] == "ack") thing.removed = false;
    }
    /// As the server's clockwork does.
    void pass(std::int64_t span_ms) {
        house.ahead += span_ms;
        house.do_what_is_due("empty_trash", "item");
        for (auto& [id, thing] : things)
            if (thing.removed && house.now().ms >= thing.removed_at + life_ms) thing.gone = true;
    }
    void check() {
        std::set<std::string> listed, lies;
        for (const auto& one :
             facilitator.query("trash", {{"collaborative", house.cast.collaborative.str()}})["body"]["items"])
            if (one["kind"] != "post") {
                listed.insert(one["item"].get<std::string>());
                CHECK(one["restorable"] == true);
            }
        for (const auto& [id, thing] : things) {
            INFO(thing.kind << " " << id);
            CHECK(found(id, thing) == (stands(thing) ? thing.was : ""));
            if (thing.removed && !thing.gone && is_seen(thing)) lies.insert(id);
        }
        CHECK(listed == lies);
        CHECK(outsider.query("trash", {{"collaborative", house.cast.collaborative.str()}})["body"]["items"]
                  .empty());
        for (const char* list : {"SELECT ordinal FROM agenda_items WHERE meeting = ? ORDER BY ordinal",
                                 "SELECT ordinal FROM objectives WHERE series = ? ORDER BY ordinal"})
            for (const auto& of : {meeting, public_series}) check_numbers(list, of);
    }

    House house;
    Client facilitator{house, house.cast.facilitator}, member{house, house.cast.member},
        lead{house, house.cast.lead}, other_lead{house, house.cast.other_lead},
        outsider{house, house.cast.outsider};
    std::map<std::string, Thing> things;
    std::string series, public_series, meeting;

  private:
    bool stands(const Thing& thing) const {
        return !thing.removed && (thing.parent.empty() || stands(things.at(thing.parent)));
    }
    /// What lies in the trash is seen with what it was part of, drafts by whoever sees drafts.
    bool is_seen(const Thing& thing) const {
        return thing.kind == "meeting" || thing.parent.empty() || stands(things.at(thing.parent));
    }
    std::string refusal_for(const Thing& thing) const {
        if (!thing.removed || thing.gone || !is_seen(thing)) return "not_allowed";
        if (!thing.parent.empty() && !stands(things.at(thing.parent))) return "parent_removed";
        return "";
    }
    std::string found(const std::string& id, const Thing& thing) {
        return house.seen([&](store::Transaction& tx) { return tx.row<std::string>(thing.look, id); })
            .value_or("");
    }
    void check_numbers(const char* list, const std::string& of) {
        int number = 0;
        for (const int ordinal : house.seen([&](store::Transaction& tx) { return tx.rows<int>(list, of); }))
            CHECK(ordinal == ++number);
    }
    Client& who_restores(const Thing& thing) {
        return thing.kind == "step_link" ? other_lead : thing.kind == "no_step" ? lead : facilitator;
    }

    // ---- what there is

    Json series_body(const std::vector<std::string>& objectives, const std::vector<std::string>& states) {
        Json body{{"title", "A series"}, {"description", "Of the walk"}, {"objectives", Json::array()},
                  {"states", states},    {"starts_on", "2026-09-01"},    {"ends_on", "2027-06-30"}};
        for (const auto& name : objectives)
            body["objectives"].push_back({{"short_name", name}, {"text", name + " first"}});
        return body;
    }
    std::vector<std::string> three_states() {
        return house.seen([](store::Transaction& tx) {
            return tx.rows<std::string>(
                "SELECT o.code FROM organisations o JOIN memberships m ON m.organisation = o.id"
                " WHERE m.status = 'active' AND m.tier = 'core' AND o.code <> '' ORDER BY o.code LIMIT 3");
        });
    }
    std::string create(Json body) {
        body["collaborative"] = house.cast.collaborative.str();
        return facilitator.command("create_series", body)["result"]["series"];
    }
    void make_series() {
        series = create(series_body({"A", "B"}, three_states()));
        things[series] = {
            .kind = "series",
            .parent = {},
            .remove = [this] { return facilitator.command("discard_series", {{"series", series}}); },
            .look = look_at_series};
        CHECK(facilitator.command("start_thread", {{"anchor", "topic"},
                                                   {"anchor_id", series},
                                                   {"title", "A topic of the draft"},
                                                   {"text", "Why?"}})["t"] == "ack");
    }
    /// The names that the series has now, without this one.
    template <class T>
    std::vector<T> all_but(const char* sql, const T& without) {
        auto all = house.seen([&](store::Transaction& tx) { return tx.rows<T>(sql, public_series); });
        std::erase(all, without);
        return all;
    }
    Json edit_without(const std::string& objective, const std::string& state) {
        auto body =
            series_body(all_but<std::string>(
                            "SELECT short_name FROM objectives WHERE series = ? ORDER BY ordinal", objective),
                        all_but<std::string>("SELECT o.code FROM participations p JOIN organisations o ON"
                                             " o.id = p.organisation WHERE p.series = ? ORDER BY p.id",
                                             state));
        body["series"] = public_series;
        body["revision"] = house.one<int>("SELECT revision FROM series WHERE id = ?", public_series);
        return facilitator.command("edit_series", body);
    }
    /// Leaving out what is not there changes nothing: as the other things do, it is refused then.
    Json unless_there(const char* sql, const std::string& id, const std::function<Json()>& act) {
        const bool there = house.seen([&](store::Transaction& tx) { return tx.any(sql, id); });
        return there ? act() : Json{{"t", "refusal"}};
    }
    void make_public_series() {
        const auto states = three_states();
        public_series = create(series_body({"One", "Two", "Three"}, states));
        CHECK(facilitator.command("publish_series", {{"series", public_series}})["t"] == "ack");
        for (const char* name : {"Two", "Three"}) {
            const auto id =
                house.one<std::string>("SELECT id FROM objectives WHERE series = ? AND short_name = ?",
                                       public_series, std::string_view{name});
            things[id] = {.kind = "objective",
                          .parent = {},
                          .remove =
                              [this, id, name = std::string{name}] {
                                  return unless_there("SELECT 1 FROM objectives WHERE id = ?", id,
                                                      [&] { return edit_without(name, ""); });
                              },
                          .look = look_at_objective};
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            const auto id = house.one<std::string>(
                "SELECT p.id FROM participations p JOIN organisations o ON o.id = p.organisation"
                " WHERE p.series = ? AND o.code = ?",
                public_series, states[i]);
            things[id] = {.kind = "participation",
                          .parent = {},
                          .remove =
                              [this, id, state = states[i]] {
                                  return unless_there("SELECT 1 FROM participations WHERE id = ?", id,
                                                      [&] { return edit_without("", state); });
                              },
                          .look = look_at_place};
        }
    }
    Json set_agenda_without(const std::string& id) {
        struct Item {
            std::string id, title;
        };
        Json items = Json::array();
        for (const auto& one : house.seen([&](store::Transaction& tx) {
                 return tx.rows<Item>("SELECT id, title FROM agenda_items WHERE meeting = ? ORDER BY ordinal",
                                      meeting);
             }))
            if (one.id != id) {
                items.push_back(item(one.title));
                items.back()["id"] = one.id;
            }
        return facilitator.command(
            "set_agenda",
            {{"meeting", meeting},
             {"revision", house.one<int>("SELECT revision FROM meetings WHERE id = ?", meeting)},
             {"items", items}});
    }
    static Json item(const std::string& title) {
        return {{"title", title},       {"minutes", 10}, {"who", "all"},       {"mode", "plenary"},
                {"instruction", title}, {"capture", ""}, {"next_steps", false}};
    }
    void make_meeting() {
        meeting =
            facilitator.command("schedule_meeting", {{"collaborative", house.cast.collaborative.str()},
                                                     {"series", series},
                                                     {"type", "session"},
                                                     {"title", "A draft"},
                                                     {"starts_local", "2027-03-01T14:00"},
                                                     {"zone", "America/New_York"},
                                                     {"minutes", 90},
                                                     {"link", "https://example.org/x"}})["result"]["meeting"];
        CHECK(facilitator.command("set_agenda", {{"meeting", meeting},
                                                 {"revision", 1},
                                                 {"items", {item("a"), item("b"), item("c")}}})["t"] ==
              "ack");
        const auto thread = facilitator.command("start_thread", {{"anchor", "meeting"},
                                                                 {"anchor_id", meeting},
                                                                 {"title", "Among ourselves"},
                                                                 {"text", "Whom?"}})["result"]["thread"];
        CHECK(facilitator.command("add_post", {{"thread", thread}, {"text", "Ohio."}})["t"] == "ack");
        things[meeting] = {
            .kind = "meeting",
            .parent = series,
            .remove = [this] { return facilitator.command("discard_meeting", {{"meeting", meeting}}); },
            .look = look_at_meeting};
        for (const char* title : {"b", "c"}) {
            const auto id =
                house.one<std::string>("SELECT id FROM agenda_items WHERE meeting = ? AND title = ?", meeting,
                                       std::string_view{title});
            things[id] = {.kind = "agenda_item",
                          .parent = meeting,
                          .remove =
                              [this, id] {
                                  return unless_there("SELECT 1 FROM agenda_items WHERE id = ?", id,
                                                      [&] { return set_agenda_without(id); });
                              },
                          .look = look_at_item};
        }
    }
    std::string commit(Client& client, const OrganisationId& state, const PersonId& owner) {
        return client.command(
            "commit_step",
            {{"collaborative", house.cast.collaborative.str()},
             {"series", house.cast.series.str()},
             {"organisation", state.str()},
             {"owner", owner.str()},
             {"title", "Send the survey"},
             {"measure", "Three answer"},
             {"due_on", local_date(house.now(), ZoneName{"UTC"}).plus_days(20).str()}})["result"]["step"];
    }
    void make_link() {
        const auto from = commit(member, house.cast.state, house.cast.member),
                   to = commit(other_lead, house.cast.other_state, house.cast.other_lead);
        const std::string id =
            member.command("link_steps", {{"from", from}, {"to", to}, {"type", "joint"}})["result"]["link"];
        things[id] = {.kind = "step_link",
                      .parent = {},
                      .remove = [this, id] { return member.command("unlink_steps", {{"link", id}}); },
                      .look = look_at_link};
    }
    void make_none() {
        const Json at{{"meeting", house.cast.session.str()}, {"organisation", house.cast.state.str()}};
        const auto say = [this, at](const char* reason) {
            auto body = at;
            body["reason"] = reason;
            return member.command("record_none", body);
        };
        CHECK(facilitator.command("open_room", {{"meeting", house.cast.session.str()}})["t"] == "ack");
        CHECK(say("Too early")["t"] == "ack");
        const auto id =
            house.one<std::string>("SELECT id FROM no_steps WHERE meeting = ? AND organisation = ?",
                                   house.cast.session, house.cast.state);
        things[id] = {.kind = "no_step",
                      .parent = {},
                      .remove =
                          [this, id, say] {
                              return unless_there("SELECT 1 FROM no_steps WHERE id = ?", id,
                                                  [&] { return say(""); });
                          },
                      .look = look_at_none};
    }
};

} // namespace

TEST_CASE("INV-37 whatever can be removed comes back as it was, with its children and for those who saw it, "
          "through any course of removing, putting back and waiting") {
    for (const auto seed : {37U, 2026U, 30U}) {
        INFO("seed " << seed);
        std::mt19937 random{seed};
        const auto choose = [&](int most) { return std::uniform_int_distribution<int>{0, most}(random); };
        Walk walk;
        walk.check();
        const auto count = static_cast<int>(walk.things.size());
        CHECK(count == 10);
        for (int step = 0; step < 40; ++step) {
            const auto id = std::next(walk.things.begin(), choose(count - 1))->first;
            const int what = choose(10);
            INFO("step " << step
                         << (what < 5    ? " removes "
                             : what < 10 ? " restores "
                                         : " waits, ")
                         << walk.things.at(id).kind << " " << id);
            if (what < 5)
                walk.remove(id);
            else if (what < 10)
                walk.restore(id);
            else
                walk.pass(choose(9) * day_ms);
            walk.check();
        }
        // All of it at once, and then too late.
        for (const auto& [id, thing] : walk.things) walk.remove(id);
        walk.check();
        walk.pass(life_ms);
        for (const auto& [id, thing] : walk.things) walk.restore(id);
        walk.check();
        CHECK(
            walk.house.one<int>("SELECT (SELECT count(*) FROM trash) + (SELECT count(*) FROM removed_series)"
                                " + (SELECT count(*) FROM removed_meetings) + (SELECT count(*) FROM"
                                " removed_agenda_items) + (SELECT count(*) FROM removed_objectives) +"
                                " (SELECT count(*) FROM removed_participations) + (SELECT count(*) FROM"
                                " removed_step_links) + (SELECT count(*) FROM removed_no_steps) + (SELECT"
                                " count(*) FROM threads WHERE title = 'Among ourselves')") == 0);
    }
}
