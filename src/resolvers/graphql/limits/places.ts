import {
  GraphQLError,
  parse,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type Location,
  type ValidationRule,
} from 'graphql';
import { documentLimits } from './limits.ts';

/**
 * Nodes of an error whose location is reported. The library reports all, and reads the text from its start for each.
 */
const maxPlaces = 5;
/** Longer documents run without locations: each error of an execution would read all lines before it. */
const maxLines = 500;
const maxErrors = 2;

/** Parses within the limit of tokens. */
export const parseDocument = (query: string): DocumentNode =>
  parse(query, { maxTokens: documentLimits.tokens, noLocation: isLongerThan(query, maxLines) });

function isLongerThan(text: string, lines: number): boolean {
  let count = 0;
  for (let at = 0; at < text.length && count <= lines; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 10 || sign === 13) count += 1;
  }
  return count > lines;
}

/** A node's location is read-only in the library's types. */
interface Placed {
  loc?: Location | undefined;
}

/**
 * The library's rules, at most two errors. They run over nodes without locations: an error that names 300 nodes of a
 * text of 50,000 lines would otherwise read 15 million lines. The few reported locations are added afterwards.
 */
export function runRules(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: readonly ValidationRule[],
): GraphQLError[] {
  const places = takePlaces(document);
  let errors: readonly GraphQLError[];
  try {
    errors = validate(schema, document, rules, { maxErrors });
  } finally {
    for (const [node, loc] of places) (node as Placed).loc = loc;
  }
  return errors.slice(0, maxErrors).map(withPlaces);
}

function takePlaces(document: DocumentNode): Map<ASTNode, Location> {
  const places = new Map<ASTNode, Location>();
  visit(document, {
    enter(node) {
      if (!node.loc) return;
      places.set(node, node.loc);
      (node as Placed).loc = undefined;
    },
  });
  return places;
}

const withPlaces = ({ message, nodes, originalError }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes: nodes?.slice(0, maxPlaces) ?? null, originalError: originalError ?? null });
