#include "pages/mails.hpp"

#include "pages/html.hpp"
#include "pages/letter.hpp"

namespace interstate::pages {
namespace {

using html::attribute;
using html::element;
using html::Html;

std::string html_mail(std::string_view subject, const Html& body) {
    const auto page = element("html", {attribute("lang", "en-US")},
                              element("head", {}, html::empty("meta", {attribute("charset", "utf-8")}),
                                      element("title", {}, subject)),
                              element("body", {}, body));
    return "<!doctype html>\n" + page.str() + "\n";
}

Html link_to(const std::string& address, const std::string& words) {
    return element("a", {attribute("href", address)}, words);
}

bool is_address(const std::string& words) {
    return (words.starts_with("http://") || words.starts_with("https://")) && !words.contains(' ');
}

std::string who_asks(const JoinMail& mail) { return mail.name + " (" + mail.address + ") of " + mail.agency; }

} // namespace

mail::Words letter(const std::string& subject, const std::vector<Paragraph>& paragraphs) {
    std::string plain;
    Html body;
    for (const auto& [words, address] : paragraphs) {
        if (words.empty()) continue;
        plain += (plain.empty() ? "" : "\n\n") + words + (address.empty() ? "" : ": " + address);
        body += element("p", {},
                        !address.empty()    ? link_to(address, words)
                        : is_address(words) ? link_to(words, words)
                                            : html::text(words));
    }
    return {subject, plain + "\n", html_mail(subject, body), {}};
}

std::string hello(std::string_view name) { return "Hello " + std::string{name} + ","; }

mail::Words sign_in_mail(const SignInMail& mail) {
    // The code stands first: many see no more of a mail than its first line.
    const std::string code{mail.code}, link{mail.link}, where{mail.base_url};
    const std::string subject = code + " is your code for Interstate";
    const std::string plain =
        "Hello " + std::string{mail.name} + ",\n\n" + code + " is your code to sign in at " + where +
        "\nIt is good for 15 minutes, in the browser where you asked for it.\n\n"
        "In any browser this link does the same, once and for two hours; it asks before it does:\n" +
        link +
        "\n\nYou did not ask for it? Then nothing has happened, and you can delete this mail.\n"
        "Nobody of Interstate will ever ask you for the code.\n";
    const auto body = html::join(
        element("p", {}, "Hello ", mail.name, ","),
        element("p", {}, element("strong", {}, code), " is your code to sign in at ", where,
                ". It is good for 15 minutes, in the browser where you asked for it."),
        element("p", {},
                "In any browser this link does the same, once and for two hours; it asks before it does: ",
                element("a", {attribute("href", link)}, link)),
        element("p", {},
                "You did not ask for it? Then nothing has happened, and you can delete this mail. Nobody of "
                "Interstate will ever ask you for the code."));
    return {subject, plain, html_mail(subject, body), {}};
}

mail::Words link_code_mail(const LinkCodeMail& mail) {
    const std::string code{mail.code}, agency{mail.agency};
    return letter(
        code + " confirms your address for Interstate",
        {"Hello,",
         code + " confirms that this address belongs to you, who have just signed in by the sign-in of " +
             agency + " at " + std::string{mail.base_url} +
             ". It is good for 15 minutes, in the browser where you asked for it.",
         "Whoever types it there can sign in as you from then on. Give it to nobody; nobody of "
         "Interstate will ever ask you for it.",
         "You did not ask for it? Then nothing has happened, and you can delete this mail."});
}

mail::Words confirm_address_mail(const SignInMail& mail) {
    const std::string code{mail.code};
    return letter(
        code + " confirms your address for Interstate",
        {hello(mail.name),
         code + " confirms your address at " + std::string{mail.base_url} +
             ", where you asked to join. It is good for 15 minutes, in the browser where you asked.",
         "In any browser this link does the same, for two hours; it asks before it does:",
         std::string{mail.link},
         "You did not ask to join? Then nothing has happened, and you can delete this mail."});
}

mail::Words invitation_mail(const InvitationMail& mail) {
    return letter(
        "You have a seat at Interstate",
        {hello(mail.name),
         "you have a seat for " + std::string{mail.agency} + " at " + std::string{mail.base_url} +
             ", where states work together. This link signs you in, once, within 14 days; it asks before "
             "it does:",
         std::string{mail.link},
         "Later you sign in with a code that is mailed to this address. Nobody of Interstate will ever "
         "ask you for it."});
}

mail::Words request_waiting_mail(const JoinMail& mail) {
    return letter(
        mail.name + " asks to join",
        {hello(mail.reader),
         who_asks(mail) + " asks to join, and has confirmed the address. It waits for you:", mail.link,
         mail.full.empty() ? std::string{}
                           : mail.full + " They can be let in once a seat is given back, or an "
                                         "administrator has raised the number.",
         "They write:", mail.statement});
}

mail::Words request_approved_mail(const JoinMail& mail) {
    return letter("You are in",
                  {hello(mail.name),
                   "you have a seat for " + mail.agency + " at " + mail.base_url +
                       ". This link signs you in, once, within 14 days; it asks before it does:",
                   mail.link, "Later you sign in with a code that is mailed to this address."});
}

mail::Words request_declined_mail(const JoinMail& mail) {
    return letter("Your request to join was declined",
                  {hello(mail.name), "your request to join for " + mail.agency + " was declined. The reason:",
                   mail.reason, "You can ask again:", mail.join_link});
}

mail::Words request_expired_mail(const JoinMail& mail) {
    return letter("Your request to join has expired",
                  {hello(mail.name),
                   "nobody has decided about your request to join for " + mail.agency +
                       " in 30 days, so it is closed. That says nothing about you. You can ask again:",
                   mail.join_link});
}

mail::Words requests_waiting_mail(const WaitingMail& mail) {
    const bool one = mail.count == "1";
    const std::string who = one ? "1 request to join waits" : mail.count + " requests to join wait";
    return letter(who + " for you",
                  {hello(mail.reader),
                   who +
                       " for your decision for a week or longer. After 30 days a request is closed, and who "
                       "asked is told so:",
                   mail.link});
}

mail::Words step_due_mail(const StepMail& mail) {
    const auto day = date_text(mail.due_on);
    const std::string when = mail.days_left == 0 ? "today"
                             : mail.days_left == 1
                                 ? "tomorrow, on " + day
                                 : "in " + std::to_string(mail.days_left) + " days, on " + day;
    return letter(
        (mail.days_left == 0 ? "Due today: " : "Due on " + day + ": ") + mail.title,
        {hello(mail.reader),
         "your step “" + mail.title + "” is due " + when + ".",
         "It is done when: " + mail.measure,
         {"Update this step, without a sign-in", mail.update_link},
         "Or look at it, and move its date, on its page:",
         mail.link,
         "You get this mail a week before a step of yours is due, and on the day. You can turn these "
         "mails off in your settings:",
         mail.settings_link});
}

mail::Words seat_taken_mail(const JoinMail& mail) {
    return letter(mail.name + " has a seat now",
                  {hello(mail.reader),
                   who_asks(mail) +
                       " took a free seat: your agency lets in who confirms an address of its domain. "
                       "Was that wrong? Give the seat back here:",
                   mail.link});
}

mail::Words renewal_due_mail(const RenewalMail& mail) {
    const bool over = !mail.grace_ends_on.empty();
    return letter(
        over ? "Your membership is over: renew it until " + mail.grace_ends_on
             : "Renew your membership until " + mail.ends_on,
        {hello(mail.reader),
         over ? "the membership of " + mail.agency + " for " + mail.year + " ended on " + mail.ends_on +
                    ". Until " + mail.grace_ends_on +
                    " your team can read, and go on with its steps. Renewed, everything is as it was; it "
                    "takes a minute:"
              : "the membership of " + mail.agency + " for " + mail.year + " ends on " + mail.ends_on +
                    ". You can renew it now; it takes a minute:",
         mail.link});
}

mail::Words renewal_waiting_mail(const RenewalMail& mail) {
    return letter(
        mail.agency + " wants to renew",
        {hello(mail.reader),
         "the membership of " + mail.agency + " is over, and its lead asks to be a member again. You decide:",
         mail.link});
}

mail::Words renewal_decided_mail(const RenewalMail& mail) {
    if (mail.reason.empty())
        return letter(mail.agency + " is a member again",
                      {hello(mail.reader),
                       mail.agency + " is a member again, for " + mail.year + ", until " + mail.ends_on +
                           ". What your team wrote is there as it was:",
                       mail.link});
    return letter("Your request to renew was declined",
                  {hello(mail.reader),
                   "you asked to renew the membership of " + mail.agency +
                       ". It was declined. The reason, as it was written:",
                   mail.reason, "You can ask again:", mail.link});
}

mail::Words handed_over_mail(const HandOverMail& mail) {
    return letter(mail.name + " hands over to you",
                  {hello(mail.reader),
                   mail.name + " has left " + mail.agency + ". You take over " + mail.what +
                       ". Your page lists the steps:",
                   mail.link});
}

mail::Words notice_mail(const NoticeMail& mail) {
    const std::string what{mail.what}, page = std::string{mail.base_url} + "/sign-ins";
    constexpr std::string_view else_words = "Was that you? Then there is nothing to do. If not, sign in by a "
                                            "code, look where you are signed in, and "
                                            "tell an administrator: ";
    const std::string plain = "Hello " + std::string{mail.name} + ",\n\n" + what + "\n" +
                              std::string{mail.where} + "\n\n" + std::string{else_words} + page + "\n";
    const auto body = html::join(element("p", {}, "Hello ", mail.name, ","),
                                 element("p", {}, element("strong", {}, what)), element("p", {}, mail.where),
                                 element("p", {}, else_words, element("a", {attribute("href", page)}, page)));
    return {what, plain, html_mail(what, body), {}};
}

mail::Words trial_mail(std::string_view base_url) {
    const std::string subject = "Mail from Interstate arrives", where{base_url};
    const std::string words = "This is a trial of the mail that Interstate sends for " + where +
                              ". It has arrived, so there is nothing to do.";
    return {subject, words + "\n", html_mail(subject, element("p", {}, words)), {}};
}

} // namespace interstate::pages
