import { describe, expect, it } from 'vitest';
import { ariaKeys, isKey, keys, keysFor } from './keys';

const press = (key: string, held: string[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('keys', () => {
  it('are met with what is held, and with nothing more', () => {
    expect(isKey(press('K', ['ctrl']), keys.palette)).toBe(true);
    expect(isKey(press('k', ['meta']), keys.palette)).toBe(true);
    expect(isKey(press('k'), keys.palette)).toBe(false);
    expect(isKey(press('k', ['ctrl', 'alt']), keys.palette)).toBe(false);
    expect(isKey(press('Enter'), keys.send)).toBe(true);
    expect(isKey(press('Enter', ['shift']), keys.send)).toBe(false);
    expect(isKey(press('Enter', ['ctrl']), keys.send)).toBe(false);
    expect(isKey(press('Enter', ['ctrl']), keys.post)).toBe(true);
  });

  it('take Shift as part of a character', () => {
    expect(isKey(press('?', ['shift']), keys.help)).toBe(true);
    expect(isKey(press('?'), keys.help)).toBe(true);
  });

  it('are named as browsers tell them to screen readers', () => {
    expect(ariaKeys(keys.palette)).toBe('Control+K');
    expect(ariaKeys(keys.hand)).toBe('h');
    expect(ariaKeys(keys.column)).toBe('Alt+ArrowLeft Alt+ArrowRight');
  });

  it('are told where they work: all of them outside, only those of the room in it', () => {
    expect(keysFor(false)).toHaveLength(Object.keys(keys).length);
    expect(keysFor(true)).toContain(keys.hand);
    expect(keysFor(true)).not.toContain(keys.column);
  });
});
