#include "pages/mails.hpp"

#include "pages/html.hpp"

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

} // namespace

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
    return {subject, plain, html_mail(subject, body)};
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
    return {what, plain, html_mail(what, body)};
}

mail::Words trial_mail(std::string_view base_url) {
    const std::string subject = "Mail from Interstate arrives", where{base_url};
    const std::string words = "This is a trial of the mail that Interstate sends for " + where +
                              ". It has arrived, so there is nothing to do.";
    return {subject, words + "\n", html_mail(subject, element("p", {}, words))};
}

} // namespace interstate::pages
