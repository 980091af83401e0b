#include "app/linked_command.hpp"

#include "features/action_links/action_links.hpp"

namespace interstate::app {
namespace {

class LinkedCommand : public AnyCommand {
  public:
    LinkedCommand(std::unique_ptr<AnyCommand> command, std::string secret_hash, std::string answered)
        : command_{std::move(command)}, secret_hash_{std::move(secret_hash)}, answered_{std::move(answered)} {
    }
    Result<Decided> run(store::Transaction& tx, const Context& context, const Look& look) const override {
        const auto link = action_links::look_at(tx, secret_hash_, context.now);
        if (!link || link->person != context.actor || !action_links::is_theirs(tx, *link))
            return refuse("link_over", "This link is over.");
        if (link->used_at) return refuse("link_used", "This link was used already.");
        if (!action_links::is_open(tx, *link)) return refuse("link_over", "This link is over.");
        auto by_mail = context;
        by_mail.by_mail_link = true;
        auto decided = command_->run(tx, by_mail, look);
        if (decided) action_links::use(tx, secret_hash_, answered_, context.now);
        return decided;
    }
    [[nodiscard]] std::string_view name() const override { return command_->name(); }
    [[nodiscard]] bool secret_result() const override { return command_->secret_result(); }
    [[nodiscard]] bool forgets() const override { return command_->forgets(); }
    [[nodiscard]] std::string body() const override { return command_->body(); }
    [[nodiscard]] bool is_about(const PersonId& person) const override { return command_->is_about(person); }
    [[nodiscard]] std::optional<CollaborativeId> collaborative() const override {
        return command_->collaborative();
    }

  private:
    std::unique_ptr<AnyCommand> command_;
    std::string secret_hash_, answered_;
};

} // namespace

std::unique_ptr<AnyCommand> by_link(std::unique_ptr<AnyCommand> command, std::string secret_hash,
                                    std::string answered) {
    return std::make_unique<LinkedCommand>(std::move(command), std::move(secret_hash), std::move(answered));
}

} // namespace interstate::app
