#include "features/public_records/public_records.hpp"

#include <array>

namespace interstate::public_records {

using permissions::can;
using permissions::Verb;

Instant start_of(const CivilDate& day, const ZoneName& zone) {
    for (const char* clock : {"T00:00", "T00:30", "T01:00", "T02:00"})
        if (const auto at = instant_of(LocalTime{day.str() + clock}, zone)) return *at;
    // The zone left out the whole day, as Apia did at the date line: the next begins then.
    const auto next = LocalTime{day.plus_days(1).str() + "T00:00"};
    if (const auto at = instant_of(next, zone)) return *at;
    return instant_of(next, ZoneName{}).value();
}

Result<Period> decide(const RecordsRequest& request, const RecordsFacts& facts, const Context& context) {
    if (!facts.organisation ||
        !can(facts.who, Verb::export_records, of_organisation(facts.who, request.organisation)))
        return refuse_not_allowed();
    const auto today = local_date(context.now, facts.zone);
    if (request.from > today)
        return refuse_field("out_of_bounds", "from", "Nothing is stored of days that are still to come.",
                            "a day up to " + today.str());
    if (request.until < request.from)
        return refuse_field("out_of_bounds", "until", "The last day comes before the first.",
                            request.from.str() + " or a later day");
    return Period{start_of(request.from, facts.zone), start_of(request.until.plus_days(1), facts.zone)};
}

std::string without_secrets(std::string_view words) {
    constexpr std::array<std::string_view, 2> before{"/link/", "/answer/"};
    std::string clean;
    while (!words.empty()) {
        auto cut = words.npos;
        for (const auto mark : before)
            if (const auto at = words.find(mark); at != words.npos) cut = std::min(cut, at + mark.size());
        if (cut == words.npos) break;
        clean.append(words.substr(0, cut)).append("(removed)");
        const auto end = words.find_first_of(" \r\n\t", cut);
        words = end == words.npos ? std::string_view{} : words.substr(end);
    }
    return clean.append(words);
}

} // namespace interstate::public_records
