#include "app/register.hpp"
#include "app/registrations/all.hpp"
#include "features/discussions/flags.hpp"

namespace interstate::app {

void register_discussions(Registry& registry) {
    using namespace discussions;
    registry.add_command<StartThread>(by_journal);
    registry.add_command<AddPost>(by_journal);
    registry.add_command<EditPost>(by_journal);
    registry.add_command<RemovePost>(by_row(Kind::post, &RemovePost::post));
    registry.add_command<MarkRead>(by_journal);
    registry.add_command<RestorePost>(by_row(Kind::post, &RestorePost::post));
    registry.add_command<EmptyPost>(by_row(Kind::post, &PostEmptied::post));
    registry.add_command<FlagPost>(by_row(Kind::post_flag, &PostFlagged::flag));
    registry.add_command<KeepFlaggedPost>(by_row(Kind::post, &KeepFlaggedPost::post));
    registry.add_command<TakeAwayPost>(by_row(Kind::post, &TakeAwayPost::post));
    registry.add_command<ForgetFlags>(by_journal);
    registry.add_query<FlaggedPosts>();
    registry.add_query<PostsOfThread>();
    registry.add_query<VersionsOfPost>();
    registry.add_query<PreviewMarkdown>();
    registry.add_query<Threads>();
    registry.add_record<Thread>();
    registry.add_record<Post>();
    registry.add_record<ReadMark>();
    registry.add_record<PostFlag>();
    registry.add_record<TakenPost>();
    registry.add_record<FlagQueue>();
}

} // namespace interstate::app
