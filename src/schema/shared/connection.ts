import { IsOptional, Max, Min } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { Cursor } from '../scalars/index.ts';

/** Relay connections over keyset cursors, for what grows. */

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many at most, 1 to 100.' })
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => Cursor, { nullable: true, description: 'Begin after this cursor; absent for the first page.' })
  @IsOptional()
  after?: string | null;
}

@ObjectType({ description: 'Where this page stands.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Is there more after this page?' })
  hasNextPage!: boolean;

  @Field(() => Cursor, { nullable: true, description: 'Cursor of the last row; null when the page is empty.' })
  endCursor!: string | null;
}

/** What a read query answers: the page's rows, each with its cursor. */
export interface Page<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
}

/** The connection type of a node type; called once per node type. */
export function connectionOf<T extends object>(node: ClassType<T>, name: string) {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.`, simpleResolvers: true })
  class Edge {
    @Field(() => node, { description: 'The row itself.' })
    node!: T;

    @Field(() => Cursor, { description: 'Where the row stands.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}.`, simpleResolvers: true })
  class Connection {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];

    @Field(() => [node], { description: 'The rows alone.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;
  }
  return Connection;
}
