// What was removed in the last thirty days: it can be put back, by who removed it or a moderator.

import { useState } from 'react';
import { addresses } from '../../app/addresses';
import { useSending } from '../../app/sending';
import { useCollaborative } from '../../app/where';
import { useWho } from '../../app/who';
import { shortDay, useMyZone } from '../../app/zones';
import { useConnection, useQuery, useRecord } from '../../sync';
import {
  Button,
  Empty,
  LedgerSection,
  Link,
  Loading,
  Notice,
  PageHead,
  PartFailed,
  SelectField,
  useToast,
} from '../../ui';
import './audit.css';
import { addressOf, kindWords, ofWords, type RemovedKind, type TrashItem } from './trash_words';

export default function Trash() {
  const { id: collaborative } = useCollaborative();
  const { isStaff } = useWho();
  const { body, loading, refusal, again } = useQuery('trash', { collaborative });
  const items = (body?.items ?? []) as TrashItem[];
  return (
    <>
      <PageHead
        title="Trash"
        below={
          <p className="meta">
            {isStaff
              ? 'What anybody removed'
              : 'What you and your team removed, and what was removed of yours,'}{' '}
            stays here for thirty days, then it is gone for good.
          </p>
        }
      />
      {refusal && <PartFailed what="The trash" onAgain={again} />}
      {!body && loading && <Loading />}
      {body && items.length === 0 && (
        <Empty level={2} title="The trash is empty">
          <p>What is removed comes here first.</p>
        </Empty>
      )}
      {items.length > 0 && <Listed {...{ items, again }} />}
    </>
  );
}

function Listed({ items, again }: { items: readonly TrashItem[]; again: () => void }) {
  const [chosen, setChosen] = useState<RemovedKind | ''>('');
  const kinds = (Object.keys(kindWords) as RemovedKind[]).filter(kind =>
    items.some(item => item.kind === kind),
  );
  // What was chosen may have been put back since.
  const kind = kinds.includes(chosen as RemovedKind) ? chosen : '';
  const shown = items.filter(item => kind === '' || item.kind === kind);
  return (
    <LedgerSection title="What was removed" meta={`${shown.length}`}>
      {kinds.length > 1 && (
        <div className="trash__kinds">
          <SelectField
            label="Show"
            value={kind}
            options={[
              { value: '', label: 'Everything' },
              ...kinds.map(each => ({ value: each, label: kindWords[each] })),
            ]}
            onChange={event => setChosen(event.target.value as RemovedKind | '')}
          />
        </div>
      )}
      <ul className="ledger">
        {shown.map(item => (
          <Removed key={item.item} {...{ item, again }} />
        ))}
      </ul>
    </LedgerSection>
  );
}

function Removed({ item, again }: { item: TrashItem; again: () => void }) {
  const zone = useMyZone();
  const remover = useRecord('person', item.removed_by);
  const { send, errorElsewhere } = useSending();
  const { word } = useConnection();
  const toast = useToast();
  const restore = async () => {
    const outcome =
      item.kind === 'post'
        ? await send('restore_post', { post: item.item })
        : await send('restore_from_trash', { item: item.item });
    if (!outcome.ok) return;
    toast('It is back.');
    again();
  };
  const error = errorElsewhere([]);
  return (
    <li className="stack-2">
      <p className="meta">{kindWords[item.kind]}</p>
      <p>
        <What item={item} />
        <Of item={item} />
      </p>
      {item.text && <p className="measure audit__words">{item.text}</p>}
      <p className="meta">
        Removed {shortDay(item.removed_at, zone)}
        {remover && ` by ${remover.name}`}. Gone for good on {shortDay(item.gone_at, zone)}.
      </p>
      {item.restorable ? (
        <div className="btns">
          <Button small disabled={word === 'offline'} onClick={restore}>
            Put it back<span className="sr">: {item.title || item.place}</span>
          </Button>
        </div>
      ) : (
        <p className="meta">A facilitator removed it, and can put it back.</p>
      )}
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
    </li>
  );
}

/** A post is known by who wrote it, all else by its title. */
function What({ item }: { item: TrashItem }) {
  const { slug } = useCollaborative();
  const author = useRecord('person', item.author);
  if (item.kind !== 'post') return <b>{item.title}</b>;
  if (!author) return <b>Somebody</b>;
  return (
    <Link className="quiet-link" to={addresses.person(slug, author.id)}>
      <b>{author.name}</b>
    </Link>
  );
}

function Of({ item }: { item: TrashItem }) {
  const { slug } = useCollaborative();
  if (!item.place) return null;
  const to = addressOf(item, slug);
  return (
    <>
      {' '}
      {ofWords[item.kind]}{' '}
      {to ? (
        <Link className="quiet-link" to={to}>
          {item.place}
        </Link>
      ) : (
        item.place
      )}
    </>
  );
}
