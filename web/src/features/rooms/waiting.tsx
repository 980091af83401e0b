// Before the room is opened: when it starts, how to join, and what to bring.

import { useServerNow } from '../../sync';
import { HowToJoin } from './link_dialog';
import { useScene } from './scene';
import { clockTime, dayWord, minutesWord, zoneWord } from './times';

const minute_ms = 60_000;

export function Waiting() {
  const { meeting, me, items } = useScene();
  const now = useServerNow(minute_ms / 2)();
  const zone = zoneWord(meeting.starts_at, me.zone);
  const hosts = zoneWord(meeting.starts_at, meeting.zone);
  return (
    <section className="stage" aria-labelledby="room-waiting">
      <div className="stage__head">
        <div className="stack-2">
          <p className="meta">{dayWord(meeting.starts_at, me.zone)}</p>
          <h2 id="room-waiting" className="stage__title">
            {me.runs ? 'The room is not open yet' : 'You are in the right place'}
          </h2>
        </div>
        <div className="clock">
          <span className="figure">{clockTime(meeting.starts_at, me.zone)}</span>
          <span className="meta">
            {zone}
            {hosts !== zone && `, ${clockTime(meeting.starts_at, meeting.zone)} ${hosts} for the host`}
          </span>
        </div>
      </div>
      <p className="lead">
        {untilWords(meeting.starts_at - now, meeting.minutes)}{' '}
        {me.runs
          ? 'Open the room when you are ready: everybody who waits comes in with it.'
          : 'The facilitator opens the room, and this page changes by itself.'}
      </p>
      {items.length === 0 && (
        <p>
          {me.runs
            ? 'It has no agenda yet: give it one on its page first.'
            : 'Its agenda is still being made.'}
        </p>
      )}
      <HowToJoin />
      {meeting.pre_work && (
        <div className="stack-1">
          <h3>To bring</h3>
          <ul className="prose">
            {linesOf(meeting.pre_work).map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

export function untilWords(left_ms: number, length_minutes: number): string {
  const minutes = Math.round(Math.abs(left_ms) / minute_ms);
  if (minutes === 0) return 'It starts now.';
  const word =
    minutes < 90
      ? minutesWord(minutes)
      : minutes < 48 * 60
        ? `${Math.round(minutes / 60)} hours`
        : `${Math.round(minutes / 1440)} days`;
  if (left_ms > 0) return `It starts in ${word}.`;
  return minutes > length_minutes
    ? 'Its time is over, and it was not opened.'
    : `It was to start ${word} ago.`;
}

const linesOf = (text: string) =>
  [...new Set(text.split('\n').map(line => line.replace(/^\s*[-*]\s+/, '').trim()))].filter(Boolean);
