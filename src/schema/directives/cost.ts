import type { GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

/** What the limits know of a field beyond the general rule: a scalar costs 0, an object 1, a list its page times its element. */
export interface FieldCost {
  /** Replaces the cost of the field itself. */
  readonly cost?: number;
  /** How many elements a list without a page argument is expected to hold. */
  readonly size?: number;
  /** The field tries a secret: one such mutation per request. Every mutation that anyone may call is one, a test sees to it. */
  readonly credential?: true;
}

type FieldDecorator = MethodDecorator & PropertyDecorator;

/** Written on the field, beside `@Auth`; not part of the SDL. */
export const Cost = (cost: FieldCost): FieldDecorator => Extensions({ cost });

/** Writes an e-mail, a PDF or a file, or asks a vendor. */
export const Heavy = (): FieldDecorator => Cost({ cost: 50 });

/** Tries a secret, or sends an e-mail to the caller. */
export const Credential = (): FieldDecorator => Cost({ cost: 50, credential: true });

/** On a type: its objects cost nothing to make, because they are wrappers or live in their parent's row. */
export const Free = (): ClassDecorator => Extensions({ isFree: true });

export const costOf = ({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): FieldCost =>
  (extensions['cost'] as FieldCost | undefined) ?? {};

export const isFree = ({ extensions }: Pick<GraphQLNamedType, 'extensions'>): boolean => extensions['isFree'] === true;

export const isCredential = (schema: GraphQLSchema, mutation: string): boolean => {
  const field = schema.getMutationType()?.getFields()[mutation];
  return field !== undefined && costOf(field).credential === true;
};
