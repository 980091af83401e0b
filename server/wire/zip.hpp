#pragma once
// One file that holds others: ZIP (APPNOTE 6.3), as every computer opens it.
#include <memory>
#include <string>
#include <string_view>

struct archive;

namespace interstate::wire {

/// Packs as it is given: of what is in it only the packed bytes are held. The same files give the same bytes:
/// no time and no owner is written, and every file is of January 1, 1980, the first day that a ZIP knows.
class Zip {
  public:
    Zip();
    ~Zip();
    Zip(const Zip&) = delete;
    Zip& operator=(const Zip&) = delete;

    /// `name`: ASCII, parts parted by '/'. Throws std::runtime_error where it cannot be packed.
    void add(const std::string& name, std::string_view bytes);
    /// The whole, once, at the end.
    std::string finish();

  private:
    struct Closed {
        void operator()(archive* open) const;
    };
    std::string packed_;
    std::unique_ptr<archive, Closed> archive_;
};

} // namespace interstate::wire
