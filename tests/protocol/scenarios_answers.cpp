// Who comes: answers, answers for others, a session that moves, reminding the silent.
#include "protocol/law.hpp"

namespace interstate::tests {
namespace {

void says(Law& law, const PersonId& person, const char* answer) {
    law.act(person, "answer_invitation", {{"meeting", law.cast.session.str()}, {"answer", answer}});
}

void edits(Law& law, const char* member, const Json& value) {
    const auto revision = law.house.one<int>("SELECT revision FROM meetings WHERE id = ?", law.cast.session);
    law.act(law.cast.facilitator, "edit_meeting",
            {{"meeting", law.cast.session.str()}, {"revision", revision}, {member, value}});
}

int waiting(Law& law) { return law.house.one<int>("SELECT count(*) FROM rsvps WHERE to_confirm = 1"); }

std::string tomorrow(Law& law) {
    const auto zone = law.house.one<ZoneName>("SELECT zone FROM meetings WHERE id = ?", law.cast.session);
    return local_date(law.house.now() + std::chrono::days{1}, zone).str() + "T14:00";
}

} // namespace

const std::vector<Scenario>& scenarios_of_answers() {
    static const std::vector<Scenario> all{
        {"answer_invitation",
         [](Law& law) {
             says(law, law.cast.member, "maybe");
             says(law, law.cast.other_lead, "no");
             law.act(
                 law.cast.lead, "answer_invitation",
                 {{"meeting", law.cast.session.str()}, {"answer", "yes"}, {"person", law.cast.member.str()}});
             edits(law, "title", "A title without its typo");
             CHECK(waiting(law) == 0);
             edits(law, "starts_local", tomorrow(law));
             CHECK(waiting(law) == 2);
             says(law, law.cast.member, "yes");
             CHECK(waiting(law) == 1);
             law.act(law.cast.administrator, "retire_person",
                     {{"person", law.cast.member.str()},
                      {"collaborative", law.cast.collaborative.str()},
                      {"successor", law.cast.lead.str()}});
         }},
        {"remind_silent",
         [](Law& law) {
             says(law, law.cast.member, "yes");
             law.act(law.cast.facilitator, "remind_silent", {{"meeting", law.cast.session.str()}});
         }},
    };
    return all;
}

} // namespace interstate::tests
