// People from a spreadsheet: CSV as several write it, and lines that are broken beside lines that are not.
#include "features/identity/identity.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::identity;

namespace {

std::string read(std::string_view text) {
    std::string all;
    for (const auto& line : pasted_lines(text)) {
        all += std::to_string(line.number) + ":";
        for (const auto& part : line.parts) all += " " + part + "|";
        if (!line.title.empty()) all += " title " + line.title;
        if (!line.function.empty()) all += " function " + line.function;
        if (!line.problem.empty()) all += " " + line.problem;
        all += "\n";
    }
    return all;
}

} // namespace

TEST_CASE("a heading says which column is what, in any order and with others between") {
    CHECK(
        read("Role,E-Mail,Phone,Full Name,State,Title\nstate lead,ann@a.example,555,Ann Lee,OH,Director\n") ==
        "2: Ann Lee| ann@a.example| OH| state lead| title Director\n");
    CHECK(read("First name;Last name;Email address;Function\nAnn;Lee;ann@a.example;Title I director\n") ==
          "2: Ann Lee| ann@a.example| | | function Title I director\n");
}

TEST_CASE("commas, the semicolons of other locales, tabs, byte order marks and line ends of Windows are "
          "understood") {
    CHECK(read("\xEF\xBB\xBFName;Mail;State\r\nLee, Ann;ann@a.example;OH\r\n\r\n") ==
          "2: Lee, Ann| ann@a.example| OH| |\n");
    CHECK(read("\n\nname\tmail\tstate\nAnn\tann@a.example\tOH") == "4: Ann| ann@a.example| OH| |\n");
    CHECK(read("name,mail,state,,\nAnn,ann@a.example,OH,,\n,,,,\nBen,ben@a.example,UT,,\n") ==
          "2: Ann| ann@a.example| OH| |\n4: Ben| ben@a.example| UT| |\n");
}

TEST_CASE("cells in quotes hold separators, quotes and line ends") {
    CHECK(
        read("name,mail,state,title\n\"Lee, \"\"Nan\"\" Ann\",ann@a.example,OH,\"Director,\nTitle "
             "I\"\nBen,ben@a.example,UT,\n") ==
        "2: Lee, \"Nan\" Ann| ann@a.example| OH| | title Director, Title I\n4: Ben| ben@a.example| UT| |\n");
}

TEST_CASE("a broken line is named, and spoils no other") {
    CHECK(read("name,mail,state\n\"Ann,ann@a.example,OH\nBen,ben@a.example,UT\n\"Cy\"x,cy@a.example,UT\nDi,"
               "di@a.example,UT,more\n") ==
          "2: Ann,ann@a.example,OH| | | | A quotation mark is opened here and not closed.\n"
          "3: Ben| ben@a.example| UT| |\n"
          "4: Cy| cy@a.example| UT| | Something stands behind a closing quotation mark: a mark within quotes "
          "is written twice.\n"
          "5: Di| di@a.example| UT| | This line has 4 cells, and the heading names 3: a cell with a "
          "separator in it is written in quotes.\n");
}

TEST_CASE("without a heading that names an address it is a list of lines, as before") {
    CHECK(read("Ann Lee, ann@a.example, OH, state lead\n") == "1: Ann Lee| ann@a.example| OH| state lead|\n");
    CHECK(read("Name, State\nAnn Lee, ann@a.example, OH\n") == "2: Ann Lee| ann@a.example| OH|\n");
    CHECK(pasted_lines("name,mail\n").empty());
}

TEST_CASE("a file below lines that are to be mended is read by its own heading, and so is a second one") {
    CHECK(
        read("Cy Roe, cy at a, OH\n\nRole;E-mail;First name;Last name\nstate lead;ann@a.example;Ann;Lee\n"
             "name,mail,state\nBen,ben@a.example,UT\n") ==
        "1: Cy Roe| cy at a| OH|\n4: Ann Lee| ann@a.example| | state lead|\n6: Ben| ben@a.example| UT| |\n");
    CHECK(read("Name, State\nAnn Lee, ann@a.example, OH\nname,mail\nBen,ben@a.example\n") ==
          "2: Ann Lee| ann@a.example| OH|\n4: Ben| ben@a.example| | |\n");
}
