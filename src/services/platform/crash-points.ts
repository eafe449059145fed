/**
 * Named places where a crash is interesting. With `CRASH_AT` in the environment of a test process, the process is killed
 * at once, as by a power cut: at the n-th point that it passes (`CRASH_AT=12`), or at the first one of a name
 * (`CRASH_AT=after-counter`). Without it, passing costs one comparison.
 */
const wanted = process.env['NODE_ENV'] === 'production' ? '' : (process.env['CRASH_AT'] ?? '');
const isNumber = /^\d+$/.test(wanted);
let remaining = isNumber ? Number(wanted) : Math.min(wanted.length, 1);

export function crashPoint(name: string): void {
  if (remaining === 0 || (!isNumber && name !== wanted)) return;
  remaining -= 1;
  if (remaining === 0) process.kill(process.pid, 'SIGKILL');
}
