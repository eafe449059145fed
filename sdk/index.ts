export {
  createClient,
  type AtelierClient,
  type ClientOptions,
  type Document,
  type Given,
  type RequestOptions,
  type UploadOptions,
} from './client.ts';
export { AtelierError, type FieldFault, type TransportCode } from './errors.ts';
export { prepareForm, solveFormTicket, type ReadyForm, type TicketToSolve } from './forms.ts';
export { idempotencyKey } from './idempotency.ts';
export type { Tokens } from './session.ts';
export type { OnProgress, UploadProgress } from './progress.ts';
export type { FileToSend, StreamToSend } from './upload.ts';
export type { ErrorCode } from './generated/error-codes.ts';
export * from './generated/operations.ts';
