import type { App } from '../app.ts';
import type { Config } from '../services/platform/config.ts';
import type { AppContext } from '../services/platform/context.ts';

/** `npm run atelier -- <command>`: what an operator does from a shell. Part of the composition root. */
export interface Command extends Described {
  /** Answers the exit code. Words come first, then each option as `--name`, and its value. */
  readonly run: (config: Config, args: readonly string[]) => Promise<number>;
}

/** One that needs no configuration: what it does comes before there is an installation. */
export interface OfflineCommand extends Described {
  readonly runOffline: (args: readonly string[]) => Promise<number>;
}

interface Described {
  /**
   * `keys:retire ID`, `audit:verify [--since SEQ] [--key FILE]`: brackets mean optional, a word behind an option is its
   * value. The command line is held against it before anything is opened: other words are refused, `--help` is answered.
   */
  readonly usage: string;
  readonly does: string;
}

/** What every command can use. */
export interface CommandTools {
  readonly print: (text: string) => void;
  /** Opens the application for one command, and closes it. */
  readonly within: (config: Config, work: (app: App) => Promise<number>) => Promise<number>;
  readonly contextFor: (app: App) => AppContext;
}

/** The word after `--name`. */
export const optionOf = (args: readonly string[], name: string): string | undefined => {
  const place = args.indexOf(`--${name}`);
  return place < 0 ? undefined : args[place + 1];
};
