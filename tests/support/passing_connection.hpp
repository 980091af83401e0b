#pragma once
// A connection and its statements that pass everything on: what tests derive from to watch or to break one
// thing.
#include "store/connection.hpp"

#include <map>
#include <memory>
#include <string>

namespace interstate::tests {

class PassingStatement : public store::Statement {
  public:
    explicit PassingStatement(store::Statement& real) : real_{real} {}
    void bind_null(int index) override { real_.bind_null(index); }
    void bind_integer(int index, std::int64_t value) override { real_.bind_integer(index, value); }
    void bind_text(int index, std::string_view value) override { real_.bind_text(index, value); }
    void bind_lasting_text(int index, std::string_view value) override {
        real_.bind_lasting_text(index, value);
    }
    bool step() override { return real_.step(); }
    [[nodiscard]] bool is_null(int column) const override { return real_.is_null(column); }
    [[nodiscard]] std::int64_t integer(int column) const override { return real_.integer(column); }
    [[nodiscard]] std::string_view text(int column) const override { return real_.text(column); }
    [[nodiscard]] int columns() const override { return real_.columns(); }
    void reset() noexcept override { real_.reset(); }

  private:
    store::Statement& real_;
};

class PassingConnection : public store::Connection {
  public:
    explicit PassingConnection(std::unique_ptr<store::Connection> real) : real_{std::move(real)} {}
    store::Statement& prepare(std::string_view sql) override { return real_->prepare(sql); }
    void begin_write() override { real_->begin_write(); }
    void begin_read() override { real_->begin_read(); }
    void commit() override { real_->commit(); }
    void rollback() noexcept override { real_->rollback(); }
    [[nodiscard]] std::int64_t changes() const override { return real_->changes(); }
    void script(std::string_view sql) override { real_->script(sql); }
    std::string plan(std::string_view sql) override { return real_->plan(sql); }
    std::string integrity() override { return real_->integrity(); }
    void copy_to(const std::string& path) override { real_->copy_to(path); }

  protected:
    store::Connection& real() { return *real_; }

  private:
    std::unique_ptr<store::Connection> real_;
};

} // namespace interstate::tests
