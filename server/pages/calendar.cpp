#include "pages/meeting_mail.hpp"

#include <libical/ical.h>

#include <ctime>
#include <memory>
#include <new>

namespace interstate::pages {
namespace {

struct Freed {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Freed>;

icaltimetype utc(Instant at) {
    return icaltime_from_timet_with_zone(static_cast<std::time_t>(at.ms / 1000), 0,
                                         icaltimezone_get_utc_timezone());
}

void add(icalcomponent* component, icalproperty* property) {
    if (!property) throw std::bad_alloc{};
    icalcomponent_add_property(component, property);
}

std::string where(const MeetingMail& mail) {
    if (!mail.place.empty()) return mail.place;
    return mail.link.empty() ? mail.address : mail.link;
}

std::string description(const MeetingMail& mail) {
    std::string text;
    if (!mail.link.empty()) text += "Link: " + mail.link + "\n";
    if (!mail.dial_in.empty()) text += "By phone: " + mail.dial_in + "\n";
    return text + mail.address;
}

void add_people(icalcomponent* event, const MeetingMail& mail) {
    auto* organizer = icalproperty_new_organizer(("mailto:" + mail.from).c_str());
    auto* name = icalparameter_new_cn("Interstate");
    if (!organizer || !name) throw std::bad_alloc{};
    icalproperty_add_parameter(organizer, name);
    add(event, organizer);
    auto* attendee = icalproperty_new_attendee(("mailto:" + mail.reader_address).c_str());
    if (!attendee) throw std::bad_alloc{};
    icalproperty_add_parameter(attendee, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
    icalproperty_add_parameter(attendee, icalparameter_new_rsvp(ICAL_RSVP_FALSE));
    add(event, attendee);
}

icalcomponent* event_of(const MeetingMail& mail) {
    auto* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    if (!event) throw std::bad_alloc{};
    const bool cancelled = mail.news == MeetingNews::cancelled;
    add(event, icalproperty_new_uid((mail.id + "@interstate").c_str()));
    add(event, icalproperty_new_sequence(mail.sequence));
    add(event, icalproperty_new_dtstamp(utc(mail.now)));
    add(event, icalproperty_new_dtstart(utc(mail.starts_at)));
    add(event, icalproperty_new_dtend(utc(mail.starts_at + std::chrono::minutes{mail.minutes})));
    add(event, icalproperty_new_summary(mail.title.c_str()));
    add(event, icalproperty_new_location(where(mail).c_str()));
    add(event, icalproperty_new_description(description(mail).c_str()));
    add(event, icalproperty_new_url(mail.address.c_str()));
    add(event, icalproperty_new_status(cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    add_people(event, mail);
    return event;
}

} // namespace

std::string calendar_of(const MeetingMail& mail) {
    const Component calendar{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
    if (!calendar) throw std::bad_alloc{};
    add(calendar.get(), icalproperty_new_prodid("-//Interstate//EN"));
    add(calendar.get(), icalproperty_new_version("2.0"));
    add(calendar.get(), icalproperty_new_method(mail.news == MeetingNews::cancelled ? ICAL_METHOD_CANCEL
                                                                                    : ICAL_METHOD_REQUEST));
    icalcomponent_add_component(calendar.get(), event_of(mail));
    const std::unique_ptr<char, void (*)(void*)> text{icalcomponent_as_ical_string_r(calendar.get()),
                                                      icalmemory_free_buffer};
    if (!text) throw std::bad_alloc{};
    return text.get();
}

} // namespace interstate::pages
