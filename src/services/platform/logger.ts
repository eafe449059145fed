import { pino, type DestinationStream, type Logger } from 'pino';
import { gatheredLines } from './gathered-lines.ts';
import { redacted, secretSerializers } from './redacted.ts';

export type { Logger } from 'pino';

/** JSON lines: a constant message, the data beside it, secrets replaced by `[redacted]`. */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { service: 'atelier' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { log: (details) => redacted(details), level: (name) => ({ level: name }) },
      serializers: { ...secretSerializers, error: describeError },
    },
    destination ?? gatheredLines(pino.destination({ sync: false })),
  );

/** The same log for lines whose details are few, known and no secrets: nothing in them is looked for. */
export const plainLog = (log: Logger): Logger =>
  log.child({}, { formatters: { log: (details) => details }, serializers: {} });

/**
 * Human-readable lines for development: time, level, message, and the data below. Synchronous and in this process;
 * loaded only where it is used.
 */
export async function readableLines(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({ sync: true, translateTime: 'SYS:HH:MM:ss.l', ignore: 'service,pid,hostname', singleLine: true });
}

/** An error without the values it may carry: ORM validation errors print whole entities after the first line. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    message: error.message.split('\n')[0],
    stack: frames.join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
