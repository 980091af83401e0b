// INV-1, 3, 4, 5 and 7 after every step of random walks: inviting, asking, deciding, leaving, coming back,
// suspending, handing over, joining, renewing, and the turn of the years. The seed and the step stand in each
// failure.
#include "protocol/seats_walk.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

struct Walked {
    std::map<std::string, std::vector<std::string>> faults;
    std::map<std::string, int> done;
};

/// Once in this program, for all of the invariants.
const Walked& walked() {
    static const Walked all = [] {
        Walked together;
        for (const unsigned seed : {20261123U, 5U, 77U}) {
            SeatsWalk walk{seed};
            for (int step = 0; step < 90; ++step) walk.step();
            for (const auto& [invariant, lines] : walk.faults())
                for (const auto& line : lines) together.faults[invariant].push_back(line);
            for (const auto& [name, times] : walk.done()) together.done[name] += times;
        }
        return together;
    }();
    return all;
}

/// The first of what did not hold.
std::string fault(const std::string& invariant) {
    const auto found = walked().faults.find(invariant);
    return found == walked().faults.end() ? "" : found->second.front();
}

} // namespace

TEST_CASE("INV-1 years of one collaborative never overlap, wherever a walk leads") {
    CHECK(fault("INV-1") == "");
}

TEST_CASE(
    "INV-3 an organization has one contact with access, or is shown as vacant, and loses none by chance") {
    CHECK(fault("INV-3") == "");
}

TEST_CASE("INV-4 no more seats are taken than there are, by whichever way people come") {
    CHECK(fault("INV-4") == "");
}

TEST_CASE("INV-5 a seat has one holder at a time, and nothing open is held by who has left") {
    CHECK(fault("INV-5") == "");
}

TEST_CASE("INV-7 an address is one person's, in whatever letters and between whatever blanks it is pasted") {
    CHECK(fault("INV-7") == "");
}

TEST_CASE("the walks of INV-1 to INV-7 come by everything that they are about") {
    const auto& done = walked().done;
    std::string all;
    for (const auto& [name, times] : done) all += name + " " + std::to_string(times) + "\n";
    INFO(all);
    for (const char* name : {"add_people",
                             "receive_join_request",
                             "approve_join_request",
                             "approve_join_request seats_taken",
                             "decline_join_request",
                             "admit_by_domain",
                             "suspend_person",
                             "readmit_person",
                             "retire_person",
                             "retire_person successor_needed",
                             "name_contact",
                             "admit_member",
                             "suspend_member",
                             "renew_membership",
                             "grant_role",
                             "end_role",
                             "edit_year",
                             "turn_year",
                             "a line",
                             "a bad line"}) {
        INFO(name);
        CHECK(done.contains(name));
    }
}
