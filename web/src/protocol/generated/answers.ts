// Made by `npm run protocol` from schema/protocol; a test fails when it is stale.
export interface AllAnswers {}

declare module '../kinds' {
  interface Answers extends AllAnswers {}
}
