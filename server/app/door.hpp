#pragma once
// Recognises who shows a secret. Nobody is recognised but by an acquaintance that rests on the grounds as
// they are now; a reader only makes acquaintances. Lives on the io thread.
#include "app/acquaintances.hpp"
#include "app/commands.hpp"
#include "app/gate.hpp"
#include "app/queries.hpp"
#include "app/sender.hpp"
#include "app/waiting_line.hpp"

#include <expected>
#include <functional>
#include <vector>

namespace interstate::app {

struct Recognised {
    Sender sender;
    std::shared_ptr<const Reception> reception;
};

enum class Unrecognised {
    unknown,     ///< nobody's secret, or that of a login which is over
    not_just_now ///< the database did not say: ask again
};

class Door {
  public:
    using Answer = std::move_only_function<void(std::expected<Recognised, Unrecognised>)>;

    Door(boost::asio::io_context& io, Gate& gate, Acquaintances& acquaintances, Queries& queries,
         Commands& commands, std::function<Instant()> clock, std::function<Millis()> uptime)
        : gate_{gate}, acquaintances_{acquaintances}, queries_{queries}, commands_{commands},
          clock_{std::move(clock)}, uptime_{std::move(uptime)}, waiting_{io, [this] { answer_portion(); }} {}

    /// `credential` is the digest of the secret. `answer` is called later, with what the database says after
    /// this call.
    void recognise(std::string credential, Shown shown, Answer answer);

  private:
    struct Caller {
        std::string credential;
        Shown shown;
        Answer answer;
        /// How often a reader looked them up.
        int reads = 0;
    };
    using Callers = std::vector<Caller>;
    void answer_portion();
    /// Adds to `strangers` who must be read about.
    void answer_or_keep(Caller caller, bool grounded, Callers& strangers);
    void tell(Caller& caller, std::expected<Recognised, Unrecognised> who);
    void let_in(Caller& caller, const Acquaintance& known);
    void read_about(Callers strangers);
    /// Makes the acquaintance, and lets them line up again: by then the grounds may have changed.
    void introduce(Caller caller, std::int64_t grounds, const Acquaintance& found);
    /// Says that the login is in use, where that has not been said lately.
    void touch(const std::string& credential, const identity::Login& login);

    Gate& gate_;
    Acquaintances& acquaintances_;
    Queries& queries_;
    Commands& commands_;
    std::function<Instant()> clock_;
    std::function<Millis()> uptime_;
    /// All who come in one turn are answered together: the grounds are asked for once, and after each of them
    /// has come.
    WaitingLine<Caller> waiting_;
};

} // namespace interstate::app
