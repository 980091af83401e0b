// What people read. The web client takes the same words from the published protocol (words.json).
#include "features/action_steps/action_steps_records.hpp"

#include <utility>

namespace interstate::action_steps {

std::string_view words_for(Status status) {
    switch (status) {
    case Status::proposed:
        return "Proposed";
    case Status::declined:
        return "Declined";
    case Status::not_started:
        return "Not started";
    case Status::on_track:
        return "On track";
    case Status::at_risk:
        return "At risk";
    case Status::blocked:
        return "Blocked";
    case Status::completed:
        return "Completed";
    case Status::set_aside:
        return "Set aside";
    }
    std::unreachable();
}

std::string_view words_for(Category category) {
    switch (category) {
    case Category::policy_guidance:
        return "Policy and guidance";
    case Category::tools_templates:
        return "Tools and templates";
    case Category::data_monitoring:
        return "Data and progress monitoring";
    case Category::capacity_learning:
        return "Capacity and professional learning";
    case Category::funding_resources:
        return "Funding and resource allocation";
    case Category::engagement_partnership:
        return "Engagement and partnership";
    case Category::communication:
        return "Communication and reporting";
    case Category::evidence_research:
        return "Evidence and evaluation";
    }
    std::unreachable();
}

std::string_view words_for(Horizon horizon) {
    switch (horizon) {
    case Horizon::days_30:
        return "30 days";
    case Horizon::days_60:
        return "60 days";
    case Horizon::days_90:
        return "90 days";
    case Horizon::longer:
        return "Longer";
    }
    std::unreachable();
}

} // namespace interstate::action_steps
