import { describe, expect, it } from 'vitest';
import { commitBody, emptyStep, missingIn, readDraft, writeDraft } from './step_draft';

const step = { ...emptyStep, title: ' Write it ', owner: 'p1', due_on: '2027-01-20', measure: 'Posted' };

describe('a half-written step', () => {
  it('survives as text', () => {
    expect(readDraft(writeDraft(step))).toEqual(step);
    expect(readDraft('')).toEqual(emptyStep);
    expect(writeDraft({ ...emptyStep, owner: 'p1' })).toBe('');
  });

  it('names what is missing', () => {
    expect(missingIn(emptyStep)).toEqual(['title', 'owner', 'due_on', 'measure']);
    expect(missingIn(step)).toEqual([]);
  });

  it('becomes a command without empty members', () => {
    const where = { collaborative: 'c', series: undefined, meeting: 'm', organisation: 'o' };
    expect(commitBody(step, where)).toEqual({
      ...{ collaborative: 'c', meeting: 'm', organisation: 'o' },
      ...{ title: 'Write it', owner: 'p1', due_on: '2027-01-20', measure: 'Posted' },
    });
  });
});
