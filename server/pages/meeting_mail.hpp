#pragma once
// What is mailed about a meeting, with the meeting itself for the reader's calendar.
#include "base/instant.hpp"
#include "base/zone.hpp"
#include "features/mail/mail.hpp"

#include <string>

namespace interstate::pages {

enum class MeetingNews {
    announced,
    moved,
    changed,
    cancelled,
    answer_wanted ///< nothing is new, but they have not said whether they come
};

struct MeetingMail {
    MeetingNews news = MeetingNews::announced;
    std::string reader, reader_address;
    ZoneName reader_zone;
    /// The meeting's id.
    std::string id;
    std::string title, series, place, link, dial_in;
    /// Why it is cancelled; may be empty.
    std::string reason;
    Instant starts_at;
    int minutes = 90;
    ZoneName zone;
    /// Whoever was to come and has left, where the reader is asked instead; empty for nobody.
    std::string instead_of;
    /// What the reader said of another time or place: "yes"; empty for nothing.
    std::string said_before;
    /// https://…/answer/…: where an answer can be given without a sign-in; empty where none is asked for.
    std::string yes_link, maybe_link, no_link;
    /// Rises with each change of time, zone and with cancelling (INV-10).
    int sequence = 0;
    /// Where it stands: https://…/sdi/meetings/01J…
    std::string address;
    /// Who sends this.
    std::string from;
    Instant now;
};

mail::Words meeting_mail(const MeetingMail& mail);

/// RFC 5545: one VEVENT in UTC; its UID is the meeting's for ever.
std::string calendar_of(const MeetingMail& mail);

} // namespace interstate::pages
