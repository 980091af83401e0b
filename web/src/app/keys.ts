// Every key that does something of its own, declared once: what listens and what the help says come from here.

export interface Key {
  /** As they are printed on the keyboard. */
  shown: readonly string[];
  says: string;
  /** For `KeyboardEvent.key`; letters in lower case. */
  names: readonly string[];
  /** `either`: Ctrl, or Command on a Mac. */
  control?: 'either';
  alt?: boolean;
  /** A single character rests while one types, and can be switched off (WCAG 2.1.4). */
  single?: boolean;
  /** Where it works, when that is not everywhere. */
  where?: 'room' | 'outside';
}

export const keys = {
  palette: {
    shown: ['Ctrl', 'K'],
    says: 'Go to a screen, a state, a person, a session, a step or a topic',
    names: ['k'],
    control: 'either',
  },
  help: { shown: ['?'], says: 'This help', names: ['?'], single: true },
  hand: {
    shown: ['h'],
    says: 'Raise your hand in the room, or lower it',
    names: ['h'],
    single: true,
    where: 'room',
  },
  post: {
    shown: ['Ctrl', 'Enter'],
    says: 'Post what you are writing',
    names: ['enter'],
    control: 'either',
  },
  send: {
    shown: ['Enter'],
    says: 'Send what you wrote to the room; Shift and Enter begin a new line',
    names: ['enter'],
    where: 'room',
  },
  column: {
    shown: ['Alt', '← →'],
    says: 'Move a card of the board to the next column',
    names: ['arrowleft', 'arrowright'],
    alt: true,
    where: 'outside',
  },
  item: {
    shown: ['Alt', '↑ ↓'],
    says: 'Move an item of an agenda, or a goal, that you edit',
    names: ['arrowup', 'arrowdown'],
    alt: true,
    where: 'outside',
  },
} as const satisfies Record<string, Key>;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Exactly this key. Shift counts for those that are no character: `?` needs it on most keyboards. */
export function isKey(event: Pressed, key: Key): boolean {
  if (!key.names.includes(event.key.toLowerCase())) return false;
  const control = event.ctrlKey || event.metaKey;
  if (control !== (key.control === 'either') || event.altKey !== (key.alt ?? false)) return false;
  return event.key.length === 1 || !event.shiftKey;
}

/** For `aria-keyshortcuts`. */
export const ariaKeys = ({ names, control, alt }: Key): string =>
  names
    .map(name => {
      const last = ariaNames[name] ?? (name.length === 1 && control ? name.toUpperCase() : name);
      return [control && 'Control', alt && 'Alt', last].filter(Boolean).join('+');
    })
    .join(' ');

const ariaNames: Record<string, string> = {
  enter: 'Enter',
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
};

/** In the room only those that work there. */
export const keysFor = (inRoom: boolean): readonly Key[] =>
  Object.values<Key>(keys).filter(({ where }) => !inRoom || where !== 'outside');

/** Typing, choosing from a menu, or in a dialog: single letters rest. */
export const isBusy = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, dialog, [contenteditable], [role=menu], [role=listbox]') !== null;
