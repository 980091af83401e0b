// INV-29: every kind of stream, with every role, near and far, under every membership.
#include "protocol/matrix.hpp"

#include "base/refusal.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

// As in command_matrix_test.cpp; a stream of a person is for that person alone.
constexpr const char* table = R"(
                admin facil partner observer own_lead own_member part_lead part_member far_lead far_member in_series in_team self membership tier
extended        yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     -    grace      extended
collaborative   yes   yes   yes     -        yes      yes        yes       yes         yes      yes        yes       yes     -    grace      core
staff           yes   yes   -       -        -        -          -         -           -        -          -         -       -    -          -
series          yes   yes   yes     yes      yes      yes        yes       yes         -        -          yes       yes     -    grace      extended
series_draft    yes   yes   -       -        -        -          -         -           -        -          -         -       -    -          -
meeting         yes   yes   yes     yes      yes      yes        yes       yes         -        -          yes       yes     -    grace      extended
meeting_outside yes   yes   yes     yes      yes      yes        yes       yes         yes      yes        yes       yes     -    grace      extended
meeting_draft   yes   yes   -       -        -        -          -         -           -        -          -         -       -    -          -
present         yes   yes   yes     yes      yes      yes        yes       yes         -        -          yes       yes     -    grace      extended
hosts           yes   yes   -       -        -        -          -         -           -        -          yes       -       -    -          -
moderators      yes   yes   -       -        -        -          -         -           -        -          yes       -       -    -          -
moderators_draft yes  yes   -       -        -        -          -         -           -        -          -         -       -    -          -
organisation    -     -     -       -        yes      yes        -         -           -        -          -         yes     -    grace      extended
person          -     -     -       -        -        -          -         -           -        -          -         -       yes  -          -
)";

struct Sample {
    const char* name;
    StreamKind kind;
    Ulid subject;
    /// Makes the subject what the name says.
    std::string prepare = {};
};

std::vector<Sample> samples(const Cast& cast) {
    const std::string meeting = "UPDATE meetings SET state = 'draft' WHERE id = ?";
    return {
        {"extended", StreamKind::extended, cast.collaborative},
        {"collaborative", StreamKind::collaborative, cast.collaborative},
        {"staff", StreamKind::staff, cast.collaborative},
        {"series", StreamKind::series, cast.series},
        {"series_draft", StreamKind::series, cast.series, "UPDATE series SET state = 'draft' WHERE id = ?"},
        {"meeting", StreamKind::meeting, cast.session},
        {"meeting_outside", StreamKind::meeting, cast.session,
         "UPDATE meetings SET series = NULL WHERE id = ?"},
        {"meeting_draft", StreamKind::meeting, cast.session, meeting},
        {"present", StreamKind::present, cast.session},
        {"hosts", StreamKind::hosts, cast.session},
        {"moderators", StreamKind::moderators, cast.series},
        {"moderators_draft", StreamKind::moderators, cast.series,
         "UPDATE series SET state = 'draft' WHERE id = ?"},
        {"organisation", StreamKind::organisation, cast.state},
        {"person", StreamKind::person, cast.lead}};
}

} // namespace

TEST_CASE(
    "INV-29 every stream is followed by whom the table says, in every role and under every membership") {
    House house;
    const auto expected = rows_of(table);
    std::set<StreamKind> looked;
    for (const auto& sample : samples(house.cast)) {
        INFO(sample.name);
        looked.insert(sample.kind);
        const bool personal = sample.kind == StreamKind::person;
        Matrix matrix{house, house.cast.state, personal ? std::optional{house.cast.lead} : std::nullopt};
        const auto follow = [&](store::Transaction& tx, const PersonId& who) -> std::optional<Refusal> {
            if (!sample.prepare.empty()) tx.run(sample.prepare, sample.subject);
            if (permissions::may_follow(tx, who, Stream{sample.kind, sample.subject})) return std::nullopt;
            return refuse_not_allowed().error();
        };
        REQUIRE(expected.contains(sample.name));
        CHECK(matrix.row(follow) == expected.at(sample.name));
        CHECK(matrix.strangers_let_in(follow) == "");
    }
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<StreamKind>>([&](auto each) {
        INFO(each.name << " has no line in the table");
        CHECK(looked.contains(each.value));
    });
}
