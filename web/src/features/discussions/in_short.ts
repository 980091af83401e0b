const quote_length = 90;

/** One line of a text, for where it is quoted. */
export function inShort(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= quote_length) return line;
  const cut = line.slice(0, quote_length);
  const whole = cut.slice(0, Math.max(cut.lastIndexOf(' '), 40));
  return `${whole.replace(/[\s.,;:!?]+$/, '')}…`;
}

/** The words of a post without its marks. Parsed apart from the page: nothing in it runs or loads. */
export function quoted({ html, text }: { html: string; text: string }): string {
  if (html === '') return inShort(text);
  return inShort(new DOMParser().parseFromString(html, 'text/html').body.textContent);
}
