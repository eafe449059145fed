export { createClient, type AtelierClient, type ClientOptions, type Document } from './client.ts';
export { AtelierError, type TransportCode } from './errors.ts';
export { idempotencyKey } from './idempotency.ts';
export type { Tokens } from './session.ts';
export type { FileToSend, StreamToSend } from './upload.ts';
export type { ErrorCode } from './generated/error-codes.ts';
export * from './generated/operations.ts';
