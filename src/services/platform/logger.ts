import { pino, type DestinationStream, type Logger } from 'pino';
import { wallClock } from '../kernel/clock.ts';
import { gatheredLines } from './gathered-lines.ts';
import { redacted, secretSerializers } from './redacted.ts';

export type { Logger } from 'pino';

/** JSON lines: a constant message, the data beside it, secrets replaced by `[redacted]`. */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { service: 'atelier' },
      timestamp: timeOfLine,
      formatters: { log: (details) => redacted(details), level: (name) => ({ level: name }) },
      serializers: { ...secretSerializers, error: describeError },
    },
    destination ?? gatheredLines(pino.destination({ sync: false })),
  );

let second = { number: NaN, text: '' };

/** ISO 8601, as pino writes it; of a second that many lines share only the milliseconds are written anew. */
function timeOfLine(): string {
  const now = wallClock.now().getTime();
  const number = Math.floor(now / 1_000);
  if (number !== second.number) second = { number, text: new Date(now).toISOString().slice(0, -'000Z'.length) };
  return `,"time":"${second.text}${String(now - number * 1_000).padStart(3, '0')}Z"`;
}

/** What pino keeps of a log, by its own names. */
interface LogParts {
  readonly [pino.symbols.chindingsSym]: string;
  readonly [pino.symbols.streamSym]: DestinationStream;
}

/**
 * Writes lines of one kind and level, many a second, as the log itself would: the details are few, known and no secrets, so that
 * nothing in them is looked for.
 */
export function plainLines<D extends object>(log: Logger, message: string): (details: D) => void {
  const { [pino.symbols.chindingsSym]: bindings, [pino.symbols.streamSym]: stream } = log as unknown as LogParts;
  const end = `,"msg":${JSON.stringify(message)}}\n`;
  return (details) => {
    if (!log.isLevelEnabled('info')) return;
    stream.write(`{"level":"info"${timeOfLine()}${bindings},${JSON.stringify(details).slice(1, -1)}${end}`);
  };
}

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
