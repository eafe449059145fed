const place = Symbol.for('atelier.opened');
const opened = ((globalThis as { [place]?: Set<object> })[place] ??= new Set<object>());

/**
 * What a test file opened stays named by its modules, which a worker keeps for as long as it lives: hundreds of closed
 * apps, which the collector would look through each time. `runner/worker.mjs` empties these when the file is over.
 */
export function forgottenAfterwards<T extends object>(made: T, ...parts: readonly object[]): T {
  for (const part of [made, ...parts]) opened.add(part);
  return made;
}
