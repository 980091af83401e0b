// The page for an address that leads nowhere.

import { ButtonLink, Empty, PageHead } from '../ui';

export function NotFound({ home }: { home?: string | undefined }) {
  return (
    <>
      <PageHead title="Nothing here" />
      <NoPage home={home} />
    </>
  );
}

export function NoPage({ home }: { home?: string | undefined }) {
  return (
    <Empty
      level={2}
      title="No page has this address"
      action={home && <ButtonLink to={home}>Go to Today</ButtonLink>}
    >
      <p>It may have been mistyped, or it belongs to something you may not see.</p>
    </Empty>
  );
}
