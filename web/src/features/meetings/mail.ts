// What happened, as a mail: HTML that any mail program keeps, and the same as plain text. No styles, no
// pictures, no tables inside tables; everything that was typed is escaped.

import type { Attended } from './attended';
import { minutesOf } from './attended';
import { type Points, plainText, type Span } from './prose';

export interface MailStep {
  state: string;
  title: string;
  owner: string;
  due: string;
  status: string;
  address: string;
}

export interface MailFacts {
  title: string;
  /** "Session 4 of 5, held Thursday, December 5, 2:00 to 3:30 PM EST" */
  above: string;
  address: string;
  said: Points;
  steps: readonly MailStep[];
  attended: Attended;
  /** Item, planned and real minutes in words. */
  minutes: readonly { title: string; planned: number; real?: number }[];
  demonstration: boolean;
}

export interface Mail {
  html: string;
  text: string;
}

export const demonstration_words =
  'Demonstration. People, statements and dates are invented; no agency has said or done this.';

/** One writer for both, so that they cannot say different things. */
interface Writer {
  heading(words: string): void;
  line(words: string): void;
  link(words: string, address: string): void;
  list(items: readonly Item[]): void;
  table(heads: readonly string[], rows: readonly (readonly string[])[]): void;
}
interface Item {
  bold?: string;
  spans: readonly Span[];
}

export function mailOf(facts: MailFacts): Mail {
  const html = new HtmlWriter();
  const text = new TextWriter();
  for (const writer of [html, text]) write(writer, facts);
  return { html: html.done(), text: text.done() };
}

function write(writer: Writer, facts: MailFacts): void {
  const { said, steps, attended, minutes } = facts;
  writer.heading(facts.title);
  writer.line(facts.above);
  if (facts.demonstration) writer.line(demonstration_words);
  if (said.points.length + said.named.length + said.rest.length > 0) {
    writer.heading('What was said');
    for (const block of said.rest) if (block.kind !== 'list') writer.line(plainText(block.spans));
    if (said.points.length > 0) writer.list(said.points);
    if (said.named.length > 0)
      writer.list(
        said.named.map(({ name, spans }) => ({
          bold: name,
          spans: [{ kind: 'text', text: ': ' }, ...spans],
        })),
      );
  }
  writer.heading(`Action steps (${steps.length})`);
  if (steps.length === 0) writer.line('None was written in this session.');
  else
    writer.list(
      steps.map(step => ({
        bold: step.state,
        spans: [
          { kind: 'text', text: ': ' },
          { kind: 'link', text: step.title, href: step.address },
          { kind: 'text', text: ` (${step.owner}, due ${step.due}, ${step.status.toLowerCase()})` },
        ],
      })),
    );
  writer.heading('Attendance');
  writer.line(`${attended.people} people from ${attended.states.length} states.`);
  writer.table(
    ['State', 'Person', 'Minutes'],
    attended.states.flatMap(({ organisation, rows }) =>
      rows.map(row => [organisation.short_name, row.name, String(minutesOf(row))]),
    ),
  );
  if (attended.absent.length > 0)
    writer.line(`Not there: ${attended.absent.map(state => state.short_name).join(', ')}.`);
  if (minutes.length > 0) {
    writer.heading('Minutes');
    writer.table(
      ['Item', 'Planned', 'Real'],
      minutes.map(({ title, planned, real }) => [
        title,
        String(planned),
        real === undefined ? '' : String(real),
      ]),
    );
  }
  writer.link('Open this session in Interstate', facts.address);
}

class HtmlWriter implements Writer {
  private readonly parts: string[] = [];
  private headings = 0;

  heading(words: string) {
    const level = this.headings++ === 0 ? 'h1' : 'h2';
    this.parts.push(`<${level}>${escaped(words)}</${level}>`);
  }
  line(words: string) {
    this.parts.push(`<p>${escaped(words)}</p>`);
  }
  link(words: string, address: string) {
    this.parts.push(`<p><a href="${escaped(address)}">${escaped(words)}</a></p>`);
  }
  list(items: readonly Item[]) {
    const lines = items.map(({ bold, spans }) => {
      const lead = bold ? `<strong>${escaped(bold)}</strong>` : '';
      return `<li>${lead}${spans.map(htmlOf).join('')}</li>`;
    });
    this.parts.push(`<ul>${lines.join('')}</ul>`);
  }
  table(heads: readonly string[], rows: readonly (readonly string[])[]) {
    const cells = (tag: string, words: readonly string[]) =>
      `<tr>${words.map(word => `<${tag} align="left">${escaped(word)}</${tag}>`).join('')}</tr>`;
    const body = rows.map(row => cells('td', row)).join('');
    this.parts.push(
      `<table cellpadding="4"><thead>${cells('th', heads)}</thead><tbody>${body}</tbody></table>`,
    );
  }
  done() {
    return this.parts.join('\n');
  }
}

function htmlOf(span: Span): string {
  const words = escaped(span.text);
  if (span.kind === 'link') return `<a href="${escaped(span.href)}">${words}</a>`;
  if (span.kind === 'bold') return `<strong>${words}</strong>`;
  return span.kind === 'italic' ? `<em>${words}</em>` : words;
}

export const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

class TextWriter implements Writer {
  private readonly parts: string[] = [];

  heading(words: string) {
    this.parts.push(words.toUpperCase());
  }
  line(words: string) {
    this.parts.push(words);
  }
  link(words: string, address: string) {
    this.parts.push(`${words}: ${address}`);
  }
  list(items: readonly Item[]) {
    this.parts.push(items.map(({ bold, spans }) => `- ${bold ?? ''}${plainText(spans)}`).join('\n'));
  }
  table(_heads: readonly string[], rows: readonly (readonly string[])[]) {
    this.parts.push(rows.map(row => row.join(', ')).join('\n'));
  }
  done() {
    return `${this.parts.filter(Boolean).join('\n\n')}\n`;
  }
}
