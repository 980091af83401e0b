// The native dialog: it traps focus, answers Escape and gives focus back by itself.

import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children?: ReactNode;
  /** The buttons, the one that acts last. */
  foot?: ReactNode;
}

export function Dialog({ open, onClose, title, children, foot }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Whether it stands open and nobody was told otherwise: `close` arrives a moment after the focus is back, when the
  // button that opened it may have been pressed again.
  const stands = useRef(false);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    element.showModal();
    stands.current = true;
    return () => {
      stands.current = false;
      element.close(); // also when it leaves the page: one that is taken out open keeps the focus
    };
  }, [open]);
  const leave = () => {
    if (!stands.current) return;
    stands.current = false;
    onClose();
  };
  const cancel = (event: SyntheticEvent) => {
    if (event.target !== event.currentTarget) return; // a file that was not chosen cancels too
    event.preventDefault();
    leave();
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onCancel={cancel} onClose={leave}>
      {open && (
        <>
          <h2 id={id}>{title}</h2>
          <div className="dialog__body">{children}</div>
          {foot && <div className="dialog__foot">{foot}</div>}
        </>
      )}
    </dialog>
  );
}
