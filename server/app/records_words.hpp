#pragma once
// What a package of records says about itself, for the person who opens it.
#include "base/zone.hpp"

#include <string>
#include <vector>

namespace interstate::app {

struct SheetInside {
    std::string name, about;
    int rows = 0;
};

struct RecordsReadme {
    std::string organisation, collaborative;
    CivilDate from, until;
    ZoneName zone;
    bool demonstration = false;
    std::vector<SheetInside> sheets;
};

/// README.txt. It says nothing of who asked or when: the same content has the same words.
std::string records_readme(const RecordsReadme& of);

} // namespace interstate::app
