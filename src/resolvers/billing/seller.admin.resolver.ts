import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { AddLegalMentionInput, LegalMentionType } from '../../schema/billing/legal-mention.type.ts';
import { ChangeSellerInput, ChangeSellerLogoInput } from '../../schema/billing/seller.input.ts';
import { SellerArgs, SellerType } from '../../schema/billing/seller.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost, Heavy } from '../../schema/directives/cost.ts';
import {
  addLegalMention,
  changeSeller,
  changeSellerLogo,
  getSeller,
  listLegalMentions,
  type LegalMentionRow,
  type SellerRow,
} from '../../services/billing/index.ts';
import type { IncomingFile } from '../../services/files/index.ts';
import type { Context } from '../context.ts';

/** The business that sells, version by version. */
@Resolver(() => SellerType)
export class SellerAdminResolver {
  @Auth('seller:read')
  @Query(() => SellerType, { description: 'The seller, as invoices of a day say it.' })
  seller(@Args(() => SellerArgs) args: SellerArgs, @Ctx() context: Context): Promise<SellerRow> {
    return context.perform(getSeller, args);
  }

  @Auth('seller:change', { stepUp: true })
  @Mutation(() => SellerType, {
    description:
      'Writes a new version of the seller; invoices that were issued keep what theirs said. Errors: INPUT_INVALID, with each wrong field.',
  })
  changeSeller(
    @Arg('input', () => ChangeSellerInput, { description: 'What changes, and from which day on.' })
    input: ChangeSellerInput,
    @Ctx() context: Context,
  ): Promise<SellerRow> {
    return context.run(changeSeller, input);
  }

  @Heavy()
  @Auth('seller:change', { stepUp: true })
  @Mutation(() => SellerType, {
    description:
      'Writes a new version of the seller with another logo, or without one; documents that were issued keep theirs. Errors: INPUT_INVALID, FILE_MISSING, FILE_TOO_LARGE, FILE_TYPE_REFUSED, UPLOAD_INCOMPLETE, STORAGE_FULL.',
  })
  changeSellerLogo(
    @Arg('input', () => ChangeSellerLogoInput, { description: 'The picture, and from which day on.' })
    { file, validFrom }: ChangeSellerLogoInput,
    @Ctx() context: Context,
  ): Promise<SellerRow> {
    return context.perform(changeSellerLogo, { validFrom, file: file as Promise<IncomingFile> | null | undefined });
  }

  @Cost({ size: 30 })
  @Auth('seller:read')
  @Query(() => [LegalMentionType], { description: 'Every legal mention of invoices, by code and first day.' })
  legalMentions(@Ctx() context: Context): Promise<LegalMentionRow[]> {
    return listLegalMentions(context.read);
  }

  @Auth('seller:change', { stepUp: true })
  @Mutation(() => LegalMentionType, {
    description:
      'Adds a legal mention to the invoices of a day on; none is ever edited. Errors: INPUT_INVALID, CONFLICT.',
  })
  addLegalMention(
    @Arg('input', () => AddLegalMentionInput, { description: 'Which words, for which invoices, from when on.' })
    input: AddLegalMentionInput,
    @Ctx() context: Context,
  ): Promise<LegalMentionRow> {
    return context.run(addLegalMention, input);
  }
}
