// The page for an address that leads nowhere.

import { Empty, PageHead } from '../ui';

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
