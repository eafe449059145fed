/**
 * What can be paid for, talked about, attached to or held, without knowing what it is. Each module that owns such a thing
 * brings its type; the type is stored as text beside the id, so that a new one needs no migration.
 */
export const subjectTypes = ['ORDER', 'INVOICE', 'PLAN_PERIOD', 'GUEST_ORDER', 'BOOKING'] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** What can be talked about and held: with what is never paid for. */
export const topicTypes = [...subjectTypes, 'TICKET'] as const;
export type TopicType = (typeof topicTypes)[number];

/** One such thing. Only the module that owns the type can say more about it. */
export interface Topic {
  readonly type: TopicType;
  readonly id: string;
}

/** One such thing. Only the module that owns the type can say more about it. */
export interface Subject {
  readonly type: SubjectType;
  readonly id: string;
}

/** Many of one type, to be read in one statement. */
export interface SubjectsOfType {
  readonly type: SubjectType;
  readonly ids: readonly string[];
}
