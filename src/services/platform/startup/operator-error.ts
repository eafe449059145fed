/** What stops a start or a command and is the operator's to put right: shown as it is, without a stack trace. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}
