// Those who are answered a portion in each turn.
#include "app/waiting_line.hpp"

#include "support/catch.hpp"

#include <stdexcept>
#include <vector>

using namespace interstate;
using interstate::app::WaitingLine;

TEST_CASE("all who come in one turn of the thread are there when their turn comes, and portions follow each "
          "other") {
    boost::asio::io_context io;
    std::vector<std::vector<int>> turns;
    WaitingLine<int>* line = nullptr;
    WaitingLine<int> waiting{io, [&] {
                                 auto& turn = turns.emplace_back();
                                 while (turn.size() < 2)
                                     if (const auto one = line->next())
                                         turn.push_back(*one);
                                     else
                                         return;
                             }};
    line = &waiting;
    CHECK(!waiting.next());
    for (int one = 1; one <= 5; ++one) waiting.join(one);
    CHECK(turns.empty());
    io.run();
    CHECK(turns == std::vector<std::vector<int>>{{1, 2}, {3, 4}, {5}});
    waiting.join(6);
    io.restart();
    io.run();
    CHECK(turns.back() == std::vector{6});
}

TEST_CASE("whoever waits has a turn, though an earlier turn threw") {
    boost::asio::io_context io;
    std::vector<int> answered;
    WaitingLine<int>* line = nullptr;
    WaitingLine<int> waiting{io, [&] {
                                 const auto one = line->next();
                                 if (one == 1) throw std::bad_alloc{};
                                 answered.push_back(one.value());
                             }};
    line = &waiting;
    for (int one = 1; one <= 3; ++one) waiting.join(one);
    io.run();
    CHECK(answered == std::vector{2, 3});
    waiting.join(4);
    io.restart();
    io.run();
    CHECK(answered == std::vector{2, 3, 4});
}
