// Choices of which several may hold, and perhaps at most so many.

import type { ReactNode } from 'react';
import { Choice } from './field';

interface SeveralProps<T> {
  title: ReactNode;
  /** The title stands elsewhere already: here it is only heard. */
  hideTitle?: boolean;
  items: readonly { value: T; label: ReactNode; hint?: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
  /** Once so many are chosen, the others rest. */
  most?: number;
  disabled?: boolean;
  error?: string | undefined;
  /** What stands where there is nothing to choose. */
  empty?: ReactNode;
}

export function Several<T extends string | number>(props: SeveralProps<T>) {
  const { title, hideTitle, items, chosen, onChange, most, disabled, error, empty } = props;
  const full = most !== undefined && chosen.length >= most;
  return (
    <fieldset className="several" disabled={disabled}>
      <legend className={hideTitle ? 'sr' : 'label'}>{title}</legend>
      {items.map(({ value, label, hint }) => (
        <Choice
          key={value}
          label={label}
          title={hint}
          checked={chosen.includes(value)}
          disabled={full && !chosen.includes(value)}
          onChange={() => onChange(toggled(chosen, value))}
        />
      ))}
      {items.length === 0 && empty}
      {error && <p className="field__error">{error}</p>}
    </fieldset>
  );
}

export const toggled = <T,>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter(each => each !== one) : [...list, one];
