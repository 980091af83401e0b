// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export interface AllResults {
  accept_terms: {};
  add_guest: {
    attendance: string;
  };
  add_organisation: {
    organisation: string;
  };
  add_people: {
    lines: {
      line: number;
      text: string;
      person?: string;
      link: string;
      problem: string;
      warning: string;
    }[];
  };
  add_post: {
    post: string;
    number: number;
  };
  admit_by_domain: {
    domain: string;
  };
  admit_guest: {
    attendance: string;
  };
  admit_member: {};
  announce_meeting: {};
  answer_invitation: {
    rsvp: string;
  };
  approve_join_request: {
    person: string;
    organisation: string;
    role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest';
  };
  arrive: {};
  ask_for_erasure: {};
  ask_for_help: {};
  cancel_meeting: {};
  change_settings: {};
  close_abandoned: {
    /**
     * milliseconds UTC
     */
    ended_at?: number;
  };
  close_help: {};
  close_stale: {};
  commit_step: {
    step: string;
    lane: string;
  };
  correct_attendance: {};
  create_series: {
    series: string;
    slug: string;
  };
  decline_guest: {};
  decline_join_request: {};
  decline_renewal: {};
  depart: {};
  discard_meeting: {};
  discard_series: {};
  edit_meeting: {
    revision: number;
    moved: boolean;
  };
  edit_organisation: {
    revision: number;
  };
  edit_post: {
    revision: number;
  };
  edit_profile: {};
  edit_series: {
    revision: number;
  };
  edit_step: {
    revision: number;
  };
  edit_year: {};
  empty_post: {
    post?: string;
  };
  empty_trash: {
    collaborative?: string;
  };
  end_due_role: {
    person?: string;
    collaborative?: string;
  };
  end_guest_link: {};
  end_role: {};
  end_session: {
    /**
     * milliseconds UTC
     */
    undo_until: number;
  };
  ensure_session: {
    meeting?: string;
  };
  erase_person: {};
  extend_item: {
    item_minutes: number;
  };
  flag_post: {
    flag: string;
  };
  forget_flags: {};
  give_floor: {};
  grant_role: {};
  heartbeat: {};
  keep_flagged_post: {};
  leave_room: {};
  lift_suppression: {};
  link_steps: {
    link: string;
  };
  lower_hand: {};
  make_guest_link: {
    path: string;
    /**
     * milliseconds UTC
     */
    expires_at: number;
  };
  mark_read: {
    number: number;
  };
  mark_visit: {
    /**
     * milliseconds UTC
     */
    last_visit: number;
    /**
     * milliseconds UTC
     */
    this_visit: number;
  };
  name_contact: {};
  name_function: {};
  next_item: {
    current_item?: string;
  };
  open_room: {};
  previous_item: {
    current_item?: string;
  };
  publish_series: {};
  publish_terms: {
    version: number;
  };
  raise_hand: {
    hand: string;
    ordinal: number;
  };
  readmit_person: {};
  receive_guest: {};
  receive_join_request: {
    person?: string;
    again: boolean;
  };
  record_none: {};
  remind_owners: {};
  remind_silent: {
    people: number;
  };
  remove_guest: {};
  remove_post: {};
  renew_invitation: {
    link: string;
  };
  renew_membership: {
    year: string;
    status: 'applied' | 'approved' | 'active' | 'grace' | 'expired' | 'suspended' | 'withdrawn';
  };
  restore_from_trash: {
    kind:
      | 'collaborative'
      | 'organisation'
      | 'person'
      | 'contact'
      | 'profile'
      | 'access_needs'
      | 'own_profile'
      | 'standing'
      | 'settings'
      | 'terms'
      | 'terms_acceptance'
      | 'membership'
      | 'year_goals'
      | 'join_request'
      | 'series'
      | 'objective'
      | 'participation'
      | 'meeting'
      | 'meeting_link'
      | 'agenda_item'
      | 'room'
      | 'item_run'
      | 'hand'
      | 'attendance'
      | 'waiting_guest'
      | 'no_step'
      | 'rsvp'
      | 'rsvp_counts'
      | 'action_step'
      | 'lane'
      | 'step_update'
      | 'step_link'
      | 'thread'
      | 'post'
      | 'read_mark'
      | 'post_flag'
      | 'taken_post'
      | 'flag_queue'
      | 'principle'
      | 'protocol';
    item: string;
  };
  restore_post: {};
  retire_person: {
    steps: number;
    contact_vacant: boolean;
    topics: number;
    entries: number;
  };
  schedule_meeting: {
    meeting: string;
    ordinal: number;
  };
  seal_session: {};
  set_agenda: {
    revision: number;
    total_minutes: number;
  };
  sign_out_person: {};
  start_thread: {
    thread: string;
    post: string;
    number: number;
  };
  suspend_member: {};
  suspend_person: {};
  take_away_post: {};
  take_over: {};
  tend_requests: {
    expired: number;
  };
  turn_year: {};
  undo_end: {};
  unlink_steps: {};
  update_step: {
    update: string;
  };
  welcome_person: {};
  write_goals: {
    goals: string;
    revision: number;
  };
}

declare module '../kinds' {
  interface Results extends AllResults {}
}
