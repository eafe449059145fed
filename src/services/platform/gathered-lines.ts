import type { DestinationStream } from 'pino';

/** What writes the lines in the end: `pino.destination()`. */
export interface LineWriter extends DestinationStream {
  flushSync(): void;
  once(event: 'close', listener: () => void): unknown;
}

/** Lines are handed on when so many characters have gathered, and never later than this. */
const mostCharacters = 32_768;
const mostMilliseconds = 100;

/**
 * Gathers lines and hands them on as one text: the writer looks through all that it holds for each text that it is given, and
 * each writing is the work of another thread. What is still here when the process ends is written then.
 */
export function gatheredLines(writer: LineWriter): DestinationStream & { flushSync(): void } {
  let text = '';
  let isOpen = true;
  writer.once('close', () => (isOpen = false));
  const handOn = (): void => {
    if (text === '' || !isOpen) return;
    writer.write(text);
    text = '';
  };
  setInterval(handOn, mostMilliseconds).unref();
  // Before the writer’s own listeners, which were there first.
  for (const end of ['beforeExit', 'exit'] as const) process.prependListener(end, handOn);
  return {
    write: (line) => {
      text += line;
      if (text.length >= mostCharacters) handOn();
    },
    flushSync: () => {
      handOn();
      writer.flushSync();
    },
  };
}
