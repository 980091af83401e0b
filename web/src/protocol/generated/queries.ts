// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export interface AllQueries {
  affiliations: {
    person: string;
    collaborative: string;
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
  hand_over_pack: {
    person: string;
    collaborative: string;
  };
  join_requests: {
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
  versions_of_post: {
    post: string;
  };
}

declare module '../kinds' {
  interface Queries extends AllQueries {}
}
