// The chain of the audit: what is changed, cut out, put in or cut off is found, and erasing breaks nothing.
#include "features/audit/audit.hpp"
#include "support/people.hpp"

#include <random>

using namespace interstate;
using namespace interstate::audit;
using namespace interstate::law;

namespace {

/// A collaborative and so many rows.
class Chain : public MemoryStore {
  public:
    explicit Chain(int rows) {
        add_collaborative(tx());
        for (int i = 1; i <= rows; ++i) write(i);
    }
    void write(int number) {
        add(tx(),
            {.actor = administrator,
             .via = Via::web,
             .verb = number % 2 ? "suspend_person" : "readmit_person",
             .target_kind = "person",
             .target = ohioan,
             .before = R"({"name":"Ohm"})",
             .after = "{\"number\":" + std::to_string(number) + "}"},
            {number * 1000}, "salt" + std::to_string(number));
    }
    /// As somebody does who has the file and the knowledge: without the triggers.
    void tamper(const std::string& sql) {
        for (const char* trigger : {"audit_never_changed", "audit_never_removed", "audit_only_at_the_end",
                                    "audit_bodies_never_changed", "audit_bodies_only_erased"})
            tx().connection().script(std::string{"DROP TRIGGER IF EXISTS "} + trigger);
        tx().connection().script("PRAGMA foreign_keys = OFF");
        tx().connection().script(sql);
    }
};

void erase_body(store::Transaction& tx, int seq) {
    tx.run("INSERT INTO audit_erased (seq, at) VALUES (?, 1)", seq);
    tx.run("DELETE FROM audit_bodies WHERE seq = ?", seq);
}

} // namespace

TEST_CASE("INV-36 rows are dense, each names its actor, and the chain holds") {
    Chain chain{300};
    CHECK(fault_of_chain(chain.tx()).empty());
    CHECK(head(chain.tx()).seq == 300);
    CHECK(!chain.tx().any("SELECT 1 FROM audit WHERE actor IS NULL AND via IN ('web', 'api')"));
    CHECK_THROWS(
        add(chain.tx(), {.via = Via::web, .verb = "suspend_person", .target_kind = "person"}, {1}, "s"));
    CHECK_THROWS(
        add(chain.tx(), {.via = Via::system, .verb = "unheard_of", .target_kind = "person"}, {1}, "s"));
}

TEST_CASE("INV-36 nothing is changed, removed or put in, by whatever statement") {
    Chain chain{5};
    for (const char* sql :
         {"UPDATE audit SET actor = NULL, via = 'system' WHERE seq = 3", "DELETE FROM audit WHERE seq = 5",
          "DELETE FROM audit", "UPDATE audit_bodies SET after = '' WHERE seq = 1",
          "DELETE FROM audit_bodies WHERE seq = 1",
          "INSERT INTO audit SELECT 7, at, actor, via, verb, target_kind, target, collaborative, "
          "organisation,"
          " series, command, body_digest, prev_hash, hash FROM audit WHERE seq = 5",
          "REPLACE INTO audit SELECT * FROM audit WHERE seq = 2",
          "REPLACE INTO audit_bodies SELECT seq, salt, '', '' FROM audit_bodies WHERE seq = 2"}) {
        INFO(sql);
        CHECK_THROWS(chain.tx().connection().script(sql));
    }
    CHECK(fault_of_chain(chain.tx()).empty());
}

TEST_CASE("INV-36 whatever is changed past the triggers is found, at its number") {
    const std::vector<std::pair<std::string, std::string>> tampered{
        {"UPDATE audit SET verb = 'sign_in' WHERE seq = 4", "number 4: was changed"},
        {"UPDATE audit SET actor = (SELECT id FROM people WHERE name = 'Ute') WHERE seq = 4",
         "number 4: was changed"},
        {"UPDATE audit SET at = at + 1 WHERE seq = 1", "number 1: was changed"},
        {"UPDATE audit SET organisation = NULL WHERE seq = 2", "number 2: was changed"},
        {"UPDATE audit SET hash = prev_hash WHERE seq = 9", "number 9: was changed"},
        {"DELETE FROM audit WHERE seq = 6", "number 6 is missing"},
        {"DELETE FROM audit WHERE seq > 7", "ends at number 7, and should at 10"},
        {"DELETE FROM audit", "ends at number 0, and should at 10"},
        {"UPDATE audit_bodies SET after = '{}' WHERE seq = 3",
         "number 3: what it says of before and after was changed"},
        {"UPDATE audit_bodies SET salt = 'x' WHERE seq = 3",
         "number 3: what it says of before and after was changed"},
        {"DELETE FROM audit_bodies WHERE seq = 8",
         "number 8: what it said of before and after is gone, and nobody erased it"}};
    for (const auto& [sql, fault] : tampered) {
        INFO(sql);
        Chain chain{10};
        chain.tamper(sql);
        CHECK(fault_of_chain(chain.tx()) == fault);
    }
}

TEST_CASE("INV-36 a row that is exchanged for another with a hash of its own breaks the next") {
    std::mt19937 random{2026};
    for (int round = 0; round < 20; ++round) {
        Chain chain{20};
        const auto seq = std::uniform_int_distribution<int>{1, 19}(random);
        const auto row =
            chain.tx().row<std::string>("SELECT prev_hash FROM audit WHERE seq = ?", seq).value();
        const auto at = chain.tx().row<Instant>("SELECT at FROM audit WHERE seq = ?", seq).value();
        const auto digest =
            chain.tx().row<std::string>("SELECT body_digest FROM audit WHERE seq = ?", seq).value();
        const Link forged{.seq = seq,
                          .at = at,
                          .actor = utahn,
                          .via = Via::web,
                          .verb = "suspend_person",
                          .target_kind = "person",
                          .target = ohioan,
                          .collaborative = collaborative,
                          .organisation = ohio,
                          .series = {},
                          .command = {},
                          .body_digest = digest,
                          .prev_hash = row};
        chain.tamper("UPDATE audit SET verb = 'suspend_person', actor = '" + utahn.str() + "', hash = '" +
                     hash_of(forged) + "' WHERE seq = " + std::to_string(seq));
        CHECK(fault_of_chain(chain.tx()) ==
              "number " + std::to_string(seq + 1) + ": does not follow from the one before it");
    }
}

TEST_CASE("a body that is erased leaves its digest, and the chain holds; it comes back by nothing") {
    Chain chain{10};
    erase_body(chain.tx(), 3);
    CHECK(fault_of_chain(chain.tx()).empty());
    CHECK_THROWS(
        chain.tx().run("INSERT INTO audit_bodies (seq, salt, before, after) VALUES (3, '', '', '')"));
    chain.write(11);
    CHECK(fault_of_chain(chain.tx()).empty());
}

TEST_CASE("a chain that was cut off and says so itself is found out by what a copy remembers") {
    Chain chain{10};
    const auto once = head(chain.tx());
    chain.write(11);
    CHECK(fault_against(chain.tx(), once).empty());
    chain.tamper("DELETE FROM audit_bodies WHERE seq > 8; DELETE FROM audit_people WHERE seq > 8;"
                 "DELETE FROM audit WHERE seq > 8;"
                 "UPDATE audit_head SET seq = 8, hash = (SELECT hash FROM audit WHERE seq = 8)");
    CHECK(fault_of_chain(chain.tx()).empty()); // nothing within it tells
    CHECK(fault_against(chain.tx(), once) == "number 10 is gone");
    chain.write(12);
    chain.write(13);
    CHECK(fault_against(chain.tx(), once) == "number 10 is another than it was");
}

TEST_CASE("no two rows are hashed alike by moving what stands in one member to the next") {
    Link one{.verb = "ab", .target_kind = "c"}, two{.verb = "a", .target_kind = "bc"};
    CHECK(hash_of(one) != hash_of(two));
    CHECK(digest_of_body("a", "bc", "d") != digest_of_body("ab", "c", "d"));
}
