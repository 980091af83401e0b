// What ties a field of a form to the value of the same name: its text, its refusal, its change.

type TextKeys<V> = { [K in keyof V]-?: V[K] extends string | undefined ? K : never }[keyof V] & string;

interface Form<V> {
  values: V;
  set: (changes: Partial<V>) => void;
  errorAt: (field: TextKeys<V>) => string | undefined;
}

export const bound =
  <V extends object>({ values, set, errorAt }: Form<V>) =>
  <K extends TextKeys<V>>(field: K) => ({
    name: field,
    value: (values[field] ?? '') as string,
    error: errorAt(field),
    onChange: (event: { target: { value: string } }) =>
      set({ [field]: event.target.value } as unknown as Partial<V>),
  });
