#pragma once
// Reading content files: a record of a file knows where it stands, so that a mistake in it can be named.
#include "content/content.hpp"
#include "wire/codec.hpp"

#include <optional>
#include <string>
#include <vector>

namespace interstate::content {

using wire::Json;

/// Where something was read.
struct Origin {
    std::string file;
    std::string record;

    [[noreturn]] void fail(const std::string& why) const { throw ContentError{file, record, why}; }
};

/// One JSON object of a file.
class Record {
  public:
    Record(const Json& json, Origin origin) : json_{&json}, origin_{std::move(origin)} {
        if (!json.is_object()) origin_.fail("this is not an object");
    }

    /// A member of a type that the wire knows. Missing, null, or not acceptable: ContentError.
    template <class T>
    [[nodiscard]] T get(const char* member) const {
        if (!has(member)) origin_.fail("“" + std::string{member} + "” is missing");
        T value{};
        if (auto done = wire::decode(json_->at(member), member, value); !done)
            origin_.fail(done.error().message +
                         (done.error().allowed.empty() ? "" : " Allowed: " + done.error().allowed + "."));
        return value;
    }
    /// Nothing when it is missing or null.
    template <class T>
    [[nodiscard]] std::optional<T> maybe(const char* member) const {
        if (!has(member)) return std::nullopt;
        return get<T>(member);
    }
    [[nodiscard]] bool has(const char* member) const {
        const auto found = json_->find(member);
        return found != json_->end() && !found->is_null();
    }
    [[nodiscard]] std::string text(const char* member) const { return get<Prose<1, 20000>>(member).str(); }
    /// Empty when it is missing or null.
    [[nodiscard]] std::string text_or_empty(const char* member) const {
        return has(member) ? text(member) : std::string{};
    }
    /// An instant written as in ISO 8601 with Z: "2019-05-23T18:00:00Z".
    [[nodiscard]] Instant instant(const char* member) const;
    /// The wall clock of a time written with its offset: "2019-05-23T14:00:00-04:00".
    [[nodiscard]] LocalTime local_time(const char* member) const;
    [[nodiscard]] Record record(const char* member) const;
    /// A list of objects. Each is named by its id, key, code or number, else by its place.
    [[nodiscard]] std::vector<Record> records(const char* member) const;
    [[nodiscard]] std::vector<std::string> words(const char* member) const {
        return get<std::vector<std::string>>(member);
    }
    [[nodiscard]] const Json& json() const { return *json_; }
    [[nodiscard]] const Origin& origin() const { return origin_; }

  private:
    const Json* json_;
    Origin origin_;
};

/// A whole file, parsed.
class Source {
  public:
    Source(const LoadContext& context, std::string name);
    [[nodiscard]] Record top() const { return {json_, {name_, "the file"}}; }
    [[nodiscard]] std::vector<Record> records(const char* member) const { return top().records(member); }

  private:
    std::string name_;
    Json json_;
};

} // namespace interstate::content
