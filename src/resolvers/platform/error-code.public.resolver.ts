import { Query, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { CacheControl } from '../../schema/directives/cache-control.directive.ts';
import { ErrorKindType } from '../../schema/platform/error-code.type.ts';
import { errorCatalogue, type ErrorCode } from '../../services/kernel/errors.ts';

const kinds: readonly ErrorKindType[] = Object.entries(errorCatalogue).map(([code, { fr, en, retryable }]) => ({
  code: code as ErrorCode,
  french: fr,
  english: en,
  isRetryable: retryable,
}));

/** The closed list of refusals, so that a front-end can prepare its words. */
@Resolver(() => ErrorKindType)
export class ErrorCodePublicResolver {
  @CacheControl({ maxAgeSeconds: 3_600 })
  @Public()
  @Query(() => [ErrorKindType], { description: 'Every way a request can be refused.' })
  errorKinds(): readonly ErrorKindType[] {
    return kinds;
  }
}
