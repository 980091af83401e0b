import { expect, test } from 'vitest';
import {
  below,
  countLines,
  type LineOutcome,
  lineNumbers,
  linesToMend,
  linksAsText,
  resultWords,
  textOf,
} from './pasted';

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
  expect(linesToMend(outcomes, 'Odalys\n\nCommunications office\nP.')).toBe(
    'Communications office\nP. Halloran; p@x; KY',
  );
});

test('links are whole addresses beside the line they belong to', () => {
  expect(linksAsText(outcomes, 'https://x.example')).toBe(
    'Odalys Brennigan-Hsu, o@sea-ky.example, KY\thttps://x.example/sign-in/link/aaa',
  );
});

test('under a heading they come back with it', () => {
  const table = [{ line: 3, text: 'P. Halloran;p@x', link: '', problem: 'no mail address' }];
  expect(linesToMend(table, '\nName;E-mail\nP. Halloran;p@x')).toBe('Name;E-mail\nP. Halloran;p@x');
  expect(linesToMend([{ line: 2, text: 'a', link: 'x', problem: '' }], 'Name;E-mail\na')).toBe('');
});

test('each comes back under the heading it stood under', () => {
  const pasted = 'C. Roe, c@x\nName;E-mail\nAnn;ann@sea.example\nP. Halloran;p@x\nEmail address,Name\nq@x,Q';
  const bad = (line: number, text: string) => ({ line, text, link: '', problem: 'no mail address' });
  const told = [
    bad(1, 'C. Roe, c@x'),
    { line: 3, text: 'Ann;ann@sea.example', link: 'x', problem: '' },
    bad(4, 'P. Halloran;p@x'),
    bad(6, 'q@x,Q'),
  ];
  expect(linesToMend(told, pasted)).toBe(
    'C. Roe, c@x\nName;E-mail\nP. Halloran;p@x\nEmail address,Name\nq@x,Q',
  );
  expect(countLines(pasted)).toBe(4);
});

test('a file is read as spreadsheets save it, and goes below what was typed', () => {
  const bytes = (...all: number[]) => new Uint8Array(all);
  expect(textOf(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9))).toBe('é');
  expect(textOf(bytes(0xff, 0xfe, 0xe9, 0x00))).toBe('é');
  expect(textOf(bytes(0xfe, 0xff, 0x00, 0xe9))).toBe('é');
  expect(textOf(bytes(0x52, 0xe9))).toBe('Ré');
  expect(below(' \n', 'a')).toBe('a');
  expect(below('typed\n\n', 'a')).toBe('typed\na');
});

test('blank lines do not count', () => {
  expect(countLines('a\n\n  \nb\n')).toBe(2);
  expect(countLines('Name;E-mail\nAnn;ann@sea.example')).toBe(1);
  expect(countLines('')).toBe(0);
});
