import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { isHeldBy, isPermission } from '../../services/access/permissions.ts';
import type { AccessEvent } from '../../services/audit/index.ts';
import { DomainError, hiddenIn } from '../../services/kernel/errors.ts';
import { markOn } from '../../schema/shared/marks.ts';

const none: readonly AccessEvent[] = [];

/** The access events of a response over HTTP: reads of the back office, and refusals. */
export function accessEventsIn(
  { data, errors }: ExecutionResult,
  { rootFields, backOffice }: { rootFields: readonly string[]; backOffice: ReadonlySet<string> },
): readonly AccessEvent[] {
  if (!errors && !rootFields.some((field) => backOffice.has(field))) return none;
  const looks = data ? rootFields.filter((field) => backOffice.has(field)) : [];
  return [
    ...looks.map((targetId) => ({ action: 'ADMIN_ACCESS', entryPoint: 'graphql', targetId }) as const),
    ...refusalsIn(errors ?? [], { entryPoint: 'graphql', field: rootFields[0] ?? '' }),
  ];
}

/** The refusals of a response that are recorded: a missing permission, and another person's object. */
export function refusalsIn(
  errors: readonly GraphQLError[],
  { entryPoint, field }: { entryPoint: string; field: string },
): AccessEvent[] {
  return errors.flatMap((error) => {
    const refusal = causeOf(error);
    return refusal === undefined ? [] : refusalEvent(refusal, { entryPoint, targetId: field });
  });
}

/** The same for one refusal, at any entryPoint. */
export function refusalEvent(
  refusal: DomainError,
  { entryPoint, targetId }: { entryPoint: string; targetId: string },
): AccessEvent[] {
  const hidden = hiddenIn(refusal);
  if (hidden !== undefined)
    return [
      { action: 'UNAUTHORIZED_ACCESS', entryPoint, code: refusal.code, targetType: hidden.type, targetId: hidden.id },
    ];
  return refusal.code === 'FORBIDDEN'
    ? [{ action: 'UNAUTHORIZED_ACCESS', entryPoint, code: refusal.code, targetId }]
    : [];
}

function causeOf(error: GraphQLError): DomainError | undefined {
  let cause: unknown = error;
  while (cause instanceof GraphQLError) cause = cause.originalError;
  return cause instanceof DomainError ? cause : undefined;
}

const ordinary = ['CUSTOMER', 'PROOFREADER', 'ARTISAN'] as const;

/**
 * Query fields that only the back office may use: no customer, proofreader or artisan has the permission. The audit log
 * itself is excluded: it records its readers on its own.
 */
export function backOfficeQueries(schema: GraphQLSchema): ReadonlySet<string> {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return new Set(
    fields
      .filter((field) => {
        const requires: unknown = markOn(schema, field, 'auth')?.['requires'];
        return (
          typeof requires === 'string' &&
          isPermission(requires) &&
          !requires.startsWith('audit:') &&
          !ordinary.some((role) => isHeldBy(requires, role))
        );
      })
      .map(({ name }) => name),
  );
}
