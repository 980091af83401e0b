// What axe finds on a page, as lines that say where and what.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** `only` names the rules to run; without it all of them. */
export async function axeFindings(page, only) {
  const there = await page.evaluate(() => 'axe' in globalThis);
  if (!there) await page.evaluate(source);
  const violations = await page.evaluate(
    async ({ tags, only }) => {
      const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: tags };
      const found = await globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] });
      return found.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map(
          ({ target, failureSummary }) =>
            `${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim() ?? ''}`,
        ),
      }));
    },
    { tags, only },
  );
  return violations.flatMap(({ id, help, nodes }) => {
    const more = nodes.length > 3 ? ` and ${nodes.length - 3} more` : '';
    return [`${id} (${help})\n    ${nodes.slice(0, 3).join('\n    ')}${more}`];
  });
}

/** Pixels by which the page is wider than its window. */
export async function sidewaysScroll(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
