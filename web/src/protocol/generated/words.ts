// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export const words = {
  "verb": {
    "see_extended": "see names, dates and series",
    "see_members": "see the directory and members' topics",
    "see_staff": "see drafts and invitations",
    "see_series": "see steps and topics of a series",
    "see_meeting": "see a session's agenda and who is there",
    "enter_room": "be in a session's room",
    "see_organisation": "see what a team keeps to itself",
    "manage_exchanges": "make and edit series and sessions",
    "admit_members": "admit members, decide tier and seats, set years and their goals",
    "renew_membership": "renew a membership",
    "suspend_people": "suspend a person and let them back in",
    "retire_people": "retire a person, hand over",
    "leave": "leave",
    "name_contact": "name the contact of an organization, and what its people work as",
    "add_people": "add people, decide who asks for a seat",
    "renew_links": "make a sign-in link for somebody else",
    "explain_access": "see why a person can see something",
    "admit_guests": "make a session's guest link, let guests in",
    "run_room": "run a session's room",
    "raise_hand": "raise a hand",
    "rsvp": "say whether they come to a session",
    "rsvp_for_others": "say for somebody else whether they come",
    "commit_step": "commit a state to a step",
    "update_step": "update a state's step",
    "write_post": "start topics, post, reply",
    "moderate": "remove other people's posts",
    "export_contacts": "download lists with addresses",
    "grant_roles": "give and end roles in a series or session",
    "share_team": "give and end roles in the team of an organization",
    "appoint": "give and end roles in the whole collaborative",
    "see_audit": "see who did what",
    "erase_people": "erase a former member",
    "publish_terms": "publish terms of use"
  },
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
