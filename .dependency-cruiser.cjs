/** The table "who may import whom" of docs/architecture.md, as rules. Each message says what to do instead. */
const foundation = 'vault|identity|files|notifications|billing|audit|privacy';
const shared = '^src/services/(kernel|access|platform)/';
const ports = '^src/services/adapters/[^/]+/port\\.ts$';
const typesOnly = { dependencyTypesNot: ['type-only'] };

/** Which product may know which: everything else passes by events. */
const neighbours = { orders: 'catalog', backups: 'archive', calendars: 'scheduling', support: 'messaging' };
const isNeighbour = Object.keys(neighbours).join('|');
const neighbourRules = Object.entries(neighbours).flatMap(([domain, other]) => [
  {
    name: `${domain}-services`,
    severity: 'error',
    comment: `services/${domain} may use the shared modules, ports, entities, and by their index.ts the foundation and ${other}. Tell other products by an event.`,
    from: { path: `^src/services/${domain}/` },
    to: {
      path: '^src/',
      pathNot: [
        shared,
        ports,
        '^src/entities/',
        `^src/services/${domain}/`,
        `^src/services/(${foundation}|${other})/index\\.ts$`,
      ],
    },
  },
  {
    name: `${domain}-entities`,
    severity: 'error',
    comment: `Entities of ${domain} may refer to their own domain, ${other} and the foundation. Elsewhere keep an id, not a relation.`,
    from: { path: `^src/entities/${domain}/` },
    to: {
      path: '^src/',
      pathNot: [
        `^src/entities/(${domain}|${other}|${foundation})/`,
        '^src/entities/(base|tie)\\.ts$',
        '^src/services/kernel/',
      ],
    },
  },
]);

module.exports = {
  forbidden: [
    {
      name: 'kernel-is-alone',
      severity: 'error',
      comment:
        'services/kernel is pure: it imports nothing of ours and no package. Put what needs more into the domain that needs it.',
      from: { path: '^src/services/kernel/' },
      to: { pathNot: ['^src/services/kernel/', '^node:', '^[a-z_]+$'] },
    },
    {
      name: 'access-knows-the-kernel-only',
      severity: 'error',
      comment:
        'services/access is data and functions about roles: it may import the kernel. A rule that needs rows is a policy of its domain.',
      from: { path: '^src/services/access/' },
      to: { path: '^src/', pathNot: ['^src/services/(kernel|access)/'] },
    },
    {
      name: 'entities-of-a-domain',
      severity: 'error',
      comment:
        'An entity may refer to entities of its own domain and of the foundation, and to the kernel. Elsewhere keep an id, not a relation.',
      from: { path: '^src/entities/([^/]+)/', pathNot: `^src/entities/(${isNeighbour})/` },
      to: {
        path: '^src/',
        pathNot: [`^src/entities/($1|${foundation})/`, '^src/entities/(base|tie)\\.ts$', '^src/services/kernel/'],
      },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      comment:
        'services/platform is machinery: kernel, access, ports, its own entities and the data of entities/tables. What a domain must add is passed in by app.ts.',
      from: { path: '^src/services/platform/' },
      to: {
        path: '^src/',
        pathNot: [
          shared,
          ports,
          '^src/entities/platform/',
          '^src/entities/(index|tables|tie|audit/[^/]+)\\.ts$',
          '^src/migrations/expected-schema\\.generated\\.ts$',
        ],
      },
    },
    {
      name: 'platform-takes-types-of-entities',
      severity: 'error',
      comment:
        'services/platform may name the type `Tables` and the enumerations of the journal (import type), never use entities of a domain.',
      from: { path: '^src/services/platform/' },
      to: { path: '^src/entities/(index|audit/[^/]+)\\.ts$', ...typesOnly },
    },
    {
      name: 'foundation-services',
      severity: 'error',
      comment:
        'A foundation domain may use the shared modules, ports, entities, and other foundation domains by their index.ts. Products are notified by events.',
      from: { path: `^src/services/(${foundation})/` },
      to: {
        path: '^src/',
        pathNot: [shared, ports, '^src/entities/', '^src/services/$1/', `^src/services/(${foundation})/index\\.ts$`],
      },
    },
    {
      name: 'product-services',
      severity: 'error',
      comment:
        'A product may use the shared modules, ports, entities and the foundation by its index.ts. Tell another product by an event.',
      from: {
        path: '^src/services/([^/]+)/',
        pathNot: `^src/services/(kernel|access|platform|adapters|${foundation}|${isNeighbour})/`,
      },
      to: {
        path: '^src/',
        pathNot: [shared, ports, '^src/entities/', '^src/services/$1/', `^src/services/(${foundation})/index\\.ts$`],
      },
    },
    ...neighbourRules,
    {
      name: 'adapters-know-their-port',
      severity: 'error',
      comment:
        'An adapter knows its own port, the guarded fetch, files of a disk, objects of a bucket and the kernel: it translates for one vendor. Pass it what else it needs when app.ts makes it.',
      from: { path: '^src/services/adapters/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/services/adapters/($1|http|disk|s3)/', '^src/services/kernel/'] },
    },
    {
      name: 'vendors-stay-in-adapters',
      severity: 'error',
      comment: 'A vendor’s SDK is imported by its adapter only. Use the port.',
      from: { path: '^src/', pathNot: ['^src/services/adapters/'] },
      to: {
        path: 'node_modules/(stripe|@sendgrid|nodemailer|@aws-sdk|googleapis|twilio|openid-client|@simplewebauthn)/',
      },
    },
    {
      name: 'redis-stays-in-the-platform',
      severity: 'error',
      comment: 'Redis is machinery: take what services/platform offers.',
      from: { path: '^src/', pathNot: ['^src/services/platform/', '^src/services/adapters/'] },
      to: { path: 'node_modules/ioredis/' },
    },
    {
      name: 'schema-has-no-logic',
      severity: 'error',
      comment:
        'src/schema says what the API looks like: scalars, enumerations of entities, permission names. Logic goes to services, reading a request to resolvers.',
      from: { path: '^src/schema/' },
      to: { path: '^src/', pathNot: ['^src/schema/', '^src/services/(kernel|access)/', '^src/entities/'] },
    },
    {
      name: 'resolvers-use-public-api-only',
      severity: 'error',
      comment: 'A resolver calls a use case through the domain’s index.ts. Export what it needs there.',
      from: { path: '^src/resolvers/' },
      to: {
        path: '^src/',
        pathNot: ['^src/resolvers/', '^src/schema/', shared, '^src/services/[^/]+/index\\.ts$', '^src/entities/'],
      },
    },
    {
      name: 'resolvers-take-types-of-entities',
      severity: 'error',
      comment:
        'A resolver may name the type of an entity (import type). Using its value would be a query: write a read query or a use case.',
      from: { path: '^src/resolvers/' },
      to: { path: '^src/entities/', ...typesOnly },
    },
    {
      name: 'services-know-no-entry-point',
      severity: 'error',
      comment: 'Services do not know GraphQL or HTTP. Translate in src/resolvers.',
      from: { path: '^src/(services|entities)/' },
      to: { path: '(^src/(resolvers|schema)/|node_modules/(graphql|type-graphql|fastify|@apollo)/)' },
    },
    {
      name: 'nobody-imports-the-root',
      severity: 'error',
      comment:
        'app.ts, its neighbours and composition/ know everybody; nobody below knows them, commands and the demo excepted. Take what you need as a parameter.',
      from: { path: '^src/[^/]+/', pathNot: '^src/(commands|composition|demo)/' },
      to: { path: '^src/([^/]+\\.ts$|composition/)' },
    },
    {
      name: 'no-circles-of-domains',
      severity: 'error',
      comment:
        'This import closes a circle of two domains, be it of types only. Let one of them ask by a parameter, a member of Module, or an event.',
      from: { path: '^src/services/([^/]+)/' },
      to: { path: '^src/services/', pathNot: '^src/services/$1/', circular: true },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'These modules import one another in a circle. Move what they share into a module of its own.',
      from: { path: '^src/', pathNot: '^src/entities/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      comment: 'This package is not among the dependencies of package.json: it works by accident.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
