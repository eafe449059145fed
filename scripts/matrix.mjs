// `npm run matrix`: measures tests/scenarios/authorization-matrix/matrix.csv again, on the embedded database, and then
// generates the document that shows it. Read the difference before you commit it: it is the access control of the API.
import './help.mjs';
import { spawnSync } from 'node:child_process';

const run = (args, environment = {}) =>
  spawnSync(process.execPath, ['--no-warnings', ...args], { stdio: 'inherit', env: { ...process.env, ...environment } })
    .status;

const status = run(['scripts/test.mjs', 'tests/scenarios/authorization-matrix', '--only=sqlite'], { MATRIX: 'write' });
if (run(['scripts/generate-docs.mjs']) !== 0) process.exit(1);
process.exit(status ?? 1);
