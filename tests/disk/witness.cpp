#include "disk/witness.hpp"

#include <algorithm>

namespace interstate::tests::disk {
namespace {

template <class Told>
void forget_after(Told& told, const When& when) {
    std::erase_if(told, [&](const auto& one) { return one.second.when > when; });
}

Json moment_of(const When& when) { return Json::array({when.life, when.steps}); }
When moment_of(const Json& json) { return {json.at(0), json.at(1)}; }

/// A post as it stands, with the number of its receipts and events.
struct Standing {
    std::string thread;
    int number = 0;
    std::string text;
    std::string author;
};

/// An event without its records, and those by what names them.
struct Story {
    explicit Story(const std::string& text) : head(Json::parse(text)) {
        for (const auto& put : head["puts"]) puts[{put["kind"], put["id"]}] = put;
        head.erase("puts");
    }
    Json head;
    std::map<std::pair<std::string, std::string>, Json> puts;
};

} // namespace

bool same_event(const std::string& one, const std::string& other) {
    const Story first{one}, second{other};
    return first.head == second.head && std::ranges::all_of(first.puts, [&](const auto& put) {
               const auto there = second.puts.find(put.first);
               return there == second.puts.end() || there->second == put.second;
           });
}

Witness Witness::as_of(const When& when) const {
    auto then = *this;
    forget_after(then.sent, when);
    forget_after(then.acked, when);
    forget_after(then.heard, when);
    std::erase_if(then.shown, [&](const auto& one) { return one.second > when; });
    for (auto& [place, moments] : then.positions) moments.erase(moments.upper_bound(when), moments.end());
    std::erase_if(then.positions, [](const auto& one) { return one.second.empty(); });
    return then;
}

std::vector<std::string> Witness::faults(store::Transaction& tx) const {
    std::vector<std::string> found;
    judge_posts(tx, found);
    judge_receipts(tx, found);
    judge_news(tx, found);
    return found;
}

void Witness::judge_posts(store::Transaction& tx, std::vector<std::string>& found) const {
    std::map<std::string, std::vector<Standing>> by_text;
    std::set<std::string> threads;
    for (const auto& [id, one] : sent) threads.insert(one.thread);
    for (const auto& thread : threads) {
        int last = 0;
        for (auto& post : tx.rows<Standing>(
                 "SELECT thread, number, text, author FROM posts WHERE thread = ? ORDER BY number", thread)) {
            if (post.number != ++last)
                found.push_back("thread " + thread + " has no post " + std::to_string(last));
            last = post.number;
            by_text[post.text].push_back(std::move(post));
        }
        const auto said = tx.row<int>("SELECT last_number FROM threads WHERE id = ?", thread);
        if (said != last) found.push_back("thread " + thread + " says another last number than its posts");
    }
    for (const auto& [id, one] : sent) {
        const auto& posts = by_text[one.text];
        const auto ack = acked.find(id);
        if (posts.size() > 1) found.push_back("doubled: " + one.text);
        if (ack == acked.end()) continue;
        if (posts.empty())
            found.push_back("acknowledged and lost: " + one.text);
        else if (posts[0].number != ack->second.number || posts[0].thread != one.thread ||
                 posts[0].author != one.person)
            found.push_back("acknowledged and moved: " + one.text);
    }
    for (const auto& [text, when] : shown)
        if (by_text[text].empty()) found.push_back("shown and taken back: " + text);
}

void Witness::judge_receipts(store::Transaction& tx, std::vector<std::string>& found) const {
    struct Place {
        std::string stream;
        std::int64_t seq = 0;
    };
    for (const auto& [id, one] : sent) {
        const auto outcome = tx.row<std::string>(
            "SELECT outcome FROM receipts WHERE person = ? AND command = ?", one.person, id);
        const bool there = tx.any("SELECT 1 FROM posts WHERE thread = ? AND text = ?", one.thread, one.text);
        if (outcome.has_value() != there)
            found.push_back(one.text + (there ? ": a post without a receipt" : ": a receipt without a post"));
        if (!outcome) continue;
        const auto kept = Json::parse(*outcome);
        const auto ack = acked.find(id);
        if (ack != acked.end() && (kept["result"]["number"] != ack->second.number ||
                                   kept["positions"] != Json(ack->second.positions)))
            found.push_back(one.text + ": the receipt is not what was said");
        for (const auto& [stream, seq] : kept["positions"].get<std::map<std::string, std::int64_t>>())
            if (tx.row<std::string>("SELECT command FROM journal WHERE stream = ? AND seq = ?", stream,
                                    seq) != id)
                found.push_back(one.text + ": its event is not where the receipt says, " + stream);
    }
}

void Witness::judge_news(store::Transaction& tx, std::vector<std::string>& found) const {
    struct Count {
        std::string stream;
        std::int64_t head = 0, rows = 0, last = 0;
    };
    for (const auto& one :
         tx.rows<Count>("SELECT s.name, s.head, count(j.seq), coalesce(max(j.seq), 0) FROM streams s"
                        " LEFT JOIN journal j ON j.stream = s.name GROUP BY s.name"))
        if (one.head != one.rows || one.head != one.last) found.push_back("gap in " + one.stream);
    if (tx.any("SELECT 1 FROM journal WHERE stream NOT IN (SELECT name FROM streams)"))
        found.emplace_back("news of a stream without a head");
    for (const auto& [place, event] : heard)
        if (!holds(tx, place.first, place.second, event.bytes))
            found.push_back("published and taken back: " + place.first + " " + std::to_string(place.second));
}

bool Witness::holds(store::Transaction& tx, const std::string& stream, std::int64_t seq,
                    const std::string& heard) {
    const auto kept =
        tx.row<std::string>("SELECT payload FROM journal WHERE stream = ? AND seq = ?", stream, seq);
    if (!kept || *kept == heard) return kept.has_value();
    const Story whole{*kept}, told{heard};
    const auto put_again = [&](const std::pair<std::string, std::string>& name) {
        return tx.any("SELECT 1 FROM journal WHERE stream = ? AND seq > ? AND instr(payload, ?) > 0", stream,
                      seq, R"({"kind":")" + name.first + R"(","id":")" + name.second + R"(","record":)");
    };
    return same_event(*kept, heard) &&
           std::ranges::all_of(told.puts, [&](const auto& put) { return whole.puts.contains(put.first); }) &&
           std::ranges::all_of(whole.puts, [&](const auto& put) {
               return told.puts.contains(put.first) || put_again(put.first);
           });
}

Json Witness::written() const {
    Json json{{"sent", Json::array()},
              {"acked", Json::array()},
              {"heard", Json::array()},
              {"shown", Json::array()}};
    for (const auto& [id, one] : sent)
        json["sent"].push_back({{"id", id},
                                {"at", moment_of(one.when)},
                                {"writer", one.writer},
                                {"person", one.person},
                                {"thread", one.thread},
                                {"text", one.text}});
    for (const auto& [id, one] : acked)
        json["acked"].push_back(
            {{"id", id}, {"at", moment_of(one.when)}, {"number", one.number}, {"positions", one.positions}});
    for (const auto& [place, one] : heard)
        json["heard"].push_back({{"stream", place.first},
                                 {"seq", place.second},
                                 {"at", moment_of(one.when)},
                                 {"bytes", one.bytes}});
    for (const auto& [text, when] : shown) json["shown"].push_back({{"text", text}, {"at", moment_of(when)}});
    for (const auto& [place, moments] : positions)
        json["positions"].push_back({{"writer", place.first},
                                     {"stream", place.second},
                                     {"at", moment_of(moments.rbegin()->first)},
                                     {"seq", moments.rbegin()->second}});
    return json;
}

Witness Witness::read(const Json& json) {
    Witness witness;
    for (const auto& one : json.at("sent"))
        witness.sent[one.at("id")] = {moment_of(one.at("at")), one.at("writer"), one.at("person"),
                                      one.at("thread"), one.at("text")};
    for (const auto& one : json.at("acked"))
        witness.acked[one.at("id")] = {moment_of(one.at("at")), one.at("number"),
                                       one.at("positions").get<std::map<std::string, std::int64_t>>()};
    for (const auto& one : json.at("heard"))
        witness.heard[{one.at("stream"), one.at("seq")}] = {moment_of(one.at("at")), one.at("bytes")};
    for (const auto& one : json.at("shown")) witness.shown[one.at("text")] = moment_of(one.at("at"));
    for (const auto& one : json.value("positions", Json::array()))
        witness.positions[{one.at("writer"), one.at("stream")}][moment_of(one.at("at"))] = one.at("seq");
    return witness;
}

} // namespace interstate::tests::disk
