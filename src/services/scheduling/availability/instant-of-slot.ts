import { DomainError, type ErrorCode } from '../../kernel/errors.ts';
import { instantOfLocal, type LocalTime } from '../../kernel/local-time.ts';

const codes: Partial<Record<ErrorCode, ErrorCode>> = {
  LOCAL_TIME_INVALID: 'TIME_DOES_NOT_EXIST',
  LOCAL_TIME_AMBIGUOUS: 'TIME_AMBIGUOUS',
};

/**
 * The instant of an appointment that is given by its date and time. One that clocks skip is `TIME_DOES_NOT_EXIST`, with the times
 * before and after; one that comes twice `TIME_AMBIGUOUS`, with both instants. `path` is the field of the input that they are in.
 */
export function instantOfSlot(local: Omit<LocalTime, 'which'>, path = 'input'): Date {
  try {
    return instantOfLocal(local, path);
  } catch (error) {
    const code = error instanceof DomainError ? codes[error.code] : undefined;
    throw code === undefined ? error : new DomainError(code, (error as DomainError).details);
  }
}
