// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export interface AllAnswers {
  access_of_person: {
    grounds: string[];
    roles: ('administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest')[];
    within: {
      role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest';
      scope: 'collaborative' | 'organisation' | 'series' | 'meeting';
      subject: string;
      footing: 'none' | 'grace' | 'active';
      tier: 'extended' | 'core';
    }[];
    places: {
      type: 'names' | 'directory' | 'staff' | 'series' | 'meeting' | 'organisation' | 'own';
      subject: string;
      title: string;
      seen: boolean;
      because: string;
    }[];
    deeds: {
      verb:
        | 'see_extended'
        | 'see_members'
        | 'see_staff'
        | 'see_series'
        | 'see_meeting'
        | 'enter_room'
        | 'see_organisation'
        | 'manage_exchanges'
        | 'admit_members'
        | 'renew_membership'
        | 'suspend_people'
        | 'retire_people'
        | 'leave'
        | 'name_contact'
        | 'add_people'
        | 'renew_links'
        | 'explain_access'
        | 'admit_guests'
        | 'run_room'
        | 'raise_hand'
        | 'rsvp'
        | 'rsvp_for_others'
        | 'commit_step'
        | 'update_step'
        | 'write_post'
        | 'moderate'
        | 'export_contacts'
        | 'export_records'
        | 'grant_roles'
        | 'share_team'
        | 'appoint'
        | 'see_audit'
        | 'erase_people'
        | 'publish_terms';
      reach: 'none' | 'own' | 'series' | 'any';
      because: string;
    }[];
  };
  affiliations: {
    affiliations: {
      organisation: string;
      role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest';
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
  answers_of_meeting: {
    people: {
      person: string;
      organisation: string;
      answer?: 'yes' | 'maybe' | 'no';
      mode?: 'in_person' | 'remote';
      to_confirm: boolean;
      source?: 'app' | 'mail_link';
      answered_by?: string;
      /**
       * milliseconds UTC
       */
      answered_at?: number;
    }[];
    may_remind: boolean;
    /**
     * milliseconds UTC
     */
    remind_from?: number;
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
      via: 'web' | 'api' | 'mail_link' | 'command_line' | 'system';
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
  find_people: {
    people: {
      person: string;
      name: string;
      organisation: string;
      title: string;
      role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest';
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
        role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest';
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
  flagged_posts: {
    waiting: {
      post: string;
      thread: string;
      title: string;
      /**
       * a stream, for example series/01J…
       */
      stream: string;
      number: number;
      author: string;
      /**
       * milliseconds UTC
       */
      at: number;
      /**
       * milliseconds UTC
       */
      edited_at?: number;
      revision: number;
      html: string;
      count: number;
      flags: {
        id: string;
        flagged_by: string;
        /**
         * milliseconds UTC
         */
        flagged_at: number;
        reason: 'private_details' | 'unkind' | 'off_topic' | 'other';
        words: string;
      }[];
    }[];
    decided: {
      post: string;
      thread: string;
      title: string;
      number: number;
      author: string;
      outcome: 'open' | 'kept' | 'removed' | 'gone';
      /**
       * milliseconds UTC
       */
      decided_at: number;
      decided_by?: string;
      count: number;
    }[];
  };
  guest_link: {
    /**
     * milliseconds UTC
     */
    expires_at?: number;
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
    roles: {
      role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest';
      scope: 'collaborative' | 'organisation' | 'series' | 'meeting';
      subject: string;
      title: string;
    }[];
    answers: {
      meeting: string;
      title: string;
      /**
       * milliseconds UTC
       */
      starts_at: number;
      answer: string;
    }[];
    topics: {
      thread: string;
      title: string;
    }[];
    topic_count: number;
    offers: {
      text: string;
      principle?: number;
    }[];
    wants: {
      text: string;
      principle?: number;
    }[];
    drafts: {
      what: string;
      id: string;
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
  roles_in: {
    roles: {
      person: string;
      role: 'administrator' | 'facilitator' | 'state_lead' | 'state_member' | 'partner' | 'observer' | 'guest';
      /**
       * a date, YYYY-MM-DD
       */
      until?: string;
      granted_by: string;
      /**
       * milliseconds UTC
       */
      granted_at: number;
    }[];
    grants: boolean;
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
  trash: {
    items: {
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
      part_of?: string;
      title: string;
      place: string;
      text: string;
      author?: string;
      removed_by?: string;
      /**
       * milliseconds UTC
       */
      removed_at: number;
      /**
       * milliseconds UTC
       */
      gone_at: number;
      restorable: boolean;
    }[];
  };
  /**
   * records of the kinds named
   */
  updates_of_step: unknown[];
  versions_of_goals: {
    versions: {
      revision: number;
      /**
       * milliseconds UTC
       */
      at: number;
      written_by?: string;
      overall: string;
      goals: {
        text: string;
        part: boolean;
        principles: number[];
        partners: string[];
      }[];
    }[];
    more: boolean;
  };
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
  viewers_of: {
    title: string;
    people: {
      person: string;
      sees: boolean;
      because: string;
    }[];
    count: number;
  };
}

declare module '../kinds' {
  interface Answers extends AllAnswers {}
}
