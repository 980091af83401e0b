// The native dialog: it traps focus, answers Escape and gives focus back by itself.

import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';

interface DialogProps {
  open: boolean;
  /** Absent where only what happens ends it: it then stands in front of a page that nobody sees or reaches. */
  onClose?: () => void;
  title: ReactNode;
  children?: ReactNode;
  /** The buttons, the one that acts last. */
  foot?: ReactNode;
}

export function Dialog({ open, onClose, title, children, foot }: DialogProps) {
  const id = useId();
  const covers = onClose === undefined;
  const dialog = useRef<HTMLDialogElement>(null);
  // Whether it stands open and nobody was told otherwise: `close` arrives a moment after the focus is back, when the
  // button that opened it may have been pressed again.
  const stands = useRef(false);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    element.showModal();
    stands.current = true;
    // Nobody awaited it: what is being typed just then must press nothing.
    if (covers) element.focus();
    const uncover = covers ? cover() : () => {};
    return () => {
      stands.current = false;
      uncover(); // first, or what had the focus could not take it back
      element.close(); // also when it leaves the page: one that is taken out open keeps the focus
    };
  }, [open, covers]);
  const leave = () => {
    if (!stands.current) return;
    if (!onClose) {
      if (!dialog.current?.open) dialog.current?.showModal(); // the browser closes it at the second asking
      return;
    }
    stands.current = false;
    onClose();
  };
  const cancel = (event: SyntheticEvent) => {
    if (event.target !== event.currentTarget) return; // a file that was not chosen cancels too
    event.preventDefault();
    leave();
  };
  return (
    <dialog
      ref={dialog}
      className={covers ? 'dialog dialog--covers' : 'dialog'}
      aria-labelledby={id}
      {...(covers && { tabIndex: -1, role: 'alertdialog', 'aria-describedby': `${id}-body` })}
      onCancel={cancel}
      onClose={leave}
    >
      {open && (
        <>
          <h2 id={id}>{title}</h2>
          <div className="dialog__body" id={`${id}-body`}>
            {children}
          </div>
          {foot && <div className="dialog__foot">{foot}</div>}
        </>
      )}
    </dialog>
  );
}

/** Hides the page, from print and search too, and keeps keys from it. */
function cover(): () => void {
  const root = document.documentElement;
  const keep = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') event.preventDefault();
  };
  root.dataset.covered = '';
  window.addEventListener('keydown', keep, true);
  return () => {
    delete root.dataset.covered;
    window.removeEventListener('keydown', keep, true);
  };
}
