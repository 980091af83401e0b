#pragma once
// The whole server behind its doors, without sockets, for tests of who is let in and what requests are
// answered.
#include "app/server.hpp"

#include "base/log.hpp"
#include "base/secret.hpp"
#include "features/identity/sign_in.hpp"
#include "protocol/house.hpp"

namespace interstate::tests {

class Standing : public DemonstrationCopy {
  public:
    explicit Standing(std::size_t most_of_records = std::size_t{64} * 1024 * 1024)
        : most_records_bytes{most_of_records} {
        log::only_warnings(true);
        member = one<PersonId>(
            "SELECT person FROM role_grants WHERE role = 'state_member' ORDER BY person LIMIT 1");
        secret = sign_in(member);
    }
    ~Standing() {
        if (!stopped) server.stop();
        for (int i = 0; i < 3; ++i) io.poll();
        CHECK(scans(database(), recording.statements()) == "");
    }

    std::string sign_in(const PersonId& person, Millis ago = Millis{0}) {
        const auto fresh = random_secret();
        written([&](store::Transaction& tx) {
            identity::start_sign_in(tx, person, secret_hash(fresh), wall_clock() - ago, "test");
        });
        return fresh;
    }
    std::string token(const PersonId& person, Millis life = std::chrono::hours{1}) {
        const auto fresh = random_secret();
        written([&](store::Transaction& tx) {
            identity::make_token(tx, person, secret_hash(fresh), "test", wall_clock(), wall_clock() + life);
        });
        return fresh;
    }
    app::Request request(const std::string& method, const std::string& path,
                         std::multimap<std::string, std::string> headers = {}, std::string body = {}) {
        return {.method = method,
                .path = path,
                .headers = std::move(headers),
                .body = std::move(body),
                .remote = "::1"};
    }
    std::multimap<std::string, std::string> as(const std::string& cookie) {
        return {{"origin", "http://localhost:8080"}, {"cookie", "interstate_8080=" + cookie}};
    }
    void until(const std::function<bool()>& done) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        while (!done()) {
            if (std::chrono::steady_clock::now() > deadline) FAIL("nothing came for ten seconds");
            io.run_one_for(std::chrono::milliseconds{20});
        }
    }
    app::Response ask(app::Request what) {
        std::optional<app::Response> answer;
        server.handle(std::move(what), [&](app::Response response) { answer = std::move(response); });
        until([&] { return answer.has_value(); });
        return *answer;
    }
    std::expected<std::shared_ptr<app::Conversation>, app::Response>
    open(std::multimap<std::string, std::string> headers) {
        std::optional<std::expected<std::shared_ptr<app::Conversation>, app::Response>> got;
        server.open(request("GET", "/api/live", std::move(headers)),
                    [&](auto result) { got = std::move(result); });
        until([&] { return got.has_value(); });
        return *got;
    }
    Json next(app::Conversation& conversation) {
        std::optional<live::Frame> frame;
        until([&] { return (frame = conversation.outbox().pop()) || conversation.outbox().closing(); });
        if (!frame) FAIL("closed instead of a frame");
        return Json::parse(**frame);
    }

    /// Passwords of tests cost little.
    static constexpr PasswordCosts little{.passes = 1, .bytes = std::size_t{8} * 1024 * 1024};
    std::size_t most_records_bytes;
    /// What tests add to the server's clock.
    Millis ahead{0};
    boost::asio::io_context io;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{io.get_executor()};
    RecordingDatabase recording{database()};
    app::Server server{io,
                       recording,
                       {.front_door = {.port = 8080},
                        .demonstration = true,
                        .presence_grace = std::chrono::seconds{0},
                        .build = "test",
                        .passwords = {.costs = little},
                        .login_look = std::chrono::milliseconds{20},
                        .clock = [this] { return wall_clock() + ahead; },
                        .uptime =
                            [this] {
                                return ahead + std::chrono::duration_cast<Millis>(
                                                   std::chrono::steady_clock::now().time_since_epoch());
                            },
                        .most_records_bytes = most_records_bytes}};
    PersonId member;
    std::string secret;
    bool stopped = false;
};

} // namespace interstate::tests
