import type { Locale } from '../../kernel/locale.ts';
import type { ProcessorName } from '../../kernel/processing.ts';
import type { Config } from '../../platform/config.ts';
import type { AppContext, Operation } from '../../platform/context.ts';
import { processorsOf } from '../merge-texts.ts';

/** A processor in use now. */
export interface ProcessorRow {
  readonly name: ProcessorName;
  readonly company: string;
  readonly purpose: string;
  readonly transfer: string | null;
}

/** The processors that the configuration uses, in one language. */
export const processorsInUse = (
  { config, personalData }: { readonly config: Config } & Pick<AppContext, 'personalData'>,
  locale: Locale,
): ProcessorRow[] =>
  processorsOf(personalData)
    .filter(({ isInUse }) => isInUse(config))
    .map(({ name, company, purpose, transfer }) => ({
      name,
      company: company(config, locale),
      purpose: purpose[locale],
      transfer: transfer?.[locale] ?? null,
    }));

/** For everybody: the companies that process data on the application's behalf. */
export const listProcessors: Operation<'config' | 'actor' | 'personalData', void, ProcessorRow[]> = async (ctx) =>
  processorsInUse(ctx, ctx.actor.locale);
