#include "disk/failing.hpp"

#include "disk/life.hpp"
#include "store/receipts.hpp"

#include <cstdlib>

namespace interstate::tests::disk {
namespace {

Files made(bool log) {
    const TemporaryFolder folder;
    store::SqliteDatabase database{folder.path() / database_name};
    store::migrate(*database.open_writer());
    const auto connection = database.open_writer();
    connection->begin_write();
    store::Transaction tx{*connection};
    for (int n = 1; n <= 50; ++n)
        store::add_receipt(tx, PersonId{}, CommandId{Ulid::from({n}, {9})}, {n},
                           {"digest", std::string(200, 'o')});
    connection->commit();
    return log ? files_in(folder.path()) : Files{};
}

Files closed(const Files& files) {
    const TemporaryFolder folder;
    write_files(folder.path(), files);
    store::SqliteDatabase{folder.path() / database_name}.open_writer();
    return files_in(folder.path());
}

/// The database opens, is sound, and holds what it must.
void look_at(const Files& files, const Look& look) {
    const TemporaryFolder folder;
    write_files(folder.path(), files);
    const auto connection = store::SqliteDatabase{folder.path() / database_name}.open_writer();
    store::migrate(*connection);
    CHECK(connection->integrity() == "");
    store::Transaction tx{*connection};
    if (look) look(tx);
}

} // namespace

const Files& migrated(bool log) {
    static const Files with_log = made(true), without = closed(with_log);
    return log ? with_log : without;
}

bool is_long() {
    static const bool asked = std::getenv("INTERSTATE_LONG") != nullptr;
    return asked;
}

const std::vector<Trouble>& troubles() {
    using enum Breakage;
    constexpr auto for_ever = Recorder::for_ever;
    static const std::vector<Trouble> all{{broken, 1},      {broken, 2},        {broken, 5},
                                          {broken, 20},     {broken, for_ever}, {full, 1},
                                          {full, for_ever}, {busy, 1},          {short_write, 1}};
    static const std::vector<Trouble> some{{broken, 1}, {broken, 5}, {full, for_ever}};
    return is_long() ? all : some;
}

int after(int nth) { return nth + (is_long() || nth < 10 ? 1 : nth / 2); }

int fail_each(const Files& before, const std::vector<Trouble>& all,
              const std::function<Look(const Try&)>& operation) {
    int tries = 0;
    for (const auto& trouble : all) {
        bool broken = true;
        for (int nth = 1; broken; nth = after(nth)) {
            ++tries;
            const TemporaryFolder folder;
            write_files(folder.path(), before);
            Recorder recorder{folder.path()};
            const Try one{recorder, folder.path() / database_name, nth, trouble};
            INFO(word_of(trouble.breakage) << " from call " << nth << " on, " << trouble.count << " times");
            const auto look = operation(one);
            broken = recorder.broken().has_value();
            INFO("the first broken call: " << (broken ? word_of(*recorder.broken()) : "none"));
            recorder.mend();
            std::mt19937_64 chance{1};
            const auto left = recorder.platter().after_cut(chance, {.happened = 0});
            look_at(files_in(folder.path()), look);
            look_at(left, look);
        }
    }
    return tries;
}

} // namespace interstate::tests::disk
