// What is followed wherever one is: who I am here, what all may see, the running series and my own team.
// Screens add what only they show.

import { useEffect } from 'react';
import { useClient, useFollow, usePlace, useRecords, useShow } from '../sync';
import { useStanding } from './who';

export interface Here {
  /** All of it has caught up. */
  live: boolean;
  /** There is something to show, perhaps old. */
  known: boolean;
  /** The collaborative is not ours to see any more. */
  denied: boolean;
}

const staff_roles = ['administrator', 'facilitator'];

export function useFollowing(collaborative: string | undefined): Here {
  useShow(collaborative);
  const client = useClient();
  const { person } = usePlace();
  const standing = useStanding();
  const series = useRecords(
    'series',
    each => each.current && each.collaborative === collaborative,
    (a, b) => (a.id < b.id ? -1 : 1),
  );
  const isStaff = standing?.roles.some(isStaffRole);

  const mine = useFollow(`person/${person}`);
  const wide = useFollow(collaborative && `extended/${collaborative}`);
  const members = useFollow(collaborative && `collaborative/${collaborative}`);
  useFollow(isStaff ? `staff/${collaborative}` : undefined);
  useFollow(standing && `organisation/${standing.organisation}`);

  const teams = (standing?.within ?? [])
    .filter(({ scope }) => scope === 'organisation')
    .map(({ subject }) => `organisation/${subject}`);
  // Of the staff's own stream they hear nothing.
  const moderated = (isStaff ? [] : (standing?.within ?? []))
    .filter(({ role, scope }) => role === 'facilitator' && scope === 'series')
    .map(({ subject }) => `moderators/${subject}`);
  const streams = [...series.map(({ id }) => `series/${id}`), ...teams, ...moderated].join(' ');
  useEffect(() => {
    const releases = streams
      .split(' ')
      .filter(Boolean)
      .map(stream => client.follow(stream));
    return () => {
      for (const release of releases) release();
    };
  }, [client, streams]);

  return {
    live: mine.live && wide.live && (members.live || members.denied),
    known: mine.known && wide.known,
    denied: wide.denied,
  };
}

const isStaffRole = (role: string) => staff_roles.includes(role);
