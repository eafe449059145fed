import tseslint from 'typescript-eslint';

/** The wall clock and the environment are read in one module each; everything else gets them as parameters. */
const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take `now` from the scope: only services/kernel/clock.ts reads the wall clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take `now` from the scope: only services/kernel/clock.ts reads the wall clock.',
  },
  {
    selector: "MemberExpression[object.object.name='Temporal'][object.property.name='Now']",
    message: 'Take `now` from the scope: only services/kernel/clock.ts reads the wall clock.',
  },
];
const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Add the variable to services/platform/config.ts and take it from the configuration.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.cache/',
      'node_modules/',
      'src/migrations/',
      'sdk/generated/',
      'sdk/dist/',
      'tests/sdk/project/',
      'demo-output/',
      '**/*.generated.ts',
      'src/**/generated/',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['src/**/*.ts', 'sdk/**/*.ts', 'playground/**/*.ts', 'tests/**/*.ts'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 50 }],
      complexity: ['error', 8],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-throw-literal': 'off',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...clock, ...environment],
    },
  },
  { files: ['src/services/kernel/clock.ts'], rules: { 'no-restricted-syntax': ['error', ...environment] } },
  { files: ['src/services/platform/{config,crash-points}.ts'], rules: { 'no-restricted-syntax': ['error', ...clock] } },
  // GraphQL fixes the signature of a resolver: (source, args, context, info).
  { files: ['src/schema/directives/*.ts'], rules: { '@typescript-eslint/max-params': ['error', { max: 4 }] } },
  // The port of live events is agreed with its users: (topic, key, after, listener).
  { files: ['src/services/platform/live/hub.ts'], rules: { '@typescript-eslint/max-params': ['error', { max: 4 }] } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': 'off',
      complexity: 'off',
      '@typescript-eslint/max-params': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|todo)$/]',
          message: 'A test runs, or it says why it cannot (print that it was skipped) and is not there.',
        },
      ],
    },
  },
);
