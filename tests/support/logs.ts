import { createLogger, type Logger } from '../../src/services/platform/logger.ts';

export interface CapturedLogs {
  readonly log: Logger;
  /** Every line written so far, parsed. */
  lines(): Record<string, unknown>[];
  /** Every line as it was written: for looking for what must not be there. */
  text(): string;
}

/** A logger that keeps its lines in memory. */
export function captureLogs(level = 'debug'): CapturedLogs {
  const written: string[] = [];
  const log = createLogger(level, { write: (line: string) => void written.push(line) });
  return {
    log,
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => written.join(''),
  };
}
