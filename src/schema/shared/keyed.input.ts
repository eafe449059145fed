import { IsOptional, Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** The key of an input that creates something, where another class is what it extends. */
export function IdempotencyKey(): PropertyDecorator {
  const rules = [
    Field(() => String, {
      nullable: true,
      description:
        'An idempotency key of your choice, 8 to 64 letters, digits, - and _, such as a UUID. Within 30 days the same key with the same content returns what the first request made, after a lost response for instance; with other content it is CONFLICT.',
    }),
    IsOptional(),
    Matches(/^[A-Za-z0-9_-]{8,64}$/),
  ];
  return (target, property) => {
    for (const rule of rules) rule(target, property as string);
  };
}

/** The common input of mutations that create something for a person. */
@InputType()
export abstract class KeyedInput {
  @IdempotencyKey()
  key?: string | null;
}
