#pragma once
// One operation of the store, again and again: with its 1st, 2nd, … call to the file system broken, until it
// runs without meeting the breakage.
#include "disk/recorder.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <functional>

namespace interstate::tests::disk {

/// What breaks, and for how many calls.
struct Trouble {
    Breakage breakage = Breakage::broken;
    int count = 1;
};

/// Once, for a few calls, and until it is mended; each way of failing in the long form (INTERSTATE_LONG=1).
const std::vector<Trouble>& troubles();
bool is_long();

/// One try: a folder, and what is known to be in its database or not.
struct Try {
    Recorder& recorder;
    std::filesystem::path file;
    int nth = 0;
    Trouble trouble;
    /// From now on calls are counted, and broken.
    void begin() const { recorder.break_calls(nth, trouble.count, trouble.breakage); }
    void mend() const { recorder.mend(); }
};

/// A migrated database, and with `log` one that was not closed: its last commits are in the log only.
const Files& migrated(bool log);

/// Looks at what an operation left: called for what is in the folder, and for what is there when the power
/// goes with everything unsynced.
using Look = std::function<void(store::Transaction&)>;

/// Runs `operation` in each of these troubles, with each call broken that it makes after `begin`. It gives
/// what must be true of the database then. Gives how many tries there were.
int fail_each(const Files& before, const std::vector<Trouble>& troubles,
              const std::function<Look(const Try&)>& operation);

/// The call to break next: each in the long form, else each of the first ten, and then fewer and fewer.
int after(int nth);

} // namespace interstate::tests::disk
