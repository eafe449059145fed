/**
 * Named places where a crash is interesting. With `CRASH_AT=<n>` in the environment of a test process, the n-th point
 * that is passed kills the process at once, as a power cut would. Without it, passing costs one comparison.
 */
let remaining = Number(process.env['NODE_ENV'] === 'production' ? 0 : (process.env['CRASH_AT'] ?? 0));

export function crashPoint(_name: string): void {
  if (remaining === 0) return;
  remaining -= 1;
  if (remaining === 0) process.kill(process.pid, 'SIGKILL');
}
