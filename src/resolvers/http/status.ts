import type { ErrorCode } from '../../services/kernel/errors.ts';

const statuses: Partial<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  BOOKING_NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CREDENTIALS_INVALID: 401,
  TOKEN_INVALID: 401,
  CONFLICT: 409,
  ACTION_NOT_ALLOWED: 409,
  FILE_TOO_LARGE: 413,
  FILE_TYPE_REFUSED: 415,
  QUOTA_EXCEEDED: 413,
  METHOD_NOT_ALLOWED: 405,
  HOST_REFUSED: 421,
  ORIGIN_REFUSED: 403,
  FILE_DAMAGED: 500,
  OPERATION_NOT_REGISTERED: 403,
  // As Apollo Server answers them: see its PersistedQueryNotFoundError.
  PERSISTED_QUERY_NOT_FOUND: 200,
  PERSISTED_QUERY_NOT_SUPPORTED: 200,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  REQUEST_TIMED_OUT: 503,
  UNAVAILABLE: 503,
  KEY_UNAVAILABLE: 503,
  STORAGE_FULL: 507,
  UPLOAD_OFFSET_WRONG: 409,
  UPLOAD_EXPIRED: 410,
  UPLOAD_BUSY: 423,
  // Of tus, extension `checksum`.
  CHECKSUM_MISMATCH: 460,
  VERSION_STALE: 409,
  NAME_TAKEN: 409,
  CABINET_ARCHIVED: 409,
  DOCUMENT_LOCKED: 409,
  ARCHIVE_LIMIT: 409,
  PAYMENT_UNAVAILABLE: 503,
};

/** The HTTP status of a refusal, for routes that are not GraphQL; 400 unless the table has another. */
export const statusOf = (code: ErrorCode): number => statuses[code] ?? 400;
