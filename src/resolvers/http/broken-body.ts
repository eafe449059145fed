import { fieldError } from '../../services/kernel/errors.ts';
import { asRefusal, HttpRefusal } from './http-refusal.ts';

/** What the framework refused while it read the body is broken JSON, or too much of it. */
export function fromFramework(error: unknown): unknown {
  const refusal = asRefusal(error);
  const isBroken = refusal instanceof HttpRefusal && refusal.status === 400 && refusal !== error;
  return isBroken ? fieldError('body', 'json') : refusal;
}
