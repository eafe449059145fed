import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  EmailPreviewArgs,
  EmailPreviewType,
  EmailTemplateType,
  SendTestEmailInput,
} from '../../schema/notifications/email-template.type.ts';
import { EmailAddress } from '../../schema/scalars/index.ts';
import {
  listEmailTemplates,
  previewEmailTemplate,
  sendTestEmail,
  type EmailTemplate,
} from '../../services/notifications/index.ts';
import type { Context } from '../context.ts';

/** Every e-mail that the application writes, for admins. */
@Resolver(() => EmailTemplateType)
export class EmailTemplateAdminResolver {
  @Auth('mail:read')
  @Query(() => [EmailTemplateType], { description: 'Every kind of e-mail, by its name, with plausible data.' })
  emailTemplates(@Ctx() context: Context): Promise<EmailTemplate[]> {
    return context.perform(async (ctx, _input: object) => listEmailTemplates(ctx), {});
  }

  @Auth('mail:read')
  @Query(() => EmailPreviewType, {
    description: 'An e-mail as it would be sent. Errors: TEMPLATE_UNKNOWN, INPUT_INVALID for a missing variable.',
  })
  previewEmailTemplate(
    @Args(() => EmailPreviewArgs) args: EmailPreviewArgs,
    @Ctx() context: Context,
  ): Promise<EmailPreviewType> {
    return context.perform(async (ctx, given: EmailPreviewArgs) => previewEmailTemplate(ctx, given), args);
  }

  @Heavy()
  @Auth('mail:retry')
  @Mutation(() => EmailAddress, {
    description:
      'Sends you one of them with its sample, and answers your address; ten an hour. Errors: TEMPLATE_UNKNOWN, RATE_LIMITED.',
  })
  sendTestEmail(
    @Arg('input', () => SendTestEmailInput, { description: 'Which one.' }) input: SendTestEmailInput,
    @Ctx() context: Context,
  ): Promise<string> {
    return context.perform(sendTestEmail, input);
  }
}
