import { expect, test } from 'vitest';
import { countLines, type LineOutcome, lineNumbers, linesToMend, linksAsText, resultWords } from './pasted';

const outcomes: LineOutcome[] = [
  {
    line: 1,
    text: 'Odalys Brennigan-Hsu, o@sea-ky.example, KY',
    person: 'p',
    link: '/sign-in/link/aaa',
    problem: '',
  },
  { line: 3, text: 'Communications office', link: '', problem: 'Write: name, address, state, role.' },
  { line: 4, text: 'P. Halloran; p@x; KY', link: '', problem: '“p@x” is no mail address.' },
];

test('the result names how many are done and which lines need somebody', () => {
  expect(resultWords(outcomes)).toEqual({
    all: '3 lines read: 1 has a seat now',
    bad: 'lines 3 and 4 need you',
  });
  expect(resultWords(outcomes.slice(0, 1))).toEqual({ all: '1 line read: 1 has a seat now' });
  expect(resultWords(outcomes.slice(1, 2)).bad).toBe('line 3 needs you');
  expect(lineNumbers([2, 5, 9])).toBe('lines 2, 5 and 9');
});

test('bad lines come back to be mended, without those that are done', () => {
  expect(linesToMend(outcomes)).toBe('Communications office\nP. Halloran; p@x; KY');
});

test('links are whole addresses beside the line they belong to', () => {
  expect(linksAsText(outcomes, 'https://x.example')).toBe(
    'Odalys Brennigan-Hsu, o@sea-ky.example, KY\thttps://x.example/sign-in/link/aaa',
  );
});

test('blank lines do not count', () => {
  expect(countLines('a\n\n  \nb\n')).toBe(2);
});
