/**
 * Named points at which tests crash the process. With `CRASH_AT` in its environment, a test process is killed
 * immediately, as by a power cut: at the n-th point that it passes (`CRASH_AT=12`), or at the first one of a name
 * (`CRASH_AT=after-counter`). Without it, a point costs one comparison.
 */
const wanted = process.env['NODE_ENV'] === 'production' ? '' : (process.env['CRASH_AT'] ?? '');
const isNumber = /^\d+$/.test(wanted);
let remaining = isNumber ? Number(wanted) : Math.min(wanted.length, 1);

export function crashPoint(name: string): void {
  if (remaining === 0 || (!isNumber && name !== wanted)) return;
  remaining -= 1;
  if (remaining === 0) process.kill(process.pid, 'SIGKILL');
}
