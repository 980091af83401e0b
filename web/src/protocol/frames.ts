// The frames of the protocol, as schema/protocol/README.md writes them. Field names are as on the wire.

export type Stream = string;
export type Positions = Record<Stream, number>;
export type Fields = Record<string, unknown>;

export interface Put {
  kind: string;
  id: string;
  record: Fields;
  /** Only in answers that name more than one stream. */
  stream?: Stream;
}

export interface Remove {
  kind: string;
  id: string;
}

export interface Collaborative {
  id: string;
  slug: string;
  name: string;
}

export interface Greeting {
  t: 'greeting';
  protocol: number;
  build: string;
  epoch: string;
  person: string;
  now: number;
  heartbeat_ms: number;
  collaboratives?: Collaborative[];
  demonstration?: boolean;
}

export interface StreamEvent {
  t: 'event';
  stream: Stream;
  seq: number;
  at: number;
  name: string;
  actor?: string;
  command?: string;
  puts?: Put[];
  removes?: Remove[];
}

export interface Snapshot {
  t: 'snapshot';
  stream: Stream;
  seq: number;
  records: Put[];
  more?: boolean;
}

export interface Live {
  t: 'live';
  stream: Stream;
  epoch: string;
  seq: number;
}

export interface Unfollowed {
  t: 'unfollowed';
  stream: Stream;
  reason: string;
}

export interface Ack {
  t: 'ack';
  id: string;
  positions?: Positions;
  result?: Fields;
}

export interface Refusal {
  t: 'refusal';
  id: string;
  code: string;
  field?: string;
  message?: string;
  allowed?: string;
  [more: string]: unknown;
}

export interface Answer {
  t: 'answer';
  id: string;
  positions?: Positions;
  records?: Put[];
  body?: Fields;
  next?: string;
}

/** Matters for a moment only: it has no number and is kept nowhere. */
export interface Cue {
  t: 'cue';
  stream: Stream;
  name: string;
  person: string;
  /** As another person's client said it; the server only knows that it is small. */
  body: unknown;
}

export type FromServer =
  | Greeting
  | StreamEvent
  | Snapshot
  | Live
  | Unfollowed
  | Ack
  | Refusal
  | Answer
  | Cue
  | { t: 'pong'; id: number; now: number }
  | { t: 'going_away'; reconnect_after_ms?: number };

export type ToServer =
  | { t: 'follow'; stream: Stream; epoch?: string; after?: number }
  | { t: 'unfollow'; stream: Stream }
  | { t: 'command'; id: string; name: string; body: object }
  | { t: 'query'; id: string; name: string; body: object }
  | { t: 'cue'; stream: Stream; name: string; body: object }
  | { t: 'ping'; id: number };
