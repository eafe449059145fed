// The scripts that a person may call: file, usage, and one sentence. `scripts/help.mjs` checks each command line
// against this list before the script does anything else.
// `…` at the end of a usage: the arguments are passed on.
export const usages = {
  'bench/run.mjs': [
    'npm run bench -- [--quick] [--only WORKS] [--engine ENGINE] [--profile FOLDER] [--rows ROWS] [--readme]',
    'benchmarks the product against a hand-written baseline; --quick takes less than three minutes, --only names works, --engine is sqlite or mysql, --profile writes processor profiles, --rows is the size that the growth work goes to (200000), --readme writes the figures down',
  ],
  'scripts/atelier.mjs': [
    'npm run atelier -- …',
    'runs an operator’s command of the built product, with the settings of .env',
  ],
  'scripts/build.mjs': ['npm run build', 'compiles src/ into dist/, only what changed'],
  'scripts/build-emails.mjs': ['node scripts/build-emails.mjs', 'compiles the mails'],
  'scripts/build-playground.mjs': [
    'node scripts/build-playground.mjs',
    'builds the script and the tabs of the playground',
  ],
  'scripts/build-sdk.mjs': ['node scripts/build-sdk.mjs', 'builds the package of front-ends into sdk/dist'],
  'scripts/check.mjs': [
    'npm run check -- [--no-tests] [--only NAME]',
    'types, lint, boundaries, generated files and tests: what must hold before a change lands',
  ],
  'scripts/check-generated.mjs': [
    'node scripts/check-generated.mjs',
    'writes every generated file again and fails when one was out of date',
  ],
  'scripts/check-words.mjs': [
    'node scripts/check-words.mjs',
    'fails when an entity is missing in docs/glossary.md, or when one of its banned words is used',
  ],
  'scripts/demo.mjs': [
    'npm run demo -- [--keep] [--database URL] [--port PORT] [--url URL]',
    'plays the main journey, then invoices, a refund and mobile money, on its own server; --keep keeps its data, --database is an empty MySQL one, --port and --url go through a proxy',
  ],
  'scripts/dev.mjs': ['npm run dev', 'compiles what changes and starts the server again'],
  'scripts/ensure-deps.mjs': [
    'node scripts/ensure-deps.mjs',
    'installs what package-lock.json names and node_modules lacks',
  ],
  'scripts/generate.mjs': ['npm run generate', 'writes every generated file'],
  'scripts/generate-docs.mjs': ['node scripts/generate-docs.mjs', 'writes the generated pages of docs/'],
  'scripts/generate-env.mjs': ['node scripts/generate-env.mjs', 'writes .env.example'],
  'scripts/generate-expected-schema.mjs': [
    'node scripts/generate-expected-schema.mjs',
    'writes what a migrated database holds',
  ],
  'scripts/generate-operations.mjs': [
    'node scripts/generate-operations.mjs',
    'writes the typed operations of the client',
  ],
  'scripts/generate-schema.mjs': ['node scripts/generate-schema.mjs', 'prints schema.graphql'],
  'scripts/make-release-fixture.mjs': [
    'node scripts/make-release-fixture.mjs NAME [--commit COMMIT]',
    'stores the data that a commit creates, on both databases, under tests/fixtures/releases/NAME; every later release must be able to upgrade them',
  ],
  'scripts/matrix.mjs': [
    'npm run matrix',
    'measures the access of every kind of caller to every field, and writes it down',
  ],
  'scripts/migrations.mjs': [
    'node scripts/migrations.mjs COMMAND [NAME]',
    'check: is a migration missing? create Migration0005_what_it_does: writes it. land: freezes those that are ready',
  ],
  'scripts/start.mjs': ['npm start', 'builds what changed and starts the server, with the settings of .env'],
  'scripts/test.mjs': [
    'npm test -- [--only=sqlite|mysql] …',
    'runs the tests, all or those under the given paths; other arguments are passed to jest',
  ],
};
