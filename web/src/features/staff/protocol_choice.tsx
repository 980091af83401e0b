// A protocol of the starting content, laid out as items that can be changed afterwards.

import { useState } from 'react';
import { useCollaborative } from '../../app/where';
import { useRecords } from '../../sync';
import { Button, LedgerSection, SelectField } from '../../ui';
import { modeWords } from '../meetings/mode_words';
import { type Line, layOut, totalOf } from './agenda_lines';

interface ProtocolChoiceProps {
  lines: readonly Line[];
  planned: number;
  makeKey: () => string;
  onLayOut: (lines: Line[]) => void;
}

export function ProtocolChoice({ lines, planned, makeKey, onLayOut }: ProtocolChoiceProps) {
  const { id } = useCollaborative();
  const protocols = useRecords(
    'protocol',
    protocol => protocol.collaborative === id,
    (a, b) => (a.title < b.title ? -1 : 1),
  );
  const [key, setKey] = useState('');
  const chosen = protocols.find(protocol => protocol.key === key);
  if (protocols.length === 0) return null;
  return (
    <LedgerSection title="From a protocol" meta="Timed ways to work together">
      <div className="stack-4">
        <div className="form">
          <SelectField
            label="Protocol"
            value={key}
            onChange={event => setKey(event.target.value)}
            options={[
              { value: '', label: 'Choose one' },
              ...protocols.map(protocol => ({
                value: protocol.key,
                label: `${protocol.title}, ${protocol.minutes} minutes`,
              })),
            ]}
          />
        </div>
        {chosen && (
          <div className="stack-3">
            <p className="prose">{chosen.purpose}</p>
            {chosen.use_when && (
              <p className="prose">
                <b>Use it when:</b> {chosen.use_when}
              </p>
            )}
            <ol className="ledger protocol">
              {chosen.steps.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a protocol never changes
                <li key={index} className="entry">
                  <span>{step.minutes} min</span>
                  <div>
                    <p>
                      <b>{step.title}</b>{' '}
                      <span className="meta">
                        {[step.who, modeWords[step.mode as keyof typeof modeWords]]
                          .filter(Boolean)
                          .join(', ')}
                      </span>
                    </p>
                    <p className="meta">{step.instruction}</p>
                  </div>
                </li>
              ))}
            </ol>
            <div className="btns">
              {lines.length > 0 && (
                <Button
                  look="facilitator"
                  icon="plus"
                  onClick={() => onLayOut(layOut(chosen.steps, makeKey, lines))}
                >
                  Add it after the items ({totalOf(lines) + totalOf(chosen.steps)} of {planned} minutes)
                </Button>
              )}
              <Button look="facilitator" icon="steps" onClick={() => onLayOut(layOut(chosen.steps, makeKey))}>
                {lines.length > 0 ? 'Replace the items by it' : 'Lay it out'}
              </Button>
            </div>
            {chosen.credit && <p className="meta">{chosen.credit}</p>}
          </div>
        )}
      </div>
    </LedgerSection>
  );
}
