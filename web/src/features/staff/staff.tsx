// For facilitators: what is planned, what is a draft, and the ways to make more.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import type { RecordOf } from '../../protocol/kinds';
import { useRecords, useServerNow } from '../../sync';
import { ButtonLink, LedgerSection, Link, PageHead, StatusWord } from '../../ui';
import { RequestsLink } from '../membership/requests_link';
import { MeetingList } from './meeting_list';
import { StaffOnly } from './staff_only';

export default function Staff() {
  return (
    <StaffOnly title="For facilitators">
      <Plans />
    </StaffOnly>
  );
}

function Plans() {
  const { slug, id } = useCollaborative();
  const { isAdministrator } = useWho();
  const now = useServerNow(60_000);
  const series = useRecords(
    'series',
    each => each.collaborative === id && each.current,
    (a, b) =>
      Number(b.state === 'draft') - Number(a.state === 'draft') || (a.starts_on < b.starts_on ? -1 : 1),
  );
  const protocols = useRecords(
    'protocol',
    protocol => protocol.collaborative === id,
    (a, b) => (a.title < b.title ? -1 : 1),
  );
  const day_ms = 86_400_000;
  const ahead = (meeting: RecordOf<'meeting'>) =>
    (meeting.state === 'announced' && meeting.starts_at > now() - day_ms) || meeting.state === 'live';
  return (
    <>
      <PageHead
        title="For facilitators"
        below={<p className="meta">Drafts and plans are seen by facilitators and administrators only.</p>}
        actions={
          <>
            <ButtonLink look="facilitator" icon="plus" to={addresses.newMeeting(slug)}>
              New meeting
            </ButtonLink>
            <ButtonLink look="facilitator" icon="plus" to={addresses.newSeries(slug)}>
              New series
            </ButtonLink>
            <ButtonLink look="facilitator" icon="people" to={addresses.addPeople(slug)}>
              Add people
            </ButtonLink>
            {isAdministrator && (
              <ButtonLink look="facilitator" to={addresses.members(slug)}>
                Members
              </ButtonLink>
            )}
            {isAdministrator && <RequestsLink look="facilitator" />}
            <ButtonLink look="facilitator" to={addresses.flaggedPosts(slug)}>
              Reported posts
            </ButtonLink>
            <ButtonLink look="facilitator" to={addresses.audit(slug)}>
              Audit
            </ButtonLink>
            <ButtonLink look="facilitator" to={addresses.trash(slug)}>
              Trash
            </ButtonLink>
          </>
        }
      />
      <LedgerSection title="Drafts">
        <MeetingList of={meeting => meeting.state === 'draft'} none="Nothing waits to be announced." />
      </LedgerSection>
      <LedgerSection title="Ahead" meta="By the host’s clock">
        <MeetingList of={ahead} none="Nothing is announced." />
      </LedgerSection>
      <LedgerSection title="Series" meta="This year’s">
        {series.length === 0 ? (
          <p className="meta">No series yet.</p>
        ) : (
          <ul className="ledger">
            {series.map(each => (
              <SeriesLine key={each.id} series={each} />
            ))}
          </ul>
        )}
      </LedgerSection>
      <LedgerSection title="Protocols" meta={`${protocols.length} timed ways to work`}>
        <ul className="ledger protocols">
          {protocols.map(protocol => (
            <li key={protocol.id}>
              <b>{protocol.title}</b> <span className="meta">{protocol.minutes} minutes</span>
              <p className="meta">{protocol.purpose}</p>
            </li>
          ))}
        </ul>
        {protocols.length > 0 && (
          <p className="meta">Each can be laid out as an agenda where you edit one.</p>
        )}
      </LedgerSection>
    </>
  );
}

function SeriesLine({ series }: { series: RecordOf<'series'> }) {
  const { slug } = useCollaborative();
  const sessions = useRecords('meeting', meeting => meeting.series === series.id);
  const states = useRecords('participation', place => place.series === series.id);
  return (
    <li className="plan">
      <p className="plan__when">
        <b>{series.starts_on.slice(0, 4)}</b>
        <span className="meta">to {series.ends_on.slice(0, 4)}</span>
      </p>
      <div className="stack-1">
        <h3>
          <Link className="quiet-link" to={addresses.editSeries(slug, series.slug)}>
            {series.title}
          </Link>
        </h3>
        <p className="rowx">
          {series.state === 'draft' && <StatusWord name="draft" />}
          <span className="meta">
            {sessions.length} {sessions.length === 1 ? 'meeting' : 'meetings'}, {states.length} states
          </span>
        </p>
      </div>
      <ButtonLink small to={addresses.newMeeting(slug, series.slug)}>
        New session<span className="sr"> of {series.title}</span>
      </ButtonLink>
    </li>
  );
}
