import { readFileSync } from 'node:fs';

export interface PlaygroundTab {
  readonly name: string;
  readonly query: string;
  readonly variables?: string;
}

/** The tabs that the server sends; they are built before the tests run. */
export const playgroundTabs = JSON.parse(
  readFileSync(new URL('../../dist/playground/tabs.json', import.meta.url), 'utf8'),
) as readonly PlaygroundTab[];
