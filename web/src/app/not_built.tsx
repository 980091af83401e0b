// An honest page for what has an address but no screen yet.

import { Empty, PageHead } from '../ui';

export function NotBuilt({ title }: { title: string }) {
  return (
    <>
      <PageHead title={title} focusKey={title} />
      <Empty level={2} title="Not built yet">
        <p>This page has its address already. Its screen is still to come.</p>
      </Empty>
    </>
  );
}

export function NotFound() {
  return (
    <>
      <PageHead title="Nothing here" />
      <Empty level={2} title="No page has this address">
        <p>It may have been mistyped, or it belongs to something you may not see.</p>
      </Empty>
    </>
  );
}
