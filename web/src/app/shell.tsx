// Finds the screen for the address and puts the frame round it.

import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { matchRoute, Redirect, useLocation, useRouter } from 'wouter';
import { QueueOfFlagsProvider, useQueueOfFlags } from '../features/discussions/use_flags';
import { useUnreadThreads } from '../features/discussions/use_unread';
import { QueueOfRequestsProvider, useQueueOfRequests } from '../features/membership/use_requests';
import { useTermsDue } from '../features/terms/use_terms_due';
import { useConnection, useNewBuild, usePlace } from '../sync';
import { Button, DemonstrationStrip, Empty, Frame, Icon, Loading, Notice, PageHead } from '../ui';
import { addresses } from './addresses';
import { ErrorBoundary } from './error_boundary';
import { useFollowing } from './following';
import { ariaKeys, keys } from './keys';
import { useApplyLook, useLook } from './look';
import { Me } from './me';
import { NotFound } from './not_found';
import { placesFor } from './places';
import { RefusedNotices } from './refused';
import { type Route, routes } from './routes';
import { useShortcuts } from './shortcuts';
import { Switcher } from './switcher';
import { CollaborativeProvider, useCollaborative } from './where';

const Palette = lazy(() => import('./palette'));
const Help = lazy(() => import('./help'));
const AcceptTerms = lazy(() => import('../features/terms/accept'));
/** Nothing of the collaborative is ours to see: of those who can sign in, the people of a state that lapsed. */
const Denied = lazy(() =>
  import('../features/membership/lapsed').then(({ Lapsed }) => ({ default: Lapsed })),
);

export function Shell() {
  const { collaboratives, demonstration, build } = usePlace();
  const [path] = useLocation();
  const { parser } = useRouter();
  const slug = path.split('/')[1] ?? '';
  const here = collaboratives.find(each => each.slug === slug);
  const { denied } = useFollowing(here?.id);
  const termsDue = useTermsDue(here?.id);
  useApplyLook();
  if (!here && slug === '' && collaboratives[0])
    return <Redirect to={addresses.today(collaboratives[0].slug)} replace />;

  const found = matching(path, (route, where) => matchRoute(parser, route, where));
  if (!here || !found || (found.route.demonstration && !demonstration))
    return <Lost slug={here?.slug ?? collaboratives[0]?.slug} demonstration={demonstration} />;

  const { route, params } = found;
  const due = route.beforeTerms || denied ? undefined : termsDue;
  const page = (
    <ErrorBoundary key={path} {...{ build }} bare={route.bare} home={addresses.today(here.slug)}>
      <Suspense fallback={<Loading />}>
        {due && <AcceptTerms key={due.version} due={due} />}
        <div className="behind" hidden={due !== undefined}>
          {denied && !route.ownAlone ? <Denied /> : <route.screen key={path} {...params} />}
        </div>
      </Suspense>
    </ErrorBoundary>
  );
  return (
    <CollaborativeProvider key={here.id} value={here}>
      {route.bare ? (
        <Bare slug={here.slug} demonstration={demonstration}>
          {page}
        </Bare>
      ) : (
        <Framed slug={here.slug} route={route} demonstration={demonstration}>
          {page}
        </Framed>
      )}
    </CollaborativeProvider>
  );
}

type Match = (route: string, path: string) => readonly unknown[];

function matching(path: string, match: Match): { route: Route; params: Record<string, string> } | undefined {
  for (const route of routes) {
    const [matches, params] = match(route.path, path);
    if (matches) return { route, params: params as Record<string, string> };
  }
  return undefined;
}

interface FramedProps {
  slug: string;
  route: Route;
  demonstration: boolean;
  children: ReactNode;
}

function Framed({ slug, route, demonstration, children }: FramedProps) {
  const { id } = useCollaborative();
  const threads = useUnreadThreads(id);
  const queue = useQueueOfFlags(id);
  const requests = useQueueOfRequests(id);
  const counts = { threads, flagged_posts: queue.waiting.length };
  const { rail, phone } = placesFor(slug, route.place, counts);
  const parent = rail.find(place => place.current && place.label !== route.title);
  const crumbs = [...(parent ? [{ label: parent.label, to: parent.to }] : []), { label: route.title }];
  const { onPalette, onHelp, overlay } = useOverlays(slug, false);
  return (
    <Frame
      home={addresses.today(slug)}
      {...{ demonstration, rail, phone, crumbs }}
      switcher={<Switcher />}
      finder={<Finder onPalette={onPalette} />}
      tools={<Tools />}
      me={<Me {...{ slug, onHelp }} />}
    >
      <Notices />
      <QueueOfFlagsProvider value={queue}>
        <QueueOfRequestsProvider value={requests}>{children}</QueueOfRequestsProvider>
      </QueueOfFlagsProvider>
      {overlay}
    </Frame>
  );
}

/** The room: its own frame, but the palette and the help are there too. */
function Bare({ slug, demonstration, children }: Omit<FramedProps, 'route'>) {
  const { overlay } = useOverlays(slug, true);
  return (
    <>
      {demonstration && <DemonstrationStrip />}
      {children}
      {overlay}
    </>
  );
}

function useOverlays(slug: string, inRoom: boolean) {
  const [open, setOpen] = useState<'palette' | 'help'>();
  const onPalette = useCallback(() => setOpen('palette'), []);
  const onHelp = useCallback(() => setOpen('help'), []);
  const onClose = useCallback(() => setOpen(undefined), []);
  useShortcuts({ slug, inRoom, onPalette, onHelp });
  const overlay = (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette onClose={onClose} />}
      {open === 'help' && <Help {...{ slug, inRoom, onClose }} />}
    </Suspense>
  );
  return { onPalette, onHelp, overlay };
}

function Finder({ onPalette }: { onPalette: () => void }) {
  return (
    <>
      <button
        type="button"
        className="searchbox not-phone"
        onClick={onPalette}
        aria-keyshortcuts={ariaKeys(keys.palette)}
      >
        <Icon name="search" small />
        <span>Go to people, steps, sessions</span>
        <kbd>{keys.palette.shown.join(' ')}</kbd>
      </button>
      <Button className="only-phone" look="quiet" icon="search" iconOnly onClick={onPalette}>
        Go to
      </Button>
    </>
  );
}

function Tools() {
  const { toggle } = useLook();
  return (
    <Button look="quiet" icon="theme" iconOnly onClick={toggle}>
      Switch between light and dark
    </Button>
  );
}

/** What concerns the whole page, above it. Empty most of the time. */
function Notices() {
  const newBuild = useNewBuild();
  const { notKept } = useConnection();
  return (
    <div className="notices stack-3">
      {newBuild && (
        <Notice actions={<Button onClick={() => location.reload()}>Reload</Button>}>
          A newer Interstate is ready. Reload when it suits you; what you typed is kept.
        </Notice>
      )}
      {notKept === 'full' && (
        <Notice kind="attention">This computer has no room left: what you type is not kept here.</Notice>
      )}
      <RefusedNotices />
    </div>
  );
}

function Lost({ slug, demonstration }: { slug: string | undefined; demonstration: boolean }) {
  if (slug === undefined) {
    return (
      <main className="main" id="main">
        <PageHead title="No collaborative yet" />
        <Empty level={2} title="You belong to no collaborative">
          <p>When a facilitator has given you a seat, this page shows it by itself.</p>
        </Empty>
      </main>
    );
  }
  const { rail, phone } = placesFor(slug, undefined);
  return (
    <Frame
      home={addresses.today(slug)}
      {...{ demonstration, rail, phone }}
      crumbs={[{ label: 'Nothing here' }]}
    >
      <NotFound home={addresses.today(slug)} />
    </Frame>
  );
}
