// Child processes bound to a core, and the resources they used according to the kernel.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

/**
 * The server has its own core; the load generator and the database share the other. With one core, or without taskset,
 * nothing is bound.
 */
const cores = { server: '0', load: '1' };
export const canPin =
  process.platform === 'linux' && availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

export function pin(pid, role) {
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', cores[role], String(pid)], { stdio: 'ignore' });
}

/** A child inherits the cores of its parent: one that may use all must be given them. */
const everyCore = `0-${cpus().length - 1}`;

/** Starts a Node program with a message channel; `role` binds it to a core, absent leaves it free. */
export function start(args, { env, role }) {
  const command = canPin ? ['taskset', '-c', role ? cores[role] : everyCore, process.execPath] : [process.execPath];
  const child = spawn(command[0], [...command.slice(1), ...args], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  const keep = (chunk) => {
    said = (said + chunk).slice(-8_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { child, pid: child.pid, said: () => said, stop: () => stop(child) };
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await gone;
  clearTimeout(timer);
}

/** Sends a request to a child over its message channel. */
export function ask(child, question) {
  return new Promise((resolve, reject) => {
    const number = Math.random();
    const timer = setTimeout(() => finish(reject, new Error(`no answer to ${question.ask}`)), 120_000);
    const onMessage = (message) => {
      if (message?.number === number)
        finish(message.error ? reject : resolve, message.error ? new Error(message.error) : message.answer);
    };
    const onExit = () => finish(reject, new Error('the process ended'));
    function finish(callback, value) {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      callback(value);
    }
    child.on('message', onMessage);
    child.once('exit', onExit);
    child.send({ ...question, number });
  });
}

/** Processor time used so far, in milliseconds, all threads together. Where /proc is missing: NaN. */
export function cpuOf(pid) {
  const folder = `/proc/${pid}/task`;
  if (pid === undefined || !existsSync(folder)) return NaN;
  let nanoseconds = 0;
  for (const thread of readdirSync(folder)) {
    try {
      nanoseconds += Number(readFileSync(`${folder}/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // The thread ended meanwhile.
    }
  }
  return nanoseconds / 1e6;
}

/** Resident memory in KiB. */
export function memoryOf(pid) {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN);
}

/** The most memory a server held while something ran, over what it held before, in MiB. */
export async function memoryDuring(server, work) {
  await ask(server.child, { ask: 'collect' });
  const before = memoryOf(server.pid);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(server.pid));
  }, 20);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return (most - before) / 1_024;
}
