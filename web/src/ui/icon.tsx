// Drawn lines on a 20 px grid. An icon always stands beside a word, or inside a control that has a name.

import type { JSX } from 'react';

const drawings = {
  set_aside: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M8 7.2v5.6M12 7.2v5.6" />
    </>
  ),
  back: (
    <>
      <path d="M16 10H5m4.5-4.5L5 10l4.5 4.5" />
    </>
  ),
  bell: (
    <>
      <path d="M5 8.5a5 5 0 0 1 10 0c0 4 1.5 5 1.5 5h-13s1.5-1 1.5-5zM8.5 16a1.6 1.6 0 0 0 3 0" />
    </>
  ),
  blocked: (
    <>
      <rect x="3" y="3" width="14" height="14" rx="2" />
      <path d="m6 14 8-8" />
    </>
  ),
  calendar: (
    <>
      <rect x="3" y="4" width="14" height="13" rx="2" />
      <path d="M3 8h14M7 2.5v3M13 2.5v3" />
    </>
  ),
  caption: (
    <>
      <rect x="2.5" y="4" width="15" height="12" rx="2" />
      <path d="M8.5 8.7a2 2 0 1 0 0 2.6M14 8.7a2 2 0 1 0 0 2.6" />
    </>
  ),
  check: (
    <>
      <path d="m4 10.5 4 4 8-9" />
    </>
  ),
  forward: (
    <>
      <path d="m7.5 5 5 5-5 5" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M10 5.8V10l3 2" />
    </>
  ),
  device: (
    <>
      <rect x="2.5" y="4" width="15" height="10" rx="1.5" />
      <path d="M1.5 16.5h17" />
    </>
  ),
  directory: (
    <>
      <circle cx="7.5" cy="7" r="2.8" />
      <path d="M2.5 16.5c.4-3 2.3-4.5 5-4.5s4.6 1.5 5 4.5M13 4.5a2.6 2.6 0 0 1 0 5M14.5 12.3c1.7.5 2.7 1.9 3 4.2" />
    </>
  ),
  done: (
    <>
      <circle cx="10" cy="10" r="7.5" className="icon__solid" />
      <path d="m6.5 10.3 2.5 2.5 4.6-5.2" className="icon__cut" />
    </>
  ),
  down: (
    <>
      <path d="M10 3v10m-4-4 4 4 4-4M4 17h12" />
    </>
  ),
  exchange: (
    <>
      <rect x="2.5" y="2.5" width="6.5" height="6.5" rx="1.5" />
      <rect x="11" y="11" width="6.5" height="6.5" rx="1.5" />
      <path d="M12 5.5h3.5V9M8 14.5H4.5V11" />
    </>
  ),
  file: (
    <>
      <path d="M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5" />
    </>
  ),
  filter: (
    <>
      <path d="M3 5h14M6 10h8M8.5 15h3" />
    </>
  ),
  hand: (
    <>
      <path d="M6 10V5.3a1.2 1.2 0 0 1 2.4 0V9M8.4 8.5V3.7a1.2 1.2 0 0 1 2.4 0V9M10.8 8.7V4.6a1.2 1.2 0 0 1 2.4 0V10M13.2 9V6.8a1.2 1.2 0 0 1 2.4 0V12c0 3.5-2 5.7-5 5.7-2.4 0-3.6-1-4.8-3.2L3.6 11a1.2 1.2 0 0 1 2-1.3L6.5 11" />
    </>
  ),
  inbox: (
    <>
      <path d="M3 11 5 4h10l2 7v5H3zM3 11h4l1 2h4l1-2h4" />
    </>
  ),
  kept: (
    <>
      <path d="M10 3v8.5m-3.5-3.5L10 11.5l3.5-3.5M4 13v4h12v-4" />
    </>
  ),
  leave: (
    <>
      <path d="M8 3.5H4v13h4M8.5 10h8m-3.5-3.5 3.5 3.5-3.5 3.5" />
    </>
  ),
  library: (
    <>
      <path d="M3 4.5c2.5-1 5-.7 7 .8 2-1.5 4.5-1.8 7-.8v11c-2.5-1-5-.7-7 .8-2-1.5-4.5-1.8-7-.8zM10 5.3v11" />
    </>
  ),
  link: (
    <>
      <path d="M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.7-2.7a3.25 3.25 0 0 0-4.6-4.6l-1.2 1.2M11.5 8.5a3.2 3.2 0 0 0-4.6 0l-2.7 2.7a3.25 3.25 0 0 0 4.6 4.6l1.2-1.2" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="9" width="12" height="8" rx="1.5" />
      <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
    </>
  ),
  mic: (
    <>
      <rect x="7.5" y="2.5" width="5" height="9" rx="2.5" />
      <path d="M4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v2.5" />
    </>
  ),
  mic_off: (
    <>
      <rect x="7.5" y="2.5" width="5" height="9" rx="2.5" />
      <path d="M4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v2.5M3 3l14 14" />
    </>
  ),
  mixed: (
    <>
      <circle cx="10" cy="10" r="7.5" className="icon__solid" />
      <path d="M6.3 10c1.2-1.6 2.4-1.6 3.7 0s2.5 1.6 3.7 0" className="icon__cut" />
    </>
  ),
  mobile: (
    <>
      <rect x="6" y="2.5" width="8" height="15" rx="1.5" />
      <path d="M9.5 15h1" />
    </>
  ),
  more: (
    <>
      <path d="M4.5 10h.1M10 10h.1M15.5 10h.1" strokeWidth="2.6" />
    </>
  ),
  next: (
    <>
      <path d="M4 10h11m-4.5-4.5L15 10l-4.5 4.5" />
    </>
  ),
  did_not_work: (
    <>
      <circle cx="10" cy="10" r="7.5" className="icon__solid" />
      <path d="m7 7 6 6m0-6-6 6" className="icon__cut" />
    </>
  ),
  not_started: (
    <>
      <circle cx="10" cy="10" r="7" strokeDasharray="2.6 2.6" />
    </>
  ),
  offline: (
    <>
      <path d="M3 3l14 14M6.2 12.8a5.4 5.4 0 0 1 4.3-1.6M3.5 9.7a9.3 9.3 0 0 1 3-1.9M10.2 6.8a9.2 9.2 0 0 1 6.3 2.9M10 15.6v.1" />
    </>
  ),
  open: (
    <>
      <path d="m5 7.5 5 5 5-5" />
    </>
  ),
  pause: (
    <>
      <path d="M7 4.5v11M13 4.5v11" />
    </>
  ),
  pencil: (
    <>
      <path d="m4 16 .8-3.6L13.5 3.7a1.6 1.6 0 0 1 2.3 0l.5.5a1.6 1.6 0 0 1 0 2.3L7.6 15.2z" />
    </>
  ),
  people: (
    <>
      <circle cx="10" cy="6.5" r="3" />
      <path d="M4 17c.5-3.6 2.7-5.5 6-5.5s5.5 1.9 6 5.5" />
    </>
  ),
  phone: (
    <>
      <path d="M5 3h3l1.2 3.5L7.5 8a9 9 0 0 0 4.5 4.5l1.5-1.7L17 12v3a2 2 0 0 1-2.2 2A12.5 12.5 0 0 1 3 5.2 2 2 0 0 1 5 3z" />
    </>
  ),
  plus: (
    <>
      <path d="M10 4v12M4 10h12" />
    </>
  ),
  print: (
    <>
      <path d="M6 7.5v-5h8v5M6 14.5H3v-7h14v7h-3M6 12h8v5.5H6z" />
    </>
  ),
  reply: (
    <>
      <path d="M8 5 3.5 9.5 8 14M3.5 9.5H11c3.5 0 5.5 2 5.5 5.5" />
    </>
  ),
  reports: (
    <>
      <path d="M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13.5h5.5" />
    </>
  ),
  at_risk: (
    <>
      <path d="M10 3 18 16.5H2zM10 8v4M10 14.2v.1" />
    </>
  ),
  rooms: (
    <>
      <rect x="2.5" y="2.5" width="6.2" height="6.2" rx="1" />
      <rect x="11.3" y="2.5" width="6.2" height="6.2" rx="1" />
      <rect x="2.5" y="11.3" width="6.2" height="6.2" rx="1" />
      <rect x="11.3" y="11.3" width="6.2" height="6.2" rx="1" />
    </>
  ),
  saved: (
    <>
      <path d="M3 10.5 6.5 14 13 6.5M9.5 13l1 1L17 6.5" />
    </>
  ),
  search: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="m13.2 13.2 4.3 4.3" />
    </>
  ),
  seat: (
    <>
      <path d="M6 3v7.5h8M6 10.5 5 17M14 10.5l1 6.5M14 10.5V8" />
    </>
  ),
  steps: (
    <>
      <path d="M3 16.5h4v-4h4v-4h4v-4h2.5" />
      <path d="M3 16.5h14.5" />
    </>
  ),
  talk: (
    <>
      <path d="M3.5 4h13a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H9l-4 3v-3H3.5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z" />
    </>
  ),
  theme: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 3a7 7 0 0 1 0 14z" className="icon__solid" />
    </>
  ),
  today: (
    <>
      <circle cx="10" cy="10" r="3.4" />
      <path d="M10 2v2M10 16v2M2 10h2M16 10h2M4.4 4.4l1.4 1.4M14.2 14.2l1.4 1.4M15.6 4.4l-1.4 1.4M5.8 14.2l-1.4 1.4" />
    </>
  ),
  on_track: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M6.5 10h7m-3-3 3 3-3 3" />
    </>
  ),
  up: (
    <>
      <path d="m5 12.5 5-5 5 5" />
    </>
  ),
  x: (
    <>
      <path d="m5.5 5.5 9 9m0-9-9 9" />
    </>
  ),
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof drawings;

export function Icon({ name, small }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'icon icon--s' : 'icon'} aria-hidden="true" viewBox="0 0 20 20">
      {drawings[name]}
    </svg>
  );
}
