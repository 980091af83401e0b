import '../ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Client, ClientProvider } from '../sync';
import { AnnouncerProvider, applyLook, Button, Empty, ToastProvider } from '../ui';
import { ErrorBoundary } from './error_boundary';
import { Shell } from './shell';
import { goToSignIn } from './sign_in';
import { start } from './start';

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

function Unreachable() {
  return (
    <main className="main" id="main">
      <h1>Interstate cannot be reached</h1>
      <Empty
        level={2}
        title="There is no line to the server"
        action={<Button onClick={() => location.reload()}>Try again</Button>}
      >
        <p>
          Nothing of yours is kept on this computer yet, so there is nothing to show until the line is back.
        </p>
      </Empty>
    </main>
  );
}
