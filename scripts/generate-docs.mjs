// Writes the pages of docs/ that follow the code, and the generated parts of pages that people write.
import './help.mjs';
import './run-ts.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { configurationTable } from './docs/configuration.mjs';
import { emailsPage } from './docs/emails.mjs';
import { errorsPage } from './docs/errors.mjs';
import { eventsPage } from './docs/events.mjs';
import { moduleGraph } from './docs/modules.mjs';
import { permissionsPage } from './docs/permissions.mjs';
import { statesPage } from './docs/states.mjs';
import { fillPart } from './docs/text.mjs';

const pages = {
  'docs/emails.md': emailsPage,
  'docs/errors.md': errorsPage,
  'docs/states.md': statesPage,
  'docs/events.md': eventsPage,
  'docs/permissions.md': permissionsPage,
};
for (const [file, write] of Object.entries(pages)) writeFileSync(file, await write());

const parts = [
  ['README.md', 'configuration', configurationTable],
  ['docs/architecture.md', 'module graph', moduleGraph],
];
for (const [file, name, write] of parts) writeFileSync(file, fillPart(readFileSync(file, 'utf8'), name, await write()));
