#pragma once
// A database in a temporary folder, with all migrations.
#include "content/content.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"

#include <cstdlib>
#include <filesystem>

namespace interstate::tests {

class FreshDatabase {
  public:
    FreshDatabase() {
        std::string pattern = (std::filesystem::temp_directory_path() / "interstate-content-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        database_ = std::make_unique<store::SqliteDatabase>(folder_ / "interstate.db");
        connection_ = database_->open_writer();
        store::migrate(*connection_);
    }
    ~FreshDatabase() {
        connection_.reset();
        std::filesystem::remove_all(folder_);
    }
    FreshDatabase(const FreshDatabase&) = delete;
    FreshDatabase& operator=(const FreshDatabase&) = delete;
    [[nodiscard]] store::Connection& connection() { return *connection_; }

  private:
    std::filesystem::path folder_;
    std::unique_ptr<store::SqliteDatabase> database_;
    std::unique_ptr<store::Connection> connection_;
};

} // namespace interstate::tests
