import '../ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Client, ClientProvider } from '../sync';
import { AnnouncerProvider, applyLook, ToastProvider } from '../ui';
import { ErrorBoundary } from './error_boundary';
import { Shell } from './shell';
import { goToSignIn } from './sign_in';
import { start } from './start';
import { Unreachable } from './unreachable';

applyLook();
const root = createRoot(document.getElementById('app')!);
const begun = await start();
if (begun === 'signed_out') goToSignIn();
else if (begun === 'unreachable') root.render(<Unreachable />);
else root.render(<App client={begun} />);

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
            </ToastProvider>
          </AnnouncerProvider>
        </ClientProvider>
      </ErrorBoundary>
    </StrictMode>
  );
}
