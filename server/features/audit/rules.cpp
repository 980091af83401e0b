#include "base/digest.hpp"
#include "features/audit/audit.hpp"

#include <algorithm>

namespace interstate::audit {
namespace {

/// "5:ab cd", and "-" for what is not there.
std::string with_length(std::string_view text) {
    return std::to_string(text.size()) + ":" + std::string{text};
}
template <class Id>
std::string with_length(const std::optional<Id>& id) {
    return id ? with_length(id->text()) : "-";
}

} // namespace

const std::vector<Verb>& verbs() {
    static const std::vector<Verb> all{{"add_people", "added people to {}"},
                                       {"edit_organisation", "changed the organization {}"},
                                       {"add_organisation", "added the organization {}"},
                                       {"publish_terms", "published terms of use of {}"},
                                       {"make_guest_link", "made a guests’ link of {}"},
                                       {"end_guest_link", "ended the guests’ link of {}"},
                                       {"admit_guest", "let in {} as a guest"},
                                       {"decline_guest", "turned away {}, a guest"},
                                       {"add_provider", "gave {} a sign-in of its own"},
                                       {"remove_provider", "ended the sign-in of its own of {}"},
                                       {"add_collaborative", "added the collaborative {}"},
                                       {"admit_by_domain", "changed whose mail domain lets people in to {}"},
                                       {"admit_member", "admitted {} as a member"},
                                       {"announce_meeting", "announced {}"},
                                       {"answer_invitation", "answered {}"},
                                       {"approve_join_request", "approved that {} joins"},
                                       {"cancel_meeting", "cancelled {}"},
                                       {"change_way_in", "changed how {} signs in"},
                                       {"close_abandoned", "closed {}, which nobody had ended"},
                                       {"commit_step", "committed to {}"},
                                       {"correct_attendance", "corrected the attendance of {}"},
                                       {"create_series", "began the series {}"},
                                       {"decline_join_request", "declined that {} joins"},
                                       {"discard_meeting", "threw away the draft {}"},
                                       {"discard_series", "threw away the draft series {}"},
                                       {"edit_meeting", "changed {}"},
                                       {"edit_series", "changed the series {}"},
                                       {"edit_step", "changed the action step {}"},
                                       {"edit_year", "changed the membership year of {}"},
                                       {"empty_post", "dropped what a removed post said in {}"},
                                       {"empty_trash", "dropped what lay thirty days in the trash of {}"},
                                       {"end_due_role", "ended a role of {} after its last day"},
                                       {"end_role", "ended a role of {}"},
                                       {"end_session", "ended {}"},
                                       {"end_sign_ins", "ended sign-ins of {}"},
                                       {"ask_for_erasure", "asked to be erased, or not any more"},
                                       {"erase_person", "erased the name and address of {}"},
                                       {"flag_post", "reported a post"},
                                       {"keep_flagged_post", "kept a reported post in {}"},
                                       {"take_away_post", "took away a reported post in {}"},
                                       {"export_audit", "exported the audit of {}"},
                                       {"export_contacts", "downloaded the addresses of {}"},
                                       {"export_own", "downloaded what is stored about {}"},
                                       {"export_records", "downloaded the records of {}"},
                                       {"grant_role", "gave {} a role"},
                                       {"import_people", "imported people to {}"},
                                       {"invite_person", "made a sign-in link for {}"},
                                       {"lift_suppression", "had mail to {} tried again"},
                                       {"make_token", "made a token for scripts of {}"},
                                       {"name_contact", "made {} the contact of their organization"},
                                       {"name_function", "said what {} works as"},
                                       {"open_room", "opened the room of {}"},
                                       {"publish_series", "published the series {}"},
                                       {"readmit_person", "gave {} their access back"},
                                       {"receive_join_request", "received the request of {} to join"},
                                       {"remind_silent", "reminded who had not answered of {}"},
                                       {"remove_post", "removed a post in {}"},
                                       {"renew_invitation", "made a new sign-in link for {}"},
                                       {"decline_renewal", "declined to renew the membership of {}"},
                                       {"renew_membership", "renewed the membership of {}"},
                                       {"reset_second_factor", "ended the second factor of {}"},
                                       {"restore_from_trash", "put back {} from the trash"},
                                       {"restore_post", "put back a removed post in {}"},
                                       {"retire_person", "retired {}"},
                                       {"schedule_meeting", "planned {}"},
                                       {"seal_session", "sealed the end of {}"},
                                       {"sign_in", "signed in"},
                                       {"sign_out", "signed out"},
                                       {"sign_out_person", "signed {} out everywhere"},
                                       {"suspend_member", "suspended the membership of {}"},
                                       {"suspend_person", "suspended {}"},
                                       {"take_over", "took over the room of {}"},
                                       {"turn_year", "turned the membership year of {}"},
                                       {"undo_end", "took back the end of {}"},
                                       {"update_step", "updated the action step {}"},
                                       {"write_goals", "wrote the goals of {}"}};
    return all;
}

std::string hash_of(const Link& link) {
    Digest digest;
    for (const auto& part :
         {std::to_string(link.seq), std::to_string(link.at.ms), with_length(link.actor),
          std::string{word_of(link.via)}, with_length(link.verb), with_length(link.target_kind),
          with_length(link.target), with_length(link.collaborative), with_length(link.organisation),
          with_length(link.series), with_length(link.command), with_length(link.body_digest),
          with_length(link.prev_hash)}) {
        digest.add(part);
        digest.add("\n");
    }
    return digest.text();
}

std::string digest_of_body(const std::string& salt, const std::string& before, const std::string& after) {
    Digest digest;
    for (const auto& part : {salt, before, after}) digest.add(with_length(part));
    return digest.text();
}

std::string name_of(Via via) {
    return via == Via::command_line ? "Somebody on the server’s machine" : "Interstate";
}

std::string sentence_of(const std::string& actor, const std::string& verb, const std::string& target) {
    const auto known = std::ranges::find(verbs(), verb, &Verb::verb);
    std::string words = known == verbs().end() ? verb + " {}" : known->words;
    const auto place = words.find("{}");
    if (place != words.npos) words.replace(place, 2, target.empty() ? "something that is gone" : target);
    return actor + " " + words + ".";
}

} // namespace interstate::audit
