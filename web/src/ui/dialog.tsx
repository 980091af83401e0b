// The native dialog: it traps focus, answers Escape and gives focus back by itself.

import { type ReactNode, useEffect, useId, useRef } from 'react';

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
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
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
