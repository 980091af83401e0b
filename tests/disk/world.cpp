#include "disk/life.hpp"

#include "base/secret.hpp"
#include "content/content.hpp"
#include "features/identity/sign_in.hpp"
#include "store/journal.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "support/temporary_folder.hpp"

namespace interstate::tests::disk {
namespace {

constexpr const char* of_series =
    "SELECT g.person FROM role_grants g JOIN people p ON p.id = g.person AND p.active = 1"
    " JOIN seats s ON s.person = g.person JOIN participations a ON a.organisation = s.organisation"
    " WHERE a.series = ? AND g.role IN ('state_lead', 'state_member') ORDER BY g.person LIMIT ?";

World made() {
    constexpr int writers = 6, threads = 3;
    const TemporaryFolder folder;
    World world;
    store::SqliteDatabase database{folder.path() / database_name};
    {
        const auto connection = database.open_writer();
        store::migrate(*connection);
        connection->begin_write();
        store::Transaction tx{*connection};
        const auto now = wall_clock();
        tx.run("INSERT INTO facts_of_store (name, value) VALUES ('kind', 'demonstration')");
        store::set_epoch(tx, Ulid::from(now, random_bytes()));
        const auto context = content::LoadContext::at(now, "tests of the disk");
        content::load_starting_content(tx, context);
        content::load_demonstration(tx, context);
        const auto series =
            tx.row<SeriesId>("SELECT id FROM series WHERE state = 'running' AND current = 1").value();
        world.series = {StreamKind::series, series};
        world.threads = tx.rows<std::string>("SELECT id FROM threads WHERE stream = ? ORDER BY id LIMIT ?",
                                             world.series, threads);
        for (const auto& person : tx.rows<PersonId>(of_series, series, writers)) {
            const auto token = random_secret();
            identity::make_token(tx, person, secret_hash(token), "disk", now,
                                 now + Millis{std::chrono::days{1}});
            world.writers.push_back({person, token});
        }
        connection->commit();
    }
    world.files = files_in(folder.path());
    return world;
}

std::optional<World>& earlier() {
    static std::optional<World> world;
    return world;
}

} // namespace

const World& world() {
    if (earlier()) return *earlier();
    static const World one = made();
    return one;
}

Json written(const World& world) {
    Json json{{"series", world.series.name()}, {"threads", world.threads}, {"writers", Json::array()}};
    for (const auto& writer : world.writers)
        json["writers"].push_back({{"person", writer.person.str()}, {"token", writer.token}});
    return json;
}

void go_back_to(const Json& written) {
    if (written.is_null()) return earlier().reset();
    World world;
    world.series = Stream::parse(written.at("series").get<std::string>()).value();
    world.threads = written.at("threads");
    for (const auto& one : written.at("writers"))
        world.writers.push_back(
            {PersonId{Ulid::parse(one.at("person").get<std::string>()).value()}, one.at("token")});
    earlier() = std::move(world);
}

} // namespace interstate::tests::disk
