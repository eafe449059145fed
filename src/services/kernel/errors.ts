import { errorCatalogue } from './vocabulary/index.ts';

export { errorCatalogue };

export type ErrorCode = keyof typeof errorCatalogue;

/** The numbers of a field's rules: lengths in characters, numbers, and how many a list may hold. */
export interface Bounds {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A field of the input that was refused, and the rules it broke. `path` starts with the argument's name. */
export interface FieldError {
  readonly path: string;
  readonly rules: readonly string[];
  /** Those of the rules that were broken, where they have numbers. */
  readonly bounds?: Bounds;
}

/** The one way to refuse. Another person's object is `NOT_FOUND`, never `FORBIDDEN`. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(errorCatalogue[code].en, options);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

/** What a `NOT_FOUND` hides: the object exists, and the caller has no role in it. */
export interface Hidden {
  readonly type:
    | 'cabinet'
    | 'command'
    | 'conversation'
    | 'document'
    | 'file'
    | 'invoice'
    | 'payment'
    | 'quote'
    | 'ticket'
    | 'upload';
  readonly id: string;
}

const hiddenBy = new WeakMap<object, Hidden>();

/** Refuses another's object: in every outward respect like one that does not exist. Only the audit log records what it hides. */
export function hiding(hidden: Hidden): DomainError {
  const refusal = new DomainError('NOT_FOUND');
  hiddenBy.set(refusal, hidden);
  return refusal;
}

/** What a refusal hides, for the audit log; undefined when it hides nothing. */
export const hiddenIn = (refusal: object): Hidden | undefined => hiddenBy.get(refusal);

/** Refuses fields of the input. */
export const refuseFields = (fields: readonly FieldError[]): DomainError =>
  new DomainError('INPUT_INVALID', { fields });

/** Refuses one field of the input. */
export const refuseField = (field: FieldError): DomainError => refuseFields([field]);

/** Refuses one field of the input, by rules without numbers. */
export const fieldError = (path: string, ...rules: string[]): DomainError => refuseField({ path, rules });
