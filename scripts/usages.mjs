// What every script that a person may call does, and the words it takes: its file, its usage, one sentence.
// `scripts/help.mjs` holds each command line against this before anything else of the script runs.
// `…` at the end of a usage: what follows is passed on.
export const usages = {
  'bench/run.mjs': [
    'npm run bench -- [--quick] [--only WORKS] [--engine ENGINE] [--profile FOLDER] [--readme]',
    'measures the product beside a hand-written server; --quick takes less than three minutes, --only names works, --engine is sqlite or mysql, --profile writes processor profiles, --readme writes the figures down',
  ],
  'scripts/atelier.mjs': [
    'npm run atelier -- …',
    'runs an operator’s command of the built product, with the settings of .env',
  ],
  'scripts/build.mjs': ['npm run build', 'compiles src/ into dist/, only what changed'],
  'scripts/build-emails.mjs': ['node scripts/build-emails.mjs', 'compiles the mails'],
  'scripts/build-playground.mjs': ['node scripts/build-playground.mjs', 'bundles the script of the playground'],
  'scripts/build-sdk.mjs': ['node scripts/build-sdk.mjs', 'builds the package of front-ends into sdk/dist'],
  'scripts/check.mjs': [
    'npm run check -- [--no-tests] [--only NAME]',
    'types, lint, boundaries, generated files and tests: what must hold before a change lands',
  ],
  'scripts/check-generated.mjs': [
    'node scripts/check-generated.mjs',
    'writes every generated file anew and fails when one was behind',
  ],
  'scripts/demo.mjs': [
    'npm run demo -- [--keep] [--port PORT] [--url URL]',
    'plays the main job on a server of its own; --keep keeps its data, --port and --url go through a proxy',
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
    'keeps the data that a commit makes, on both databases, under tests/fixtures/releases/NAME; every later release must be able to upgrade them',
  ],
  'scripts/matrix.mjs': ['npm run matrix', 'measures who may do and see what, and writes it down'],
  'scripts/migrations.mjs': [
    'node scripts/migrations.mjs COMMAND [NAME]',
    'check: is a migration missing? create Migration0005_what_it_does: writes it. land: freezes those that are ready',
  ],
  'scripts/start.mjs': ['npm start', 'builds what changed and starts the server, with the settings of .env'],
  'scripts/test.mjs': [
    'npm test -- [--only=sqlite|mysql] …',
    'runs the tests, all or those under the given paths; other words go to jest',
  ],
};
