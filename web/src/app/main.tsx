import '../ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Client, ClientProvider } from '../sync';
import { AnnouncerProvider, applyLook, ToastProvider } from '../ui';
import { ErrorBoundary } from './error_boundary';
import { tellOtherPages } from './other_pages';
import { Shell } from './shell';
import { askWhoIAm, goToSignIn, goToStartPage, takeWaitedFor } from './sign_in';
import { SignedInAgain } from './signed_in_again';
import { SignedOut } from './signed_out';
import { start } from './start';
import { Unreachable } from './unreachable';

applyLook();
const root = createRoot(document.getElementById('app')!);
const waitedFor = takeWaitedFor();
const me = waitedFor === undefined ? undefined : await askWhoIAm();
if (!me?.known) await begin();
else if (me.place.person !== waitedFor) await goToStartPage();
else {
  tellOtherPages('signed_in');
  root.render(<SignedInAgain onGoOn={begin} />);
}

async function begin(): Promise<void> {
  const begun = await start();
  if (begun === 'signed_out') goToSignIn();
  else if (begun === 'unreachable') root.render(<Unreachable />);
  else root.render(<App client={begun} />);
}

// A reload without a line must still open the program. Plain http elsewhere than on this computer has no workers.
if (import.meta.env.PROD) void navigator.serviceWorker?.register('/sw.js').catch(() => {});

function App({ client }: { client: Client }) {
  return (
    <StrictMode>
      <ErrorBoundary build={client.place.build} bare>
        <ClientProvider value={client}>
          <AnnouncerProvider>
            <ToastProvider>
              <Shell />
              <SignedOut />
            </ToastProvider>
          </AnnouncerProvider>
        </ClientProvider>
      </ErrorBoundary>
    </StrictMode>
  );
}
