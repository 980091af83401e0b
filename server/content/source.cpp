#include "content/source.hpp"

namespace interstate::content {
namespace {

constexpr std::size_t records_limit = 5000;

std::string name_of(const Json& json, std::size_t place) {
    if (json.is_object())
        for (const char* member : {"id", "key", "code", "number", "n"})
            if (const auto found = json.find(member); found != json.end() && !found->is_null())
                return found->is_string() ? found->get<std::string>() : found->dump();
    return "record " + std::to_string(place + 1);
}

} // namespace

Instant Record::instant(const char* member) const {
    const auto written = text(member);
    const auto wall = written.size() == 20 && written.ends_with(":00Z")
                          ? LocalTime::parse(written.substr(0, 16))
                          : std::nullopt;
    if (!wall) origin_.fail("“" + std::string{member} + "” is no time in UTC, YYYY-MM-DDTHH:MM:00Z");
    return instant_of(*wall, ZoneName{}).value();
}

LocalTime Record::local_time(const char* member) const {
    const auto wall = LocalTime::parse(text(member).substr(0, 16));
    if (!wall) origin_.fail("“" + std::string{member} + "” is no local time, YYYY-MM-DDTHH:MM");
    return *wall;
}

Record Record::record(const char* member) const {
    if (!has(member)) origin_.fail("“" + std::string{member} + "” is missing");
    return {json_->at(member), {origin_.file, origin_.record + "." + member}};
}

std::vector<Record> Record::records(const char* member) const {
    if (!has(member) || !json_->at(member).is_array())
        origin_.fail("“" + std::string{member} + "” is no list");
    const auto& list = json_->at(member);
    if (list.size() > records_limit) origin_.fail("“" + std::string{member} + "” is too long");
    std::vector<Record> records;
    for (std::size_t i = 0; i < list.size(); ++i)
        records.emplace_back(list[i], Origin{origin_.file, name_of(list[i], i)});
    return records;
}

Source::Source(const LoadContext& context, std::string name) : name_{std::move(name)} {
    auto parsed = wire::parse_object(context.read(name_));
    if (!parsed) throw ContentError{name_, "the file", parsed.error().message};
    json_ = std::move(*parsed);
}

} // namespace interstate::content
