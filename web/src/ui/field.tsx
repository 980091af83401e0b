// A labelled control with its hint and its error, tied together for those who hear the page.

import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { Icon } from './icon';

export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** The label is only for those who hear the page. */
  hideLabel?: boolean;
}

export function Field({
  label,
  hint,
  error,
  hideLabel,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field" data-invalid={error ? '' : undefined}>
      <label htmlFor={id} className={hideLabel ? 'sr' : undefined}>
        {label}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          <Icon name="at_risk" small />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

type Without<T> = Omit<T, 'id' | 'className' | 'children'>;

export function TextField({
  label,
  hint,
  error,
  hideLabel,
  ...input
}: FieldProps & Without<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field {...{ label, hint, error, hideLabel }}>
      {control => <input className="input" type="text" {...input} {...control} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  ...area
}: FieldProps & Without<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field {...{ label, hint, error, hideLabel }}>
      {control => <textarea className="textarea" rows={3} {...area} {...control} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  hideLabel,
  options,
  ...select
}: FieldProps &
  Without<SelectHTMLAttributes<HTMLSelectElement>> & {
    options: readonly { value: string; label: string }[];
  }) {
  return (
    <Field {...{ label, hint, error, hideLabel }}>
      {control => (
        <select className="select" {...select} {...control}>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A checkbox, or a radio button, with its words. */
export function Choice({
  label,
  type = 'checkbox',
  ...input
}: { label: ReactNode } & Without<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <label className="choice">
      <input type={type} {...input} />
      <span>{label}</span>
    </label>
  );
}
