#pragma once
// One HTTP request on its way to its answer: pages, signing in and out, commands and queries without a live
// connection.
#include "app/download.hpp"
#include "app/records_package.hpp"
#include "app/server.hpp"
#include "features/identity/join_requests.hpp"
#include "features/identity/passwords.hpp"
#include "features/identity/providers.hpp"
#include "features/identity/second_factor.hpp"
#include "features/public_records/public_records.hpp"
#include "pages/agency_page.hpp"
#include "pages/guest_page.hpp"
#include "pages/join_page.hpp"
#include "pages/pages.hpp"

#include <span>

namespace interstate::app {

/// Demonstration or real: fixed when the data folder was made.
bool is_demonstration(store::Transaction& tx);
/// Where a person's work begins: Today of the collaborative where they were last. "/" for who has access to
/// none.
std::string work_of(store::Transaction& tx, const PersonId& person);

class Site : public std::enable_shared_from_this<Site> {
  public:
    Site(Server& server, Request request, Server::Respond respond)
        : server_{server}, request_{std::move(request)}, respond_{std::move(respond)} {}
    void run();
    /// Every address there is, as "GET /path", with a '*' where anything may follow.
    static std::vector<std::string> addresses();
    /// What stands for the '*' of GET /api/export/*.
    static std::span<const std::string_view> tables();

  private:
    using Handler = void (Site::*)();
    /// A code that is tried by this browser, and is counted as wrong before it is looked at.
    struct CodeTry {
        std::string ticket_hash;
        identity::Guesser who = identity::Guesser::stranger;
        /// The device, or the network.
        std::string counted_as;
    };
    /// How somebody comes in, whichever way they take.
    struct Entrance {
        /// Where to go then: a path of ours; "/" for where their work begins.
        std::string next;
        /// Others use this computer.
        bool shared = false;
        identity::SignInBy by = {};
        /// An identity that is linked with it (features/identity/providers.hpp).
        std::optional<std::string> linking = {};
        /// Nothing more is asked for.
        bool second_factor_shown = false;
        /// Made just now: shown before going on.
        std::vector<std::string> recovery_codes = {};
        /// By which it is found out who comes.
        std::optional<CodeTry> code = {};
    };
    struct Route {
        const char* method;
        /// Ends with '*' where anything may follow.
        const char* path;
        Handler handler;
        /// In requests of the address that asks: what answers from memory is free, what reads much is dear.
        double cost = 1;
    };
    static const std::vector<Route>& routes();
    /// Sets what stands for '*'. Nothing for an address that is not there; then `path_known` says whether it
    /// takes another method.
    const Route* find_route(bool& path_known);

    // site.cpp
    void health();
    void readiness();
    void robots();
    void me();
    void not_found();
    // site_metrics.cpp
    void metrics();
    [[nodiscard]] bool may_read_metrics() const;
    // site_pages.cpp
    void home();
    void about();
    void show_about(const std::string& slug);
    void stylesheet();
    void sign_in();
    void application();
    // site_sign_in.cpp
    void sign_in_demonstration();
    void show_link();
    void show_known_elsewhere(const identity::Whereabouts& place);
    void use_link();
    // site_sign_in_mail.cpp
    void send_code();
    static bool is_address(const std::string& address);
    void reply_no_address(const std::string& address, const Entrance& how);
    /// "2026-11-22 15:40 UTC"
    static std::string utc_minute(Instant at);
    /// "12 seconds", "3 minutes".
    static std::string in_words(Millis wait);
    void make_code(const std::string& address, const Entrance& how, bool of_known_device);
    /// Why another code must wait, and how long.
    static std::string why_wait(const identity::CodeWait& wait, Instant now);
    void show_code_form();
    void use_code();
    void use_code(const CodeTry& one, const std::string& code_hash, Entrance how);
    void outgoing_mail();
    // site_code_tries.cpp
    using Knows = std::function<bool(store::Transaction&, const std::string& device_hash, Instant now)>;
    /// Asks only where the browser shows a device at all.
    void with_known_device(Knows knows, std::function<void(bool)> next);
    void with_device_known_for(const std::string& address, std::function<void(bool)> next);
    /// Goes on with whether it is asked for by a device that is known for the address, within what it may ask
    /// for by itself; `many` where too many were asked for from this network.
    void count_asking(const std::string& address, std::function<void(bool)> may_ask,
                      std::function<void(Millis)> many);
    /// `many` where too many of this network were wrong.
    void count_try(std::function<void(const CodeTry&)> next, std::function<void(Millis)> many);
    /// It is not counted as wrong any more.
    void was_right(const std::optional<CodeTry>& one);
    static std::string many_wrong_codes(Millis wait);
    // site_join.cpp
    void show_join();
    void ask_to_join();
    void keep_join_request(pages::JoinPage page);
    void reply_join(int status, pages::JoinPage page);
    void show_join_code();
    void confirm_join_code();
    void show_join_link();
    void confirm_join_link();
    using Confirms =
        std::function<std::expected<JoinRequestId, identity::CodeFault>(store::Transaction&, Instant now)>;
    void confirm_join(Confirms confirms, const std::optional<CodeTry>& by = {});
    void join_code_over(bool link_works);
    void reply_join_code(int status, pages::CodePage page);
    /// The one of the slug; for an empty one, the first.
    static std::optional<CollaborativeId> open_collaborative(store::Transaction& tx, const std::string& slug);
    // site_guest.cpp
    void show_guest_link();
    void ask_as_guest();
    void reply_guest_form(int status, pages::GuestForm form);
    void show_guest();
    void guest_now();
    void guest_script();
    // site_answer.cpp
    /// Of a link in a mail.
    struct ActionForm {
        std::string mode, status, text;
    };
    struct Action;
    static std::optional<Action> action_of(store::Transaction& tx, const std::string& secret_hash,
                                           const ActionForm& form, Instant now);
    void show_action();
    void take_action();
    void do_action(const Action& action, const ActionForm& form);
    static Refusal unsound(Refusal refusal);
    void reply_action(int status, const ActionForm& form, Refusal refusal);
    void reply_action_done();
    void reply_action_over();
    // site_password.cpp
    void sign_in_by_password();
    void ask_for_password(const std::string& address, const Entrance& how);
    void compare_password(const std::string& address, const Entrance& how,
                          identity::PasswordQuestion question);
    void begin_by_password(const Entrance& how, const identity::PasswordQuestion& question,
                           const std::string& renewed);
    void reply_password_wait(const std::string& address, const Entrance& how, identity::PasswordWait until);
    /// The form again, with what was typed as address, and what is wrong.
    void reply_sign_in_again(int status, const std::string& address, const Entrance& how,
                             const std::string& problem);
    // site_agency.cpp
    void go_to_agency();
    void leave_for(const identity::Provider& provider, const identity::Discovery& document,
                   const Entrance& how);
    void come_back_from_agency();
    /// Uses up the state that came back, if this browser was sent with it.
    void take_back(std::function<void(const identity::Provider&, const Entrance&)> next);
    /// It refused, or is another than was asked.
    bool is_turned_away(const identity::Provider& provider, const Entrance& how);
    void redeem(const identity::Provider& provider, const Entrance& how);
    void believe(const identity::Provider& provider, const workers::Redeemed& redeemed, const Entrance& how);
    void begin_by_identity(const identity::Provider& provider, const identity::IdClaims& claims,
                           Entrance how);
    void reply_agency_fault(const identity::Provider& provider, const workers::ProviderFault& fault,
                            const Entrance& how, const std::string& address = {});
    void reply_agency_problem(int status, pages::AgencyProblem page, const Entrance& how);
    void reply_agency_over();
    /// What stands for the secret of this browser where the provider sees it.
    [[nodiscard]] static std::string derived(std::string_view what, const std::string& browser,
                                             const std::string& state);
    // site_agency_link.cpp
    void begin_to_link(const identity::Provider& provider, const identity::IdClaims& claims,
                       const Entrance& how);
    using Unlinked = identity::UnlinkedIdentity;
    void with_unlinked(std::function<void(const std::string& ticket_hash, const Unlinked&)> next);
    void show_link_form();
    void ask_link_code();
    void mail_link_code(const std::string& hash, const pages::AgencyLinkPage& page,
                        const identity::PersonName& name, bool of_known_device);
    void reply_link_form(int status, pages::AgencyLinkPage page);
    void show_link_code();
    void use_link_code();
    void use_link_code(const std::string& hash, const Unlinked& one, const CodeTry& tried,
                       const std::string& code_hash);
    void reply_link_code(int status, const Unlinked& one, const std::string& problem);
    void reply_link_fault(identity::LinkFault fault, const Unlinked& one);
    void unlink_agency();
    // site_own_password.cpp
    /// What decides how somebody may change their password.
    struct OwnPassword {
        std::string name, address;
        bool there = false;
        /// Signed in a moment ago.
        bool recent = false;
    };
    static OwnPassword own_password(store::Transaction& tx, const Sender& who, Instant now);
    void with_own_password(std::function<void(const Recognised&, const OwnPassword&)> next);
    void show_password();
    void set_password();
    void ask_present_password(const Sender& who, const OwnPassword& own);
    void make_password(const Sender& who, const OwnPassword& own, const std::string& present_hash);
    void keep_password(const Sender& who, const OwnPassword& own, const std::string& hash);
    void remove_password();
    /// Writes something of how a person signs in, ends their other logins and mails them a notice of it.
    /// Where `body` says that nothing was changed, nothing else is done either.
    void change_way_in(const Sender& who, std::string what,
                       std::function<bool(store::Transaction&, Instant)> body, std::function<void()> done);
    void reply_password(int status, const OwnPassword& own, const std::string& problem = {},
                        const std::string& present_problem = {});
    // site_second_factor.cpp
    void with_half(std::function<void(const std::string& ticket_hash, const identity::HalfSignIn&)> next);
    void show_half();
    void take_half();
    void reply_half_over();
    void reply_second_factor(int status, const std::string& problem);
    /// The page to set one up, with the secret that is offered.
    void show_offer(const PersonId& person, pages::SecondFactorOffer page);
    void show_own_second_factor();
    void reply_own_second_factor(int status, const Sender& who, const OwnPassword& own,
                                 const std::string& problem);
    void begin_own_second_factor();
    void confirm_own_second_factor();
    void renew_recovery_codes();
    void remove_second_factor();
    /// What a code is shown for; the fault where it was not right.
    using ForCode = std::function<std::expected<void, identity::SecondFault>(
        store::Transaction&, const PersonId&, std::string_view typed, const std::vector<std::string>& codes,
        Instant now)>;
    void with_second_factor(const Sender& who, const OwnPassword& own, std::string what, ForCode body,
                            bool shows_codes);
    // site_sign_ins.cpp
    /// In the person's own zone.
    static std::string since_words(store::Transaction& tx, const PersonId& person, Instant at);
    void show_sign_ins();
    void end_sign_ins();
    // site_tokens.cpp
    void show_new_token();
    void make_token();
    /// The form again, with what was typed and what is wrong.
    void reply_new_token(int status, pages::NewTokenPage page);
    /// Of what was typed: nothing, and said what is wrong with it, where it is not sound.
    struct NewToken;
    std::optional<NewToken> typed_token(pages::NewTokenPage& page) const;
    void keep_token(const Sender& who, const NewToken& token, pages::NewTokenPage page);
    /// The credentials of logins that are over.
    using Ended = std::vector<std::string>;
    /// All but the one that asks.
    static Ended end_others(store::Transaction& tx, const Sender& who, Instant now);
    /// Goes on with who is signed in by cookie; others are sent to the sign-in page.
    void as_signed_in(std::function<void(const Recognised&)> next);
    /// A code can be mailed, or would be: a demonstration shows its mail.
    [[nodiscard]] bool mails_codes() const;
    /// Of a demonstration without a mail server.
    [[nodiscard]] bool shows_mail() const;
    void reply_code_page(int status, pages::CodePage page);
    void reply_code_fault(identity::CodeFault fault, const Entrance& how);
    void sign_out();
    // site_api.cpp
    void command();
    void query();
    /// Whether a body can be decoded, and what is wrong with it.
    using Accepts = std::function<Result<void>(const wire::Json&)>;
    /// A query's parameters as its body: whole numbers and true/false become what they say, except where
    /// `accepts` wants text.
    static wire::Json query_body(const Request& request, const Accepts& accepts);
    void reply_refusal(std::string_view id, const Refusal& refusal);
    // site_live.cpp
    void open_poll();
    void poll();
    void take_frames();
    /// A parameter that is a whole number from 0 to 2⁵³; refuses anything else, naming it.
    std::optional<std::int64_t> number_of(const char* parameter);
    // site_export.cpp
    void export_table();
    // site_audit.cpp
    void export_audit();
    // site_own_data.cpp
    void export_own();
    // site_contacts.cpp
    void export_contacts();
    // site_records.cpp
    void export_records();
    void pack_records(const public_records::RecordsRequest& request, const RecordsMaking& making,
                      const Context& context, audit::Via via);
    void hand_over_records(const public_records::RecordsRequest& request,
                           const std::shared_ptr<RecordsPackage>& package, const Context& context,
                           audit::Via via);
    // site_download.cpp
    /// Goes on with who is signed in, or a token that may read, where nobody else's page asks for it.
    void as_taker(std::function<void(const Recognised&, audit::Via)> next);
    void download(const std::function<Result<Download>(const Recognised&)>& asked);
    void reply_download(const Download& taken);

    void reply(Response response) { respond_(std::move(response)); }
    /// A page made in a read transaction.
    void page_from(std::function<std::string(store::Transaction&)> make, int status = 200);
    /// A page with one thing to say.
    void reply_message(int status, const std::string& title, const std::string& text);
    void reply_page(int status, std::string html);
    void reply_text(int status, std::string text);
    /// What is refused to a browser that shows it by itself (a form, an address typed in) is told as a page.
    void reply_json(int status, std::string json);
    void redirect(const std::string& to, const std::vector<std::string>& cookies = {});
    /// 429, as a page outside of the API.
    void reply_too_many(Response response);
    /// Answers 401 when nobody is signed in, and 429 to a person who asks too often.
    void as_person(std::function<void(const Recognised&)> next);
    /// The part of the path that stands for the route's '*'.
    [[nodiscard]] std::string rest() const { return rest_; }
    /// With what the demonstration offers.
    void reply_sign_in(int status, pages::SignInPage page);
    /// Of a form that was sent; empty where it is not there.
    [[nodiscard]] std::string form_field(std::string_view name) const;
    /// Who it is, found and used up in the transaction that begins the login; nothing for nobody.
    using Whose = std::function<std::optional<PersonId>(store::Transaction&, Instant now)>;
    void begin_sign_in(Whose whose, const Entrance& how, std::function<void()> nobody);
    struct Begun;
    struct Secrets;
    /// A login, or what stands before it where a second factor is wanted.
    static Begun begin(store::Transaction& tx, const PersonId& person, const Entrance& how,
                       const Secrets& secrets, std::string_view agent, Instant now);
    /// What is written to a person whose way in was changed.
    struct ChangedWay {
        std::string what, where, base_url;
        /// Mail leaves, or would.
        bool mails = false;
    };
    [[nodiscard]] ChangedWay changed_way(std::string what) const;
    static void tell_of(store::Transaction& tx, const PersonId& person, const ChangedWay& changed,
                        Instant now);
    void reply_begun(const Begun& begun, const Entrance& how, const Secrets& secrets);
    /// As a form says it.
    [[nodiscard]] Entrance entrance() const;

    Server& server_;
    Request request_;
    Server::Respond respond_;
    std::string rest_;
};

} // namespace interstate::app
