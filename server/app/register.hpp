#pragma once
// The templates behind Registry::add_…; included by the registrations only, to keep the heavy code in few
// files.
#include "app/registry.hpp"

namespace interstate::app {

namespace detail {

inline Audited audited_as(Undecided) { return Audited::undecided; }
inline Audited audited_as(ByJournal) { return Audited::by_journal; }
template <class T, class M>
Audited audited_as(ByRow<T, M>) {
    return Audited::by_row;
}

template <class T, class M>
Audited audited_as(ByAnyRow<T, M>) {
    return Audited::by_row;
}

/// What a command without a row is about does not matter.
template <class C, class Decision, class Audit>
std::optional<Subject> subject_of(const C&, const Decision&, const Audit&) {
    return std::nullopt;
}
template <class C, class Decision, class M>
std::optional<Subject> subject_of(const C& command, const Decision&, const ByRow<C, M>& row) {
    return Subject{row.kind, command.*(row.subject)};
}
template <class C, class Decision, class M>
std::optional<Subject> subject_of(const C&, const Decision& decision, const ByRow<Decision, M>& row) {
    return Subject{row.kind, decision.*(row.subject)};
}
/// A decision that may name nothing says itself whether there is something to tell.
template <class C, class Decision, class M>
std::optional<Subject> subject_of(const C&, const Decision& decision,
                                  const ByRow<Decision, std::optional<M>>& row) {
    const auto& subject = decision.*(row.subject);
    if (!subject) return std::nullopt;
    return Subject{row.kind, *subject, true};
}
template <class C, class Decision, class M>
std::optional<Subject> subject_of(const C&, const Decision& decision, const ByAnyRow<Decision, M>& row) {
    return Subject{decision.*(row.kind), decision.*(row.subject)};
}

/// Where it was done, of what the server does by itself: its commands name a thing only.
template <class Decision>
std::optional<CollaborativeId> collaborative_of(const Decision& decision) {
    if constexpr (requires { std::optional<CollaborativeId>{decision.collaborative}; })
        return decision.collaborative;
    else
        return std::nullopt;
}

template <class C, class Audit>
class TypedCommand : public AnyCommand {
  public:
    TypedCommand(C command, Audit audit) : command_{std::move(command)}, audit_{audit} {}
    Result<Decided> run(store::Transaction& tx, const Context& context, const Look& look) const override {
        return run_command(tx, command_, context, [&](const auto& decision) {
            if (auto subject = subject_of(command_, decision, audit_)) {
                subject->within = collaborative();
                if (!subject->within) subject->within = collaborative_of(decision);
                look(*subject);
            }
        });
    }
    bool forgets() const override {
        if constexpr (requires { C::forgets; })
            return C::forgets;
        else
            return false;
    }
    std::string body() const override { return wire::encode(command_); }
    std::string_view name() const override { return C::name; }
    bool secret_result() const override {
        if constexpr (requires { C::secret_result; })
            return C::secret_result;
        else
            return false;
    }
    bool is_about(const PersonId& person) const override {
        if constexpr (requires { command_.person == person; })
            return command_.person == person;
        else
            return false;
    }
    std::optional<CollaborativeId> collaborative() const override {
        if constexpr (requires { CollaborativeId{command_.collaborative}; })
            return CollaborativeId{command_.collaborative};
        else
            return std::nullopt;
    }

  private:
    C command_;
    [[no_unique_address]] Audit audit_;
};

template <class R>
wire::RecordText text_of(const R& record) {
    return {word_of(R::kind), Ulid{record.id}, wire::encode(record)};
}

/// Registry has members of these names; from here the features' functions are found.
template <class R>
concept OfSeat = requires(store::Transaction& tx, const Ulid& id, const CollaborativeId& within) {
    find(tx, id, within, As<R>{});
};
template <class R>
std::optional<R> find_record(store::Transaction& tx, const Ulid& id,
                             const std::optional<CollaborativeId>& within) {
    if constexpr (OfSeat<R>)
        return within ? find(tx, id, *within, As<R>{}) : std::nullopt;
    else
        return find(tx, id, As<R>{});
}

template <class T>
struct IsPage : std::false_type {};
template <class... R>
struct IsPage<Page<R...>> : std::true_type {};

/// Adds the records of a page, and where their streams stand in this very read.
template <class... R>
void add_page(store::Transaction& tx, Page<R...>& page, wire::AnswerText& answer) {
    const auto add = [&](const auto& records) {
        for (const auto& record : records) {
            const auto stream = home(tx, record);
            if (!answer.positions.contains(stream.name()))
                answer.positions[stream.name()] = store::state_of(tx, stream).head;
            answer.records.push_back(text_of(record));
            answer.records.back().stream = stream;
        }
    };
    std::apply([&](const auto&... records) { (add(records), ...); }, page.records);
    answer.next = std::move(page.next);
}

template <class... R>
wire::Json page_schema(const Page<R...>*) {
    wire::Json kinds = wire::Json::array();
    (kinds.push_back(word_of(R::kind)), ...);
    return {{"description", "records of the kinds named"}, {"type", "array"}, {"x-kinds", kinds}};
}

} // namespace detail

template <class C, class Audit>
void Registry::add_command(Audit audit) {
    CommandEntry entry;
    entry.audited = detail::audited_as(audit);
    entry.decode = [audit](const wire::Json& body) -> Result<std::unique_ptr<AnyCommand>> {
        C command{};
        if (auto done = wire::decode(body, "", command); !done)
            return std::unexpected(std::move(done.error()));
        return std::make_unique<detail::TypedCommand<C, Audit>>(std::move(command), audit);
    };
    using Facts = decltype(gather(std::declval<store::Transaction&>(), std::declval<const C&>(),
                                  std::declval<const Context&>()));
    using Decision = typename decltype(decide(std::declval<const C&>(), std::declval<const Facts&>(),
                                              std::declval<const Context&>()))::value_type;
    entry.body_schema = wire::Codec<C>::schema();
    entry.result_schema = wire::Codec<Decision>::schema();
    commands_.emplace(C::name, std::move(entry));
}

template <class Q>
void Registry::add_query() {
    QueryEntry entry;
    using Answer = typename decltype(answer(std::declval<store::Transaction&>(), std::declval<const Q&>(),
                                            std::declval<const Context&>()))::value_type;
    entry.decode = [](const wire::Json& body) -> Result<AnyQuery> {
        Q query{};
        if (auto done = wire::decode(body, "", query); !done) return std::unexpected(std::move(done.error()));
        return [query = std::move(query)](store::Transaction& tx,
                                          const Context& context) -> Result<wire::AnswerText> {
            auto found = answer(tx, query, context);
            if (!found) return std::unexpected(std::move(found.error()));
            wire::AnswerText text;
            if constexpr (detail::IsPage<Answer>::value)
                detail::add_page(tx, *found, text);
            else
                text.body = wire::encode(*found);
            return text;
        };
    };
    entry.body_schema = wire::Codec<Q>::schema();
    if constexpr (detail::IsPage<Answer>::value)
        entry.answer_schema = detail::page_schema(static_cast<const Answer*>(nullptr));
    else
        entry.answer_schema = wire::Codec<Answer>::schema();
    queries_.emplace(Q::name, std::move(entry));
}

template <class R>
void Registry::add_record() {
    RecordEntry entry;
    entry.of_seat = detail::OfSeat<R>;
    entry.find = [](store::Transaction& tx, const Ulid& id,
                    const std::optional<CollaborativeId>& within) -> std::optional<Placed> {
        auto record = detail::find_record<R>(tx, id, within);
        if (!record) return std::nullopt;
        return Placed{home(tx, *record), detail::text_of(*record)};
    };
    entry.current = [](store::Transaction& tx, const Stream& stream, std::vector<wire::RecordText>& out) {
        for (const auto& record : current(tx, stream, As<R>{})) out.push_back(detail::text_of(record));
    };
    entry.schema = wire::Codec<R>::schema();
    records_.emplace(R::kind, std::move(entry));
}

template <class E>
void Registry::add_words(const char* name) {
    auto& words = words_[name] = wire::Json::object();
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto each) { words[each.name] = words_for(each.value); });
}

} // namespace interstate::app
