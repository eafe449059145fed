import type { ErrorCode } from './generated/error-codes.ts';

/**
 * Errors of the client itself: no response, a response that is not GraphQL's (a proxy's page, for instance), or a
 * server that refuses requests from this page's origin.
 */
export type TransportCode = 'UNREACHABLE' | 'ANSWER_UNREADABLE' | 'ORIGIN_REFUSED';

/** One error of a GraphQL response. */
export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: ErrorCode;
    readonly details?: Readonly<Record<string, unknown>>;
    readonly requestId?: string;
  };
}

/** A field of the input that was refused: `input.email`, the rules it broke, and the numbers of those that have some. */
export interface FieldFault {
  readonly path: string;
  readonly rules: readonly string[];
  readonly bounds?: {
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly min?: number;
    readonly max?: number;
    readonly minItems?: number;
    readonly maxItems?: number;
  };
}

/**
 * The only error this client throws. Switch on `code`; `message` is a sentence for people in the language of the
 * request; report `requestId` to the server's operator.
 */
export class AtelierError extends Error {
  readonly code: ErrorCode | TransportCode;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;

  constructor(
    code: ErrorCode | TransportCode,
    message: string,
    about: { details?: Readonly<Record<string, unknown>>; requestId?: string | null; cause?: unknown } = {},
  ) {
    super(message, about.cause === undefined ? undefined : { cause: about.cause });
    this.name = 'AtelierError';
    this.code = code;
    this.details = about.details ?? {};
    this.requestId = about.requestId ?? null;
  }

  /** The fields of the input that were refused, when that is why. */
  get fields(): readonly FieldFault[] {
    return this.code === 'INPUT_INVALID' && Array.isArray(this.details['fields']) ? this.details['fields'] : [];
  }
}

export const asAtelierError = (errors: readonly AnsweredError[]): AtelierError => {
  const [first] = errors;
  const { code = 'INTERNAL', details, requestId } = first?.extensions ?? {};
  return new AtelierError(code, first?.message ?? 'Unknown error', {
    ...(details ? { details } : {}),
    requestId: requestId ?? null,
    cause: errors,
  });
};
