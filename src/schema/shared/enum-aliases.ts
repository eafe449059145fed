import { isEnumType, Kind, type GraphQLEnumType, type GraphQLSchema, type ValueNode } from 'graphql';

/**
 * Names that front-ends of before send for values of an enumeration. They are understood wherever the enumeration is an input, and
 * never given back: the enumeration itself does not have them.
 */
const aliases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OrderStatus: {
    EN_ATTENTE: 'PENDING',
    EN_ATTENTE_VERIFICATION: 'AWAITING_REVIEW',
    EN_ATTENTE_CONSULTATION: 'AWAITING_CONSULTATION',
    ESTIMATION_ENVOYEE: 'QUOTE_SENT',
    PAYEE: 'PAID',
    EN_COURS: 'IN_PROGRESS',
    TERMINE: 'COMPLETED',
    ANNULEE: 'CANCELLED',
    SUSPENDUE: 'SUSPENDED',
  },
  TicketStatus: {
    OUVERT: 'OPEN',
    EN_COURS: 'IN_PROGRESS',
    EN_ATTENTE: 'WAITING',
    RESOLU: 'RESOLVED',
    FERME: 'CLOSED',
    ANNULE: 'CANCELLED',
  },
  TicketPriority: { FAIBLE: 'LOW', NORMALE: 'NORMAL', HAUTE: 'HIGH', URGENTE: 'URGENT', CRITIQUE: 'CRITICAL' },
  TicketCategory: {
    TECHNIQUE: 'TECHNICAL',
    FACTURATION: 'BILLING',
    COMMANDE: 'ORDER',
    COMPTE: 'ACCOUNT',
    AUTRE: 'OTHER',
  },
  Priority: { FAIBLE: 'LOW', NORMALE: 'NORMAL', HAUTE: 'HIGH', URGENTE: 'URGENT' },
};

/** Lets the schema understand the aliases, in variables and in documents. The last step of making it: one that copied the types would lose them. */
export function acceptAliases(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, known] of Object.entries(aliases)) {
    const type = schema.getType(name);
    if (isEnumType(type)) acceptIn(type, (value) => (Object.hasOwn(known, value) ? (known[value] as string) : value));
  }
  return schema;
}

function acceptIn(type: GraphQLEnumType, nameOf: (value: string) => string): void {
  const parseValue = type.parseValue.bind(type);
  const parseLiteral = type.parseLiteral.bind(type);
  type.parseValue = (value) => parseValue(typeof value === 'string' ? nameOf(value) : value) as unknown;
  type.parseLiteral = (node: ValueNode, variables) =>
    parseLiteral(node.kind === Kind.ENUM ? { ...node, value: nameOf(node.value) } : node, variables) as unknown;
}
