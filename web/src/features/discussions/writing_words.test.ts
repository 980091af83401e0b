import { describe, expect, it } from 'vitest';
import { writingWords } from './writing_words';

const ana = { name: 'Ana Ruiz', state: 'Ohio' };
const ben = { name: 'Ben Cole', state: undefined };
const cleo = { name: 'Cleo Hart', state: 'Maine' };

describe('who is writing, in words', () => {
  it('is one with the state', () => expect(writingWords([ana])).toBe('Ana Ruiz (Ohio) is writing …'));
  it('is one of no state', () => expect(writingWords([ben])).toBe('Ben Cole is writing …'));
  it('is two by name', () => expect(writingWords([ana, cleo])).toBe('Ana Ruiz and Cleo Hart are writing …'));
  it('is a number from three on', () => {
    expect(writingWords([ana, ben, cleo])).toBe('3 people are writing …');
    expect(writingWords(Array(12).fill(ana))).toBe('12 people are writing …');
  });
  it('is nothing for nobody', () => expect(writingWords([])).toBe(''));
});
