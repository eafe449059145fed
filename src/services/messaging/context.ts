import type { Db } from '../platform/context.ts';

/** What a conversation is about, and who belongs in it now. */
export interface ConversationParties {
  readonly subject: string;
  readonly customerId: string;
  readonly proofreaderId: string | null;
}

/** Asked of the module that owns the thing, inside the transaction; null when there is no such thing. */
export type ConversationSource = (db: Db, contextId: string) => Promise<ConversationParties | null>;

type ConversationSources = Readonly<Record<'ORDER', ConversationSource>>;

/** Who belongs in a conversation about each kind of thing, from what each module says of its own. */
export const conversationSourcesOf = (modules: readonly Partial<ConversationSources>[]): ConversationSources =>
  Object.assign({}, ...modules) as ConversationSources;

declare module '../platform/module.ts' {
  interface Module {
    /** What is talked about: who belongs in the conversation about a thing of this kind. */
    readonly conversationSource?: Partial<ConversationSources>;
  }
}

declare module '../platform/context.ts' {
  interface AppContext {
    /** What is talked about, by the modules that own it. */
    readonly conversationSources: ConversationSources;
  }
}
