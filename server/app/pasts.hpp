#pragma once
// What followers have missed: from memory where the grounds stand and the last events of the stream reach
// back so far, else from a reader. Lives on the io thread.
#include "app/acquaintances.hpp"
#include "app/gate.hpp"
#include "app/queries.hpp"
#include "app/waiting_line.hpp"
#include "live/hub.hpp"

#include <functional>
#include <vector>

namespace interstate::app {

/// A stream from a follower's point of view: what to send before the news.
struct Past {
    bool allowed = false;
    std::vector<live::Stretch> frames;
    /// The number of the last event in it.
    std::int64_t position = 0;
};

class Pasts {
  public:
    /// Nothing when the database did not answer: that says nothing about rights.
    using Answer = std::move_only_function<void(std::optional<Past>)>;

    Pasts(boost::asio::io_context& io, Gate& gate, Acquaintances& acquaintances, live::Hub& hub,
          Queries& queries)
        : gate_{gate}, acquaintances_{acquaintances}, hub_{hub}, queries_{queries},
          waiting_{io, [this] { answer_portion(); }} {}

    /// What `person` has missed of a stream since `(epoch, after)`, or a snapshot. Whoever asks has joined
    /// the stream's followers already. `answer` is called later, with what the database says after this call.
    void ask(const wire::FollowFrame& follow, const PersonId& person, Answer answer);

  private:
    struct Asked {
        wire::FollowFrame follow;
        PersonId person;
        Answer answer;
        /// Their rights were read already: next time all of it is.
        bool rights_read = false;
    };
    using Asking = std::vector<Asked>;
    void answer_portion();
    /// Adds to `unknown` who must be read for.
    void answer_or_keep(Asked asked, Asking& unknown);
    [[nodiscard]] std::optional<Past> remembered(const Asked& asked) const;
    /// Whether a reader need only say what they may do.
    [[nodiscard]] bool lacks_only_rights(const Asked& asked) const;
    void read_for(Asking asking);
    void go_on(Asked asked, const CatchUp& read, std::uint64_t times_forgotten);
    static void tell(Asked& asked, std::optional<Past> past);

    Gate& gate_;
    Acquaintances& acquaintances_;
    live::Hub& hub_;
    Queries& queries_;
    /// As at the Door: the grounds are asked for after each of them has joined.
    WaitingLine<Asked> waiting_;
};

} // namespace interstate::app
