import { expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSchema, parse } from 'graphql';

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'deploy/README.md', ...globSync('docs/**/*.md')].map(
  (page) => page.replaceAll('\\', '/'),
);
const read = (file: string): string => readFileSync(file, 'utf8');

test('every link between the documents leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('every decision says its context, its decision and its consequences, and has its own number', () => {
  const decisions = globSync('docs/adr/*.md')
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  expect(decisions.length).toBeGreaterThan(10);
  expect(new Set(decisions.map((file) => file.slice(9, 13))).size).toBe(decisions.length);
  for (const file of decisions) {
    const headings = read(file)
      .split('\n')
      .filter((line) => line.startsWith('#'));
    expect([file, headings[0]?.slice(0, 7), ...headings.slice(1)]).toEqual([
      file,
      `# ${file.slice(9, 13)} `,
      '## Context',
      '## Decision',
      '## Consequences',
    ]);
  }
});

test('every library has its line, and every line its library', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const listed = [...read('docs/adr/0017-libraries.md').matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(
    ([, name]) => name,
  );
  expect(listed.toSorted()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).toSorted());
});

test('every root field of the API has an operation in the client', () => {
  const schema = buildSchema(read('src/schema/schema.graphql'));
  const offered = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );
  const used = new Set(
    globSync('sdk/operations/*.graphql')
      .flatMap((file) => parse(read(file)).definitions)
      .flatMap((definition) => (definition.kind === 'OperationDefinition' ? definition.selectionSet.selections : []))
      .map((selection) => (selection.kind === 'Field' ? selection.name.value : '')),
  );
  expect(offered.filter((field) => !used.has(field))).toEqual([]);
});

test('files that the documents name in code are there', () => {
  const gone = ['docs/security.md', 'docs/architecture.md', 'CONTRIBUTING.md'].flatMap((page) =>
    [...read(page).matchAll(/`((?:src|tests|docs|sdk|scripts)\/[\w./-]+\.\w+)`/g)]
      .map(([, file = '']) => file)
      .filter((file) => !existsSync(file)),
  );
  expect(gone).toEqual([]);
});
