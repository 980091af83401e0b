#include "features/erasure/erasure.hpp"

namespace interstate::erasure {
namespace {

using enum Fate;

constexpr Holding all[] = {
    {"people", "id", blank,
     "id, name, address, zone, active, theme, density, shortcuts, last_visit, this_visit, seen_at"},
    {"people", "address", blank, ""},
    {"people", "address_folded", blank, ""},
    {"seats", "person", blank,
     "collaborative, organisation, title, function, primary_contact, taken_at, suspended_at, left_at,"
     " used_at"},
    {"role_grants", "person", stays, "role, collaborative"},
    {"scoped_role_grants", "person", stays, "role, scope, subject, granted_at, until, ended_at"},
    {"scoped_role_grants", "granted_by", stays, "role, scope, subject, granted_at"},
    {"scoped_role_grants", "ended_by", stays, "role, scope, subject, ended_at"},
    {"affiliations", "person", blank, "organisation, role, title, since, until"},
    {"sign_ins", "person", goes, "started_at, used_at, agent, shared, way, agency"},
    {"invitations", "person", goes, "collaborative, made_at, expires_at, used_at"},
    {"api_tokens", "person", goes, "name, made_at, expires_at, scopes, used_at"},
    {"sign_in_codes", "person", goes, "asked_at, wrong, used_at"},
    {"sign_in_codes", "address_folded", goes, ""},
    {"passwords", "person", goes, "changed_at"},
    {"password_tries", "address_folded", goes, ""},
    {"known_devices", "person", goes, "used_at"},
    {"second_factors", "person", goes, "made_at, confirmed_at"},
    {"recovery_codes", "person", goes, "used_at"},
    {"half_sign_ins", "person", goes, "begun_at, shared"},
    {"join_requests", "person", blank,
     "organisation, agency, type, name, address, title, function, statement, status, asked_at, confirmed_at,"
     " decided_at, reason"},
    {"join_requests", "address", blank, ""},
    {"join_requests", "address_folded", blank, ""},
    {"join_requests", "decided_by", stays, "id, status, decided_at"},
    {"year_goals_versions", "written_by", stays, "year_goals, revision, at"},
    {"memberships", "decided_by", stays, "organisation, year, status, decided_at"},
    {"organisation_domains", "confirmed_by", stays, "organisation, domain, confirmed_at"},
    {"mail", "person", goes, "address, purpose, subject, plain, status, made_at, ended_at"},
    {"mail", "address", goes, ""},
    {"mail", "address_folded", goes, ""},
    {"suppressed_addresses", "address_folded", goes, ""},
    {"attendance", "person", blank,
     "meeting, name, organisation, channel, first_here_at, last_here_at, minutes, corrected_minutes,"
     " correction_reason, spoken_ms"},
    {"rooms", "host", stays, ""},
    {"threads", "started_by", stays, "id, title, started_at"},
    {"threads", "last_by", stays, ""},
    {"posts", "author", stays, ""}, // by their threads: stored_about
    {"posts", "removed_by", stays, "id, thread, edited_at"},
    {"post_flags", "flagged_by", stays, "id, post, flagged_at, reason, words, status, decided_at, answer"},
    {"post_flags", "decided_by", stays, "post, status, decided_at, answer"},
    {"taken_posts", "author", stays, "post, taken_at, reason, words"},
    {"trash", "removed_by", stays, "id, kind, title, place, removed_at"},
    {"read_marks", "person", stays, "thread, number"},
    {"action_steps", "set_by", stays, "id, title, measure, detail, status, due_on, set_at"},
    {"step_lanes", "owner", stays, "step, organisation, due_on, status, outcome, finished_at"},
    {"step_updates", "author", stays, "step, at, from_status, to_status, text"},
    {"identities", "person", goes, "issuer, subject, organisation, linked_at, used_at"},
    {"unlinked_identities", "address", goes, ""},
    {"profile_entries", "person", goes, "side, position, text, principle"},
    {"profiles", "person", goes, "pronouns, phone, bio, functions, access_needs"},
    {"terms", "published_by", stays, "collaborative, version, published_at"},
    {"terms_acceptances", "person", stays, "collaborative, version, at"},
    {"rsvps", "person", stays,
     "meeting, organisation, answer, mode, source, answered_at, to_confirm, ended_at"},
    {"rsvps", "answered_by", stays, "meeting, person, answer, answered_at"},
    {"rsvp_reminders", "reminded_by", stays, "meeting, reminded_at"},
    {"action_links", "person", goes, "verb, target, made_at, expires_at, used_at, answered"},
    {"guest_links", "made_by", stays, "meeting, made_at, expires_at"},
    {"guests", "decided_by", stays, "meeting, name, affiliation, status, decided_at"},
    {"audit", "actor", stays, "seq, at, via, verb, target_kind, target"},
    {"audit_people", "person", stays, "seq, at"},
    {"erasures", "person", stays, "at"},
    {"erasure_requests", "person", goes, "at"}};

} // namespace

std::span<const Holding> holdings() { return all; }

} // namespace interstate::erasure
