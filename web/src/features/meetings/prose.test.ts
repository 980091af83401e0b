import { describe, expect, it } from 'vitest';
import { blocksOf, plainText, pointsOf, spansOf } from './prose';

describe('the little Markdown', () => {
  it('knows paragraphs, lists and headings', () => {
    const blocks = blocksOf(
      'Bring a page.\nOne is enough.\n\n- First\n- Second\n  goes on\n1. Then\n\n## After',
    );
    expect(blocks.map(block => block.kind)).toEqual(['paragraph', 'list', 'list', 'heading']);
    const [paragraph, list] = blocks;
    expect(paragraph?.kind === 'paragraph' && plainText(paragraph.spans)).toBe(
      'Bring a page. One is enough.',
    );
    expect(list?.kind === 'list' && list.lines.map(line => plainText(line.spans))).toEqual([
      'First',
      'Second goes on',
    ]);
  });

  it('knows bold, italic and links', () => {
    expect(spansOf('A **bold** and *soft* [page](https://example.org/a) at https://example.org/b.')).toEqual([
      { kind: 'text', text: 'A ' },
      { kind: 'bold', text: 'bold' },
      { kind: 'text', text: ' and ' },
      { kind: 'italic', text: 'soft' },
      { kind: 'text', text: ' ' },
      { kind: 'link', text: 'page', href: 'https://example.org/a' },
      { kind: 'text', text: ' at ' },
      { kind: 'link', text: 'https://example.org/b', href: 'https://example.org/b' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('makes no link of what could run, and keeps tags as text', () => {
    for (const text of ['[x](javascript:alert(1))', '[x](data:text/html,hi)', '<script>alert(1)</script>'])
      expect(spansOf(text)).toEqual([{ kind: 'text', text }]);
  });

  it('stays quick on a long line of stars and brackets', () => {
    const started = performance.now();
    for (const piece of ['*', '[', '**', '[a](', 'https://']) spansOf(piece.repeat(8000 / piece.length));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('what was said', () => {
  it('parts single points from those with a name', () => {
    const { points, named, rest } = pointsOf(
      'Intro.\n- One point.\n- **Local boards.** Two slides a quarter.',
    );
    expect(points.map(line => plainText(line.spans))).toEqual(['One point.']);
    expect(named.map(({ name, spans }) => [name, plainText(spans)])).toEqual([
      ['Local boards', 'Two slides a quarter.'],
    ]);
    expect(rest).toHaveLength(1);
  });
});
