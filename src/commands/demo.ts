import type { App } from '../app.ts';
import type { Demo, DemoFigures } from '../services/platform/demo.ts';
import { DomainError } from '../services/kernel/errors.ts';
import { demoLines } from '../demo/demo-lines.ts';
import type { Command, CommandTools } from './command.ts';

const why: Readonly<Record<string, string>> = {
  NO_DEMO: 'This is no demo installation: DEMO_MODE is not 1.',
  REAL_DATA:
    'There is something here that is not of the demo: a person, an order, a payment, or invoice numbers in KEYS_DIR. A demo begins with an empty DATA_DIR and KEYS_DIR of its own.',
};

type Making = (demo: Demo, run: Parameters<Demo['reset']>[0]) => Promise<DemoFigures | null>;

/** Makes the demo, and says so; a refusal is said in words, with exit code 3. */
const making =
  ({ contextFor, print }: CommandTools, make: Making) =>
  async (app: App): Promise<number> => {
    try {
      const { demo, run } = contextFor(app);
      const figures = await make(demo, run);
      print(figures === null ? 'The demo stands already: demo:reset makes it again.' : demoLines(figures).join('\n'));
      return 0;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'DEMO_REFUSED') throw error;
      print(why[String(error.details['reason'])] ?? error.message);
      return 3;
    }
  };

/** `seed --profile demo`. */
export const fillDemo = (tools: CommandTools) => making(tools, (demo, run) => demo.fill(run));

/** What an operator does about a demo. Part of the composition root. */
export const demoCommands = (tools: CommandTools): Readonly<Record<string, Command>> => ({
  'demo:reset': {
    usage: 'demo:reset',
    does: 'deletes everything of a demo installation (DEMO_MODE=1) but its audit log, and makes its data again; exit 3 where anything is real',
    run: (config) =>
      tools.within(
        config,
        making(tools, (demo, run) => demo.reset(run)),
      ),
  },
});
