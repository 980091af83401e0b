// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export const words = {
  "status": {
    "proposed": "Proposed",
    "declined": "Declined",
    "not_started": "Not started",
    "on_track": "On track",
    "at_risk": "At risk",
    "blocked": "Blocked",
    "completed": "Completed",
    "set_aside": "Set aside"
  },
  "category": {
    "policy_guidance": "Policy and guidance",
    "tools_templates": "Tools and templates",
    "data_monitoring": "Data and progress monitoring",
    "capacity_learning": "Capacity and professional learning",
    "funding_resources": "Funding and resource allocation",
    "engagement_partnership": "Engagement and partnership",
    "communication": "Communication and reporting",
    "evidence_research": "Evidence and evaluation"
  },
  "horizon": {
    "days_30": "30 days",
    "days_60": "60 days",
    "days_90": "90 days",
    "longer": "Longer"
  }
} as const;
