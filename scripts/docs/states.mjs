import { globSync } from 'node:fs';
import { commentsOf, notice } from './text.mjs';

const isTable = (value) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((verbs) => typeof verbs === 'object' && verbs !== null && !Array.isArray(verbs));

/** docs/states.md: each state table, drawn. */
export async function statesPage() {
  const sections = [];
  for (const file of globSync('src/services/**/*.states.ts')
    .map((path) => path.replaceAll('\\', '/'))
    .sort()) {
    const module = await import(`../../${file}`);
    const comments = commentsOf(file);
    for (const [name, value] of Object.entries(module)) {
      if (isTable(value))
        sections.push(section(name, value, { comment: comments.get(name) ?? '', file, never: unreached(module) }));
    }
  }
  return `${notice('the `*.states.ts` tables')}# States

An arrow is a verb: a use case, a mutation and a permission of the same name. Only \`transition()\` writes a state.

${sections.join('\n')}`;
}

/** States that no use case leads to yet, as the module declares. */
const unreached = (module) =>
  Object.entries(module)
    .filter(([name]) => /^unreached/.test(name))
    .flatMap(([, states]) => states);

function section(name, states, { comment, file, never }) {
  const title = name
    .replace(/States$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/^./, (letter) => letter.toUpperCase());
  const reached = Object.keys(states).filter((state) => !never.includes(state));
  const moves = reached.flatMap((from) =>
    Object.entries(states[from]).map(([verb, to]) => `  ${from} --> ${to}: ${verb}`),
  );
  const ends = reached.filter((state) => Object.keys(states[state]).length === 0).map((state) => `  ${state} --> [*]`);
  const waiting =
    never.length === 0 ? '' : `\nNo use case leads to ${never.map((state) => `\`${state}\``).join(', ')} yet.\n`;
  return `## ${title}

${comment}

\`\`\`mermaid
stateDiagram-v2
  [*] --> ${reached[0]}
${[...moves, ...ends].join('\n')}
\`\`\`
${waiting}
From \`${file}\`.
`;
}
