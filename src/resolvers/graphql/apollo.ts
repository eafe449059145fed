import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from '../../services/platform/logger.ts';
import type { ParsedDocumentStore } from './parsed-document-store.ts';
import { documentLimits } from './limits/limits.ts';

/**
 * Apollo Server as the executor. Documents come from the validator, parsed and checked, and errors leave it
 * unformatted: the caller's language and request id are known only outside (`format-errors.ts`).
 */
export function createApollo(schema: GraphQLSchema, documents: ParsedDocumentStore, log: Logger): ApolloServer {
  return new ApolloServer({
    schema,
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
