import { buildSchema } from 'graphql';

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
