import tseslint from 'typescript-eslint'

const pureFolders = ['src/domain/**/*.ts', 'src/application/**/*.ts']

/** The four places that hand the environment to `config.ts`, and that file itself. */
const environmentReaders = [
  'src/entrypoints/bootstrap/config.ts',
  'src/entrypoints/simulators/main.ts',
  'src/entrypoints/cli/main.ts',
  'src/entrypoints/platform/main.ts',
]

const environmentMessage = 'Only bootstrap/config.ts reads the environment: take the value from Config.'

const impureGlobals = [
  ['process', 'The domain and the use cases know no process: take the value as a dependency from Config.'],
  ['fetch', 'Call the outside through a driven port (application/ports), e.g. PaymentGateway.'],
  ['setTimeout', 'Waiting is a job: use the JobScheduler port with startAfter.'],
  [
    'setInterval',
    'Repetition is the timetable of entrypoints/scheduler, and a job by the JobScheduler port.',
  ],
  ['setImmediate', 'Later work is a job: use the JobScheduler port.'],
  ['queueMicrotask', 'Later work is a job: use the JobScheduler port.'],
  ['crypto', 'Ids come from the IdGenerator port; signatures and hashes from an adapter behind a port.'],
  ['performance', 'Time comes from the Clock port; bootstrap times the use cases.'],
  ['Buffer', 'Bytes are Uint8Array here; encoding is done by the adapter behind the port.'],
  ['console', 'Use cases contain no logger: bootstrap wraps them; say it with an event or a refusal.'],
].map(([name, message]) => ({ name, message }))

const impureSyntax = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from the Clock port (application) or from the parameter `at` (domain).',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'Take the time from the Clock port (application) or from the parameter `at` (domain).',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take the time from the Clock port (application) or from the parameter `at` (domain).',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance comes from a port: IdGenerator for ids, the job policy for jitter.',
  },
  {
    selector: 'MemberExpression[object.name=/^(globalThis|global)$/]',
    message: 'A global reached by its object is still a global: use the port.',
  },
]

export default tseslint.config(
  {
    ignores: ['**/*.gen.ts', 'node_modules/', 'coverage/', 'dist/', '**/dist/', '.data/'],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // A default that throws is the exhaustive case where the value came from outside.
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',

      // A number has one spelling in a sentence; the rule is for objects that print as [object Object].
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A port method is async by promise, also in the implementation that has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // `onClick={() => close()}` and `() => log.info(..)` are plain; a returned void elsewhere is still caught.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `while (true)` is the honest shape of a worker loop.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // Passing a type through by name documents a generic port even where inference could do without.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        // Leaving fields out of a copy, and parameters that a signature dictates.
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: environmentMessage,
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['node:process', 'process'].map((name) => ({
            name,
            importNames: ['env', 'default'],
            message: environmentMessage,
          })),
        },
      ],
    },
  },
  {
    files: environmentReaders,
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // These programs talk to a person at a terminal.
    files: ['src/entrypoints/{cli,platform}/**/*.ts', 'src/entrypoints/simulators/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: pureFolders,
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-syntax': ['error', ...impureSyntax],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai asserts by property: `expect(paid).to.be.true`.
      '@typescript-eslint/no-unused-expressions': 'off',
      // A missing value fails the test where it stands, which is all a test needs.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Bodies read back over HTTP are `any`; the assertions are their type check.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Fakes hand out their methods one by one.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
)
