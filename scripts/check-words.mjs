// The words of the project: `docs/glossary.md` names every entity, and lists the words that are not used and where
// one of them is allowed all the same. Prints `file:line:word` for every banned word that is left, and exits 1.
import './help.mjs';
import './run-ts.mjs';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const glossary = 'docs/glossary.md';
const scanned = ['src', 'sdk', 'docs', 'playground', 'scripts', 'bench', 'tests', '*.md'];
/** Landed migrations and fixtures never change; a mail's file names its language, and French has words of its own. */
const excluded = /^src\/migrations\/|^tests\/fixtures\/|\.fr\.mjml$|^docs\/glossary\.md$|\.snap$/;
const textual = /\.(?:ts|tsx|mjs|js|graphql|md|mjml|html|css)$/;

const sections = Object.fromEntries(
  readFileSync(glossary, 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split('\n')[0], rowsOf(section)]),
);
const { 'Words that are not used': bannedRows, 'Where they are allowed': allowedRows, ...termSections } = sections;
const words = (cell) => cell.split(/,\s*/).filter(Boolean);
const banned = new Map(bannedRows.flatMap(([forms, use]) => words(forms).map((form) => [form, use])));
const allowed = allowedRows.map(([pattern, where]) => ({
  pattern: new RegExp(pattern.replaceAll('`', ''), /[A-Z]/.test(pattern) ? 'g' : 'gi'),
  isIn: (file) => where === 'everywhere' || words(where.replaceAll('`', '')).some((path) => file.startsWith(path)),
}));

/** The rows of a section's tables, without their headings. A `|` inside a cell is written `\|`. */
function rowsOf(section) {
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    )
    .filter((_row, index, { length }) => length > 0 && index > 0);
}

/** Words of a line, identifiers split at camelCase, snake_case and kebab-case. */
const wordsOf = (line) =>
  line
    .replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .toLowerCase()
    .match(/[a-z]+/g) ?? [];

function* hitsIn(file, line) {
  const rest = allowed.filter(({ isIn }) => isIn(file)).reduce((text, { pattern }) => text.replace(pattern, ' '), line);
  for (const word of wordsOf(rest)) if (banned.has(word)) yield word;
}

async function glossaryFaults() {
  const { entities } = await import('../src/entities/index.ts');
  const rows = Object.values(termSections).flat();
  // Entities are written as one word; "Page (of the site)" is the entity `Page`.
  const terms = new Set(rows.map(([term]) => term.replace(/ \(.*\)$/, '')));
  const names = entities.map(({ meta }) => String(meta.className));
  return [
    ...names.filter((name) => !terms.has(name)).map((name) => `${glossary}: the entity ${name} is missing`),
    ...rows
      .filter((row) => row.length !== 4 || row.includes(''))
      .map(([term]) => `${glossary}: ${term} needs a definition, its French word and the words to avoid`),
  ];
}

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...scanned], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => textual.test(file) && !excluded.test(file));
const faults = await glossaryFaults();
for (const file of files) {
  for (const word of hitsIn(file, file)) faults.push(`${file}:0:${word} (the file's name; ${banned.get(word)})`);
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    continue; // deleted, and not committed yet
  }
  text.split('\n').forEach((line, index) => {
    for (const word of hitsIn(file, line)) faults.push(`${file}:${index + 1}:${word} (${banned.get(word)})`);
  });
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) console.error(`${faults.length} words to replace; ${glossary} says by what`);
process.exitCode = faults.length > 0 ? 1 : 0;
