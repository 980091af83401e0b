// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export interface AllResults {}

declare module '../kinds' {
  interface Results extends AllResults {}
}
