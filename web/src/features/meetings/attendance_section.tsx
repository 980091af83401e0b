// Who was there, by state and by person, with minutes. A correction counts and the measured value stays.

import { useState } from 'react';
import { Button, LedgerSection, StateTile, Tiles } from '../../ui';
import { type Attendance, type Attended, minutesOf } from './attended';
import { CorrectAttendance } from './correct_attendance';
import { Csv } from './csv';
import type { MeetingScene } from './use_meeting';

interface AttendanceProps {
  scene: MeetingScene;
  attended: Attended;
  /** Of the whole session, to draw the bars to scale. */
  minutes: number;
}

export function AttendanceSection({ scene, attended, minutes }: AttendanceProps) {
  const [correcting, correct] = useState<Attendance>();
  const { states, others, absent, people, median } = attended;
  const row = (each: Attendance) => (
    <Person key={each.id} row={each} whole={minutes} onCorrect={scene.isStaff ? correct : undefined} />
  );
  const zero = scene.attendance.filter(each => each.corrected_minutes === 0);
  return (
    <LedgerSection title="Attendance" meta="By state, with minutes">
      <p className="lead">
        {people === 0
          ? 'Nobody of a state was in the room.'
          : `${people} ${people === 1 ? 'person' : 'people'} from ${states.length} ${
              states.length === 1 ? 'state' : 'states'
            }, half of them ${median} minutes or longer.`}
      </p>
      <ul className="atts">
        {states.map(({ organisation, rows }) => (
          <li key={organisation.id} className="att">
            <StateTile
              code={organisation.code}
              size="m"
              presence="here"
              number={rows.length}
              label={`${organisation.short_name}, ${rows.length} there`}
            />
            <ul className="att__l">{rows.map(row)}</ul>
          </li>
        ))}
      </ul>
      {(others.length > 0 || zero.length > 0) && (
        <>
          <h3 className="heldh">Others</h3>
          <ul className="att__l att__l--others">{[...others, ...zero].map(row)}</ul>
        </>
      )}
      {absent.length > 0 && (
        <div className="stack-1">
          <h3 className="rosterhead">
            Not there <span>{absent.length === 1 ? '1 state' : `${absent.length} states`}</span>
          </h3>
          <Tiles label="States that were not there" wide>
            {absent.map(state => (
              <StateTile
                key={state.id}
                code={state.code}
                size="m"
                presence="expected"
                label={`${state.short_name}, not there`}
              />
            ))}
          </Tiles>
        </div>
      )}
      <p className="meta scalenote">
        Minutes are the room’s own record, people on the phone included. A correction shows beside what was
        measured.
      </p>
      <div className="btns no-print">
        <Csv file="attendance" meeting={scene.meeting.id} />
      </div>
      <CorrectAttendance
        row={correcting}
        longest={Math.max(minutes, scene.meeting.minutes)}
        onClose={() => correct(undefined)}
      />
    </LedgerSection>
  );
}

interface PersonProps {
  row: Attendance;
  whole: number;
  onCorrect: ((row: Attendance) => void) | undefined;
}

const bar_width = 90;

function Person({ row, whole, onCorrect }: PersonProps) {
  const minutes = minutesOf(row);
  const filled = Math.min(bar_width, Math.round((minutes / Math.max(1, whole)) * bar_width));
  const corrected = row.corrected_minutes !== undefined;
  return (
    <li className="att__p">
      <span>
        {row.name}
        {row.channel !== 'web' && (
          <span className="meta"> {row.channel === 'phone' ? 'by phone' : 'in one room'}</span>
        )}
        {corrected && (
          <span className="meta att__was">
            {' '}
            corrected; measured {row.minutes}: {row.correction_reason}
          </span>
        )}
      </span>
      <svg
        className="att__bar"
        viewBox={`0 0 ${bar_width} 6`}
        width={bar_width}
        height="6"
        aria-hidden="true"
      >
        <rect className="att__all" width={bar_width} height="6" rx="2" />
        <rect className="att__in" width={filled} height="6" rx="2" />
      </svg>
      <b>
        {minutes}
        <span className="sr"> minutes</span>
      </b>
      {onCorrect && (
        <Button
          look="quiet"
          small
          icon="pencil"
          iconOnly
          className="no-print att__fix"
          onClick={() => onCorrect(row)}
        >
          Correct the minutes of {row.name}
        </Button>
      )}
    </li>
  );
}
