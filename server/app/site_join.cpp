// Asking to join, from the public page.
#include "app/mailed_code.hpp"
#include "app/site.hpp"
#include "base/text.hpp"
#include "pages/join_seat_page.hpp"
#include "pages/mails.hpp"

#include <algorithm>
#include <array>

namespace interstate::app {
namespace {

using identity::AgencyType;
using identity::NewJoinRequest;

constexpr std::array fields{"collaborative", "organisation", "agency",   "type",     "name",
                            "address",       "title",        "function", "statement"};

struct Agency {
    OrganisationId id;
    std::string name;
    AgencyType type = AgencyType::state_agency;
    std::string code;
};

std::vector<Agency> agencies(store::Transaction& tx, const CollaborativeId& collaborative) {
    return tx.rows<Agency>(
        "SELECT id, CASE WHEN code = '' THEN name ELSE short_name || ', ' || name END, type,"
        " code FROM organisations WHERE collaborative = ? AND type <> 'convener'"
        " ORDER BY short_name, id LIMIT 1000",
        collaborative);
}

/// The form with what it offers.
pages::JoinPage offered(store::Transaction& tx, const CollaborativeId& collaborative, pages::JoinPage page) {
    page.collaborative =
        tx.row<std::string>("SELECT short_name FROM collaboratives WHERE id = ?", collaborative).value_or("");
    for (const auto& agency : agencies(tx, collaborative))
        (agency.code.empty() ? page.others : page.states).emplace_back(agency.id.str(), agency.name);
    return page;
}

/// Takes a field as a bounded text, or says what is wrong with it.
template <class T>
void take(pages::JoinPage& page, const char* name, T& into, const char* problem) {
    if (auto text = T::parse(page.typed[name]))
        into = std::move(*text);
    else
        page.problems[name] = problem;
}

void take_agency(store::Transaction& tx, pages::JoinPage& page, NewJoinRequest& request) {
    const auto chosen = page.typed["organisation"];
    if (chosen == "other") {
        take(page, "agency", request.agency,
             "Name your organization, in at most 200 characters, none of them invisible.");
        if (!enum_of(page.typed["type"], request.type) || request.type == AgencyType::state_agency ||
            request.type == AgencyType::convener)
            page.problems["type"] = "Choose what it is.";
        return;
    }
    const auto id = Ulid::parse(chosen);
    const auto all = agencies(tx, request.collaborative);
    const auto found = id ? std::ranges::find(all, OrganisationId{*id}, &Agency::id) : all.end();
    if (found == all.end()) {
        page.problems["organisation"] = "Choose your agency, or “Another organization”.";
        return;
    }
    request.organisation = found->id;
    request.type = found->type;
    request.agency = Text<1, 200>::parse(found->name).value_or(Text<1, 200>{"?"});
}

void take_function(pages::JoinPage& page, NewJoinRequest& request) {
    request.function = page.typed["function"];
    const bool known =
        std::ranges::find(pages::functions(), request.function,
                          &std::pair<std::string, std::string>::first) != pages::functions().end();
    if (!request.function.empty() && !known) page.problems["function"] = "Choose one of these.";
}

std::vector<std::pair<std::string, std::string>> collaboratives_here(store::Transaction& tx) {
    struct Row {
        std::string name, slug;
    };
    std::vector<std::pair<std::string, std::string>> all;
    for (auto& row :
         tx.rows<Row>("SELECT name, slug FROM collaboratives WHERE slug > '' ORDER BY slug LIMIT 100"))
        all.emplace_back(std::move(row.name), std::move(row.slug));
    return all;
}

/// What was typed, checked; the problems stand in the page.
NewJoinRequest checked(store::Transaction& tx, const CollaborativeId& collaborative, pages::JoinPage& page) {
    NewJoinRequest request{.collaborative = collaborative};
    take_agency(tx, page, request);
    take(page, "name", request.name, "Write your name, in at most 120 characters, none of them invisible.");
    take(page, "address", request.address, "Write your mail address, as in name@agency.gov.");
    if (!page.problems.contains("address") && !identity::is_address(request.address.str()))
        page.problems["address"] = "This is no mail address: it looks like name@agency.gov.";
    take(page, "title", request.title,
         "A title has at most 160 characters, on one line, none of them invisible.");
    take(page, "statement", request.statement, "At most 4,000 characters, please.");
    if (page.problems.empty() && request.statement.empty())
        page.problems["statement"] = "Say in a sentence or two what brings you here.";
    take_function(page, request);
    return request;
}

/// The seat of who asks, where nobody has to decide about it. To whoever reads mail at the address it is no
/// secret.
std::optional<pages::JoinSeat> seat_of(store::Transaction& tx, const JoinRequestId& request, Instant now) {
    const identity::ReceiveJoinRequest received{request};
    const Context by_system{.now = now};
    const auto facts = identity::gather(tx, received, by_system);
    if (facts.seated) return pages::JoinSeat::had_one;
    const auto decided = identity::decide(received, facts, by_system);
    if (decided && decided->person) return pages::JoinSeat::let_in;
    return std::nullopt;
}

} // namespace

std::optional<CollaborativeId> Site::open_collaborative(store::Transaction& tx, const std::string& slug) {
    if (!slug.empty()) return tx.row<CollaborativeId>("SELECT id FROM collaboratives WHERE slug = ?", slug);
    return tx.row<CollaborativeId>("SELECT id FROM collaboratives WHERE slug > '' ORDER BY slug LIMIT 1");
}

void Site::show_join() {
    reply_join(200, {.typed = {{"collaborative", request_.parameter("collaborative")}}});
}

void Site::reply_join(int status, pages::JoinPage page) {
    if (!mails_codes()) return not_found();
    page.shows_mail = shows_mail();
    page_from(
        [page = std::move(page)](store::Transaction& tx) {
            const pages::Frame frame{.demonstration = is_demonstration(tx)};
            if (page.slug().empty())
                if (const auto several = collaboratives_here(tx); several.size() > 1)
                    return pages::join_choice_page(several, frame);
            const auto collaborative = open_collaborative(tx, page.slug());
            if (!collaborative)
                return pages::message_page("Nothing here yet", "This server has no collaborative.", frame);
            return pages::join_page(offered(tx, *collaborative, page), frame);
        },
        status);
}

void Site::ask_to_join() {
    if (!mails_codes()) return not_found();
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Use the form of this server.");
    pages::JoinPage page;
    for (const char* name : fields) page.typed[name] = form_field(name);
    if (const auto wait = server_.code_rates_.take(network_of(request_.remote), server_.clock_())) {
        page.problems[""] = "Many codes were asked for from your network. Try again in a minute.";
        return reply_join(429, std::move(page));
    }
    keep_join_request(std::move(page));
}

void Site::keep_join_request(pages::JoinPage page) {
    const MailedCode secrets;
    const auto typed = std::make_shared<pages::JoinPage>(std::move(page));
    const auto now = server_.clock_();
    server_.commands_.write(
        [typed, secrets, now, base_url = server_.front_door_.base_url()](store::Transaction& tx) {
            typed->problems.clear();
            const auto collaborative = open_collaborative(tx, typed->slug());
            if (!collaborative) {
                typed->typed.erase("collaborative");
                typed->problems[""] = "There is no such collaborative. Begin at its own page.";
                return;
            }
            auto request = checked(tx, *collaborative, *typed);
            if (!typed->problems.empty()) return;
            request.id = JoinRequestId{Ulid::from(now, random_bytes())};
            const auto kept = identity::ask_to_join(tx, request,
                                                    {.address = request.address.str(),
                                                     .ticket_hash = secret_hash(secrets.ticket),
                                                     .code_hash = secrets.hash(),
                                                     .link_hash = secret_hash(secrets.link)},
                                                    now);
            if (!kept) {
                typed->problems["address"] = why_wait(kept.error(), now);
                return;
            }
            mail::queue(
                tx,
                {.id = MailId{Ulid::from(now, random_bytes())},
                 .person = std::nullopt,
                 .address = request.address.str(),
                 .purpose = mail::Purpose::confirm_address,
                 .words = pages::confirm_address_mail({.name = request.name.str(),
                                                       .code = secrets.code,
                                                       .link = base_url + "/join/link/" + secrets.link,
                                                       .base_url = base_url}),
                 .useless_at = now + identity::link_life},
                now);
        },
        [self = shared_from_this(), typed, secrets](bool written) {
            if (!written)
                return self->reply_message(503, "Try again",
                                           "Your request could not be saved. Go back and send it again.");
            if (!typed->problems.empty()) return self->reply_join(422, std::move(*typed));
            self->server_.mail_round_.look();
            self->redirect(
                "/join/code",
                {self->server_.front_door_.set_ticket(
                    secrets.ticket, std::chrono::duration_cast<std::chrono::seconds>(identity::code_life))});
        });
}

void Site::show_join_code() { reply_join_code(200, {}); }

void Site::reply_join_code(int status, pages::CodePage page) {
    page.shows_mail = shows_mail();
    reply_page(status, pages::join_code_page(page, {.demonstration = server_.settings_.demonstration}));
}

void Site::confirm_join_code() {
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Use the form of this server.");
    const auto ticket = server_.front_door_.ticket(request_);
    const auto code = MailedCode::digits_of(form_field("code"));
    if (code.size() != 6) return reply_join_code(422, {.problem = "The code is six digits, as in 012 345."});
    count_try(
        [self = shared_from_this(), code_hash = MailedCode::hash_of(ticket, code)](const CodeTry& one) {
            self->confirm_join(
                [one, code_hash](store::Transaction& tx, Instant now) {
                    return identity::confirm_by_code(tx, one.ticket_hash, code_hash, now, one.who);
                },
                one);
        },
        [self = shared_from_this()](Millis wait) {
            self->reply_join_code(
                429, {.problem = many_wrong_codes(wait) + " The link in the mail works at once."});
        });
}

void Site::show_join_link() {
    server_.queries_.read<bool>(
        [hash = secret_hash(rest()), now = server_.clock_()](store::Transaction& tx) {
            return identity::peek_join_link(tx, hash, now).has_value();
        },
        [self = shared_from_this()](std::optional<bool> known) {
            if (!known.value_or(false)) return self->join_code_over(false);
            self->reply_page(200,
                             pages::join_link_page(self->request_.path,
                                                   {.demonstration = self->server_.settings_.demonstration}));
        });
}

void Site::confirm_join_link() {
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Open the link again and press the button.");
    confirm_join(
        [hash = secret_hash(rest())](store::Transaction& tx,
                                     Instant now) -> std::expected<JoinRequestId, identity::CodeFault> {
            if (auto request = identity::confirm_by_link(tx, hash, now)) return *request;
            return std::unexpected(identity::CodeFault::over);
        });
}

void Site::confirm_join(Confirms confirms, const std::optional<CodeTry>& by) {
    const auto fault = std::make_shared<std::optional<identity::CodeFault>>();
    const auto seat = std::make_shared<std::optional<pages::JoinSeat>>();
    server_.commands_.write(
        [fault, seat, confirms = std::move(confirms), now = server_.clock_()](store::Transaction& tx) {
            const auto confirmed = confirms(tx, now);
            *fault = confirmed ? std::nullopt : std::optional{confirmed.error()};
            if (confirmed) *seat = seat_of(tx, *confirmed, now);
        },
        [self = shared_from_this(), fault, seat, by](bool written) {
            if (!written)
                return self->reply_message(503, "Try again", "It could not be saved. Try again in a moment.");
            if (!*fault) {
                self->was_right(by);
                const pages::Frame frame{.demonstration = self->server_.settings_.demonstration};
                return self->reply_page(200, *seat ? pages::join_seat_page(**seat, frame)
                                                   : pages::join_done_page(frame));
            }
            if (**fault == identity::CodeFault::over) return self->join_code_over(by.has_value());
            self->reply_join_code(422, {.problem = "This is not the code. Look at the newest mail."});
        });
}

void Site::join_code_over(bool link_works) {
    reply_join_code(410,
                    {.problem = std::string{"It was used, it is too old, another browser asked for it, or "
                                            "wrong codes were tried too often."} +
                                (link_works ? " The link in the mail may still work." : ""),
                     .over = true});
}

} // namespace interstate::app
