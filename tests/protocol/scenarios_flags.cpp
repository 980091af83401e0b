// Posts that are flagged, and what becomes of them.
#include "protocol/law.hpp"

namespace interstate::tests {
namespace {

/// A post of the member's in the series.
std::string post_in_series(Law& law) {
    return law.act(law.cast.member, "start_thread",
                   {{"anchor", "topic"},
                    {"anchor_id", law.cast.series.str()},
                    {"title", "Attendance"},
                    {"text", "A pupil by name."}})["post"];
}

void flag(Law& law, const PersonId& who, const std::string& post) {
    law.act(who, "flag_post", {{"post", post}, {"reason", "private_details"}, {"words", "A pupil’s name"}});
}

std::string flagged_post(Law& law) {
    const auto post = post_in_series(law);
    flag(law, law.cast.other_lead, post);
    flag(law, law.cast.observer, post);
    return post;
}

void keep(Law& law, const std::string& post) {
    law.act(law.cast.facilitator, "keep_flagged_post",
            {{"post", post}, {"revision", 1}, {"answer", "An invented name."}});
}

void take_away(Law& law, const std::string& post) {
    law.act(law.cast.facilitator, "take_away_post",
            {{"post", post}, {"revision", 1}, {"reason", "private_details"}, {"words", "Please no names."}});
}

int flags(Law& law) { return law.house.one<int>("SELECT count(*) FROM post_flags"); }

} // namespace

const std::vector<Scenario>& scenarios_of_flags() {
    static const std::vector<Scenario> all{
        {"flag_post",
         [](Law& law) {
             flagged_post(law);
             // Also where everybody reads, and no series is.
             const std::string post = law.act(law.cast.member, "start_thread",
                                              {{"anchor", "topic"},
                                               {"anchor_id", law.cast.collaborative.str()},
                                               {"title", "For all"},
                                               {"text", "Buy this."}})["post"];
             law.act(law.cast.partner, "flag_post", {{"post", post}, {"reason", "off_topic"}});
         }},
        {"keep_flagged_post",
         [](Law& law) {
             const auto post = flagged_post(law);
             keep(law, post);
             flag(law, law.cast.other_lead, post);
         }},
        {"take_away_post",
         [](Law& law) {
             const auto post = flagged_post(law);
             take_away(law, post);
             law.act(law.cast.other_facilitator, "restore_post", {{"post", post}});
             CHECK(law.house.one<int>("SELECT count(*) FROM taken_posts") == 0);
         }},
        {"forget_flags",
         [](Law& law) {
             const auto post = flagged_post(law);
             take_away(law, post);
             law.act({}, "forget_flags", {{"post", post}});
             CHECK(flags(law) == 2); // their thirty days are not over
             law.house.ahead += Millis{std::chrono::days{30}}.count();
             law.act({}, "forget_flags", {{"post", post}});
             CHECK(flags(law) == 0);
         }},
    };
    return all;
}

} // namespace interstate::tests
