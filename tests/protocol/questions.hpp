#pragma once
// What can be asked, about the own state's things and about others'.
#include "protocol/house.hpp"

namespace interstate::tests {

/// A body for each query, about the own state's things in its series.
std::map<std::string, Json> questions(House& house);

/// A query with something to look for besides.
struct Question {
    std::string query;
    Json body;
};
/// Each id that a query takes, of the own state's things and of other states', of what all see and of what a
/// team or those who prepare it keep to themselves.
std::vector<Question> pointed_questions(House& house);

} // namespace interstate::tests
