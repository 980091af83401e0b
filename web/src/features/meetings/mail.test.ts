import { describe, expect, it } from 'vitest';
import { demonstration_words, type MailFacts, mailOf } from './mail';
import { pointsOf } from './prose';

const facts: MailFacts = {
  title: 'Shared <accountability>',
  above: 'Session 4 of 5, held Thursday, December 5',
  address: 'https://example.org/sdi/series/p2p/sessions/4',
  said: pointsOf('- It has "promised" nothing & more.\n- **Local boards.** Two slides.'),
  steps: [
    {
      state: 'Utah',
      title: 'Turn the <b>review</b> round',
      owner: 'Nils Tavake',
      due: 'Mar 27',
      status: 'On track',
      address: 'https://example.org/sdi/steps/1',
    },
  ],
  attended: { states: [], others: [], absent: [], people: 0, median: 0 },
  minutes: [{ title: 'Welcome', planned: 5, real: 6 }],
  demonstration: true,
};

describe('the mail', () => {
  it('escapes whatever was typed', () => {
    const { html } = mailOf(facts);
    expect(html).toContain('<h1>Shared &lt;accountability&gt;</h1>');
    expect(html).toContain('Turn the &lt;b&gt;review&lt;/b&gt; round</a>');
    expect(html).toContain('It has &quot;promised&quot; nothing &amp; more.');
    expect(html).not.toMatch(/style=|<script|class=/);
  });

  it('says the same in words alone', () => {
    const { text } = mailOf(facts);
    expect(text).toContain('- Utah: Turn the <b>review</b> round (Nils Tavake, due Mar 27, on track)');
    expect(text).toContain('- Local boards: Two slides.');
    expect(text).toContain('Welcome, 5, 6');
    expect(text).toContain('Open this session in Interstate: https://example.org/sdi/series/p2p/sessions/4');
  });

  it('carries the notice of a demonstration, and only there', () => {
    expect(mailOf(facts).html).toContain(demonstration_words);
    expect(mailOf(facts).text).toContain(demonstration_words);
    expect(mailOf({ ...facts, demonstration: false }).html).not.toContain('Demonstration');
  });
});
