// Prints .env.example from the configuration's own schema.
import './help.mjs';
import './run-ts.mjs';
import { writeFileSync } from 'node:fs';

const { exampleEnvironment } = await import('../src/services/platform/config.ts');
writeFileSync(new URL('../.env.example', import.meta.url), exampleEnvironment());
