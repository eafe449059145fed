import { buildSchema, type GraphQLObjectType } from 'graphql';
import type { FieldCost } from '../../../../src/schema/directives/cost.ts';

/** A schema with the forms that limits look at: connections, plain lists, recursion, mutations that try secrets. */
export const sampleSchema = buildSchema(/* GraphQL */ `
  type Query {
    me: User
    orders(first: Int = 20, after: String, last: Int, before: String, status: String): OrderConnection!
    users: [User!]!
    matrix: [[[[User!]!]!]!]!
    search(text: String!, tags: [String!]): [Result!]!
  }
  union Result = User | Order
  type Mutation {
    login(input: LoginInput!): User
    refreshSession(input: LoginInput!): User
    sendMessage(text: String!): Boolean
    rename(name: String!): User
  }
  type Subscription {
    ticked: Int
  }
  input LoginInput {
    email: String!
    password: String!
    child: LoginInput
  }
  type OrderConnection {
    edges: [OrderEdge!]!
    pageInfo: PageInfo!
    totalCount: Int
  }
  type PageInfo {
    hasNextPage: Boolean!
    endCursor: String
  }
  type OrderEdge {
    cursor: String!
    node: Order!
  }
  type Money {
    amount: Int!
    currency: String!
  }
  type Order {
    id: ID!
    title: String
    total: Money!
    customer: User!
    files: [File!]!
    invoices: [Invoice!]!
  }
  type File {
    id: ID!
    name: String!
  }
  type Invoice {
    id: ID!
    number: String!
    total: Money!
  }
  type User {
    id: ID!
    name: String
    email: String
    friend: User
    friends(first: Int): [User!]!
    orders(first: Int = 20): OrderConnection!
  }
`);

const price = (place: string, cost: FieldCost): void => {
  const [type = '', field = ''] = place.split('.');
  Object.assign((sampleSchema.getType(type) as GraphQLObjectType).getFields()[field]?.extensions ?? {}, { cost });
};
for (const mutation of ['login', 'refreshSession']) price(`Mutation.${mutation}`, { cost: 50, credential: true });
price('OrderConnection.totalCount', { cost: 20 });
price('Order.files', { size: 5 });
price('Order.invoices', { size: 3 });
for (const type of ['Money', 'PageInfo', 'OrderEdge'])
  Object.assign(sampleSchema.getType(type)?.extensions ?? {}, { isFree: true });
