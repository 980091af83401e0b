// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export interface AllRecords {
  collaborative: {
    id: string;
    slug: string;
    name: string;
    short_name: string;
    year: string;
    /**
     * a date, YYYY-MM-DD
     */
    year_ends_on?: string;
    /**
     * a date, YYYY-MM-DD
     */
    grace_ends_on?: string;
    next_year?: string;
  };
  organisation: {
    id: string;
    collaborative: string;
    type: 'state_agency' | 'convener' | 'ta_provider' | 'partner' | 'federal';
    name: string;
    code: string;
    short_name: string;
    /**
     * an IANA zone, for example America/New_York
     */
    zone: string;
    tile_column: number;
    tile_row: number;
    member: boolean;
    revision: number;
  };
  person: {
    id: string;
    collaborative: string;
    name: string;
    organisation: string;
    title: string;
    role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest';
    active: boolean;
    /**
     * milliseconds UTC
     */
    left_at?: number;
  };
  contact: {
    id: string;
    collaborative: string;
    address: string;
    /**
     * an IANA zone, for example America/New_York
     */
    zone: string;
    function: string;
    primary_contact: boolean;
  };
  profile: {
    id: string;
    collaborative: string;
    pronouns: string;
    phone: string;
    bio: string;
    functions: (
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
    offers: {
      text: string;
      principle?: number;
    }[];
    wants: {
      text: string;
      principle?: number;
    }[];
  };
  access_needs: {
    id: string;
    collaborative: string;
    text: string;
  };
  own_profile: {
    id: string;
    pronouns: string;
    phone: string;
    bio: string;
    functions: (
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
    offers: {
      text: string;
      principle?: number;
    }[];
    wants: {
      text: string;
      principle?: number;
    }[];
    access_needs: string;
  };
  standing: {
    id: string;
    person: string;
    collaborative: string;
    organisation: string;
    roles: ('administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest')[];
    within: {
      role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest';
      scope: 'collaborative' | 'organisation' | 'series' | 'meeting';
      subject: string;
      footing: 'none' | 'grace' | 'active';
      tier: 'extended' | 'core';
    }[];
    footing: 'none' | 'grace' | 'active';
    tier: 'extended' | 'core';
    asked_to_renew: boolean;
    series: string[];
  };
  settings: {
    id: string;
    /**
     * an IANA zone, for example America/New_York
     */
    zone: string;
    theme: 'system' | 'light' | 'dark';
    density: 'comfortable' | 'compact';
    shortcuts: boolean;
    step_mails: boolean;
    /**
     * milliseconds UTC
     */
    last_visit: number;
    /**
     * milliseconds UTC
     */
    this_visit: number;
  };
  terms: {
    id: string;
    version: number;
    changes: string;
    /**
     * milliseconds UTC
     */
    published_at: number;
  };
  terms_acceptance: {
    id: string;
    person: string;
    version: number;
    /**
     * milliseconds UTC
     */
    at: number;
  };
  membership: {
    id: string;
    collaborative: string;
    year: string;
    status: 'applied' | 'approved' | 'active' | 'grace' | 'expired' | 'suspended' | 'withdrawn';
    tier: 'extended' | 'core';
    seat_cap: number;
    renewed: boolean;
    seats_taken: number;
    admits_domain: string;
    contact?: string;
  };
  year_goals: {
    id: string;
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
  join_request: {
    id: string;
    collaborative: string;
    organisation?: string;
    agency: string;
    type: 'state_agency' | 'convener' | 'ta_provider' | 'partner' | 'federal';
    name: string;
    address: string;
    title: string;
    function: string;
    statement: string;
    status: 'submitted' | 'confirmed' | 'approved' | 'declined' | 'expired';
    automatic: boolean;
    /**
     * milliseconds UTC
     */
    asked_at: number;
    /**
     * milliseconds UTC
     */
    decided_at?: number;
    decided_by?: string;
    reason: string;
    person?: string;
    domain_known: boolean;
    domain_in_letters: string;
  };
  series: {
    id: string;
    collaborative: string;
    slug: string;
    title: string;
    description: string;
    state: 'draft' | 'running' | 'completed';
    /**
     * a date, YYYY-MM-DD
     */
    starts_on: string;
    /**
     * a date, YYYY-MM-DD
     */
    ends_on: string;
    current: boolean;
    revision: number;
  };
  objective: {
    id: string;
    series: string;
    ordinal: number;
    short_name: string;
    text: string;
  };
  participation: {
    id: string;
    series: string;
    organisation: string;
  };
  meeting: {
    id: string;
    collaborative: string;
    series?: string;
    ordinal: number;
    type: 'session' | 'webinar' | 'convening' | 'one_to_one' | 'check_in' | 'planning';
    state: 'draft' | 'announced' | 'live' | 'ended' | 'cancelled';
    title: string;
    summary: string;
    /**
     * a local time, YYYY-MM-DDTHH:MM
     */
    starts_local: string;
    /**
     * an IANA zone, for example America/New_York
     */
    zone: string;
    /**
     * milliseconds UTC
     */
    starts_at: number;
    minutes: number;
    place: string;
    objectives: string[];
    principles: number[];
    presenting: string[];
    pre_work: string;
    materials: string;
    outcome: string;
    /**
     * milliseconds UTC
     */
    moved_at?: number;
    cancel_reason: string;
    revision: number;
    current: boolean;
  };
  meeting_link: {
    id: string;
    link: string;
    dial_in: string;
  };
  agenda_item: {
    id: string;
    meeting: string;
    ordinal: number;
    title: string;
    minutes: number;
    who: string;
    mode: 'plenary' | 'breakout' | 'individual' | 'fishbowl' | 'small';
    instruction: string;
    capture: string;
    next_steps: boolean;
  };
  room: {
    id: string;
    state: 'closed' | 'open' | 'ended';
    /**
     * milliseconds UTC
     */
    opened_at?: number;
    /**
     * milliseconds UTC
     */
    ended_at?: number;
    /**
     * milliseconds UTC
     */
    undo_until?: number;
    current_item?: string;
    /**
     * milliseconds UTC
     */
    item_started_at?: number;
    item_minutes: number;
    host?: string;
    floor?: string;
  };
  item_run: {
    id: string;
    meeting: string;
    /**
     * milliseconds UTC
     */
    started_at: number;
    /**
     * milliseconds UTC
     */
    ended_at?: number;
    seconds: number;
    added_minutes: number;
  };
  hand: {
    id: string;
    meeting: string;
    who: string;
    ordinal: number;
    state: 'waiting' | 'speaking';
    /**
     * milliseconds UTC
     */
    raised_at: number;
  };
  attendance: {
    id: string;
    meeting: string;
    person?: string;
    name: string;
    organisation?: string;
    channel: 'web' | 'phone' | 'in_room';
    here: boolean;
    /**
     * milliseconds UTC
     */
    first_here_at?: number;
    /**
     * milliseconds UTC
     */
    last_here_at?: number;
    minutes: number;
    corrected_minutes?: number;
    correction_reason: string;
    spoken_seconds: number;
  };
  waiting_guest: {
    id: string;
    meeting: string;
    name: string;
    affiliation: string;
    /**
     * milliseconds UTC
     */
    asked_at: number;
  };
  no_step: {
    id: string;
    meeting: string;
    organisation: string;
    reason: string;
  };
  rsvp: {
    id: string;
    meeting: string;
    person: string;
    answer: 'yes' | 'maybe' | 'no';
    mode?: 'in_person' | 'remote';
    source: 'app' | 'mail_link';
    answered_by: string;
    /**
     * milliseconds UTC
     */
    answered_at: number;
    to_confirm: boolean;
  };
  rsvp_counts: {
    id: string;
    organisations: {
      organisation: string;
      yes: number;
      maybe: number;
      no: number;
      in_person: number;
      to_confirm: number;
    }[];
    /**
     * milliseconds UTC
     */
    last_answer_at?: number;
    /**
     * milliseconds UTC
     */
    reminded_at?: number;
  };
  action_step: {
    id: string;
    collaborative: string;
    series?: string;
    meeting?: string;
    organisation: string;
    visibility: 'organisation' | 'series' | 'members';
    title: string;
    measure: string;
    detail: string;
    category?:
      | 'policy_guidance'
      | 'tools_templates'
      | 'data_monitoring'
      | 'capacity_learning'
      | 'funding_resources'
      | 'engagement_partnership'
      | 'communication'
      | 'evidence_research';
    level: 'sea' | 'region' | 'district' | 'school';
    horizon: 'days_30' | 'days_60' | 'days_90' | 'longer';
    objectives: string[];
    principles: number[];
    status: 'proposed' | 'declined' | 'not_started' | 'on_track' | 'at_risk' | 'blocked' | 'completed' | 'set_aside';
    /**
     * a date, YYYY-MM-DD
     */
    due_on: string;
    /**
     * milliseconds UTC
     */
    set_at: number;
    set_by: string;
    on_behalf: boolean;
    help: 'none' | 'wanted' | 'answered' | 'withdrawn';
    help_text: string;
    /**
     * milliseconds UTC
     */
    help_at?: number;
    latest: string;
    /**
     * milliseconds UTC
     */
    latest_at?: number;
    revision: number;
  };
  lane: {
    id: string;
    step: string;
    organisation: string;
    owner: string;
    /**
     * a date, YYYY-MM-DD
     */
    due_on: string;
    status: 'proposed' | 'declined' | 'not_started' | 'on_track' | 'at_risk' | 'blocked' | 'completed' | 'set_aside';
    outcome: string;
    /**
     * milliseconds UTC
     */
    finished_at?: number;
  };
  step_update: {
    id: string;
    step: string;
    lane: string;
    author?: string;
    /**
     * milliseconds UTC
     */
    at: number;
    from: 'proposed' | 'declined' | 'not_started' | 'on_track' | 'at_risk' | 'blocked' | 'completed' | 'set_aside';
    to: 'proposed' | 'declined' | 'not_started' | 'on_track' | 'at_risk' | 'blocked' | 'completed' | 'set_aside';
    text: string;
  };
  step_link: {
    id: string;
    from: string;
    to: string;
    type: 'joint' | 'adapted_from' | 'same_problem' | 'peer_review';
  };
  thread: {
    id: string;
    collaborative: string;
    anchor: 'topic' | 'meeting' | 'action_step';
    anchor_id: string;
    /**
     * a stream, for example series/01J…
     */
    stream: string;
    title: string;
    started_by: string;
    /**
     * milliseconds UTC
     */
    started_at: number;
    last_number: number;
    /**
     * milliseconds UTC
     */
    last_at: number;
    last_by?: string;
    posts: number;
    pinned: boolean;
    current: boolean;
    own: boolean;
  };
  post: {
    id: string;
    thread: string;
    number: number;
    author: string;
    /**
     * milliseconds UTC
     */
    at: number;
    reply_to?: string;
    text: string;
    html: string;
    /**
     * milliseconds UTC
     */
    edited_at?: number;
    revision: number;
    removed: boolean;
    removed_by?: string;
  };
  read_mark: {
    id: string;
    person: string;
    thread: string;
    number: number;
  };
  post_flag: {
    id: string;
    collaborative: string;
    post: string;
    thread: string;
    number: number;
    flagged_by: string;
    /**
     * milliseconds UTC
     */
    flagged_at: number;
    reason: 'private_details' | 'unkind' | 'off_topic' | 'other';
    words: string;
    status: 'open' | 'kept' | 'removed' | 'gone';
    /**
     * milliseconds UTC
     */
    decided_at?: number;
    answer: string;
  };
  taken_post: {
    id: string;
    collaborative: string;
    thread: string;
    number: number;
    author: string;
    /**
     * milliseconds UTC
     */
    taken_at: number;
    reason: 'private_details' | 'unkind' | 'off_topic' | 'other';
    words: string;
  };
  flag_queue: {
    id: string;
    /**
     * a stream, for example series/01J…
     */
    stream: string;
    changes: number;
  };
  principle: {
    id: string;
    collaborative: string;
    number: number;
    title: string;
    tagline: string;
    summary: string;
    state_roles: string;
    attribution: string;
  };
  protocol: {
    id: string;
    collaborative: string;
    key: string;
    title: string;
    purpose: string;
    use_when: string;
    minutes: number;
    credit: string;
    steps: {
      title: string;
      minutes: number;
      who: string;
      mode: string;
      instruction: string;
      capture: string;
    }[];
  };
}

declare module '../kinds' {
  interface Kinds extends AllRecords {}
}
