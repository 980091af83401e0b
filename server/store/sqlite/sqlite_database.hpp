#pragma once
// SQLite behind the store's door: one file, one writer, readers beside it.
#include "store/connection.hpp"

#include <filesystem>

namespace interstate::store {

/// Marks our files in the SQLite header: "ISTA".
inline constexpr int application_id = 0x49535441;

class SqliteDatabase : public Database {
  public:
    /// Opens nothing yet. The folder must exist.
    explicit SqliteDatabase(std::filesystem::path file) : file_{std::move(file)} {}
    std::unique_ptr<Connection> open_writer() override;
    std::unique_ptr<Connection> open_reader() override;
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  private:
    std::filesystem::path file_;
};

} // namespace interstate::store
