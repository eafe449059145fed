import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSchema, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../services/platform/logger.ts';
import type { ParsedDocumentStore } from './parsed-document-store.ts';
import { documentLimits } from './limits/limits.ts';
import type { LimitedContext } from './parts.ts';
import type { Execute } from './plan/execute-planned.ts';

/** Apollo Server copies each context member by member: it is given one that only holds ours. */
export interface HeldContext {
  readonly held: LimitedContext;
}

/**
 * Apollo Server with an executor of ours, which enters where a gateway's would. Documents come from the validator, parsed and checked, and errors leave it
 * unformatted: the caller's language and request id are known only outside (`format-errors.ts`).
 */
export function createApollo(
  { execute, log }: { execute: Execute; log: Logger },
  documents: ParsedDocumentStore,
): ApolloServer {
  return new ApolloServer({
    gateway: executingBy(execute),
    // The cache-control plugin wraps every field resolver: off, it saves 44 % of a lean request.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    documentStore: documents.documents,
    persistedQueries: { cache: documents.texts },
    parseOptions: { maxTokens: documentLimits.tokens },
    validationOptions: { maxErrors: 2 },
    cache: 'bounded',
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // The document validator decides about introspection, by audience.
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (_formatted, error) => error as GraphQLFormattedError,
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (text) => log.warn({ text }, 'apollo'),
      error: (text) => log.error({ text }, 'apollo'),
    },
  });
}

/**
 * Apollo Server validates by it what did not come from the validator: nothing, and nothing would be valid. Of the whole
 * schema it would only print the text at each start, for the keys of its store, which is a third of opening a server.
 */
const validNowhere = buildSchema('type Query { nothing: Boolean }');

/** Who executes the operations. */
const executingBy = (execute: Execute): ApolloServerOptionsWithGateway<object>['gateway'] => ({
  onSchemaLoadOrUpdate(loaded) {
    loaded({ apiSchema: validNowhere, coreSupergraphSdl: '' });
    return () => undefined;
  },
  load: () =>
    Promise.resolve({
      executor: async ({ document, request, context }) =>
        execute({
          document,
          operationName: request.operationName,
          variableValues: request.variables,
          contextValue: (context as HeldContext).held,
        }),
    }),
  stop: () => Promise.resolve(),
});
