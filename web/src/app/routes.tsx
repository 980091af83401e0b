// Address → screen. One line per screen; each screen is a chunk of its own, loaded when it is first needed.
//
// To add a screen: write src/features/<feature>/<screen>.tsx with a default export that takes the
// parameters of its path, and add its line here.

import { type ComponentType, lazy } from 'react';

export interface Route {
  path: string;
  /** Which entry of the rail is lit. */
  place:
    | 'today'
    | 'calendar'
    | 'series'
    | 'steps'
    | 'threads'
    | 'flagged_posts'
    | 'principles'
    | 'directory'
    | 'none';
  /** The last crumb, until the screen says it better. */
  title: string;
  // biome-ignore lint/suspicious/noExplicitAny: each screen has the parameters of its own path
  screen: ComponentType<any>;
  /** The screen brings its own frame. */
  bare?: boolean;
  /** Shown also to who has not accepted the terms of use. */
  beforeTerms?: boolean;
  /** Shown also to the people of a state that is no member: what is their own. */
  ownAlone?: boolean;
  /** Exists only where the people are invented. */
  demonstration?: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: each screen has the parameters of its own path
type Load = () => Promise<{ default: ComponentType<any> }>;
export const screen = (load: Load) => lazy(load);

const route = (path: string, place: Route['place'], title: string, view: Route['screen']): Route => ({
  path: `/:collaborative${path}`,
  place,
  title,
  screen: view,
});

export const routes: readonly Route[] = [
  route(
    '',
    'today',
    'Today',
    screen(() => import('../features/today/today')),
  ),
  route(
    '/calendar',
    'calendar',
    'Calendar',
    screen(() => import('../features/meetings/calendar')),
  ),
  route(
    '/series',
    'series',
    'Exchanges',
    screen(() => import('../features/exchanges/series_list')),
  ),
  route(
    '/series/:slug',
    'series',
    'Series',
    screen(() => import('../features/exchanges/series')),
  ),
  route(
    '/series/:slug/sessions/:n',
    'series',
    'Session',
    screen(() => import('../features/meetings/session')),
  ),
  {
    ...route(
      '/series/:slug/sessions/:n/room',
      'series',
      'Room',
      screen(() => import('../features/rooms/room')),
    ),
    bare: true,
  },
  route(
    '/meetings/:id',
    'calendar',
    'Meeting',
    screen(() => import('../features/meetings/meeting')),
  ),
  {
    ...route(
      '/meetings/:id/room',
      'calendar',
      'Room',
      screen(() => import('../features/rooms/room')),
    ),
    bare: true,
  },
  route(
    '/steps',
    'steps',
    'Action steps',
    screen(() => import('../features/action_steps/steps')),
  ),
  route(
    '/steps/new',
    'steps',
    'New step',
    screen(() => import('../features/action_steps/new_step')),
  ),
  route(
    '/steps/:id',
    'steps',
    'Action step',
    screen(() => import('../features/action_steps/step')),
  ),
  route(
    '/threads',
    'threads',
    'Discussions',
    screen(() => import('../features/discussions/threads')),
  ),
  route(
    '/threads/new',
    'threads',
    'New topic',
    screen(() => import('../features/discussions/new_thread')),
  ),
  route(
    '/threads/:id',
    'threads',
    'Topic',
    screen(() => import('../features/discussions/thread')),
  ),
  route(
    '/reported-posts',
    'flagged_posts',
    'Reported posts',
    screen(() => import('../features/discussions/flagged_posts')),
  ),
  route(
    '/directory',
    'directory',
    'Directory',
    screen(() => import('../features/directory/directory')),
  ),
  route(
    '/states/:code',
    'directory',
    'State',
    screen(() => import('../features/directory/state')),
  ),
  route(
    '/people',
    'directory',
    'Find people',
    screen(() => import('../features/directory/find_people')),
  ),
  {
    ...route(
      '/people/:id',
      'directory',
      'Person',
      screen(() => import('../features/directory/person')),
    ),
    beforeTerms: true,
  },
  route(
    '/people/:id/access',
    'directory',
    'What a person can see',
    screen(() => import('../features/permissions/access_of_person')),
  ),
  route(
    '/who-sees',
    'directory',
    'Who can see this',
    screen(() => import('../features/permissions/who_sees')),
  ),
  route(
    '/principles',
    'principles',
    'Ten principles',
    screen(() => import('../features/principles/principles')),
  ),
  route(
    '/goals',
    'none',
    'Goals',
    screen(() => import('../features/membership/goals')),
  ),
  route(
    '/goals/:year',
    'none',
    'Goals of a year',
    screen(() => import('../features/membership/write_goals')),
  ),
  route(
    '/profile',
    'none',
    'My profile',
    screen(() => import('../features/directory/profile')),
  ),
  {
    ...route(
      '/terms',
      'none',
      'Terms of use',
      screen(() => import('../features/terms/terms')),
    ),
    beforeTerms: true,
  },
  route(
    '/terms/versions',
    'none',
    'Versions of the terms',
    screen(() => import('../features/terms/versions')),
  ),
  {
    ...route(
      '/settings',
      'none',
      'Settings',
      screen(() => import('../features/settings/settings')),
    ),
    beforeTerms: true,
  },
  {
    ...route(
      '/more',
      'none',
      'More',
      screen(() => import('./more')),
    ),
    beforeTerms: true,
  },
  route(
    '/staff',
    'none',
    'For facilitators',
    screen(() => import('../features/staff/staff')),
  ),
  route(
    '/staff/series/new',
    'none',
    'New series',
    screen(() => import('../features/staff/new_series')),
  ),
  route(
    '/staff/series/:slug',
    'none',
    'Edit a series',
    screen(() => import('../features/staff/edit_series')),
  ),
  route(
    '/staff/meetings/new',
    'none',
    'New meeting',
    screen(() => import('../features/staff/new_meeting')),
  ),
  route(
    '/staff/meetings/:id',
    'none',
    'Edit a meeting',
    screen(() => import('../features/staff/edit_meeting')),
  ),
  route(
    '/staff/meetings/:id/agenda',
    'none',
    'Agenda',
    screen(() => import('../features/staff/agenda')),
  ),
  route(
    '/members',
    'directory',
    'Members',
    screen(() => import('../features/membership/members')),
  ),
  route(
    '/requests',
    'directory',
    'Requests to join',
    screen(() => import('../features/membership/requests')),
  ),
  route(
    '/audit',
    'none',
    'Audit',
    screen(() => import('../features/audit/audit')),
  ),
  route(
    '/trash',
    'none',
    'Trash',
    screen(() => import('../features/audit/trash')),
  ),
  {
    ...route(
      '/settings/my-data',
      'none',
      'What is stored about me',
      screen(() => import('../features/audit/own_data')),
    ),
    ownAlone: true,
  },
  route(
    '/staff/people',
    'none',
    'Add people',
    screen(() => import('../features/staff/add_people')),
  ),
  {
    ...route(
      '/components',
      'none',
      'Components',
      screen(() => import('../gallery/components')),
    ),
    demonstration: true,
  },
  {
    ...route(
      '/components/states',
      'none',
      'States of things',
      screen(() => import('../gallery/states_of_things')),
    ),
    demonstration: true,
  },
];
