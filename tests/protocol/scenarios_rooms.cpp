// The live room.
#include "base/secret.hpp"
#include "features/rooms/guests.hpp"
#include "protocol/law.hpp"

namespace interstate::tests {
namespace {

constexpr std::int64_t minute = 60'000;

Json at(Law& law) { return {{"meeting", law.cast.session.str()}}; }
Json at(Law& law, const char* member, const Json& value) {
    auto body = at(law);
    body[member] = value;
    return body;
}

void arrive(Law& law, const PersonId& person) { law.act({}, "arrive", at(law, "person", person.str())); }

/// The room is open: its host, a member and the partner are here.
void open(Law& law) {
    for (const auto& person : {law.cast.facilitator, law.cast.member, law.cast.partner}) arrive(law, person);
    law.act(law.cast.facilitator, "open_room", at(law));
}

std::string first_item(Law& law) {
    return law.act(law.cast.facilitator, "next_item", at(law))["current_item"];
}

std::string hand_of(Law& law, const PersonId& person) {
    return law.act(person, "raise_hand", at(law))["hand"];
}

std::string place_of(Law& law, const PersonId& person) {
    return law.house.one<std::string>("SELECT id FROM attendance WHERE meeting = ? AND person = ?",
                                      law.cast.session, person);
}

std::string guest(Law& law) {
    return law.act(law.cast.facilitator, "add_guest",
                   {{"meeting", law.cast.session.str()},
                    {"guest_name", "Gus on the phone"},
                    {"channel", "phone"}})["attendance"];
}

/// Somebody has asked to come in, by the link; gives their id.
std::string asks_to_come_in(Law& law, const std::string& path) {
    const auto now = law.house.now();
    const GuestId id{Ulid::from(now, random_bytes())};
    law.house.written([&](store::Transaction& tx) {
        const auto kept = rooms::ask_as_guest(tx, secret_hash(path.substr(path.rfind('/') + 1)),
                                              {.id = id,
                                               .name = Text<1, 120>{"Gwen Guest"},
                                               .affiliation = Text<0, 160>{"WestEd"},
                                               .secret_hash = id.str()},
                                              now);
        CHECK(kept);
    });
    return id.str();
}

std::string guest_link(Law& law) { return law.act(law.cast.facilitator, "make_guest_link", at(law))["path"]; }

/// Waits, and those who run the room know it.
std::string waiting_guest(Law& law) {
    const auto id = asks_to_come_in(law, guest_link(law));
    law.act({}, "receive_guest", {{"guest", id}});
    return id;
}

void end(Law& law) { law.act(law.cast.facilitator, "end_session", at(law, "confirmed", true)); }

} // namespace

const std::vector<Scenario>& scenarios_of_rooms() {
    static const std::vector<Scenario> all{
        {"open_room", [](Law& law) { open(law); }},
        {"make_guest_link", [](Law& law) { guest_link(law); }},
        {"end_guest_link",
         [](Law& law) {
             waiting_guest(law);
             law.act(law.cast.facilitator, "end_guest_link", at(law));
         }},
        {"receive_guest", [](Law& law) { waiting_guest(law); }},
        {"admit_guest",
         [](Law& law) {
             law.act(law.cast.facilitator, "admit_guest", {{"guest", waiting_guest(law)}});
             open(law);
             law.act(law.cast.facilitator, "admit_guest", {{"guest", waiting_guest(law)}});
             end(law);
         }},
        {"decline_guest",
         [](Law& law) { law.act(law.cast.facilitator, "decline_guest", {{"guest", waiting_guest(law)}}); }},
        {"take_over",
         [](Law& law) {
             open(law);
             law.act(law.cast.other_facilitator, "take_over", at(law));
         }},
        {"next_item",
         [](Law& law) {
             open(law);
             const auto item = first_item(law);
             law.house.ahead += 7 * minute;
             law.act(law.cast.facilitator, "next_item", at(law, "leaving", item));
         }},
        {"previous_item",
         [](Law& law) {
             open(law);
             const auto first = first_item(law);
             law.house.ahead += 2 * minute;
             const std::string second =
                 law.act(law.cast.facilitator, "next_item", at(law, "leaving", first))["current_item"];
             law.house.ahead += minute;
             law.act(law.cast.facilitator, "previous_item", at(law, "leaving", second));
         }},
        {"extend_item",
         [](Law& law) {
             open(law);
             auto body = at(law, "item", first_item(law));
             body["minutes"] = 5;
             law.act(law.cast.facilitator, "extend_item", body);
         }},
        {"raise_hand",
         [](Law& law) {
             open(law);
             hand_of(law, law.cast.member);
             law.act(law.cast.facilitator, "raise_hand", at(law, "who", guest(law)));
         }},
        {"lower_hand",
         [](Law& law) {
             open(law);
             const auto hand = hand_of(law, law.cast.member);
             law.act(law.cast.facilitator, "give_floor", at(law, "hand", hand));
             law.house.ahead += 30'000;
             law.act(law.cast.member, "lower_hand", at(law, "hand", hand));
             law.act(law.cast.member, "lower_hand", at(law, "hand", hand));
         }},
        {"give_floor",
         [](Law& law) {
             open(law);
             const auto one = hand_of(law, law.cast.member), two = hand_of(law, law.cast.partner);
             law.act(law.cast.facilitator, "give_floor", at(law, "hand", two));
             law.house.ahead += 90'000;
             law.act(law.cast.facilitator, "give_floor", at(law, "hand", one));
         }},
        {"add_guest",
         [](Law& law) {
             guest(law); // waits for the room to be opened
             open(law);
             guest(law);
         }},
        {"remove_guest",
         [](Law& law) {
             open(law);
             const auto place = guest(law);
             law.act(law.cast.facilitator, "raise_hand", at(law, "who", place));
             law.house.ahead += 3 * minute;
             law.act(law.cast.facilitator, "remove_guest", at(law, "attendance", place));
         }},
        {"leave_room",
         [](Law& law) {
             open(law);
             hand_of(law, law.cast.member);
             law.house.ahead += 3 * minute;
             law.act(law.cast.member, "leave_room", at(law));
         }},
        {"arrive",
         [](Law& law) {
             arrive(law, law.cast.member);
             open(law);
             arrive(law, law.cast.lead);
             arrive(law, law.cast.observer);
         }},
        {"depart",
         [](Law& law) {
             open(law);
             hand_of(law, law.cast.member);
             const auto gone = law.house.now().ms + 5 * minute;
             law.house.ahead += 6 * minute;
             auto body = at(law, "person", law.cast.member.str());
             body["at"] = gone;
             law.act({}, "depart", body);
             arrive(law, law.cast.member);
         }},
        {"heartbeat",
         [](Law& law) {
             open(law);
             hand_of(law, law.cast.partner);
             law.house.ahead += minute;
             law.act({}, "heartbeat",
                     at(law, "here",
                        {law.cast.facilitator.str(), law.cast.member.str(), law.cast.partner.str()}));
             // After a restart the partner does not come back.
             law.act({}, "close_stale", Json::object());
             arrive(law, law.cast.facilitator);
             law.house.ahead += 2 * minute;
             law.act({}, "heartbeat", at(law, "here", {law.cast.facilitator.str()}));
         }},
        {"close_stale",
         [](Law& law) {
             open(law);
             guest(law);
             hand_of(law, law.cast.member);
             law.house.ahead += 10 * minute;
             law.act({}, "close_stale", Json::object());
             law.act({}, "close_stale", Json::object());
             arrive(law, law.cast.member);
         }},
        {"end_session",
         [](Law& law) {
             open(law);
             first_item(law);
             hand_of(law, law.cast.member);
             law.house.ahead += 30 * minute;
             end(law);
         }},
        {"undo_end",
         [](Law& law) {
             open(law);
             first_item(law);
             law.house.ahead += 30 * minute;
             end(law);
             law.house.ahead += 2 * minute;
             law.act(law.cast.facilitator, "undo_end", at(law));
         }},
        {"correct_attendance",
         [](Law& law) {
             open(law);
             law.house.ahead += 30 * minute;
             end(law);
             Json body{{"meeting", law.cast.session.str()},
                       {"attendance", place_of(law, law.cast.member)},
                       {"minutes", 45},
                       {"reason", "Was in the room"}};
             law.act(law.cast.facilitator, "correct_attendance", body);
             body.erase("minutes");
             law.act(law.cast.facilitator, "correct_attendance", body);
         }},
        {"seal_session",
         [](Law& law) {
             open(law);
             end(law);
             law.house.ahead += 11 * minute;
             law.act({}, "seal_session", at(law));
         }},
        {"close_abandoned",
         [](Law& law) {
             open(law);
             first_item(law);
             guest(law);
             law.house.ahead += 10 * minute;
             for (const auto& person : {law.cast.facilitator, law.cast.member, law.cast.partner}) {
                 auto body = at(law, "person", person.str());
                 body["at"] = law.house.now().ms;
                 law.act({}, "depart", body);
             }
             law.house.ahead += 24 * 60 * minute;
             const auto result = law.act({}, "close_abandoned", at(law));
             CHECK(result.contains("ended_at"));
         }},
    };
    return all;
}

} // namespace interstate::tests
