import { describe, expect, test } from 'vitest';
import { type Entry, ranked } from './palette_entries';

const entry = (kind: Entry['kind'], label: string, keywords?: string): Entry => ({
  key: `${kind} ${label}`,
  kind,
  label,
  keywords,
  to: '/',
});

const entries = [
  entry('screen', 'Today'),
  entry('screen', 'Directory'),
  entry('state', 'Oregon', 'OR'),
  entry('state', 'Ohio', 'OH'),
  entry('person', 'Ohana Reyes-Ito', 'Hawaii'),
  entry('person', 'José Ordóñez', 'Ohio'),
  entry('step', 'Recruit a second cohort in Ohio'),
  entry('thread', 'Tuning session: why before what (Ohio)'),
];
const labels = (typed: string) => ranked(entries, typed).map(({ label }) => label);

describe('the palette', () => {
  test('offers the screens before anything is typed', () => {
    expect(labels('  ')).toEqual(['Today', 'Directory']);
  });
  test('puts the thing of that very name first, then what begins so, then what contains it', () => {
    expect(labels('ohio')).toEqual([
      'Ohio',
      'José Ordóñez',
      'Recruit a second cohort in Ohio',
      'Tuning session: why before what (Ohio)',
    ]);
    expect(labels('oh').slice(0, 2)).toEqual(['Ohio', 'Ohana Reyes-Ito']);
  });
  test('takes every typed word as the beginning of a word, in any order', () => {
    expect(labels('coh rec')).toEqual(['Recruit a second cohort in Ohio']);
    expect(labels('ecruit')).toEqual([]);
  });
  test('does not ask for accents or for hyphens', () => {
    expect(labels('jose ordonez')).toEqual(['José Ordóñez']);
    expect(labels('ito')).toEqual(['Ohana Reyes-Ito']);
  });
  test('ends somewhere', () => {
    const many = Array.from({ length: 500 }, (_, n) => entry('step', `Step ${n}`));
    expect(ranked(many, 'step')).toHaveLength(12);
  });
});
