import type { Locale } from '../../kernel/locale.ts';
import type { ProcessorName } from '../../kernel/processing.ts';
import type { AppContext, Operation } from '../../platform/context.ts';
import { processorsOf } from '../merge-texts.ts';

/** A processor in use now. */
export interface ProcessorRow {
  readonly name: ProcessorName;
  readonly company: string;
  readonly purpose: string;
  readonly transfer: string | null;
}

/** The processors that the configuration uses, and that somebody has connected where that is theirs to say, in one language. */
export async function processorsInUse(
  { db, config, personalData }: Pick<AppContext, 'db' | 'config' | 'personalData'>,
  locale: Locale,
): Promise<ProcessorRow[]> {
  const rows: ProcessorRow[] = [];
  for (const { name, company, purpose, transfer, ...asked } of processorsOf(personalData)) {
    if (!asked.isInUse(config) || (await asked.isConnected?.(db)) === false) continue;
    rows.push({
      ...{ name, company: company(config, locale), purpose: purpose[locale] },
      transfer: transfer?.[locale] ?? null,
    });
  }
  return rows;
}

/** For everybody: the companies that process data on the application's behalf. */
export const listProcessors: Operation<'db' | 'config' | 'actor' | 'personalData', void, ProcessorRow[]> = async (
  ctx,
) => processorsInUse(ctx, ctx.actor.locale);
