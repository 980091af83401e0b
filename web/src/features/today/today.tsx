// /{c}: my next meeting, my steps, what is unread, what changed, and who asks for help.

import { useEffect, useMemo } from 'react';
import { addresses } from '../../app/addresses';
import { useFacilitates } from '../../app/facilitates';
import { useCollaborative } from '../../app/where';
import { useStanding } from '../../app/who';
import { useCommand, usePlace, useRecords, useServerNow } from '../../sync';
import { ButtonLink, PageHead } from '../../ui';
import { useSurroundings } from '../action_steps/use_steps';
import '../exchanges/exchanges.css';
import '../meetings/meetings.css';
import { useHasTopics } from '../discussions/use_may_write';
import { longDay } from '../meetings/times';
import { useZone } from '../meetings/use_meeting';
import { GraceNotice } from '../membership/grace_notice';
import { HelpWanted } from './help_wanted';
import { MySeries } from './my_series';
import { MySteps, useMySteps } from './my_steps';
import { NextMeeting } from './next_meeting';
import { ReportedPosts } from './reported';
import { RequestsToJoin } from './requests';
import { Since } from './since_section';
import { Team } from './team';
import './today.css';
import { Unread } from './unread_section';
import { useSettled } from './use_settled';
import { GoalsOfTheYear } from './year_goals';

export default function Today() {
  const { id, slug } = useCollaborative();
  const { person } = usePlace();
  const zone = useZone();
  const now = useServerNow(60_000)();
  const around = useSurroundings();
  const standing = useStanding();
  const isStaff = useFacilitates();
  const current = useRecords(
    'series',
    each => each.current && each.collaborative === id && each.state !== 'draft',
  );
  const mine = useMySteps();
  const hasTopics = useHasTopics();
  useVisit(id);

  const series = useMemo(
    () => current.filter(each => isStaff || standing?.series.includes(each.id)),
    [current, isStaff, standing],
  );
  const settled = useSettled(id, series);
  const shared = { zone, now, around, settled };
  return (
    <>
      <PageHead
        title={longDay(now, zone, now)}
        documentTitle="Today"
        actions={
          hasTopics && (
            <ButtonLink className="no-print" to={addresses.newThread(slug)} icon="plus">
              New topic
            </ButtonLink>
          )
        }
      />
      <GraceNotice />
      <NextMeeting {...shared} isStaff={isStaff} mySeries={standing?.series ?? none} />
      <div className="cols">
        <div>
          <MySteps {...shared} mine={mine} />
          <Unread {...shared} mine={mine} />
          <HelpWanted {...shared} series={series} organisation={standing?.organisation} />
        </div>
        <div className="side">
          <RequestsToJoin />
          <ReportedPosts now={now} />
          {series.map(each => (
            <MySeries key={each.id} series={each} zone={zone} now={now} />
          ))}
          <Since {...shared} series={series} />
          <GoalsOfTheYear />
          <Team organisation={standing?.organisation} me={person} around={around} />
        </div>
      </div>
    </>
  );
}

const none: readonly string[] = Object.freeze([]);

export interface Shared {
  zone: string;
  now: number;
  around: ReturnType<typeof useSurroundings>;
  /** The first news has arrived: from now on lists keep their order. */
  settled: boolean;
}

let marked = false;

/** Once in the life of the page; what a visit is, the server decides. */
function useVisit(collaborative: string): void {
  const command = useCommand();
  useEffect(() => {
    if (marked) return;
    marked = true;
    command('mark_visit', { collaborative });
  }, [command, collaborative]);
}
