#pragma once
// What feature SQL is written against: run, row, rows. Values are always bound, never pasted into the text.
#include "store/columns.hpp"
#include "store/heads.hpp"

#include <boost/pfr/core.hpp>

#include <concepts>
#include <optional>
#include <string_view>
#include <vector>

namespace interstate::store {

/// One transaction on one connection. Made by Writer and Readers only; never kept beyond its body.
class Transaction {
  public:
    /// `heads`: who counts the events of many units of work and puts the heads down before the COMMIT;
    /// nobody: each event puts down its own.
    explicit Transaction(Connection& connection, Heads* heads = nullptr)
        : connection_{connection}, heads_{heads} {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Runs a statement that returns no rows; gives the number of rows it changed.
    template <class... Args>
    std::int64_t run(std::string_view sql, const Args&... args) {
        Bound statement{connection_, sql, args...};
        while (statement->step()) {
        }
        return connection_.changes();
    }

    /// The first row, or nothing. A plain aggregate is filled column by column in the order of its members.
    template <class T, class... Args>
    std::optional<T> row(std::string_view sql, const Args&... args) {
        Bound statement{connection_, sql, args...};
        if (!statement->step()) return std::nullopt;
        std::optional<T> out{std::in_place};
        fill(*statement, *out);
        return out;
    }

    /// All rows, in the order the SQL asks for.
    template <class T, class... Args>
    std::vector<T> rows(std::string_view sql, const Args&... args) {
        Bound statement{connection_, sql, args...};
        std::vector<T> out;
        while (statement->step()) fill(*statement, out.emplace_back());
        return out;
    }

    /// True when the query has at least one row.
    template <class... Args>
    bool any(std::string_view sql, const Args&... args) {
        Bound statement{connection_, sql, args...};
        return statement->step();
    }

    [[nodiscard]] Connection& connection() { return connection_; }
    [[nodiscard]] Heads* heads() { return heads_; }

  private:
    class Bound {
      public:
        template <class... Args>
        Bound(Connection& connection, std::string_view sql, const Args&... args)
            : statement_{connection.prepare(sql)} {
            int index = 0;
            (bind_one(++index, args), ...);
        }
        ~Bound() { statement_.reset(); }
        Bound(const Bound&) = delete;
        Bound& operator=(const Bound&) = delete;
        Statement* operator->() { return &statement_; }
        Statement& operator*() { return statement_; }

      private:
        template <class A>
        void bind_one(int index, const A& value) {
            Column<A>::bind(statement_, index, value);
        }
        Statement& statement_;
    };

    template <class T>
    static void fill(const Statement& statement, T& out) {
        if constexpr (requires { Column<T>::read(statement, 0, out); }) {
            Column<T>::read(statement, 0, out);
        } else {
            if (statement.columns() != static_cast<int>(boost::pfr::tuple_size_v<T>))
                throw Failure{Fault::misuse, "a query has other columns than its struct has members"};
            int index = 0;
            boost::pfr::for_each_field(
                out, [&]<class Field>(Field& field) { Column<Field>::read(statement, index++, field); });
        }
    }

    Connection& connection_;
    Heads* heads_;
};

} // namespace interstate::store
