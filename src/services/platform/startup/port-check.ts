import { createServer } from 'node:net';
import { OperatorError } from './operator-error.ts';

const sentences: Readonly<Record<string, (place: string) => string>> = {
  EADDRINUSE: (place) => `${place} is in use by another program: stop it, or set PORT to another one.`,
  EACCES: (place) => `This account may not listen on ${place}: set PORT to 1024 or more.`,
  EADDRNOTAVAIL: (place) =>
    `This machine has no such address: ${place}. Set HOST to one of its own, or to 0.0.0.0 for all.`,
  ENOTFOUND: (place) => `${place} is not an address: set HOST to one of this machine, or to 0.0.0.0 for all.`,
};

/** Listens for a moment: a start that could not serve must change nothing before it reports that. */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(listenFailure(error, host, port)));
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}

/** Why nobody can listen there, as a message; other errors unchanged. */
export function listenFailure(error: unknown, host: string, port: number): unknown {
  const sentence = sentences[(error as NodeJS.ErrnoException).code ?? ''];
  return sentence === undefined
    ? error
    : new OperatorError(sentence(`${host.includes(':') ? `[${host}]` : host}:${port}`), { cause: error });
}
