// The lint rules of this project, in the shape of an ESLint plugin: oxlint loads them (`.oxlintrc.json`).

const clock = 'Take `now` from the scope: only services/kernel/clock.ts reads the wall clock.';
const environment = 'Add the variable to services/platform/config.ts and take it from the configuration.';
const wholeSuite = 'A test runs, or it says why it cannot (print that it was skipped) and is not there.';

const nameOf = (property) => property?.name ?? property?.value;
const isMember = (node, object, ...properties) =>
  object.includes(node.object?.name) && properties.includes(nameOf(node.property));

/** The wall clock is read in one module; everything else gets the time as a parameter. */
const noWallClock = {
  create: (context) => ({
    NewExpression(node) {
      if (node.callee.name === 'Date' && node.arguments.length === 0) context.report({ node, message: clock });
    },
    MemberExpression(node) {
      if (isMember(node, ['Date'], 'now') || isMember(node, ['Temporal'], 'Now'))
        context.report({ node, message: clock });
    },
  }),
};

/** The environment is read in one module. */
const noEnvironment = {
  create: (context) => ({
    MemberExpression(node) {
      if (isMember(node, ['process'], 'env')) context.report({ node, message: environment });
    },
  }),
};

const noPartOfTheSuite = {
  create: (context) => ({
    MemberExpression(node) {
      if (isMember(node, ['test', 'it', 'describe'], 'only', 'skip', 'todo'))
        context.report({ node, message: wholeSuite });
    },
  }),
};

export default {
  meta: { name: 'atelier' },
  rules: {
    'no-wall-clock': noWallClock,
    'no-environment': noEnvironment,
    'no-part-of-the-suite': noPartOfTheSuite,
  },
};
