#include "features/identity/providers.hpp"

#include "store/transaction.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

constexpr int providers_listed = 500;
constexpr const char* provider_columns =
    "SELECT v.organisation, o.short_name, v.issuer, v.client_id, v.secret_file, v.algorithms"
    " FROM providers v JOIN organisations o ON o.id = v.organisation";

} // namespace

bool has_providers(store::Transaction& tx) {
    return tx.any("SELECT 1 FROM provider_domains WHERE domain > '' LIMIT 1");
}

std::optional<Provider> provider_of_domain(store::Transaction& tx, std::string_view domain) {
    return tx.row<Provider>(
        std::string{provider_columns} +
            " JOIN provider_domains d ON d.organisation = v.organisation WHERE d.domain = ?",
        domain);
}

std::optional<Provider> provider_of(store::Transaction& tx, const OrganisationId& organisation) {
    return tx.row<Provider>(std::string{provider_columns} + " WHERE v.organisation = ?", organisation);
}

std::vector<ListedProvider> providers(store::Transaction& tx) {
    std::vector<ListedProvider> all;
    for (auto& one : tx.rows<Provider>(std::string{provider_columns} +
                                           " WHERE v.organisation > '' ORDER BY v.organisation LIMIT ?",
                                       providers_listed)) {
        auto domains = tx.rows<std::string>(
            "SELECT domain FROM provider_domains WHERE organisation = ? ORDER BY domain", one.organisation);
        all.push_back({std::move(one), std::move(domains)});
    }
    std::ranges::sort(all, {}, [](const ListedProvider& one) { return one.provider.agency; });
    return all;
}

void keep_provider(store::Transaction& tx, const ListedProvider& one, Instant now) {
    const auto& [provider, domains] = one;
    tx.run("DELETE FROM provider_domains WHERE organisation = ?", provider.organisation);
    tx.run("INSERT INTO providers (organisation, issuer, client_id, secret_file, algorithms, added_at)"
           " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organisation) DO UPDATE SET issuer = excluded.issuer,"
           " client_id = excluded.client_id, secret_file = excluded.secret_file,"
           " algorithms = excluded.algorithms, added_at = excluded.added_at",
           provider.organisation, provider.issuer, provider.client_id, provider.secret_file,
           provider.algorithms, now);
    for (const auto& domain : domains)
        tx.run("INSERT INTO provider_domains (domain, organisation) VALUES (?, ?)", domain,
               provider.organisation);
}

bool remove_provider(store::Transaction& tx, const OrganisationId& organisation) {
    tx.run("DELETE FROM provider_domains WHERE organisation = ?", organisation);
    tx.run("DELETE FROM identities WHERE organisation = ?", organisation);
    tx.run("DELETE FROM sign_ins WHERE agency = ?", organisation);
    return tx.run("DELETE FROM providers WHERE organisation = ?", organisation) > 0;
}

bool begin_agency_sign_in(store::Transaction& tx, const std::string& state_hash,
                          const std::string& browser_hash, const AgencySignIn& one, Instant now) {
    const auto under_way = tx.row<int>(
        "SELECT count(*) FROM (SELECT 1 FROM agency_sign_ins WHERE begun_at > ? AND begun_at <= ? LIMIT ?)",
        now - agency_sign_in_life, now, most_agency_sign_ins);
    if (under_way.value_or(0) >= most_agency_sign_ins) return false;
    tx.run("INSERT INTO agency_sign_ins (state_hash, browser_hash, organisation, begun_at, shared, next)"
           " VALUES (?, ?, ?, ?, ?, ?)",
           state_hash, browser_hash, one.organisation, now, one.shared, one.next);
    return true;
}

std::optional<AgencySignIn> take_agency_sign_in(store::Transaction& tx, const std::string& state_hash,
                                                const std::string& browser_hash, Instant now) {
    auto one = tx.row<AgencySignIn>(
        "SELECT organisation, shared, next FROM agency_sign_ins WHERE state_hash = ? AND browser_hash = ?"
        " AND begun_at > ? AND begun_at <= ?",
        state_hash, browser_hash, now - agency_sign_in_life, now);
    if (one) tx.run("DELETE FROM agency_sign_ins WHERE state_hash = ?", state_hash);
    return one;
}

} // namespace interstate::identity
