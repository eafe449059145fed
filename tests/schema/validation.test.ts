import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { Max } from 'class-validator';
import { Arg, Args, ArgsType, Field, InputType, Int, Query, Resolver } from 'type-graphql';
import { Public } from '../../src/schema/directives/auth.directive.ts';
import { createSchema } from '../../src/schema/schema.ts';

@ArgsType()
class ListArgs {
  @Field(() => Int, { defaultValue: 20, description: 'Has a rule.' })
  @Max(100)
  first!: number;

  @Field(() => String, { nullable: true, description: 'Has none.' })
  after?: string | null;
}

@InputType({ description: 'No rule at all.' })
class FreeInput {
  @Field(() => String, { description: 'Any text.' })
  text!: string;
}

@Resolver()
class EchoResolver {
  @Public()
  @Query(() => String, { description: 'What arrived.' })
  list(@Args(() => ListArgs) args: ListArgs): string {
    return JSON.stringify({ ...args });
  }

  @Public()
  @Query(() => String, { description: 'What arrived.' })
  free(@Arg('input', () => FreeInput, { description: 'Anything.' }) input: FreeInput): string {
    return input.text;
  }
}

describe('validation of arguments', () => {
  const ask = async (source: string) => graphql({ schema: await createSchema([EchoResolver]), source });

  test('a field without a rule reaches the resolver beside one that has a rule', async () => {
    expect((await ask('{ list(first: 3, after: "x") }')).data).toEqual({ list: '{"first":3,"after":"x"}' });
  });

  test('an input without any rule reaches the resolver', async () => {
    expect((await ask('{ free(input: { text: "x" }) }')).data).toEqual({ free: 'x' });
  });

  test('a broken rule refuses the request', async () => {
    expect((await ask('{ list(first: 101) }')).errors?.[0]?.extensions).toMatchObject({ validationErrors: [{ property: 'first' }] });
  });
});
