// Loaded before the product (`--import`), so that the product itself is unchanged: reports measurements of its process.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 1;
let delay;

const answers = {
  collect: () => void globalThis.gc?.(),
  memory: () => process.memoryUsage(),
  lagStart: () => {
    delay = monitorEventLoopDelay({ resolution });
    delay.enable();
  },
  /** Milliseconds, minus what the timer itself takes. */
  lagStop: () => {
    delay.disable();
    const lag = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution);
    return { p50: lag(delay.percentile(50)), p99: lag(delay.percentile(99)), max: lag(delay.max) };
  },
};

process.on('message', ({ number, ask }) => {
  if (!Object.hasOwn(answers, ask)) return;
  process.send({ number, answer: answers[ask]() ?? null });
});
// The channel must not keep a stopping server alive.
process.channel?.unref();
