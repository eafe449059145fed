import { IsOptional, Max, Min } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { Cursor } from '../scalars/index.ts';
import { Cost, Free } from '../directives/cost.ts';

/** Relay connections over keyset cursors, for what grows. */

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: 20,
    description: 'How many at most, 1 to 100. Ignored where `last` is given.',
  })
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => Cursor, { nullable: true, description: 'Begin after this cursor; absent for the first page.' })
  @IsOptional()
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Read backwards: how many from the end of the list, or before `before`, 1 to 100. They are returned in the order of the list.',
  })
  @IsOptional()
  @Min(1)
  @Max(100)
  last?: number | null;

  @Field(() => Cursor, { nullable: true, description: 'End before this cursor; absent for the end of the list.' })
  @IsOptional()
  before?: string | null;
}

/** Computed by the executor when the response selects the field. */
type Lazily<T> = () => Promise<T>;

@Free()
@ObjectType({ description: 'Position of this page in the list.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Is there more after this page?' })
  hasNextPage!: boolean | Lazily<boolean>;

  @Field(() => Boolean, { description: 'Is there more before this page?' })
  hasPreviousPage!: boolean | Lazily<boolean>;

  @Field(() => Cursor, { nullable: true, description: 'Cursor of the first row; null when the page is empty.' })
  startCursor!: string | null;

  @Field(() => Cursor, { nullable: true, description: 'Cursor of the last row; null when the page is empty.' })
  endCursor!: string | null;
}

/**
 * The connection type of a node type; called once per node type. It has a count where one read of an index counts the
 * whole list, or where a search of words is asked how much it finds.
 */
export function connectionOf<T extends object>(
  node: ClassType<T>,
  name: string,
  { isCounted = false }: { readonly isCounted?: boolean } = {},
) {
  @Free()
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.`, simpleResolvers: true })
  class Edge {
    @Field(() => node, { description: 'The row itself.' })
    node!: T;

    @Field(() => Cursor, { description: 'Position of the row.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}.`, simpleResolvers: true })
  class Connection {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];

    @Field(() => [node], { description: 'The rows alone.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Position of this page in the list.' })
    pageInfo!: PageInfo;

    totalCount!: Lazily<number | null>;
  }
  if (isCounted) {
    Field(() => Int, { nullable: true, description: countDescription })(Connection.prototype, 'totalCount');
    // An index is read from end to end.
    Cost({ cost: 20 })(Connection.prototype, 'totalCount');
  }
  return Connection;
}

const countDescription =
  'How many rows the list has on all pages, by the same filters. Null where `search` is given: all rows would have to be read.';
