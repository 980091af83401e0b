// A short word after an act, with Undo. Never for errors: those stand where they happened.

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useAnnouncer } from './announcer';
import { Button } from './link';

interface Toast {
  id: number;
  words: string;
  action?: { label: string; onPress: () => void };
}

/** Long enough to reach the button by keyboard. */
const shown_ms = 12_000;

type ShowToast = (words: string, action?: Toast['action']) => void;
const Toasts = createContext<ShowToast>(() => {});
export const useToast = (): ShowToast => useContext(Toasts);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const count = useRef(0);
  const announcer = useAnnouncer();
  const dismiss = useCallback((id: number) => setToasts(all => all.filter(toast => toast.id !== id)), []);
  const show = useMemo<ShowToast>(
    () => (words, action) => {
      const id = ++count.current;
      setToasts(all => [...all.slice(-2), { id, words, action }]);
      announcer.say(`toast ${id}`, words);
      setTimeout(() => dismiss(id), shown_ms);
    },
    [announcer, dismiss],
  );
  return (
    <Toasts value={show}>
      {children}
      <section className="toasts" aria-label="Just done">
        {toasts.map(({ id, words, action }) => (
          <div className="toast" key={id}>
            <span>{words}</span>
            {action && (
              <Button
                small
                onClick={() => {
                  dismiss(id);
                  action.onPress();
                }}
              >
                {action.label}
              </Button>
            )}
            <Button small icon="x" iconOnly onClick={() => dismiss(id)}>
              Dismiss
            </Button>
          </div>
        ))}
      </section>
    </Toasts>
  );
}
