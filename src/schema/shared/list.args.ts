import { IsOptional } from 'class-validator';
import { ArgsType, Field, registerEnumType } from 'type-graphql';
import { listOrders, longestSearch, type SortName, type SortOf } from '../../services/kernel/list-orders.ts';
import { PageArgs } from './connection.ts';
import { enumOf } from './enum-of.ts';
import { Line } from './text.rules.ts';

const words = {
  ASC: 'the first, smallest or oldest at the beginning',
  DESC: 'the last, largest or newest at the beginning',
} as const;

/** `CREATED_AT_DESC` → "By createdAt, the last, largest or newest at the beginning." */
function describe(name: string): string {
  if (name === 'RELEVANCE_DESC')
    return 'The best first, of the 1,000 newest that were found; of two as good, the newest.';
  const [, by = '', direction = 'ASC'] = /^(.+)_(ASC|DESC)$/.exec(name) ?? [];
  const field = by.toLowerCase().replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase());
  return `By ${field}, ${words[direction as keyof typeof words]}.`;
}

export const searchDescription = (within: string): string =>
  `Words of ${within}, at most ${longestSearch} characters; each must be found, whatever its case and accents. Five words count.`;

/** Of a text that is read as messages are searched. */
export const queryDescription = (what: string): string =>
  `${what}, 1 to 200 characters: words in any case and with or without accents, all of them; \`"…"\` for words one after another, \`-word\` for what must not be there, \`word*\` for a beginning of three letters or more.`;

/** The arguments of a list that people order: called once per list, with the name of its order. */
export function sortedArgs<S extends SortName>(sort: S, of: string) {
  const names: readonly SortOf<S>[] = listOrders[sort];
  const SortEnum = enumOf(names);
  const valuesConfig = Object.fromEntries(names.map((name) => [name, { description: describe(name) }])) as Record<
    SortOf<S>,
    { description: string }
  >;
  registerEnumType(SortEnum, { name: sort, description: `How to order ${of}.`, valuesConfig });

  @ArgsType()
  class SortedArgs extends PageArgs {
    @Field(() => SortEnum, {
      defaultValue: names[0],
      description: 'The order. A cursor is valid only for the order it was made in.',
    })
    orderBy!: SortOf<S>;
  }
  return SortedArgs;
}

/** The same of a list that people search, too. */
export function searchedArgs<S extends SortName>(
  sort: S,
  { of, within }: { readonly of: string; readonly within: string },
) {
  @ArgsType()
  class SearchedArgs extends sortedArgs(sort, of) {
    @Field(() => String, { nullable: true, description: searchDescription(within) })
    @IsOptional()
    @Line(0, longestSearch)
    search?: string | null;
  }
  return SearchedArgs;
}

/** The arguments of a short list that is not paged and that people search. */
export function searchArgs(within: string) {
  @ArgsType()
  class SearchArgs {
    @Field(() => String, { nullable: true, description: searchDescription(within) })
    @IsOptional()
    @Line(0, longestSearch)
    search?: string | null;
  }
  return SearchArgs;
}
