#pragma once
// Every command, query and record that exists. Registering is naming the type: a missing overload does not
// compile.
#include "app/execute.hpp"
#include "wire/frames.hpp"

#include <functional>
#include <map>
#include <memory>

namespace interstate::app {

/// Whether a command leaves a row in the audit.
enum class Audited {
    undecided, ///< nobody said: a test fails
    by_row,    ///< in its own transaction
    by_journal ///< who did it and when stands in the journal, which is enough for what comes all day
};

struct ByJournal {};
inline constexpr ByJournal by_journal;
/// The command is about the thing that this member of it, or of its decision, names.
template <class T, class M>
struct ByRow {
    Kind kind;
    M T::* subject;
};
template <class T, class M>
ByRow<T, M> by_row(Kind kind, M T::* subject) {
    return {kind, subject};
}
/// The same where the decision says of which kind that thing is.
template <class T, class M>
struct ByAnyRow {
    Kind T::* kind;
    M T::* subject;
};
template <class T, class M>
ByAnyRow<T, M> by_row(Kind T::* kind, M T::* subject) {
    return {kind, subject};
}
struct Undecided {};

/// A decoded command, waiting for its transaction.
class AnyCommand {
  public:
    virtual ~AnyCommand() = default;
    /// Runs gather, decide and record; on success says what changed and under which name. `look` is called
    /// in between for a command with a row in the audit: what it is about is still as it was.
    virtual Result<Decided> run(store::Transaction& tx, const Context& context, const Look& look) const = 0;
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// The result holds a secret: it is shown once and kept out of the receipt.
    [[nodiscard]] virtual bool secret_result() const = 0;
    /// What was there before is to be forgotten: the audit keeps none of it.
    [[nodiscard]] virtual bool forgets() const = 0;
    /// As JSON text.
    [[nodiscard]] virtual std::string body() const = 0;
    /// It names a person, and this one.
    [[nodiscard]] virtual bool is_about(const PersonId& person) const = 0;
    /// It says in which collaborative.
    [[nodiscard]] virtual std::optional<CollaborativeId> collaborative() const = 0;
};

using AnyQuery = std::function<Result<wire::AnswerText>(store::Transaction&, const Context&)>;

/// A record as it is published, and where.
struct Placed {
    Stream home;
    wire::RecordText text;
};

class Registry {
  public:
    /// All of the product.
    static const Registry& everything();

    /// Decodes a command's body; refuses a name or a member that is not known.
    [[nodiscard]] Result<std::unique_ptr<AnyCommand>> command(std::string_view name,
                                                              const wire::Json& body) const;
    [[nodiscard]] Result<AnyQuery> query(std::string_view name, const wire::Json& body) const;
    /// The record as it stands in the tables now.
    /// `within` says which one of a person's records, of those that there is one of for each seat.
    [[nodiscard]] std::optional<Placed> find(store::Transaction& tx, Kind kind, const Ulid& id,
                                             const std::optional<CollaborativeId>& within = {}) const;
    /// The same for one that was published in this stream, under this id.
    [[nodiscard]] std::optional<Placed> find_published(store::Transaction& tx, const Stream& stream,
                                                       Kind kind, const Ulid& id) const;
    /// There is one of these for each seat of a person: without a collaborative none is found.
    [[nodiscard]] bool is_of_seat(Kind kind) const;
    /// What belongs to a stream's snapshot: the union of what each feature says.
    [[nodiscard]] std::vector<wire::RecordText> snapshot(store::Transaction& tx, const Stream& stream) const;
    /// The published schema: file name to JSON Schema text.
    [[nodiscard]] std::map<std::string, std::string> schemas() const;
    [[nodiscard]] std::vector<std::string> command_names() const;
    [[nodiscard]] std::vector<std::string> query_names() const;
    /// Of a command that is registered.
    [[nodiscard]] Audited audited(std::string_view command) const;

    // ---- for the registrations, one file a feature
    template <class C, class Audit = Undecided>
    void add_command(Audit audit = {});
    template <class Q>
    void add_query();
    template <class R>
    void add_record();
    /// The words that people read for the values of an enumeration (its `words_for`).
    template <class E>
    void add_words(const char* name);

  private:
    struct CommandEntry {
        std::function<Result<std::unique_ptr<AnyCommand>>(const wire::Json&)> decode;
        wire::Json body_schema;
        wire::Json result_schema;
        Audited audited = Audited::undecided;
    };
    struct QueryEntry {
        std::function<Result<AnyQuery>(const wire::Json&)> decode;
        wire::Json body_schema;
        wire::Json answer_schema;
    };
    struct RecordEntry {
        std::function<std::optional<Placed>(store::Transaction&, const Ulid&,
                                            const std::optional<CollaborativeId>&)>
            find;
        bool of_seat = false;
        std::function<void(store::Transaction&, const Stream&, std::vector<wire::RecordText>&)> current;
        wire::Json schema;
    };
    std::map<std::string, CommandEntry, std::less<>> commands_;
    std::map<std::string, QueryEntry, std::less<>> queries_;
    std::map<Kind, RecordEntry> records_;
    wire::Json words_ = wire::Json::object();
};

} // namespace interstate::app
