import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { graphql, type ExecutionResult } from 'graphql';
import { ArrayMinSize, Max, ValidateNested } from 'class-validator';
import { Arg, Args, ArgsType, buildSchema, Ctx, Field, InputType, Int, Query, Resolver } from 'type-graphql';
import { Public } from '../../src/schema/directives/auth.directive.ts';
import { createSchema } from '../../src/schema/schema.ts';
import { Line } from '../../src/schema/shared/text.rules.ts';
import { DomainError } from '../../src/services/kernel/errors.ts';

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

@InputType({ description: 'A text of a list.' })
class ItemInput {
  @Field(() => String, { description: '1 to 5 characters.' })
  @Line(1, 5)
  name!: string;
}

@InputType({ description: 'A list.' })
class NestedInput {
  @Field(() => [ItemInput], { description: 'One at least.' })
  @ArrayMinSize(1)
  @ValidateNested()
  items!: ItemInput[];
}

@Resolver()
class EchoResolver {
  @Public()
  @Query(() => String, { description: 'What arrived.' })
  nested(@Arg('input', () => NestedInput, { description: 'A list.' }) input: NestedInput): string {
    return JSON.stringify(input.items.map(({ name }) => name));
  }

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

const listOf = (names: readonly string[]): string =>
  `[${names.map((name) => `{ name: ${JSON.stringify(name)} }`).join(', ')}]`;

function refused({ errors = [] }: ExecutionResult): unknown {
  const cause = errors[0]?.originalError;
  return cause instanceof DomainError ? cause.details['fields'] : errors;
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
    expect(refused(await ask('{ list(first: 101) }'))).toEqual([
      { path: 'first', rules: ['max'], bounds: { max: 100 } },
    ]);
  });

  test('rules of input classes name the argument, each member and item, and carry their numbers', async () => {
    const names = ['', 'É'.repeat(6), '😀'.repeat(5), 'e\u0301'.repeat(5), ' a\r\nb '];
    expect(refused(await ask(`{ nested(input: { items: ${listOf(names)} }) }`))).toEqual([
      { path: 'input.items.0.name', rules: ['isLength'], bounds: { minLength: 1, maxLength: 5 } },
      { path: 'input.items.1.name', rules: ['isLength'], bounds: { minLength: 1, maxLength: 5 } },
    ]);
    expect((await ask(`{ nested(input: { items: ${listOf(names.slice(4))} }) }`)).data).toEqual({ nested: '["a b"]' });
    expect(refused(await ask('{ nested(input: { items: [] }) }'))).toEqual([
      { path: 'input.items', rules: ['arrayMinSize'], bounds: { minItems: 1 } },
    ]);
  });
});

@InputType({ description: 'What others extend.' })
class BaseInput {
  @Field(() => Int, { nullable: true, description: 'Has a value of its own.' })
  size?: number | null = 3;

  @Field(() => String, { nullable: true, description: 'Is overridden.' })
  name?: string | null;
}

@InputType({ description: 'Holds others of its kind.' })
class TreeInput extends BaseInput {
  @Field(() => [TreeInput], { nullable: true, description: 'Below it.' })
  below?: TreeInput[] | null;

  @Field(() => TreeInput, { nullable: true, description: 'Beside it.' })
  beside?: TreeInput | null;

  @Field(() => FreeInput, { nullable: true, description: 'A class of another kind.' })
  free?: FreeInput | null;

  @Field(() => [String], { nullable: true, description: 'Texts.' })
  words?: string[] | null;
}

@ArgsType()
class TreeArgs extends ListArgs {
  @Field(() => TreeInput, { nullable: true, description: 'One.' })
  tree?: TreeInput | null;
}

/** What the methods of the resolver were given. */
const given: unknown[][] = [];

@Resolver()
class GivenResolver {
  @Public()
  @Query(() => String, { description: 'All kinds of parameters.' })
  many(
    @Args(() => TreeArgs) args: TreeArgs,
    @Ctx() context: object,
    @Ctx('actor') actor: unknown,
    @Arg('trees', () => [TreeInput], { nullable: true, description: 'Many.' }) trees?: TreeInput[] | null,
    @Arg('text', () => String, { nullable: true, description: 'No object.' }) text?: string | null,
  ): string {
    given.push([args, context, actor, trees, text]);
    return '';
  }
}

describe('what methods of resolvers are given', () => {
  test('is what type-graphql would give them: classes, members and their order', async () => {
    const schemas = [
      await createSchema([GivenResolver]),
      await buildSchema({ resolvers: [GivenResolver], nullableByDefault: false, skipCheck: true }),
    ];
    const tree =
      '{ words: ["a", "b"], name: null, free: { text: "x" }, below: [{ below: [], size: 1 }, { beside: {} }] }';
    const asked = [
      '(first: 2)',
      '(tree: null, trees: null, text: null)',
      '(tree: {}, after: "x", text: "y", trees: [])',
      `(text: "z", tree: ${tree}, trees: [${tree}, { beside: ${tree} }])`,
    ];
    for (const source of asked) {
      given.length = 0;
      for (const schema of schemas)
        expect(await graphql({ schema, source: `{ many${source} }`, contextValue: { actor: 'a' } })).toEqual({
          data: { many: '' },
        });
      const [ours, theirs] = given;
      expect(ours).toStrictEqual(theirs);
      expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
    }
  });
});
