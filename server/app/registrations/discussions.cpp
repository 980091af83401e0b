#include "features/discussions/discussions.hpp"
#include "app/register.hpp"
#include "app/registrations/all.hpp"

namespace interstate::app {

void register_discussions(Registry& registry) {
    using namespace discussions;
    registry.add_command<StartThread>();
    registry.add_command<AddPost>();
    registry.add_command<EditPost>();
    registry.add_command<RemovePost>();
    registry.add_command<MarkRead>();
    registry.add_query<PostsOfThread>();
    registry.add_query<VersionsOfPost>();
    registry.add_query<PreviewMarkdown>();
    registry.add_query<Threads>();
    registry.add_record<Thread>();
    registry.add_record<Post>();
    registry.add_record<ReadMark>();
}

} // namespace interstate::app
