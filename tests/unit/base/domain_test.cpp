// Domains that can look like another's: RFC 3492's own examples, and what is no punycode.
#include "base/domain.hpp"
#include "support/catch.hpp"

using interstate::domain_in_letters;

TEST_CASE("a domain in punycode is read in the letters it stands for") {
    CHECK(domain_in_letters("xn--bcher-kva.example") == "bücher.example");
    CHECK(domain_in_letters("education.xn--hio-red.example") == "education.оhio.example");
    CHECK(domain_in_letters("XN--MNCHEN-3YA.Example") == "münchen.example");
    CHECK(domain_in_letters("xn--ihqwcrb4cv8a8dqg056pqjye.example") == "他们为什么不说中文.example");
    CHECK(domain_in_letters("xn--i-7iq.example") == "i❤.example");
}

TEST_CASE("a plain domain needs no second form") {
    CHECK(domain_in_letters("education.ohio.gov").empty());
    CHECK(domain_in_letters("").empty());
    CHECK(domain_in_letters("axn--b.example").empty());
}

TEST_CASE("what is no sound punycode stays as it is, and is odd all the same") {
    for (const char* broken :
         {"xn--.example", "xn--a-!.example", "xn--99999999999999.example", "xn---.example"})
        CHECK(domain_in_letters(broken) == broken);
}
