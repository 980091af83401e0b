// Who asks for help in my series, until it is answered or withdrawn.

import { useMemo } from 'react';
import { addresses } from '../../app/addresses';
import { useCollaborative } from '../../app/where';
import { useRecords } from '../../sync';
import { LedgerSection, Link, StateTile, StatusWord } from '../../ui';
import type { Series } from '../meetings/meeting_words';
import { shortDay } from '../meetings/times';
import { useStandingOrder } from './standing_order';
import type { Shared } from './today';

interface HelpProps extends Shared {
  series: readonly Series[];
  organisation: string | undefined;
}

export function HelpWanted({ series, organisation, around, zone, now, settled }: HelpProps) {
  const { slug, id } = useCollaborative();
  const wanted = useRecords(
    'action_step',
    step =>
      step.help === 'wanted' &&
      step.collaborative === id &&
      (step.series === undefined || series.some(each => each.id === step.series)),
    (a, b) => (b.help_at ?? 0) - (a.help_at ?? 0),
  );
  const keyed = useMemo(() => wanted.map(step => ({ key: step.id, step })), [wanted]);
  const shown = useStandingOrder(keyed, settled);
  if (shown.length === 0) return null;
  return (
    <LedgerSection title="Help wanted" meta="Anybody of the series may answer">
      <ul className="ledger">
        {shown.map(({ step }) => {
          const state = around.organisation(step.organisation);
          const own = step.organisation === organisation;
          return (
            <li key={step.id} className="entry entry--tile">
              <StateTile
                code={state?.code ?? '–'}
                label={own ? `${state?.short_name}, your state` : (state?.short_name ?? 'A state')}
                mark={own ? ['yours'] : undefined}
                href={state && addresses.state(slug, state.code)}
              />
              <div className="stack-1">
                <h3>
                  <Link className="quiet-link" to={addresses.step(slug, step.id)}>
                    {step.title}
                  </Link>
                </h3>
                <div className="rowx">
                  <StatusWord name="help_wanted" />
                  {step.help_at !== undefined && (
                    <span className="meta">since {shortDay(step.help_at, zone, now)}</span>
                  )}
                </div>
                <p className="excerpt">{step.help_text}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </LedgerSection>
  );
}
