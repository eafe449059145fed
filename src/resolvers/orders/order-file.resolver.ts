import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { OrderFileType } from '../../schema/orders/order-file.type.ts';
import { OrderType } from '../../schema/orders/order.type.ts';
import { ReplaceManuscriptInput } from '../../schema/orders/replace-manuscript.input.ts';
import { UploadCorrectedFileInput } from '../../schema/orders/upload-corrected-file.input.ts';
import { UploadReferenceInput } from '../../schema/orders/upload-reference.input.ts';
import { UploadManuscriptInput } from '../../schema/orders/upload-manuscript.input.ts';
import type { IncomingFile } from '../../services/files/index.ts';
import {
  getOrderFile,
  replaceManuscript,
  showOrder,
  uploadCorrectedFile,
  uploadManuscript,
  uploadReference,
} from '../../services/orders/index.ts';
import type { OrderFileRow, OrderRow } from '../../services/orders/index.ts';
import type { Keyed } from '../../services/platform/request-keys.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

interface UploadInput extends Keyed {
  readonly orderId: string;
  readonly file: unknown;
}

/** What the upload route put in the place of the variable. */
const fileOf = ({ orderId, file, key }: UploadInput) => ({ orderId, key, file: file as Promise<IncomingFile> });

/** Files of orders. */
@Resolver(() => OrderType)
export class OrderFileResolver {
  @Auth('order:read')
  @Query(() => OrderFileType, {
    description: 'One file of an order that you may see. Another’s does not exist: NOT_FOUND.',
  })
  orderFile(
    @Arg('id', () => ID, { description: 'The file.' }) id: string,
    @Ctx() context: Context,
  ): Promise<OrderFileRow> {
    return getOrderFile(context.read, id);
  }

  @Heavy()
  @Auth('order:upload')
  @Mutation(() => OrderType, {
    description:
      'Adds a text to be proofread, until the order is complete, twenty at most. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, QUOTA_EXCEEDED, FILE_TOO_LARGE, FILE_TYPE_REFUSED, CONFLICT.',
  })
  async uploadManuscript(
    @Arg('input', () => UploadManuscriptInput, { description: 'Which order, and the text.' })
    input: UploadManuscriptInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.perform(uploadManuscript, fileOf(input)), selectionOf(info));
  }

  @Heavy()
  @Auth('order:upload')
  @Mutation(() => OrderType, {
    description:
      'Puts another text in the place of a manuscript, until the work begins: the one before is destroyed, and pages that were counted in it count no more. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, LEGAL_HOLD, FILE_TOO_LARGE, FILE_TYPE_REFUSED, CONFLICT.',
  })
  async replaceManuscript(
    @Arg('input', () => ReplaceManuscriptInput, { description: 'Which order and manuscript, and the text.' })
    input: ReplaceManuscriptInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    const replacing = { ...fileOf(input), fileId: input.fileId };
    return showOrder(context.read, await context.perform(replaceManuscript, replacing), selectionOf(info));
  }

  @Heavy()
  @Auth('order:upload')
  @Mutation(() => OrderType, {
    description:
      'Adds something to keep at hand to a paid order, as for a request for changes. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, TOO_MANY_FILES, FILE_TOO_LARGE, FILE_TYPE_REFUSED, CONFLICT.',
  })
  async uploadReference(
    @Arg('input', () => UploadReferenceInput, { description: 'Which order, and the file.' })
    input: UploadReferenceInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.perform(uploadReference, fileOf(input)), selectionOf(info));
  }

  @Heavy()
  @Auth('order:upload-corrected')
  @Mutation(() => OrderType, {
    description:
      'Adds a proofread text to an order in progress, for its next delivery. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, TOO_MANY_FILES, FILE_TOO_LARGE, FILE_TYPE_REFUSED, CONFLICT.',
  })
  async uploadCorrectedFile(
    @Arg('input', () => UploadCorrectedFileInput, { description: 'Which order, and the text.' })
    input: UploadCorrectedFileInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.perform(uploadCorrectedFile, fileOf(input)), selectionOf(info));
  }
}
