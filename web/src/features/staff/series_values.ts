// What the form of a series holds.

import type { RecordOf } from '../../protocol/kinds';

export interface SeriesValues {
  title: string;
  description: string;
  objectives: { short_name: string; text: string }[];
  /** State codes, in alphabetical order. */
  states: string[];
  starts_on: string;
  ends_on: string;
}

export const objectives_limit = 8;

export const fieldLabels: Record<keyof SeriesValues, string> = {
  title: 'Title',
  description: 'What it is for',
  objectives: 'Objectives',
  states: 'States',
  starts_on: 'First day',
  ends_on: 'Last day',
};

export function valuesOf(
  series: RecordOf<'series'>,
  objectives: readonly RecordOf<'objective'>[],
  codes: readonly string[],
): SeriesValues {
  return {
    title: series.title,
    description: series.description,
    objectives: [...objectives]
      .sort((a, b) => a.ordinal - b.ordinal)
      .map(({ short_name, text }) => ({ short_name, text })),
    states: [...codes].sort(),
    starts_on: series.starts_on,
    ends_on: series.ends_on,
  };
}

/** How a value reads where two versions stand side by side. */
export function valueWords(field: keyof SeriesValues, values: SeriesValues): string {
  if (field === 'objectives')
    return values.objectives.map(({ short_name, text }) => `${short_name}: ${text}`).join('\n');
  if (field === 'states') return values.states.join(' ');
  return values[field];
}
