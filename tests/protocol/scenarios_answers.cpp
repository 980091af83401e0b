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

/// Of the lead's team; the last of them, since the first is who tries it in the matrix.
PersonId colleague(Law& law) {
    return law.house.one<PersonId>("SELECT s.person FROM seats s JOIN people p ON p.id = s.person"
                                   " WHERE s.organisation = ? AND s.left_at IS NULL AND p.active = 1"
                                   " AND s.person NOT IN (?, ?) ORDER BY s.person DESC LIMIT 1",
                                   law.cast.state, law.cast.lead, law.cast.member);
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
             for (const auto& person : {colleague(law), law.cast.member})
                 law.act(law.cast.lead, "answer_invitation",
                         {{"meeting", law.cast.session.str()}, {"answer", "yes"}, {"person", person.str()}});
             edits(law, "title", "A title without its typo");
             CHECK(waiting(law) == 0);
             edits(law, "starts_local", tomorrow(law));
             CHECK(waiting(law) == 3);
             says(law, law.cast.member, "yes");
             CHECK(waiting(law) == 2);
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
