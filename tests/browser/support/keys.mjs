// Somebody who uses the keyboard alone.

import assert from 'node:assert/strict';

const most_tabs = 120;

/** The name of what has the focus, as a screen reader would say it. */
async function nameOfFocus(page) {
  return page.evaluate(() => {
    const it = document.activeElement;
    if (!it || it === document.body) return '';
    const labelled = it.getAttribute('aria-labelledby')?.split(' ');
    const words = labelled
      ? labelled.map(id => document.getElementById(id)?.innerText).join(' ')
      : (it.getAttribute('aria-label') ?? it.labels?.[0]?.innerText ?? it.textContent);
    return (words ?? '').replace(/\s+/g, ' ').trim();
  });
}

/** Presses Tab until what is wanted has the focus. */
export async function tabsTo({ page, name }, wanted) {
  const passed = [];
  for (let tabs = 0; tabs < most_tabs; tabs++) {
    const here = await nameOfFocus(page);
    if (here !== '' && (typeof wanted === 'string' ? here === wanted : wanted.test(here))) return;
    passed.push(here);
    await page.keyboard.press('Tab');
  }
  assert.fail(`${name} finds no “${wanted}” by Tab, only: ${[...new Set(passed)].join(' | ')}`);
}

export async function choosesByKeyboard(person, wanted, key = 'Enter') {
  await tabsTo(person, wanted);
  await person.page.keyboard.press(key);
}

export async function typesInto(person, wanted, text) {
  await tabsTo(person, wanted);
  await person.page.keyboard.type(text);
}

/** Arrow keys through an open menu, then Enter. */
export async function choosesFromMenu(person, wanted) {
  const { page } = person;
  for (let steps = 0; steps < 20; steps++) {
    if (wanted.test(await nameOfFocus(page))) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`${person.name} finds no ${wanted} in the menu`);
}
