export { Client, type Place, type SendOptions } from './client';
export { openVault } from './database';
export * from './hooks';
export type { Outcome, Refused, Sent } from './outbox';
export type { Setting } from './overlay';
export { RefusedQuery } from './questions';
export type { Status } from './status';
export type { Following } from './streams';
export type { NotKept } from './vault';
