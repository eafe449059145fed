import type { MessageType } from '../../entities/messaging/message.entity.ts';
import type { TopicType } from '../kernel/subject.ts';
import type { MailRequest, Recipient } from '../notifications/index.ts';
import type { Db, Tx } from '../platform/context.ts';

/** What a conversation is about, and who takes part in it now. */
export interface ConversationTopic {
  readonly title: string;
  readonly participantIds: readonly string[];
  /** Those of them who are of the team. */
  readonly staffIds: readonly string[];
  /** Who takes part by a mailed link, without an account. */
  readonly visitorId?: string | null;
}

/** Who joined a conversation just now, and whether it was opened for them. */
export interface JoinedConversation {
  readonly subjectId: string;
  readonly joinedIds: readonly string[];
  readonly isNew: boolean;
}

/** A message that begins a conversation, or presents who joined it: of the application, unless it is in somebody's name. */
export interface Greeting {
  readonly content: string;
  readonly type?: MessageType;
  readonly senderId?: string | null;
}

/** The one message that somebody has not read in a conversation, when a mail about it is due. */
export interface UnreadAnswer {
  readonly subjectId: string;
  readonly reader: Recipient;
  /** Its beginning. */
  readonly excerpt: string;
}

/** What a visitor’s conversation was about, and the account that has it now. */
export interface AdoptedSubject {
  readonly subjectId: string;
  readonly userId: string;
}

/** What messaging asks of the module that owns a type of subject; all run inside the transaction. */
export interface ConversationSource {
  /** Null when there is no such subject. */
  topic(db: Db, subjectId: string): Promise<ConversationTopic | null>;
  /** What is said to those in the conversation when somebody joined; null for nothing. */
  greeting(tx: Tx<'em' | 'actor'>, joined: JoinedConversation): Promise<Greeting | null>;
  /** The mail about one unread message, where the subject has its own for this reader; null, or absent: the usual one. */
  answerMail?(tx: Tx<'em' | 'config'>, answer: UnreadAnswer): Promise<AnswerMail | null>;
  /** The visitor who took part has an account now, which has their part from now on. */
  adopted?(tx: Tx<'em' | 'publish'>, adopted: AdoptedSubject): Promise<void>;
}

export type AnswerMail = Pick<MailRequest<object>, 'template' | 'data'>;

export type ConversationSources = Readonly<Record<TopicType, ConversationSource>>;

/** Who answers for each type of subject, from what each module brings. */
export const conversationSourcesOf = (modules: readonly Partial<ConversationSources>[]): ConversationSources =>
  Object.assign({}, ...modules) as ConversationSources;

declare module '../platform/module.ts' {
  interface Module {
    /** Who takes part in the conversation about a subject, by type. */
    readonly conversationSource?: Partial<ConversationSources>;
  }
}

declare module '../platform/context.ts' {
  interface AppContext {
    /** Who answers for each type of subject. */
    readonly conversationSources: ConversationSources;
  }
}
