import type { Command, CommandTools } from './command.ts';
import { modules } from '../modules.ts';
import { membersOf } from '../services/platform/module.ts';
import { rebuildWords, wrongWords } from '../services/platform/searched-rows.ts';

const searched = () => membersOf(modules, 'searched').flat();

/** What an operator does about what people search by. Part of the composition root. */
export const searchCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  'search:verify': {
    usage: 'search:verify',
    does: 'compares the words that messages, conversations, tickets and the help are searched by with their texts, row by row; exit 0 when all are right, 3 when one is not',
    run: (config) =>
      within(config, async (app) => {
        let count = 0;
        for (const rows of searched())
          for await (const { id } of wrongWords(contextFor(app).db, rows)) {
            print(`DIFFERS  ${rows.table} ${id}`);
            count += 1;
          }
        print(count === 0 ? 'All words are those of their texts.' : `${count} rows are searched by other words.`);
        return count === 0 ? 0 : 3;
      }),
  },
  'search:rebuild': {
    usage: 'search:rebuild',
    does: 'writes the words that rows are searched by anew where they are not those of their texts; needed after a database was changed by hand',
    run: (config) =>
      within(config, async (app) => {
        for (const rows of searched()) print(`${rows.table}: ${await rebuildWords(contextFor(app), rows)} rebuilt`);
        return 0;
      }),
  },
});
