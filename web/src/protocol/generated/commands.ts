// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export interface AllCommands {
  accept_terms: {
    collaborative: string;
    version: number;
  };
  add_guest: {
    meeting: string;
    guest_name: string;
    state?: string;
    channel: 'web' | 'phone' | 'in_room';
  };
  add_organisation: {
    collaborative: string;
    type: 'state_agency' | 'convener' | 'ta_provider' | 'partner' | 'federal';
    full_name: string;
    short_name: string;
    /**
     * an IANA zone, for example America/New_York
     */
    zone: string;
  };
  add_people: {
    collaborative: string;
    lines: string;
  };
  add_post: {
    thread: string;
    text: string;
    reply_to?: string;
  };
  admit_by_domain: {
    organisation: string;
    on: boolean;
    domain?: string;
  };
  admit_guest: {
    guest: string;
  };
  admit_member: {
    organisation: string;
    tier: 'extended' | 'core';
    seat_cap: number;
  };
  announce_meeting: {
    meeting: string;
  };
  answer_invitation: {
    meeting: string;
    answer: 'yes' | 'maybe' | 'no';
    mode?: 'in_person' | 'remote';
    person?: string;
  };
  approve_join_request: {
    request: string;
    tier?: 'extended' | 'core';
    seat_cap?: number;
  };
  arrive: {
    meeting: string;
    person: string;
  };
  ask_for_erasure: {
    collaborative: string;
    person: string;
    asks: boolean;
  };
  ask_for_help: {
    step: string;
    text: string;
  };
  cancel_meeting: {
    meeting: string;
    reason: string;
  };
  change_settings: {
    /**
     * an IANA zone, for example America/New_York
     */
    zone?: string;
    theme?: 'system' | 'light' | 'dark';
    density?: 'comfortable' | 'compact';
    shortcuts?: boolean;
    step_mails?: boolean;
  };
  close_abandoned: {
    meeting: string;
  };
  close_help: {
    step: string;
    answered: boolean;
  };
  close_stale: {};
  commit_step: {
    collaborative: string;
    series?: string;
    meeting?: string;
    organisation: string;
    owner: string;
    title: string;
    measure: string;
    /**
     * a date, YYYY-MM-DD
     */
    due_on: string;
    detail?: string;
    category?:
      | 'policy_guidance'
      | 'tools_templates'
      | 'data_monitoring'
      | 'capacity_learning'
      | 'funding_resources'
      | 'engagement_partnership'
      | 'communication'
      | 'evidence_research';
    level?: 'sea' | 'region' | 'district' | 'school';
    horizon?: 'days_30' | 'days_60' | 'days_90' | 'longer';
    objectives?: string[];
    principles?: number[];
    visibility?: 'organisation' | 'series' | 'members';
  };
  correct_attendance: {
    meeting: string;
    attendance: string;
    minutes?: number;
    reason: string;
  };
  create_series: {
    collaborative: string;
    title: string;
    description: string;
    objectives: {
      short_name: string;
      text: string;
    }[];
    states: string[];
    /**
     * a date, YYYY-MM-DD
     */
    starts_on: string;
    /**
     * a date, YYYY-MM-DD
     */
    ends_on: string;
  };
  decline_guest: {
    guest: string;
  };
  decline_join_request: {
    request: string;
    reason: string;
  };
  decline_renewal: {
    organisation: string;
    reason: string;
  };
  depart: {
    meeting: string;
    person: string;
    /**
     * milliseconds UTC
     */
    at: number;
  };
  discard_meeting: {
    meeting: string;
  };
  discard_series: {
    series: string;
  };
  edit_meeting: {
    meeting: string;
    revision: number;
    title?: string;
    /**
     * a local time, YYYY-MM-DDTHH:MM
     */
    starts_local?: string;
    /**
     * an IANA zone, for example America/New_York
     */
    zone?: string;
    minutes?: number;
    summary?: string;
    place?: string;
    link?: string;
    dial_in?: string;
    pre_work?: string;
    materials?: string;
    outcome?: string;
    objectives?: string[];
    principles?: number[];
  };
  edit_organisation: {
    organisation: string;
    revision: number;
    full_name: string;
    short_name: string;
    /**
     * an IANA zone, for example America/New_York
     */
    zone: string;
    type?: 'state_agency' | 'convener' | 'ta_provider' | 'partner' | 'federal';
  };
  edit_post: {
    post: string;
    revision: number;
    text: string;
  };
  edit_profile: {
    person_name?: string;
    /**
     * an IANA zone, for example America/New_York
     */
    zone?: string;
    pronouns?: string;
    phone?: string;
    bio?: string;
    functions?: (
      | 'school_improvement_lead'
      | 'title_i_director'
      | 'school_leadership'
      | 'deputy_superintendent'
      | 'associate_superintendent'
      | 'principal_supervisor'
      | 'family_engagement'
      | 'accountability_data'
      | 'federal_programs'
      | 'district_leader'
      | 'ta_provider'
      | 'comprehensive_center'
      | 'subject_expert'
    )[];
    offers?: {
      text: string;
      principle?: number;
    }[];
    wants?: {
      text: string;
      principle?: number;
    }[];
    access_needs?: string;
  };
  edit_series: {
    series: string;
    revision: number;
    title: string;
    description: string;
    objectives: {
      short_name: string;
      text: string;
    }[];
    states: string[];
    /**
     * a date, YYYY-MM-DD
     */
    starts_on: string;
    /**
     * a date, YYYY-MM-DD
     */
    ends_on: string;
  };
  edit_step: {
    step: string;
    revision: number;
    title?: string;
    measure?: string;
    detail?: string;
    owner?: string;
    /**
     * a date, YYYY-MM-DD
     */
    due_on?: string;
    category?:
      | 'policy_guidance'
      | 'tools_templates'
      | 'data_monitoring'
      | 'capacity_learning'
      | 'funding_resources'
      | 'engagement_partnership'
      | 'communication'
      | 'evidence_research';
    level?: 'sea' | 'region' | 'district' | 'school';
    horizon?: 'days_30' | 'days_60' | 'days_90' | 'longer';
    objectives?: string[];
    principles?: number[];
    visibility?: 'organisation' | 'series' | 'members';
  };
  edit_year: {
    collaborative: string;
    label: string;
    /**
     * a date, YYYY-MM-DD
     */
    starts_on: string;
    /**
     * a date, YYYY-MM-DD
     */
    ends_on: string;
    grace_days: number;
  };
  empty_post: {
    post: string;
  };
  empty_trash: {
    item: string;
  };
  end_due_role: {
    grant: string;
  };
  end_guest_link: {
    meeting: string;
  };
  end_role: {
    collaborative: string;
    person: string;
    role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest';
    scope: 'collaborative' | 'organisation' | 'series' | 'meeting';
    subject?: string;
  };
  end_session: {
    meeting: string;
    confirmed: boolean;
  };
  ensure_session: {
    series: string;
  };
  erase_person: {
    person: string;
    collaborative: string;
    confirmation: string;
  };
  extend_item: {
    meeting: string;
    item: string;
    minutes: number;
  };
  flag_post: {
    post: string;
    reason: 'private_details' | 'unkind' | 'off_topic' | 'other';
    words?: string;
  };
  forget_flags: {
    post: string;
  };
  give_floor: {
    meeting: string;
    hand: string;
  };
  grant_role: {
    collaborative: string;
    person: string;
    role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest';
    scope: 'collaborative' | 'organisation' | 'series' | 'meeting';
    subject?: string;
    /**
     * a date, YYYY-MM-DD
     */
    until?: string;
  };
  heartbeat: {
    meeting: string;
    here: string[];
  };
  keep_flagged_post: {
    post: string;
    revision: number;
    answer?: string;
  };
  leave_room: {
    meeting: string;
  };
  lift_suppression: {
    person: string;
    collaborative: string;
  };
  link_steps: {
    from: string;
    to: string;
    type: 'joint' | 'adapted_from' | 'same_problem' | 'peer_review';
  };
  lower_hand: {
    meeting: string;
    hand: string;
  };
  make_guest_link: {
    meeting: string;
  };
  mark_read: {
    thread: string;
    number: number;
  };
  mark_visit: {
    collaborative?: string;
  };
  name_contact: {
    person: string;
    collaborative: string;
  };
  name_function: {
    person: string;
    collaborative: string;
    function:
      | 'school_improvement_lead'
      | 'title_i_director'
      | 'school_leadership'
      | 'deputy_superintendent'
      | 'associate_superintendent'
      | 'principal_supervisor'
      | 'family_engagement'
      | 'accountability_data'
      | 'federal_programs'
      | 'district_leader'
      | 'ta_provider'
      | 'comprehensive_center'
      | 'subject_expert';
  };
  next_item: {
    meeting: string;
    leaving?: string;
  };
  open_room: {
    meeting: string;
  };
  previous_item: {
    meeting: string;
    leaving?: string;
  };
  publish_series: {
    series: string;
  };
  publish_terms: {
    collaborative: string;
    after: number;
    text: string;
    changes: string;
  };
  raise_hand: {
    meeting: string;
    who?: string;
  };
  readmit_person: {
    person: string;
    collaborative: string;
  };
  receive_guest: {
    guest: string;
  };
  receive_join_request: {
    request: string;
  };
  record_none: {
    meeting: string;
    organisation: string;
    reason: string;
  };
  remind_owners: {
    collaborative: string;
  };
  remind_silent: {
    meeting: string;
  };
  remove_guest: {
    meeting: string;
    attendance: string;
  };
  remove_post: {
    post: string;
  };
  renew_invitation: {
    person: string;
    collaborative: string;
  };
  renew_membership: {
    organisation: string;
    seat_cap: number;
  };
  restore_from_trash: {
    item: string;
  };
  restore_post: {
    post: string;
  };
  retire_person: {
    person: string;
    collaborative: string;
    successor?: string;
  };
  schedule_meeting: {
    collaborative: string;
    series?: string;
    type: 'session' | 'webinar' | 'convening' | 'one_to_one' | 'check_in' | 'planning';
    title: string;
    /**
     * a local time, YYYY-MM-DDTHH:MM
     */
    starts_local: string;
    /**
     * an IANA zone, for example America/New_York
     */
    zone: string;
    minutes: number;
    summary?: string;
    place?: string;
    link?: string;
    dial_in?: string;
    pre_work?: string;
    materials?: string;
    objectives?: string[];
    principles?: number[];
  };
  seal_session: {
    meeting: string;
  };
  set_agenda: {
    meeting: string;
    revision: number;
    items: {
      id?: string;
      title: string;
      minutes: number;
      who: string;
      mode: 'plenary' | 'breakout' | 'individual' | 'fishbowl' | 'small';
      instruction: string;
      capture: string;
      next_steps: boolean;
    }[];
  };
  sign_out_person: {
    person: string;
    collaborative: string;
  };
  start_thread: {
    anchor: 'topic' | 'meeting' | 'action_step';
    anchor_id: string;
    title: string;
    text: string;
    own?: boolean;
  };
  suspend_member: {
    organisation: string;
    withdrawn: boolean;
  };
  suspend_person: {
    person: string;
    collaborative: string;
  };
  take_away_post: {
    post: string;
    revision: number;
    reason: 'private_details' | 'unkind' | 'off_topic' | 'other';
    words?: string;
  };
  take_over: {
    meeting: string;
  };
  tend_requests: {
    collaborative: string;
  };
  turn_year: {
    collaborative: string;
  };
  undo_end: {
    meeting: string;
  };
  unlink_steps: {
    link: string;
  };
  update_step: {
    step: string;
    lane?: string;
    status: 'proposed' | 'declined' | 'not_started' | 'on_track' | 'at_risk' | 'blocked' | 'completed' | 'set_aside';
    text: string;
  };
  welcome_person: {
    person: string;
  };
  write_goals: {
    collaborative: string;
    year: string;
    revision: number;
    overall: string;
    goals: {
      text: string;
      part: boolean;
      principles: number[];
      partners: string[];
    }[];
  };
}

declare module '../kinds' {
  interface Commands extends AllCommands {}
}
