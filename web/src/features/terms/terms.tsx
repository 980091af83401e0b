// The terms of use as they stand, and when I accepted them.

import { addresses } from '../../app/addresses';
import { useKnown } from '../../app/known';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { dayWords, useMyZone } from '../../app/zones';
import { useRecord } from '../../sync';
import { ButtonLink, Empty, Loading, PageHead } from '../../ui';
import { WordsOfTerms } from './words_of_terms';
import './terms.css';

export default function Terms() {
  const { slug, id } = useCollaborative();
  const { isAdministrator } = useWho();
  const newest = useRecord('terms', id);
  const mine = useRecord('terms_acceptance', id);
  const known = useKnown();
  const zone = useMyZone();
  const accepted =
    newest && mine?.version === newest.version ? `accepted by you on ${dayWords(mine.at, zone)}` : undefined;
  return (
    <>
      <PageHead
        title="Terms of use"
        below={
          newest && (
            <p className="meta">
              Version {newest.version}, {dayWords(newest.published_at, zone)}
              {accepted && `, ${accepted}`}
            </p>
          )
        }
        actions={
          isAdministrator && (
            <ButtonLink to={addresses.publishTerms(slug)}>Versions, and who accepted</ButtonLink>
          )
        }
      />
      {newest && <WordsOfTerms collaborative={id} version={newest.version} />}
      {!newest && !known && <Loading />}
      {!newest && known && (
        <Empty level={2} title="There are none yet">
          <p>When an administrator publishes terms of use, everybody is asked to accept them once.</p>
        </Empty>
      )}
    </>
  );
}
