// Asks for the terms of use in the place of the screen, which stays as it is behind: what was typed is there
// afterwards. Everything around it, signing out too, goes on.

import { useEffect, useRef } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { dayWords, useMyZone } from '../../app/zones';
import type { RecordOf } from '../../protocol/kinds';
import { useConnection, usePlace } from '../../sync';
import { Button, Link, Notice } from '../../ui';
import { useWaitingSend } from '../staff/use_waiting_send';
import { WordsOfTerms } from './words_of_terms';
import './terms.css';

export default function AcceptTerms({ due }: { due: RecordOf<'terms'> }) {
  const { slug, id: collaborative } = useCollaborative();
  const { person } = usePlace();
  const { send, waiting, errorElsewhere } = useWaitingSend();
  const { word } = useConnection();
  const zone = useMyZone();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    heading.current?.focus();
    return () => {
      // When the screen is shown again.
      setTimeout(() => before?.isConnected && before.focus(), 0);
    };
  }, []);
  const error = errorElsewhere([]);
  return (
    <section className="acceptterms stack-3" aria-labelledby="accept-terms">
      <h1 id="accept-terms" ref={heading} tabIndex={-1}>
        {due.version === 1 ? 'Terms of use' : 'New terms of use'}
      </h1>
      <p className="lead">
        Please read and accept them to go on. What you were doing is kept as it is, and goes on afterwards.
      </p>
      <p className="meta">
        Version {due.version}, {dayWords(due.published_at, zone)}
      </p>
      {due.changes && (
        <Notice>
          <b>What is new.</b> {due.changes}
        </Notice>
      )}
      <WordsOfTerms {...{ collaborative }} version={due.version} />
      {error && (
        <Notice kind="blocked" alert>
          {error}
        </Notice>
      )}
      <div className="btns">
        <Button
          look="primary"
          disabled={waiting || word === 'offline'}
          onClick={() => void send('accept_terms', { collaborative, version: due.version })}
        >
          I accept version {due.version}
        </Button>
        {word === 'offline' && <span className="meta">Needs a line to the server.</span>}
      </div>
      <p className="meta">
        You do not want to? You can <Link to={addresses.person(slug, person)}>leave on your own page</Link>,
        or sign out and decide later. Until then you can do nothing else here.
      </p>
    </section>
  );
}
