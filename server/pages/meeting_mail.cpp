#include "pages/meeting_mail.hpp"

#include "pages/letter.hpp"

namespace interstate::pages {
namespace {

std::string when_text(const MeetingMail& mail) {
    const auto in = [&](const ZoneName& zone) {
        return day_text(mail.starts_at, zone) + ", " + clock_text(mail.starts_at, zone);
    };
    auto text = in(mail.reader_zone);
    if (clock_text(mail.starts_at, mail.zone) != clock_text(mail.starts_at, mail.reader_zone))
        text += " (by the host’s clock " + in(mail.zone) + ")";
    return text + ", for " + std::to_string(mail.minutes) + " minutes.";
}

std::string headline(const MeetingMail& mail) {
    const auto day = day_text(mail.starts_at, mail.reader_zone);
    switch (mail.news) {
    case MeetingNews::announced:
        return mail.title + ", " + day;
    case MeetingNews::moved:
        return "Moved: " + mail.title + ", " + day;
    case MeetingNews::changed:
        return "Changed: " + mail.title + ", " + day;
    case MeetingNews::cancelled:
        return "Cancelled: " + mail.title;
    case MeetingNews::answer_wanted:
        return "Do you come? " + mail.title + ", " + day;
    }
    return mail.title;
}

std::string opening(const MeetingMail& mail) {
    const auto what = "“" + mail.title + "”" + (mail.series.empty() ? "" : " of " + mail.series);
    switch (mail.news) {
    case MeetingNews::announced:
        return "you are invited to " + what + ".";
    case MeetingNews::moved:
        return what + " has another time.";
    case MeetingNews::changed:
        return what + " has changed: look again at how long it is and how to get in.";
    case MeetingNews::cancelled:
        return what + " is cancelled.";
    case MeetingNews::answer_wanted:
        if (!mail.instead_of.empty())
            return mail.instead_of + " has left, and was to come to " + what + ". Do you come instead?";
        return "you are invited to " + what +
               (mail.said_before.empty() ? ", and have not said yet whether you come." : ".");
    }
    return what;
}

} // namespace

mail::Words meeting_mail(const MeetingMail& mail) {
    std::vector<Paragraph> paragraphs{hello(mail.reader), opening(mail), when_text(mail)};
    if (!mail.said_before.empty() && mail.news != MeetingNews::cancelled)
        paragraphs.emplace_back("You had answered “" + mail.said_before +
                                "” before the time or the place changed. Please say it again, or otherwise.");
    if (mail.news == MeetingNews::cancelled) {
        if (!mail.reason.empty()) paragraphs.emplace_back("The reason: " + mail.reason);
    } else {
        if (!mail.place.empty()) paragraphs.emplace_back("Where: " + mail.place);
        if (!mail.link.empty()) {
            paragraphs.emplace_back("The link:");
            paragraphs.push_back(mail.link);
        }
        if (!mail.dial_in.empty()) paragraphs.emplace_back("By phone: " + mail.dial_in);
    }
    if (!mail.yes_link.empty()) {
        paragraphs.emplace_back("Do you come? No sign-in is needed; each asks once more before it answers.");
        paragraphs.emplace_back("Yes, I come", mail.yes_link);
        paragraphs.emplace_back("Maybe", mail.maybe_link);
        paragraphs.emplace_back("No, I do not come", mail.no_link);
    }
    paragraphs.emplace_back("Everything about it stands here:");
    paragraphs.push_back(mail.address);
    auto words = letter(headline(mail), paragraphs);
    if (mail.news != MeetingNews::answer_wanted) words.calendar = calendar_of(mail);
    return words;
}

} // namespace interstate::pages
