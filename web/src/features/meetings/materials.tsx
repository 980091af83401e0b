// What to do before, and what to bring or keep.

import { LedgerSection } from '../../ui';
import { Prose } from './prose_view';

export function PreWork({ text }: { text: string }) {
  if (!text.trim()) return null;
  return (
    <LedgerSection title="Pre-work">
      <Prose text={text} />
    </LedgerSection>
  );
}

export function Materials({ text }: { text: string }) {
  if (!text.trim()) return null;
  return (
    <LedgerSection title="Materials">
      <Prose text={text} />
    </LedgerSection>
  );
}
