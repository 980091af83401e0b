// Signing in by an agency's own provider of identities (OpenID Connect Core 1.0, the code flow with PKCE): on
// the way there, and back.
#include "app/site.hpp"
#include "base/log.hpp"
#include "base/secret.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"
#include "features/identity/join_requests.hpp"
#include "pages/html.hpp"

namespace interstate::app {
namespace {

using identity::IdClaims;
using identity::NobodyIn;
using workers::ProviderFault;

constexpr const char* callback_path = "/sign-in/agency/callback";

const char* busy = "The server is busy. Try again in a moment.";

/// With what stands in the query of an address already.
std::string with_query(const std::string& address,
                       std::initializer_list<std::pair<std::string_view, std::string>> fields) {
    std::string whole = address;
    char before = address.contains('?') ? '&' : '?';
    for (const auto& [name, value] : fields) {
        whole += std::exchange(before, '&');
        whole += std::string{name} + "=" + workers::form_encoded(value);
    }
    return whole;
}

std::string words_of(const ProviderFault& fault, const std::string& agency) {
    const auto whose = "The sign-in of " + agency;
    switch (fault.kind) {
    case ProviderFault::Kind::unreachable:
        return whose + " does not answer just now. Try it again later, or sign in another way.";
    case ProviderFault::Kind::refused:
        return whose + " does not take this any more: it was used, or took too long. Begin again.";
    case ProviderFault::Kind::busy:
        return whose + " is asked by many just now. Try again in a moment, or sign in another way.";
    case ProviderFault::Kind::unsound:
    case ProviderFault::Kind::misconfigured:
        return whose + " gave an answer that cannot be accepted, so nobody was signed in. If it happens "
                       "again, tell whoever runs this server. You can sign in another way.";
    }
    return {};
}

int status_of(ProviderFault::Kind kind) {
    if (kind == ProviderFault::Kind::refused) return 410;
    return kind == ProviderFault::Kind::unreachable || kind == ProviderFault::Kind::busy ? 503 : 502;
}

} // namespace

std::string Site::derived(std::string_view what, const std::string& browser, const std::string& state) {
    return secret_hash(std::string{what} + ":" + browser + ":" + state);
}

// ---- there ------------------------------------------------------------------------------------------------

void Site::go_to_agency() {
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Use the sign-in page of this server.");
    const auto address = std::string{trimmed(form_field("address"))};
    const auto how = entrance();
    if (!is_address(address)) return reply_no_address(address, how);
    if (const auto wait = server_.agency_rates_.take(network_of(request_.remote), server_.clock_()))
        return reply_sign_in(
            429, {.next = how.next,
                  .address = address,
                  .problem = "Many sign in from your network. Try again in " + in_words(*wait) + ".",
                  .shared = how.shared});
    const auto domain = identity::domain_of(identity::folded_address(address));
    server_.queries_.read<std::optional<identity::Provider>>(
        [domain](store::Transaction& tx) { return identity::provider_of_domain(tx, domain); },
        [self = shared_from_this(), address, domain,
         how](std::optional<std::optional<identity::Provider>> found) {
            if (!found) return self->reply_message(503, "Try again", busy);
            if (!*found)
                return self->reply_sign_in(422,
                                           {.next = how.next,
                                            .address = address,
                                            .problem = "No agency's sign-in is set up for addresses at " +
                                                       domain + ". Use your password or a code.",
                                            .shared = how.shared});
            self->server_.providers_.look_up(
                **found, [self, provider = **found, address,
                          how](const workers::Provider::Answer<identity::Discovery>& document) {
                    if (document) return self->leave_for(provider, *document, how);
                    self->reply_agency_fault(provider, document.error(), how, address);
                });
        });
}

void Site::leave_for(const identity::Provider& provider, const identity::Discovery& document,
                     const Entrance& how) {
    const auto browser = random_secret(), state = random_secret();
    const auto address =
        with_query(document.authorization_endpoint,
                   {{"response_type", "code"},
                    {"scope", "openid profile email"},
                    {"client_id", provider.client_id},
                    {"redirect_uri", server_.front_door_.base_url() + callback_path},
                    {"state", state},
                    {"nonce", derived("nonce", browser, state)},
                    {"code_challenge", base64url(sha256(derived("verifier", browser, state)))},
                    {"code_challenge_method", "S256"}});
    const auto begun = std::make_shared<bool>(false);
    server_.commands_.write(
        [begun, browser_hash = secret_hash(browser), state_hash = secret_hash(state), provider, how,
         now = server_.clock_()](store::Transaction& tx) {
            *begun = identity::begin_agency_sign_in(
                tx, state_hash, browser_hash,
                {.organisation = provider.organisation, .shared = how.shared, .next = how.next}, now);
        },
        [self = shared_from_this(), begun, browser, provider, address](bool written) {
            if (!written || !*begun) return self->reply_message(503, "Try again", busy);
            const auto& door = self->server_.front_door_;
            // No redirection: the page's policy lets no form lead away (net/reply.cpp, form-action).
            self->reply(
                {.body = pages::agency_leave_page({.agency = provider.agency, .address = address},
                                                  {.demonstration = self->server_.settings_.demonstration}),
                 .headers = {
                     {"Refresh", "0;url=" + address},
                     {"Cache-Control", "no-store"},
                     {"Set-Cookie", door.set_agency(browser, std::chrono::duration_cast<std::chrono::seconds>(
                                                                 identity::agency_sign_in_life))}}});
        });
}

// ---- and back ---------------------------------------------------------------------------------------------

void Site::come_back_from_agency() {
    // The one GET that changes something: nobody but the browser that holds the cookie can make it do so, and
    // once (INV-34, docs/decisions/0030-openid-connect.md).
    if (request_.method != "GET")
        return reply({.status = 405, .type = "text/plain; charset=utf-8", .headers = {{"Allow", "GET"}}});
    take_back([self = shared_from_this()](const identity::Provider& provider, const Entrance& how) {
        if (!self->is_turned_away(provider, how)) self->redeem(provider, how);
    });
}

void Site::take_back(std::function<void(const identity::Provider&, const Entrance&)> next) {
    const auto state = request_.parameter("state"), browser = server_.front_door_.agency(request_);
    if (state.empty() || browser.empty()) return reply_agency_over();
    struct Taken {
        std::optional<identity::AgencySignIn> one;
        std::optional<identity::Provider> provider;
    };
    const auto taken = std::make_shared<Taken>();
    server_.commands_.write(
        [taken, state_hash = secret_hash(state), browser_hash = secret_hash(browser),
         now = server_.clock_()](store::Transaction& tx) {
            *taken = {.one = identity::take_agency_sign_in(tx, state_hash, browser_hash, now),
                      .provider = {}};
            if (taken->one) taken->provider = identity::provider_of(tx, taken->one->organisation);
        },
        [self = shared_from_this(), taken, next = std::move(next)](bool written) {
            if (!written) return self->reply_message(503, "Try again", busy);
            if (!taken->one || !taken->provider) return self->reply_agency_over();
            next(*taken->provider, {.next = taken->one->next, .shared = taken->one->shared});
        });
}

bool Site::is_turned_away(const identity::Provider& provider, const Entrance& how) {
    const auto issuer = request_.parameter("iss"), error = request_.parameter("error");
    if (!issuer.empty() && issuer != provider.issuer) {
        reply_agency_fault(provider, {ProviderFault::Kind::unsound, "another came back: iss"}, how);
        return true;
    }
    if (error.empty()) return false;
    log::warning("provider_refused", {{"issuer", provider.issuer}, {"error", error.substr(0, 100)}});
    const bool denied = error == "access_denied";
    reply_agency_problem(
        denied ? 403 : 502,
        {.title = denied ? "You were not let in" : "That did not work",
         .text = denied ? "You stopped it, or " + provider.agency + " does not let you in here."
                        : "The sign-in of " + provider.agency + " says that it cannot do this now."},
        how);
    return true;
}

void Site::redeem(const identity::Provider& provider, const Entrance& how) {
    const auto state = request_.parameter("state"), browser = server_.front_door_.agency(request_);
    const auto code = request_.parameter("code");
    if (code.empty())
        return reply_agency_fault(provider, {ProviderFault::Kind::unsound, "there is no code"}, how);
    server_.providers_.redeem(provider,
                              {.code = code,
                               .verifier = derived("verifier", browser, state),
                               .redirect_uri = server_.front_door_.base_url() + callback_path,
                               .issuer_said = !request_.parameter("iss").empty()},
                              [self = shared_from_this(), provider,
                               how](const workers::Provider::Answer<workers::Redeemed>& redeemed) {
                                  if (redeemed) return self->believe(provider, *redeemed, how);
                                  self->reply_agency_fault(provider, redeemed.error(), how);
                              });
}

void Site::believe(const identity::Provider& provider, const workers::Redeemed& redeemed,
                   const Entrance& how) {
    const auto state = request_.parameter("state"), browser = server_.front_door_.agency(request_);
    const auto fault = identity::fault_of(redeemed.claims,
                                          {.issuer = provider.issuer,
                                           .client_id = provider.client_id,
                                           .nonce = derived("nonce", browser, state),
                                           .access_token_hash = redeemed.access_token_hash},
                                          server_.clock_());
    if (!fault) return begin_by_identity(provider, redeemed.claims, how);
    log::warning("provider_failed",
                 {{"issuer", provider.issuer}, {"why", "ID token: " + std::string{word_of(*fault)}}});
    reply_agency_fault(provider, {ProviderFault::Kind::unsound, {}}, how);
}

void Site::begin_by_identity(const identity::Provider& provider, const IdClaims& claims, Entrance how) {
    how.by = {.way = identity::SignInWay::agency, .agency = provider.organisation};
    const auto nobody = std::make_shared<NobodyIn>(NobodyIn::unknown);
    begin_sign_in(
        [provider, subject = claims.subject, nobody](store::Transaction& tx,
                                                     Instant now) -> std::optional<PersonId> {
            const auto person = identity::use_identity(tx, provider, subject, now);
            if (person) return *person;
            *nobody = person.error();
            return std::nullopt;
        },
        how,
        [self = shared_from_this(), provider, claims, how, nobody] {
            if (*nobody == NobodyIn::unknown) return self->begin_to_link(provider, claims, how);
            self->reply_link_fault(*nobody == NobodyIn::elsewhere ? identity::LinkFault::elsewhere
                                                                  : identity::LinkFault::ended,
                                   {.agency = provider.agency, .shared = how.shared, .next = how.next});
        });
}

// ---- what is said -----------------------------------------------------------------------------------------

void Site::reply_agency_fault(const identity::Provider& provider, const ProviderFault& fault,
                              const Entrance& how, const std::string& address) {
    reply_agency_problem(status_of(fault.kind),
                         {.title = "That did not work",
                          .text = words_of(fault, provider.agency),
                          .address = mails_codes() ? address : std::string{}},
                         how);
}

void Site::reply_agency_problem(int status, pages::AgencyProblem page, const Entrance& how) {
    page.next = how.next;
    page.shared = how.shared;
    reply_page(status, pages::agency_problem_page(page, {.demonstration = server_.settings_.demonstration}));
}

void Site::reply_agency_over() {
    reply_agency_problem(410,
                         {.title = "This sign-in is over",
                          .text = "It was used already, it took longer than 15 minutes, or it was begun in "
                                  "another browser. If you are signed in, nothing is lost. If not, begin "
                                  "again."},
                         {.next = "/"});
}

} // namespace interstate::app
