import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { CabinetType } from '../../schema/archive/cabinet.type.ts';
import {
  CreateCustomFieldInput,
  DeleteCustomFieldInput,
  UpdateCustomFieldInput,
} from '../../schema/archive/words.input.ts';
import { CustomFieldType } from '../../schema/archive/words.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { CabinetRow } from '../../services/archive/index.ts';
import type { Context } from '../context.ts';

/** Values of their own that documents of a cabinet have. */
@Resolver(() => CustomFieldType)
export class CustomFieldResolver {
  @Auth('document:read')
  @Cost({ size: 30 })
  @Query(() => [CustomFieldType], { description: 'The fields of a cabinet, at most 30, in order. Error: NOT_FOUND.' })
  customFields(
    @Arg('cabinetId', () => ID, { description: 'The cabinet.' }) cabinetId: string,
    @Ctx() { read }: Context,
  ): Promise<CustomFieldType[]> {
    return archive.listCustomFields(read, cabinetId);
  }

  @Auth('cabinet:update')
  @Mutation(() => CustomFieldType, {
    description:
      'Adds a field to a cabinet. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, ARCHIVE_LIMIT, CABINET_ARCHIVED.',
  })
  createCustomField(
    @Arg('input', () => CreateCustomFieldInput, { description: 'The field.' }) input: CreateCustomFieldInput,
    @Ctx() context: Context,
  ): Promise<CustomFieldType> {
    return context.run(archive.createCustomField, input);
  }

  @Auth('cabinet:update')
  @Mutation(() => CustomFieldType, {
    description:
      'Changes a field; what documents have stays. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, CABINET_ARCHIVED.',
  })
  updateCustomField(
    @Arg('input', () => UpdateCustomFieldInput, { description: 'Which one, and what changes.' })
    input: UpdateCustomFieldInput,
    @Ctx() context: Context,
  ): Promise<CustomFieldType> {
    return context.run(archive.updateCustomField, input);
  }

  @Auth('cabinet:update')
  @Mutation(() => CabinetType, {
    description: 'Documents have this field no more. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED.',
  })
  async deleteCustomField(
    @Arg('input', () => DeleteCustomFieldInput, { description: 'Which one.' }) input: DeleteCustomFieldInput,
    @Ctx() context: Context,
  ): Promise<CabinetRow> {
    return archive.getCabinet(context.read, (await context.run(archive.deleteCustomField, input)).id);
  }
}
