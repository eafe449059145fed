import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  AnswerPrivacyRequestInput,
  ExtendPrivacyRequestInput,
  PrivacyRequestConnection,
  PrivacyRequestsArgs,
  PrivacyRequestType,
  SubmitPrivacyRequestInput,
} from '../../schema/privacy/privacy-request.type.ts';
import {
  answerPrivacyRequest,
  extendPrivacyRequest,
  listMyPrivacyRequests,
  listPrivacyRequests,
  submitPrivacyRequest,
  type PrivacyRequestRow,
} from '../../services/privacy/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** The register of requests about personal data. */
@Resolver()
export class PrivacyRequestResolver {
  @Auth('privacy-request:submit')
  @Mutation(() => PrivacyRequestType, {
    description: 'Asks the house something about one’s data that a person must answer, within a month.',
  })
  submitPrivacyRequest(
    @Arg('input', () => SubmitPrivacyRequestInput, { description: 'What is asked.' }) input: SubmitPrivacyRequestInput,
    @Ctx() context: Context,
  ): Promise<PrivacyRequestRow> {
    return context.run(submitPrivacyRequest, input);
  }

  @Auth('privacy-request:submit')
  @Query(() => [PrivacyRequestType], {
    description: 'What the one who asks has asked about their data, newest first; a hundred at most.',
  })
  myPrivacyRequests(@Ctx() context: Context): Promise<PrivacyRequestRow[]> {
    return listMyPrivacyRequests(context.read);
  }

  @Auth('privacy-request:handle')
  @Query(() => PrivacyRequestConnection, { description: 'The register, newest first.' })
  privacyRequests(
    @Args(() => PrivacyRequestsArgs) args: PrivacyRequestsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<PrivacyRequestRow>> {
    return listPrivacyRequests(context.read, args);
  }

  @Heavy()
  @Auth('privacy-request:handle')
  @Mutation(() => PrivacyRequestType, {
    description: 'Answers a request; the person is told by mail. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  answerPrivacyRequest(
    @Arg('input', () => AnswerPrivacyRequestInput, { description: 'Which one, and the answer.' })
    input: AnswerPrivacyRequestInput,
    @Ctx() context: Context,
  ): Promise<PrivacyRequestRow> {
    return context.run(answerPrivacyRequest, input);
  }

  @Auth('privacy-request:handle')
  @Mutation(() => PrivacyRequestType, {
    description:
      'Adds two months, once, within the first; the person is told why by mail. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  extendPrivacyRequest(
    @Arg('input', () => ExtendPrivacyRequestInput, { description: 'Which one, and why.' })
    input: ExtendPrivacyRequestInput,
    @Ctx() context: Context,
  ): Promise<PrivacyRequestRow> {
    return context.run(extendPrivacyRequest, input);
  }
}
