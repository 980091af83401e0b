#include "features/terms/terms.hpp"

namespace interstate::terms {
namespace {

using permissions::can;
using permissions::Verb;

std::unexpected<Refusal> another_is_newest(const char* field, int newest) {
    return refuse_field("changed_since", field, "Another version was published meanwhile.",
                        std::to_string(newest));
}

} // namespace

Result<TermsPublished> decide(const PublishTerms& command, const PublishFacts& facts, const Context&) {
    if (!can(facts.who, Verb::publish_terms)) return refuse_not_allowed();
    if (command.after != facts.newest) return another_is_newest("after", facts.newest);
    if (facts.newest > 0 && command.changes.empty())
        return refuse_field("missing", "changes", "Say what is new, for those who accepted the terms before.",
                            "1 to 2000 characters");
    return TermsPublished{facts.newest + 1};
}

Result<TermsAccepted> decide(const AcceptTerms& command, const AcceptFacts& facts, const Context&) {
    if (!facts.who.active || facts.newest == 0) return refuse_not_allowed();
    if (command.version != facts.newest) return another_is_newest("version", facts.newest);
    return TermsAccepted{};
}

} // namespace interstate::terms
