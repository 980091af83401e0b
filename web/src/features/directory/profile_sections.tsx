// What somebody says of themselves, on their page. What they need to take part is there for those who run
// sessions, and for themselves.

import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecord } from '../../sync';
import { LedgerSection, Link } from '../../ui';
import { Entries } from './entries';
import type { Person } from './find';

export function ProfileSections({ person, isMe }: { person: Person; isMe: boolean }) {
  const profile = useRecord('profile', person.id);
  return (
    <>
      {profile?.bio && (
        <LedgerSection title="About">
          <p className="bio">{profile.bio}</p>
        </LedgerSection>
      )}
      {profile && profile.offers.length > 0 && (
        <LedgerSection title="Offers">
          <Entries label={`${person.name} offers`} entries={profile.offers} />
        </LedgerSection>
      )}
      {profile && profile.wants.length > 0 && (
        <LedgerSection title="Wants help with">
          <Entries label={`${person.name} wants help with`} entries={profile.wants} />
        </LedgerSection>
      )}
      <Needs {...{ person, isMe }} />
    </>
  );
}

function Needs({ person, isMe }: { person: Person; isMe: boolean }) {
  const { slug } = useCollaborative();
  const told = useRecord('access_needs', person.id)?.text;
  const own = useRecord('own_profile', isMe ? person.id : undefined)?.access_needs;
  const text = own ?? told;
  if (!text) return null;
  return (
    <LedgerSection title="Access needs" meta="Private">
      <p className="bio">{text}</p>
      <p className="meta">
        {isMe ? (
          <>
            Only you, the facilitators and the administrators see this.{' '}
            <Link to={addresses.profile(slug)}>Change it</Link>
          </>
        ) : (
          'Only they, the facilitators and the administrators see this.'
        )}
      </p>
    </LedgerSection>
  );
}
