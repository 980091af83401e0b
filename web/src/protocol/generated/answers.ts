// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export interface AllAnswers {
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
