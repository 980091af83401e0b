#include "app/letters.hpp"

#include "base/secret.hpp"
#include "features/action_links/action_links.hpp"
#include "features/identity/join_requests.hpp"
#include "features/identity/sign_in.hpp"
#include "features/mail/mail.hpp"
#include "pages/mails.hpp"
#include "pages/meeting_mail.hpp"

namespace interstate::app {
namespace {

/// Longer than an invitation can be used, nothing needs to be said.
constexpr Millis of_use = identity::invitation_life;

struct Reader {
    identity::PersonName name;
    identity::MailAddress address;
    ZoneName zone;
};

std::optional<Reader> reader_of(store::Transaction& tx, const PersonId& person) {
    return tx.row<Reader>("SELECT name, address, zone FROM people WHERE id = ? AND active = 1", person);
}

pages::JoinMail join_mail_of(store::Transaction& tx, const identity::JoinRequest& request,
                             const LetterSettings& settings) {
    return {.name = request.name.str(),
            .address = request.address.str(),
            .agency = request.agency.str(),
            .statement = request.statement.str(),
            .reason = request.reason.str(),
            .base_url = settings.base_url,
            .join_link =
                settings.base_url + "/join?collaborative=" +
                tx.row<std::string>("SELECT slug FROM collaboratives WHERE id = ?", request.collaborative)
                    .value_or("")};
}

std::string agency_named(store::Transaction& tx, const Ulid& organisation) {
    return tx.row<std::string>("SELECT name FROM organisations WHERE id = ?", organisation).value_or("");
}

/// Where two people have, or had, a seat together, for people.
std::string agency_of_both(store::Transaction& tx, const PersonId& one, const Ulid& other) {
    return tx
        .row<std::string>("SELECT o.name FROM seats s JOIN seats t ON t.organisation = s.organisation"
                          " AND t.person = ? JOIN organisations o ON o.id = s.organisation"
                          " WHERE s.person = ? ORDER BY t.left_at DESC LIMIT 1",
                          other, one)
        .value_or("");
}

/// Where the reader does one thing without a sign-in. Only the mail holds the secret.
std::string action_link(store::Transaction& tx, const Notice& notice, action_links::ActionVerb verb,
                        Instant expires_at, const LetterSettings& settings, Instant now) {
    const auto secret = random_secret();
    action_links::make(tx,
                       {.secret_hash = secret_hash(secret),
                        .person = *notice.person,
                        .verb = verb,
                        .target = notice.about,
                        .expires_at = expires_at},
                       now);
    return settings.base_url + std::string{action_links::path} + secret;
}

/// Of the membership that is to be renewed: that of the running year, or of the one that is over.
std::optional<mail::Words> renewal_words(store::Transaction& tx, const Notice& notice, const Reader& reader,
                                         const LetterSettings& settings) {
    struct Row {
        std::string agency, year;
        CivilDate ends_on;
        int grace_days = 0;
        bool over = false;
    };
    const auto row = tx.row<Row>(
        "SELECT o.name, m.year, y.ends_on, y.grace_days, m.status <> 'active' FROM organisations o"
        " JOIN memberships m ON m.organisation = o.id"
        " JOIN membership_years y ON y.collaborative = o.collaborative AND y.label = m.year"
        " WHERE o.id = ? ORDER BY m.status IN ('active', 'grace') DESC, m.year DESC LIMIT 1",
        notice.about);
    if (!row) return std::nullopt;
    const pages::RenewalMail mail{
        .reader = reader.name.str(),
        .agency = row->agency,
        .year = row->year,
        .ends_on = date_text(row->ends_on),
        .grace_ends_on = row->over ? date_text(row->ends_on.plus_days(row->grace_days)) : std::string{},
        .link = settings.base_url + notice.link,
        .base_url = settings.base_url,
        .reason = notice.detail};
    if (notice.purpose == MailPurpose::renewal_due) return pages::renewal_due_mail(mail);
    if (notice.purpose == MailPurpose::renewal_decided) return pages::renewal_decided_mail(mail);
    return pages::renewal_waiting_mail(mail);
}

/// How the meeting stands, and what of it is new in this very command.
std::optional<mail::Words> meeting_words(store::Transaction& tx, const Notice& notice, const Reader& reader,
                                         const LetterSettings& settings, Instant now) {
    struct Row {
        std::string title, series, place, link, dial_in, reason, state, slug;
        Instant starts_at;
        int minutes = 0;
        ZoneName zone;
        int sequence = 0;
        std::optional<Instant> announced_at, moved_at;
    };
    auto row = tx.row<Row>(
        "SELECT m.title, coalesce(s.title, ''), m.place, m.link, m.dial_in, m.cancel_reason, m.state, c.slug,"
        " m.starts_at, m.minutes, m.zone, m.calendar_sequence, m.announced_at, m.moved_at FROM meetings m"
        " JOIN collaboratives c ON c.id = m.collaborative LEFT JOIN series s ON s.id = m.series WHERE m.id = "
        "?",
        notice.about);
    if (!row) return std::nullopt;
    const auto news = notice.purpose == MailPurpose::answer_wanted ? pages::MeetingNews::answer_wanted
                      : row->state == "cancelled"                  ? pages::MeetingNews::cancelled
                      : row->announced_at == now                   ? pages::MeetingNews::announced
                      : row->moved_at == now                       ? pages::MeetingNews::moved
                                                                   : pages::MeetingNews::changed;
    const auto link = [&, ends_at = row->starts_at + std::chrono::minutes{row->minutes}](auto verb) {
        return row->state == "announced" && ends_at > now
                   ? action_link(tx, notice, verb, ends_at, settings, now)
                   : std::string{};
    };
    using enum action_links::ActionVerb;
    return pages::meeting_mail(
        {.news = news,
         .reader = reader.name.str(),
         .reader_address = reader.address.str(),
         .reader_zone = reader.zone,
         .id = notice.about.str(),
         .title = std::move(row->title),
         .series = std::move(row->series),
         .place = std::move(row->place),
         .link = std::move(row->link),
         .dial_in = std::move(row->dial_in),
         .reason = std::move(row->reason),
         .starts_at = row->starts_at,
         .minutes = row->minutes,
         .zone = row->zone,
         .instead_of = notice.detail,
         .said_before = tx.row<std::string>("SELECT answer FROM rsvps WHERE meeting = ? AND person = ?"
                                            " AND to_confirm = 1 AND ended_at IS NULL",
                                            notice.about, notice.person)
                            .value_or(""),
         .yes_link = link(answer_yes),
         .maybe_link = link(answer_maybe),
         .no_link = link(answer_no),
         .sequence = row->sequence,
         .address = settings.base_url + "/" + row->slug + "/meetings/" + notice.about.str(),
         .from = settings.from,
         .now = now});
}

/// Of a lane that is due.
std::optional<mail::Words> step_words(store::Transaction& tx, const Notice& notice, const Reader& reader,
                                      const LetterSettings& settings, Instant now) {
    struct Row {
        std::string title, measure, slug;
        CivilDate due_on;
    };
    const auto row = tx.row<Row>("SELECT a.title, a.measure, c.slug, l.due_on FROM step_lanes l"
                                 " JOIN action_steps a ON a.id = l.step"
                                 " JOIN collaboratives c ON c.id = a.collaborative WHERE l.id = ?",
                                 notice.about);
    if (!row) return std::nullopt;
    const auto over = instant_of(LocalTime{row->due_on.plus_days(1).str() + "T00:00"}, ZoneName{}).value() +
                      action_links::step_link_after_due;
    return pages::step_due_mail(
        {.reader = reader.name.str(),
         .title = row->title,
         .measure = row->measure,
         .due_on = row->due_on,
         .days_left = row->due_on.days_since(local_date(now, reader.zone)),
         .link = settings.base_url + notice.link,
         .settings_link = settings.base_url + "/" + row->slug + "/settings",
         .update_link = action_link(tx, notice, action_links::ActionVerb::update_step, over, settings, now)});
}

std::optional<mail::Words> words_of(store::Transaction& tx, const Notice& notice, const Reader& reader,
                                    const LetterSettings& settings, Instant now) {
    if (notice.purpose == MailPurpose::meeting || notice.purpose == MailPurpose::answer_wanted)
        return meeting_words(tx, notice, reader, settings, now);
    if (notice.purpose == MailPurpose::step_due) return step_words(tx, notice, reader, settings, now);
    if (notice.purpose == MailPurpose::requests_waiting)
        return pages::requests_waiting_mail(
            {.reader = reader.name.str(), .count = notice.detail, .link = settings.base_url + notice.link});
    if (notice.purpose == MailPurpose::invitation)
        return pages::invitation_mail({.name = reader.name.str(),
                                       .agency = agency_named(tx, notice.about),
                                       .link = settings.base_url + notice.link,
                                       .base_url = settings.base_url});
    if (notice.purpose == MailPurpose::renewal_due || notice.purpose == MailPurpose::renewal_waiting ||
        notice.purpose == MailPurpose::renewal_decided)
        return renewal_words(tx, notice, reader, settings);
    if (notice.purpose == MailPurpose::handed_over)
        return pages::handed_over_mail(
            {.reader = reader.name.str(),
             .name = tx.row<std::string>("SELECT name FROM people WHERE id = ?", notice.about).value_or(""),
             .agency = agency_of_both(tx, *notice.person, notice.about),
             .what = notice.detail,
             .link = settings.base_url + notice.link});
    const auto request = find(tx, notice.about, As<identity::JoinRequest>{});
    if (!request) return std::nullopt;
    auto mail = join_mail_of(tx, *request, settings);
    mail.full = notice.detail;
    mail.reader = reader.name.str();
    mail.link = settings.base_url + notice.link;
    switch (notice.purpose) {
    case MailPurpose::request_waiting:
        return pages::request_waiting_mail(mail);
    case MailPurpose::request_approved:
        return pages::request_approved_mail(mail);
    case MailPurpose::request_declined:
        return pages::request_declined_mail(mail);
    case MailPurpose::request_expired:
        return pages::request_expired_mail(mail);
    case MailPurpose::seat_taken:
        return pages::seat_taken_mail(mail);
    default:
        return std::nullopt;
    }
}

} // namespace

bool queue_letters(store::Transaction& tx, const std::vector<Notice>& notices, const LetterSettings& settings,
                   const Context& context) {
    if (!settings.written) return false;
    bool queued = false;
    for (const auto& notice : notices) {
        auto reader = notice.person ? reader_of(tx, *notice.person)
                                    : std::optional<Reader>{{{}, identity::MailAddress{notice.address}, {}}};
        if (!reader) continue;
        auto words = words_of(tx, notice, *reader, settings, context.now);
        if (!words) continue;
        mail::queue(tx,
                    {.id = context.new_id<MailId>(),
                     .person = notice.person,
                     .address = reader->address.str(),
                     .purpose = notice.purpose,
                     .about = notice.about == Ulid{} ? std::nullopt : std::optional{notice.about},
                     .words = std::move(*words),
                     .useless_at = notice.useless_at.value_or(context.now + of_use)},
                    context.now);
        queued = true;
    }
    return queued;
}

} // namespace interstate::app
