// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export interface AllQueries {
  access_of_person: {
    collaborative: string;
    person: string;
  };
  affiliations: {
    person: string;
    collaborative: string;
  };
  answers_of_meeting: {
    meeting: string;
  };
  audit_body: {
    collaborative: string;
    seq: number;
  };
  audit_trail: {
    collaborative: string;
    person?: string;
    verb?: string;
    target?: string;
    /**
     * milliseconds UTC
     */
    from?: number;
    /**
     * milliseconds UTC
     */
    until?: number;
    mine?: boolean;
    cursor?: string;
    limit?: number;
  };
  erasure_requests: {
    collaborative: string;
  };
  find_people: {
    collaborative: string;
    text?: string;
    state?: string;
    function?:
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
    principle?: number;
    side?: 'offers' | 'wants';
    cursor?: string;
    limit?: number;
  };
  flagged_posts: {
    collaborative: string;
  };
  guest_link: {
    meeting: string;
  };
  hand_over_pack: {
    person: string;
    collaborative: string;
  };
  join_requests: {
    collaborative: string;
  };
  mail_comes_back: {
    person: string;
    collaborative: string;
  };
  meetings_of_series: {
    series: string;
  };
  membership_years: {
    collaborative: string;
  };
  posts_of_thread: {
    thread: string;
    cursor?: string;
    from_number?: number;
    limit?: number;
  };
  preview_markdown: {
    text: string;
  };
  roles_in: {
    collaborative: string;
    scope: 'collaborative' | 'organisation' | 'series' | 'meeting';
    subject: string;
  };
  series_archive: {
    collaborative: string;
    cursor?: string;
  };
  steps: {
    collaborative: string;
    series?: string;
    meeting?: string;
    state?: string;
    status?: 'proposed' | 'declined' | 'not_started' | 'on_track' | 'at_risk' | 'blocked' | 'completed' | 'set_aside';
    open?: boolean;
    overdue?: boolean;
    help?: boolean;
    owner?: string;
    principle?: number;
    objective?: string;
    cursor?: string;
    limit?: number;
  };
  terms_acceptances: {
    collaborative: string;
    version: number;
    cursor?: string;
  };
  terms_text: {
    collaborative: string;
    version?: number;
  };
  terms_versions: {
    collaborative: string;
  };
  threads: {
    collaborative: string;
    series?: string;
    thread?: string;
    archived?: boolean;
    text?: string;
    cursor?: string;
    limit?: number;
  };
  trash: {
    collaborative: string;
  };
  updates_of_step: {
    step: string;
    cursor?: string;
    limit?: number;
  };
  versions_of_goals: {
    goals: string;
    before?: number;
  };
  versions_of_post: {
    post: string;
  };
  viewers_of: {
    collaborative: string;
    /**
     * a stream, for example series/01J…
     */
    stream: string;
  };
}

declare module '../kinds' {
  interface Queries extends AllQueries {}
}
