// Who sees what stands in a stream, and why: what administrators are told is what decides.
#include "features/permissions/explanation.hpp"
#include "protocol/house.hpp"
#include "protocol/matrix.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

std::vector<Stream> streams_that_have_pages(store::Transaction& tx, const Cast& cast) {
    std::vector<Stream> all{{StreamKind::extended, cast.collaborative},
                            {StreamKind::collaborative, cast.collaborative},
                            {StreamKind::staff, cast.collaborative}};
    for (const auto& series : tx.rows<SeriesId>("SELECT id FROM series"))
        all.push_back({StreamKind::series, series});
    for (const auto& meeting : tx.rows<MeetingId>("SELECT id FROM meetings"))
        all.push_back({StreamKind::meeting, meeting});
    for (const auto& organisation : tx.rows<OrganisationId>("SELECT id FROM organisations"))
        all.push_back({StreamKind::organisation, organisation});
    return all;
}

void make_drafts(House& house) {
    house.written([&](store::Transaction& tx) {
        tx.run(
            "UPDATE series SET state = 'draft' WHERE id = (SELECT id FROM series WHERE current = 0 LIMIT 1)");
        tx.run("UPDATE meetings SET state = 'draft' WHERE id = (SELECT id FROM meetings WHERE state = "
               "'announced' AND id <> ? LIMIT 1)",
               house.cast.session);
    });
}

} // namespace

TEST_CASE("whoever is said to see a place may follow its news, and nobody else") {
    House house;
    make_drafts(house);
    Client administrator{house, house.cast.administrator};
    const auto of = [&](const PersonId& person) {
        return Json{{"person", person.str()}, {"collaborative", house.cast.collaborative.str()}};
    };
    CHECK(administrator.command("suspend_person", of(house.cast.other_lead))["t"] == "ack");
    CHECK(administrator.command("grant_role", {{"person", house.cast.outsider.str()},
                                               {"collaborative", house.cast.collaborative.str()},
                                               {"role", "observer"},
                                               {"scope", "series"},
                                               {"subject", house.cast.series.str()}})["t"] == "ack");
    int seen = 0, unseen = 0;
    house.written([&](store::Transaction& tx) {
        const Context context{.actor = house.cast.administrator, .now = house.now()};
        for (const auto& stream : streams_that_have_pages(tx, house.cast)) {
            INFO(stream.name());
            const auto found =
                permissions::answer(tx, permissions::ViewersOf{house.cast.collaborative, stream}, context);
            REQUIRE(found.has_value() == permissions::may_follow(tx, house.cast.administrator, stream));
            if (!found) continue;
            CHECK(found->count == static_cast<int>(found->people.size()));
            CHECK(found->count == tx.row<int>("SELECT count(*) FROM seats WHERE left_at IS NULL"));
            for (const auto& one : found->people) {
                INFO(one.person.str() << ": " << one.because);
                CHECK(one.sees == permissions::may_follow(tx, one.person, stream));
                CHECK(one.because.ends_with('.'));
                (one.sees ? seen : unseen) += 1;
            }
        }
    });
    CHECK(seen > 1000);
    CHECK(unseen > 200);
}

TEST_CASE("what is nobody's page, and what the administrator does not see, is not told of") {
    House house;
    Client administrator{house, house.cast.administrator};
    const auto asked = [&](const Stream& stream) {
        return administrator.query(
            "viewers_of", {{"collaborative", house.cast.collaborative.str()}, {"stream", stream.name()}});
    };
    CHECK(asked({StreamKind::organisation, house.cast.state})["code"] == "not_allowed");
    CHECK(asked({StreamKind::person, house.cast.member})["code"] == "not_allowed");
    const auto own = asked({StreamKind::person, house.cast.administrator});
    CHECK(own["code"] == "unknown");
    CHECK(own["field"] == "stream");
    CHECK(administrator.query("viewers_of", {{"collaborative", house.cast.collaborative.str()},
                                             {"stream", "nothing/else"}})["t"] == "refusal");
}
