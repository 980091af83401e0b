#include "features/terms/terms.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_terms(Registry& registry) {
    using namespace terms;
    registry.add_command<PublishTerms>(by_row(Kind::collaborative, &PublishTerms::collaborative));
    registry.add_command<AcceptTerms>(by_journal);
    registry.add_query<TermsOf>();
    registry.add_query<TermsVersions>();
    registry.add_query<AcceptancesOf>();
    registry.add_record<Terms>();
    registry.add_record<Acceptance>();
}

} // namespace interstate::app
