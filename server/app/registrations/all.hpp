#pragma once
// One function a feature; Registry::everything calls them all.

namespace interstate::app {

class Registry;

void register_audit(Registry& registry);
void register_erasure(Registry& registry);
void register_identity(Registry& registry);
void register_membership(Registry& registry);
void register_permissions(Registry& registry);
void register_exchanges(Registry& registry);
void register_meetings(Registry& registry);
void register_rooms(Registry& registry);
void register_action_steps(Registry& registry);
void register_discussions(Registry& registry);
void register_trash(Registry& registry);
void register_terms(Registry& registry);
void register_reference(Registry& registry);
void register_demonstration(Registry& registry);

} // namespace interstate::app
