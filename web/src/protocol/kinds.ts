// What the sync layer is generic over. The generated files fill these maps by declaration merging:
//
//   declare module '../kinds' { interface Kinds { action_step: ActionStep } }

import type { Fields } from './frames';

/** kind → record */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the generated files
export interface Kinds {}
/** command name → body */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the generated files
export interface Commands {}
/** query name → body */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the generated files
export interface Queries {}

/** command name → result of its ack */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the generated files
export interface Results {}
/** query name → answer */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the generated files
export interface Answers {}

type NameIn<Map> = keyof Map extends never ? string : keyof Map & string;
type In<Map, Name> = Name extends keyof Map ? Map[Name] : Fields;

export type KindName = NameIn<Kinds>;
export type RecordOf<K extends string> = In<Kinds, K> & { readonly id: string };
export type CommandName = NameIn<Commands>;
export type CommandBody<N extends string> = In<Commands, N> extends object ? In<Commands, N> : Fields;
export type QueryName = NameIn<Queries>;
export type QueryBody<N extends string> = In<Queries, N> extends object ? In<Queries, N> : Fields;
