// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export interface AllAnswers {
  affiliations: {
    affiliations: {
      organisation: string;
      role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer';
      title: string;
      /**
       * milliseconds UTC
       */
      since: number;
      /**
       * milliseconds UTC
       */
      until: number;
    }[];
  };
  audit_body: {
    before: string;
    after: string;
    erased: boolean;
    hash: string;
  };
  audit_trail: {
    lines: {
      seq: number;
      /**
       * milliseconds UTC
       */
      at: number;
      actor?: string;
      via: 'web' | 'api' | 'command_line' | 'system';
      verb: string;
      target_kind: string;
      target?: string;
      actor_name: string;
      target_name: string;
      sentence: string;
    }[];
    next?: string;
    verbs: {
      verb: string;
      words: string;
    }[];
  };
  erasure_requests: {
    requests: {
      person: string;
      /**
       * milliseconds UTC
       */
      at: number;
    }[];
    erased: string[];
  };
  hand_over_pack: {
    steps: {
      step: string;
      title: string;
      /**
       * a date, YYYY-MM-DD
       */
      due_on: string;
    }[];
    step_count: number;
    contact: boolean;
    lead: boolean;
    admits_domain: string;
    rooms: {
      meeting: string;
      title: string;
    }[];
    successor_needed: boolean;
  };
  /**
   * records of the kinds named
   */
  join_requests: unknown[];
  /**
   * records of the kinds named
   */
  meetings_of_series: unknown[];
  membership_years: {
    years: {
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
      status: 'open' | 'active' | 'grace' | 'closed';
      reminded: number;
    }[];
  };
  /**
   * records of the kinds named
   */
  posts_of_thread: unknown[];
  preview_markdown: {
    html: string;
  };
  /**
   * records of the kinds named
   */
  series_archive: unknown[];
  /**
   * records of the kinds named
   */
  steps: unknown[];
  /**
   * records of the kinds named
   */
  threads: unknown[];
  trash: {
    posts: {
      post: string;
      thread: string;
      title: string;
      author: string;
      /**
       * milliseconds UTC
       */
      at: number;
      removed_by?: string;
      /**
       * milliseconds UTC
       */
      removed_at: number;
      /**
       * milliseconds UTC
       */
      gone_at: number;
      text: string;
      restorable: boolean;
    }[];
  };
  /**
   * records of the kinds named
   */
  updates_of_step: unknown[];
  versions_of_post: {
    versions: {
      revision: number;
      /**
       * milliseconds UTC
       */
      at: number;
      text: string;
    }[];
  };
}

declare module '../kinds' {
  interface Answers extends AllAnswers {}
}
