import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { until } from './until.ts';

/** Which system calls of a process fail from now on, and how: `fsync,fdatasync:error=EIO`. */
export interface DiskFault {
  readonly pid: number;
  readonly inject: string;
  /** Only calls on these files; otherwise on any. */
  readonly paths?: readonly string[];
}

/** May this machine break the disk under one of its processes? Needs strace, and the right to trace a process that is no child of it. */
export const canBreakDisks = (): boolean =>
  spawnSync('sh', ['-c', 'sleep 0.3 & exec strace -qq -e trace=none -p $!'], { timeout: 10_000 }).status === 0;

/** Runs `work` while system calls of a running process fail; before and after they do not. Answers how many were made to fail. */
export async function withDiskFault(
  { pid, inject, paths = [] }: DiskFault,
  work: () => Promise<void>,
): Promise<number> {
  const calls = inject.slice(0, inject.indexOf(':'));
  const strace = spawn(
    'strace',
    [
      '-f',
      '-p',
      String(pid),
      ...paths.flatMap((path) => ['-P', path]),
      '-e',
      `trace=${calls}`,
      '-e',
      `inject=${inject}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let output = '';
  strace.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await until('strace is attached', () => output.includes(`Process ${pid} attached`));
  try {
    await work();
  } finally {
    const gone = once(strace, 'close');
    strace.kill('SIGINT');
    await gone;
  }
  return output.split('(INJECTED)').length - 1;
}
