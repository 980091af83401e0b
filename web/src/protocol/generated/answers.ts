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
  find_people: {
    people: {
      person: string;
      name: string;
      organisation: string;
      title: string;
      role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer';
      pronouns: string;
      functions: string[];
      offers: {
        text: string;
        principle?: number;
      }[];
      wants: {
        text: string;
        principle?: number;
      }[];
      before: {
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
    }[];
    count?: number;
    next?: string;
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
  mail_comes_back: {
    /**
     * milliseconds UTC
     */
    since?: number;
    answer: string;
  };
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
  terms_acceptances: {
    people: {
      person: string;
      /**
       * milliseconds UTC
       */
      at: number;
    }[];
    next?: string;
  };
  terms_text: {
    version: number;
    text: string;
    html: string;
    changes: string;
    /**
     * milliseconds UTC
     */
    published_at: number;
  };
  terms_versions: {
    versions: {
      version: number;
      /**
       * milliseconds UTC
       */
      published_at: number;
      published_by: string;
      changes: string;
      accepted: number;
    }[];
    people: number;
  };
  /**
   * records of the kinds named
   */
  threads: unknown[];
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
