// INV-37: nothing is hard-deleted within thirty days; putting back brings it as it was, with its answers.
#include "base/secret.hpp"
#include "protocol/house.hpp"

#include <map>
#include <random>

using namespace interstate;
using namespace interstate::tests;

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t life_ms = 30 * day_ms;

/// One post as it should be.
struct Model {
    std::string text;
    int revision = 1;
    bool removed = false, gone = false;
    std::int64_t removed_at = 0;
};

class Walk {
  public:
    Walk() {
        const auto begun = author.command(
            "start_thread",
            {{"anchor", "topic"}, {"anchor_id", house.cast.series.str()}, {"title", "T"}, {"text", "First"}});
        thread = begun["result"]["thread"];
        for (int i = 0; i < 4; ++i) {
            const auto text = "Text " + std::to_string(i);
            const std::string post =
                author.command("add_post", {{"thread", thread}, {"text", text}})["result"]["post"];
            posts[post] = {.text = text};
            answers.push_back(author.command(
                "add_post", {{"thread", thread}, {"text", "Answer"}, {"reply_to", post}})["result"]["post"]);
        }
    }
    void remove(const std::string& post, Model& model) {
        const auto reply = author.command("remove_post", {{"post", post}});
        CHECK((reply["t"] == "ack") == !model.removed);
        if (model.removed) return;
        model.removed = true;
        model.removed_at = house.now().ms;
        ++model.revision;
    }
    void restore(const std::string& post, Model& model) {
        const auto reply = author.command("restore_post", {{"post", post}});
        CHECK((reply["t"] == "ack") == (model.removed && !model.gone));
        if (model.removed && model.gone) CHECK(reply["code"] == "gone");
        if (reply["t"] != "ack") return;
        model.removed = false;
        ++model.revision;
    }
    void edit(const std::string& post, Model& model, const std::string& text) {
        const auto reply =
            author.command("edit_post", {{"post", post}, {"revision", model.revision}, {"text", text}});
        CHECK((reply["t"] == "ack") == !model.removed);
        if (model.removed) return;
        model.text = text;
        ++model.revision;
    }
    /// As the server's clockwork does.
    void pass(std::int64_t span_ms) {
        house.ahead += span_ms;
        house.do_what_is_due("empty_post", "post");
        for (auto& [post, model] : posts)
            if (model.removed && house.now().ms >= model.removed_at + life_ms) model.gone = true;
    }
    void check() {
        for (const auto& [post, model] : posts) {
            INFO(post << " " << model.text);
            CHECK(house.one<bool>("SELECT removed FROM posts WHERE id = ?", post) == model.removed);
            CHECK(house.one<std::string>("SELECT text FROM posts WHERE id = ?", post) ==
                  (model.removed ? "" : model.text));
            const auto kept = house.one<std::string>("SELECT coalesce((SELECT text FROM post_versions WHERE "
                                                     "post = ? ORDER BY revision DESC LIMIT 1), '')",
                                                     post);
            if (model.removed) CHECK(kept == (model.gone ? "" : model.text));
        }
        for (const auto& answer : answers)
            CHECK(house.one<int>("SELECT count(*) FROM posts WHERE id = ? AND removed = 0 AND text = 'Answer'"
                                 " AND reply_to IS NOT NULL",
                                 answer) == 1);
        const auto standing = static_cast<int>(
            std::ranges::count_if(posts, [](const auto& one) { return !one.second.removed; }));
        CHECK(house.one<int>("SELECT posts FROM threads WHERE id = ?", thread) ==
              standing + 1 + static_cast<int>(answers.size()));
        const auto listed = author.query("trash", {{"collaborative", house.cast.collaborative.str()}});
        std::size_t there = 0;
        for (const auto& [post, model] : posts) there += model.removed && !model.gone ? 1 : 0;
        CHECK(listed["body"]["items"].size() == there);
    }

    House house;
    Client author{house, house.cast.member};
    std::string thread;
    std::map<std::string, Model> posts;
    std::vector<std::string> answers;
};

} // namespace

TEST_CASE("INV-37 through any course of removing, putting back, editing and waiting nothing is lost within "
          "thirty days") {
    const auto seed = 2026U;
    INFO("seed " << seed);
    std::mt19937 random{seed};
    const auto choose = [&](int most) { return std::uniform_int_distribution<int>{0, most}(random); };
    Walk walk;
    for (int step = 0; step < 70; ++step) {
        auto one = std::next(walk.posts.begin(), choose(3));
        INFO("step " << step);
        switch (choose(4)) {
        case 0:
        case 1:
            walk.remove(one->first, one->second);
            break;
        case 2:
            walk.restore(one->first, one->second);
            break;
        case 3:
            walk.edit(one->first, one->second, "Edited " + std::to_string(step));
            break;
        default:
            walk.pass(choose(20) * day_ms);
        }
        walk.check();
    }
}

TEST_CASE(
    "what is put back is seen by exactly those who saw it before; its news of the past stay forgotten") {
    House house;
    Client author{house, house.cast.member};
    const auto begun = author.command("start_thread", {{"anchor", "topic"},
                                                       {"anchor_id", house.cast.series.str()},
                                                       {"title", "T"},
                                                       {"text", "Only for the series"}});
    const std::string thread = begun["result"]["thread"], post = begun["result"]["post"];
    CHECK(author.command("remove_post", {{"post", post}})["t"] == "ack");
    CHECK(author.command("restore_post", {{"post", post}})["t"] == "ack");
    Client outsider{house, house.cast.outsider}, partner{house, house.cast.partner};
    const auto asked = [&](Client& client) { return client.query("posts_of_thread", {{"thread", thread}}); };
    CHECK(asked(outsider)["t"] == "refusal");
    CHECK(asked(partner)["records"][0]["record"]["text"] == "Only for the series");
    CHECK(outsider.command("restore_post", {{"post", post}})["code"] == "not_allowed");
    // Removed again, no kept event says what it said.
    CHECK(author.command("remove_post", {{"post", post}})["t"] == "ack");
    CHECK(house.one<int>("SELECT count(*) FROM journal WHERE instr(payload, 'Only for the series') > 0") ==
          0);
}
