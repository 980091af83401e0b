// Somebody else saved while this was being typed: both are shown, and the person chooses. Stands below the
// fields, so that it pushes nothing away from under the hands.

import { Button, Notice } from '../../ui';
import type { Form } from './use_form';

const conflicts_id = 'both-versions';

/** From the foot of a long form. */
export function showConflicts(): void {
  const notice = document.getElementById(conflicts_id);
  notice?.scrollIntoView({ block: 'center' });
  notice?.focus({ preventScroll: true });
}

interface ConflictsProps<T extends object> {
  form: Form<T>;
  labels: Partial<Record<keyof T & string, string>>;
  /** How a value reads. */
  words?: (field: keyof T & string, value: T) => string;
}

export function Conflicts<T extends object>({ form, labels, words }: ConflictsProps<T>) {
  if (form.conflicts.length === 0) return null;
  const read = (field: keyof T & string, from: T) => words?.(field, from) ?? String(from[field]);
  return (
    <Notice kind="attention">
      <div className="stack-3" id={conflicts_id} tabIndex={-1}>
        <p>
          <b>Somebody saved this while you were writing.</b> Choose for each part which one stays. Nothing of
          yours is lost until you do.
        </p>
        {form.conflicts.map(field => (
          <div key={field} className="both">
            <div className="stack-1">
              <h3>{labels[field] ?? field}, as it is now</h3>
              <blockquote className="both__text">{read(field, form.saved) || 'Nothing'}</blockquote>
              <div className="btns">
                <Button small onClick={() => form.takeNewer(field)}>
                  Take the newer
                </Button>
              </div>
            </div>
            <div className="stack-1">
              <h3>Yours</h3>
              <blockquote className="both__text">{read(field, form.values) || 'Nothing'}</blockquote>
              <div className="btns">
                <Button small onClick={() => form.keepMine(field)}>
                  Keep mine
                </Button>
              </div>
            </div>
          </div>
        ))}
      </div>
    </Notice>
  );
}
