import type { Command, CommandTools } from './command.ts';
import { rebuildDays, verifyFigures } from '../services/insights/index.ts';

/** What an operator does about figures. Part of the composition root. */
export const statsCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  'stats:verify': {
    usage: 'stats:verify [--verbose]',
    does: 'computes every figure a second time from all rows one by one; --verbose shows what differs; exit 0 when all are equal, 3 when one is not',
    run: (config, args) =>
      within(config, async (app) => {
        const compared = await verifyFigures(contextFor(app));
        for (const { figure, isEqual, given, counted } of compared) {
          print(`${isEqual ? 'equal ' : 'DIFFERS'}  ${figure}`);
          if (!isEqual && args.includes('--verbose')) print(JSON.stringify({ given, counted }, undefined, 1));
        }
        return compared.every(({ isEqual }) => isEqual) ? 0 : 3;
      }),
  },
  'stats:rebuild': {
    usage: 'stats:rebuild',
    does: 'forgets the days whose figures are kept, and computes them again from all rows; needed after a database was changed by hand without its triggers',
    run: (config) =>
      within(config, async (app) => {
        await rebuildDays(contextFor(app));
        print('rebuilt');
        return 0;
      }),
  },
});
