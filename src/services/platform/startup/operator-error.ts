/**
 * An error that prevents a start or a command and that the operator can correct: its message is printed without a stack
 * trace.
 */
export class OperatorError extends Error {
  override name = 'OperatorError';
}
