import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth, Public } from '../../schema/directives/auth.directive.ts';
import { Credential, Heavy } from '../../schema/directives/cost.ts';
import { EmailChangeReceiptType } from '../../schema/identity/email-change-receipt.type.ts';
import {
  ChangePasswordInput,
  ConfirmEmailChangeInput,
  RequestEmailChangeInput,
  UndoEmailChangeInput,
  UpdateMyProfileInput,
  UploadAvatarInput,
} from '../../schema/identity/profile.input.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import type { IncomingFile } from '../../services/files/index.ts';
import {
  changePassword,
  confirmEmailChange,
  removeAvatar,
  requestEmailChange,
  undoEmailChange,
  updateMyProfile,
  uploadAvatar,
} from '../../services/identity/index.ts';
import type { Account, EmailChangeReceipt } from '../../services/identity/index.ts';
import type { Context } from '../context.ts';

/** What a person says of themself, and how they are reached. */
@Resolver()
export class ProfileResolver {
  @Auth('account:update')
  @Mutation(() => UserType, { description: 'Changes what one says of oneself. What is absent stays.' })
  updateMyProfile(
    @Arg('input', () => UpdateMyProfileInput, { description: 'What changes.' }) input: UpdateMyProfileInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.run(updateMyProfile, input);
  }

  @Heavy()
  @Auth('account:update')
  @Mutation(() => UserType, {
    description: 'Gives oneself a picture; the one before is destroyed. Errors: FILE_TOO_LARGE, FILE_TYPE_REFUSED.',
  })
  uploadAvatar(
    @Arg('input', () => UploadAvatarInput, { description: 'The picture.' }) input: UploadAvatarInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.perform(uploadAvatar, { file: input.file as Promise<IncomingFile> });
  }

  @Auth('account:update')
  @Mutation(() => UserType, { description: 'Takes one’s picture away; its key is destroyed at once.' })
  removeAvatar(@Ctx() context: Context): Promise<Account> {
    return context.run(removeAvatar, undefined);
  }

  @Credential()
  @Auth('account:secure')
  @Mutation(() => UserType, {
    description:
      'Changes one’s password; other sessions end. Errors: PASSWORD_INCORRECT, PASSWORD_TOO_WEAK, RATE_LIMITED.',
  })
  changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'Both passwords.' }) input: ChangePasswordInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.perform(changePassword, input);
  }

  @Heavy()
  @Auth('account:secure', { stepUp: true })
  @Mutation(() => EmailChangeReceiptType, {
    description:
      'Asks for another address: a link goes there, and nothing changes until it is followed. Says the same for any address.',
  })
  requestEmailChange(
    @Arg('input', () => RequestEmailChangeInput, { description: 'Which address.' }) input: RequestEmailChangeInput,
    @Ctx() context: Context,
  ): Promise<EmailChangeReceipt> {
    return context.perform(requestEmailChange, input);
  }

  @Credential()
  @Public()
  @Mutation(() => UserType, {
    description: 'Moves the account to the new address, with the link that was mailed there; the old one is told.',
  })
  confirmEmailChange(
    @Arg('input', () => ConfirmEmailChangeInput, { description: 'The token of the link.' })
    input: ConfirmEmailChangeInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.perform(confirmEmailChange, input);
  }

  @Credential()
  @Public()
  @Mutation(() => UserType, {
    description: 'Takes a change of address back, with the link that was mailed to the old one; every session ends.',
  })
  undoEmailChange(
    @Arg('input', () => UndoEmailChangeInput, { description: 'The token of the link.' }) input: UndoEmailChangeInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.run(undoEmailChange, input);
  }
}
