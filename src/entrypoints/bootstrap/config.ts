import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { type SmtpSettings, smtpFaults, smtpOf } from './smtp-settings.ts'

export interface Config {
  environment: 'development' | 'production' | 'test'
  /** Null: the embedded server in `dataDir`. */
  databaseUrl: string | null
  databasePool: number
  host: string
  port: number
  /** Whether PORT was given; a default port may move to the next free one. */
  isPortChosen: boolean
  /** Null: where the API happens to listen. */
  publicUrl: string | null
  dataDir: string
  logLevel: 'debug' | 'info' | 'warn' | 'error'
  stripe: { secretKey: string | null; webhookSecret: string | null; apiBase: string | null }
  usps: {
    subscriptionSecret: string | null
    clientId: string | null
    clientSecret: string | null
    apiBase: string | null
    /** Whom USPS writes to about our subscriptions; empty: they are made by hand. */
    adminEmails: readonly string[]
    /** Mailer ids of ours. */
    mailerIds: readonly string[]
  }
  dhl: { apiKey: string | null; hookToken: string | null; apiBase: string | null }
  canadaPost: { user: string | null; password: string | null; apiBase: string | null }
  chitChats: { clientId: string | null; accessToken: string | null; apiBase: string | null }
  /** Signing secrets of couriers with the generic adapter, by the name that their rows refer to. */
  genericCourierSecrets: Readonly<Record<string, string>>
  legacyBridge: { url: string | null; token: string | null }
  /** Who else is told of Stripe's events; one secret for all, or one each. */
  legacyStripe: { urls: readonly string[]; secrets: readonly string[] }
  slackWebhookUrl: string | null
  /** Null: no mail server. */
  smtp: SmtpSettings | null
  /** Whether the invoice of an order that was paid beforehand is sent too. */
  emailsPrepaidInvoices: boolean
  /** Who issues documents: fills in the default legal entity of a database that has nothing of it yet. */
  seller: { name: string; addressLines: string[]; taxNumber: string | null }
  /** Where parcels leave from; a destination in another country needs a customs declaration. */
  sender: { name: string; addressLines: string[]; country: string }
  /** How long the prices of a draft are held. */
  pricesHoldHours: number
  /** The nightly comparison with Stripe: how many days back it looks, or 0 when it is switched off. */
  reconciliationDays: number
  /** Days after an invoice's due date, before it when negative, on which its billing contact is reminded. */
  invoiceReminderDays: readonly number[]
  /** Where units come back to, how long customers have, and when the team is reminded of replaced ones. */
  returns: {
    addressLines: string[]
    windowDays: number
    replacementDays: number
    reminderDays: readonly number[]
  }
}

const url = { type: 'string', pattern: '^https?://\\S+$' }
const secret = { type: 'string', minLength: 8, pattern: '^\\S+$' }

const schema = {
  type: 'object',
  properties: {
    NODE_ENV: { enum: ['development', 'production', 'test'] },
    DATABASE_URL: { type: 'string', pattern: '^postgres(ql)?://\\S+$' },
    DATABASE_POOL: { type: 'string', pattern: '^[1-9][0-9]{0,2}$' },
    HOST: { type: 'string', minLength: 1 },
    PORT: { type: 'string', pattern: '^[0-9]{1,5}$' },
    PUBLIC_URL: url,
    DATA_DIR: { type: 'string', minLength: 1 },
    LOG_LEVEL: { enum: ['debug', 'info', 'warn', 'error'] },
    STRIPE_SECRET_KEY: secret,
    STRIPE_WEBHOOK_SECRET: secret,
    STRIPE_API_BASE: url,
    COURIER_USPS_SUBSCRIPTION_SECRET: { type: 'string', minLength: 32, maxLength: 32 },
    COURIER_USPS_CLIENT_ID: secret,
    COURIER_USPS_CLIENT_SECRET: secret,
    COURIER_USPS_API_BASE: url,
    COURIER_USPS_ADMIN_EMAILS: {
      type: 'string',
      pattern: '^[^\\s,@]+@[^\\s,@]+(\\s*,\\s*[^\\s,@]+@[^\\s,@]+){0,2}$',
    },
    COURIER_USPS_MAILER_IDS: {
      type: 'string',
      pattern: '^([0-9]{6}|[0-9]{9})(\\s*,\\s*([0-9]{6}|[0-9]{9}))*$',
    },
    COURIER_DHL_API_KEY: secret,
    COURIER_DHL_HOOK_TOKEN: { type: 'string', minLength: 16, pattern: '^\\S+$' },
    COURIER_DHL_API_BASE: url,
    COURIER_CANADA_POST_USER: secret,
    COURIER_CANADA_POST_PASSWORD: secret,
    COURIER_CANADA_POST_API_BASE: url,
    COURIER_CHIT_CHATS_CLIENT_ID: { type: 'string', pattern: '^[0-9]{1,20}$' },
    COURIER_CHIT_CHATS_ACCESS_TOKEN: secret,
    COURIER_CHIT_CHATS_API_BASE: url,
    COURIER_GENERIC_SECRETS: {
      type: 'string',
      pattern: '^[A-Za-z0-9_-]{1,40}=[^\\s,=]{16,200}(\\s*,\\s*[A-Za-z0-9_-]{1,40}=[^\\s,=]{16,200})*$',
    },
    LEGACY_BRIDGE_URL: url,
    LEGACY_BRIDGE_TOKEN: secret,
    LEGACY_STRIPE_WEBHOOK_URL: {
      type: 'string',
      pattern: '^https?://[^\\s,]+(\\s*,\\s*https?://[^\\s,]+)*$',
    },
    LEGACY_STRIPE_WEBHOOK_SECRET: { type: 'string', pattern: '^[^\\s,]{8,}(\\s*,\\s*[^\\s,]{8,})*$' },
    SLACK_WEBHOOK_URL: url,
    SMTP_HOST: { type: 'string', pattern: '^[A-Za-z0-9.:_-]{1,253}$' },
    SMTP_PORT: { type: 'string', pattern: '^[1-9][0-9]{0,4}$' },
    SMTP_USER: { type: 'string', minLength: 1, maxLength: 320 },
    SMTP_PASSWORD: { type: 'string', minLength: 1, maxLength: 1000 },
    SMTP_FROM: {
      type: 'string',
      maxLength: 320,
      pattern: '^([^<>@"\\\\\\u0000-\\u001f]+<[^\\s<>@,;"]+@[^\\s<>@,;"]+>|[^\\s<>@,;"]+@[^\\s<>@,;"]+)$',
    },
    SMTP_CA_FILE: { type: 'string', maxLength: 1000 },
    SMTP_TLS: { enum: ['starttls', 'implicit', 'off'] },
    EMAIL_PREPAID_INVOICES: { enum: ['on', 'off'] },
    SELLER_NAME: { type: 'string', minLength: 1, maxLength: 200 },
    SELLER_ADDRESS: { type: 'string', minLength: 1, maxLength: 500 },
    SELLER_TAX_NUMBER: { type: 'string', minLength: 1, maxLength: 100 },
    SENDER_ADDRESS: { type: 'string', minLength: 1, maxLength: 500 },
    SENDER_COUNTRY: { type: 'string', pattern: '^[A-Z]{2}$' },
    PRICES_HOLD_HOURS: { type: 'string', pattern: '^[1-9][0-9]{0,3}$' },
    RECONCILIATION_DAYS: { type: 'string', pattern: '^[0-9]{1,2}$' },
    INVOICE_REMINDER_DAYS: { type: 'string', pattern: '^-?[0-9]{1,2}(,-?[0-9]{1,2})*$' },
    RETURN_ADDRESS: { type: 'string', minLength: 1, maxLength: 500 },
    RETURN_WINDOW_DAYS: { type: 'string', pattern: '^[1-9][0-9]{0,2}$' },
    REPLACEMENT_RETURN_DAYS: { type: 'string', pattern: '^[1-9][0-9]{0,2}$' },
    REPLACEMENT_REMINDER_DAYS: { type: 'string', pattern: '^-[1-9][0-9]?(,-[1-9][0-9]?)*$' },
  },
} as const

/** Every setting there is, in the order of `.env.example`. */
export const configKeys: string[] = Object.keys(schema.properties)

// What each setting should look like, for the person who has to correct it.
const remedies: Readonly<Record<string, string>> = {
  NODE_ENV: 'must be development, production or test',
  DATABASE_URL: 'must look like postgres://user:password@host:5432/database',
  DATABASE_POOL: 'must be a number of connections from 1 to 999',
  HOST: 'must be an address to listen on, such as 127.0.0.1',
  PORT: 'must be a port number from 0 to 65535',
  PUBLIC_URL: 'must be an http or https address',
  DATA_DIR: 'must be a folder',
  LOG_LEVEL: 'must be debug, info, warn or error',
  STRIPE_API_BASE: 'must be an http or https address',
  COURIER_USPS_SUBSCRIPTION_SECRET: 'must have exactly 32 characters',
  COURIER_USPS_API_BASE: 'must be an http or https address',
  COURIER_USPS_ADMIN_EMAILS: 'must be one to three e-mail addresses with commas between them',
  COURIER_USPS_MAILER_IDS: 'must be mailer ids of 6 or 9 digits with commas between them',
  COURIER_DHL_HOOK_TOKEN: 'must be at least 16 characters without spaces',
  COURIER_DHL_API_BASE: 'must be an http or https address',
  COURIER_CANADA_POST_API_BASE: 'must be an http or https address',
  COURIER_CHIT_CHATS_CLIENT_ID: 'must be the number of the client',
  COURIER_CHIT_CHATS_API_BASE: 'must be an http or https address',
  COURIER_GENERIC_SECRETS:
    'must be names with secrets of 16 characters or more, such as ACME=0123456789abcdef, with commas between them',
  LEGACY_BRIDGE_URL: 'must be an http or https address',
  LEGACY_STRIPE_WEBHOOK_URL: 'must be http or https addresses with commas between them',
  LEGACY_STRIPE_WEBHOOK_SECRET: 'must be secrets of 8 characters or more with commas between them',
  SLACK_WEBHOOK_URL: 'must be an http or https address',
  SMTP_HOST: 'must be the name of a mail server, such as smtp.example.com',
  SMTP_PORT: 'must be a port number from 1 to 65535',
  SMTP_USER: 'must be at most 320 characters',
  SMTP_PASSWORD: 'must be at most 1000 characters',
  SMTP_FROM: 'must be an e-mail address, alone or as Name <address>',
  SMTP_CA_FILE: 'must be a file of certificates in PEM that can be read',
  SMTP_TLS: 'must be starttls, implicit or off',
  EMAIL_PREPAID_INVOICES: 'must be on or off',
  SELLER_NAME: 'must be a name of at most 200 characters',
  SELLER_ADDRESS: 'must be the lines of an address with semicolons between them, at most 500 characters',
  SELLER_TAX_NUMBER: 'must be at most 100 characters',
  SENDER_ADDRESS: 'must be the lines of an address with semicolons between them, at most 500 characters',
  SENDER_COUNTRY: 'must be the two capital letters of a country, such as US',
  PRICES_HOLD_HOURS: 'must be a number of hours from 1 to 9999',
  RECONCILIATION_DAYS: 'must be a number of days from 0, which is never, to 99',
  INVOICE_REMINDER_DAYS: 'must be days from -99 to 99 separated by commas, such as -3,1,7,14',
  RETURN_ADDRESS: 'must be the lines of an address with semicolons between them, at most 500 characters',
  RETURN_WINDOW_DAYS: 'must be a number of days from 1 to 999',
  REPLACEMENT_RETURN_DAYS: 'must be a number of days from 1 to 999',
  REPLACEMENT_REMINDER_DAYS: 'must be days from -99 to -1 separated by commas, such as -7,-1',
}

/** The settings cannot be used; the message lists every fault. */
export class ConfigUnusable extends Error {
  constructor(faults: readonly string[]) {
    super(`Waybill cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.name = 'ConfigUnusable'
  }
}

/** Reads the environment once. Throws `ConfigUnusable` with every fault together. Empty settings count as absent. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Config> {
  const given = Object.fromEntries(
    configKeys.flatMap((key) => {
      const value = environment[key]?.trim()
      return value === undefined || value === '' ? [] : [[key, value]]
    }),
  )
  const validate = new Ajv2020({ allErrors: true }).compile(schema)
  const faults = validate(given) ? [] : [...new Set((validate.errors ?? []).map(faultOf))]
  if (Number(given['PORT'] ?? 0) > 65_535) faults.push(`PORT ${remedies['PORT'] ?? ''}`)
  if (given['NODE_ENV'] === 'production') {
    for (const key of neededInProduction)
      if (given[key] === undefined) faults.push(`${key} is needed in production`)
  }
  const [urls, secrets] = [
    listed(given['LEGACY_STRIPE_WEBHOOK_URL']),
    listed(given['LEGACY_STRIPE_WEBHOOK_SECRET']),
  ]
  if (secrets.length > 1 && secrets.length !== urls.length)
    faults.push('LEGACY_STRIPE_WEBHOOK_SECRET must be one secret, or one for each address')
  faults.push(...smtpFaults(given, remedies))
  for (const [one, other] of togetherOrNeither) {
    if ((given[one] === undefined) !== (given[other] === undefined))
      faults.push(`${one} and ${other} are needed together, or neither`)
  }
  if (faults.length > 0) throw new ConfigUnusable(faults)

  const read = (key: string): string | null => given[key] ?? null
  const seller = {
    name: read('SELLER_NAME') ?? 'Waybill Sensors Inc.',
    addressLines: linesOf(read('SELLER_ADDRESS') ?? '1 Example Street; Toronto ON M5J 0A1; Canada'),
    taxNumber: read('SELLER_TAX_NUMBER'),
  }
  return Object.freeze({
    environment: (read('NODE_ENV') ?? 'development') as Config['environment'],
    databaseUrl: read('DATABASE_URL'),
    databasePool: Number(read('DATABASE_POOL') ?? 16),
    host: read('HOST') ?? '127.0.0.1',
    port: Number(read('PORT') ?? 3000),
    isPortChosen: read('PORT') !== null,
    publicUrl: read('PUBLIC_URL'),
    dataDir: read('DATA_DIR') ?? '.data',
    logLevel: (read('LOG_LEVEL') ?? 'info') as Config['logLevel'],
    stripe: {
      secretKey: read('STRIPE_SECRET_KEY'),
      webhookSecret: read('STRIPE_WEBHOOK_SECRET'),
      apiBase: read('STRIPE_API_BASE'),
    },
    usps: {
      subscriptionSecret: read('COURIER_USPS_SUBSCRIPTION_SECRET'),
      clientId: read('COURIER_USPS_CLIENT_ID'),
      clientSecret: read('COURIER_USPS_CLIENT_SECRET'),
      apiBase: read('COURIER_USPS_API_BASE'),
      adminEmails: listed(given['COURIER_USPS_ADMIN_EMAILS']),
      mailerIds: listed(given['COURIER_USPS_MAILER_IDS']),
    },
    dhl: {
      apiKey: read('COURIER_DHL_API_KEY'),
      hookToken: read('COURIER_DHL_HOOK_TOKEN'),
      apiBase: read('COURIER_DHL_API_BASE'),
    },
    canadaPost: {
      user: read('COURIER_CANADA_POST_USER'),
      password: read('COURIER_CANADA_POST_PASSWORD'),
      apiBase: read('COURIER_CANADA_POST_API_BASE'),
    },
    chitChats: {
      clientId: read('COURIER_CHIT_CHATS_CLIENT_ID'),
      accessToken: read('COURIER_CHIT_CHATS_ACCESS_TOKEN'),
      apiBase: read('COURIER_CHIT_CHATS_API_BASE'),
    },
    genericCourierSecrets: Object.fromEntries(
      listed(given['COURIER_GENERIC_SECRETS']).map((pair) => pair.split('=') as [string, string]),
    ),
    legacyBridge: { url: read('LEGACY_BRIDGE_URL'), token: read('LEGACY_BRIDGE_TOKEN') },
    legacyStripe: { urls, secrets },
    slackWebhookUrl: read('SLACK_WEBHOOK_URL'),
    smtp: smtpOf(read),
    emailsPrepaidInvoices: read('EMAIL_PREPAID_INVOICES') === 'on',
    seller,
    pricesHoldHours: Number(read('PRICES_HOLD_HOURS') ?? 24),
    reconciliationDays: Number(read('RECONCILIATION_DAYS') ?? 4),
    invoiceReminderDays: (read('INVOICE_REMINDER_DAYS') ?? '-3,1,7,14').split(',').map(Number),
    returns: {
      addressLines: linesOf(read('RETURN_ADDRESS') ?? `${seller.name}; ${seller.addressLines.join('; ')}`),
      windowDays: Number(read('RETURN_WINDOW_DAYS') ?? 30),
      replacementDays: Number(read('REPLACEMENT_RETURN_DAYS') ?? 30),
      reminderDays: (read('REPLACEMENT_REMINDER_DAYS') ?? '-7,-1').split(',').map(Number),
    },
    sender: {
      name: seller.name,
      addressLines: linesOf(read('SENDER_ADDRESS') ?? '40 Warehouse Road; Buffalo NY 14203'),
      country: read('SENDER_COUNTRY') ?? 'US',
    },
  })
}

function linesOf(address: string): string[] {
  return address.split(';').map((line) => line.trim())
}

function listed(setting: string | undefined): string[] {
  return setting === undefined ? [] : setting.split(',').map((one) => one.trim())
}

const togetherOrNeither = [
  ['COURIER_USPS_CLIENT_ID', 'COURIER_USPS_CLIENT_SECRET'],
  ['COURIER_CANADA_POST_USER', 'COURIER_CANADA_POST_PASSWORD'],
  ['COURIER_CHIT_CHATS_CLIENT_ID', 'COURIER_CHIT_CHATS_ACCESS_TOKEN'],
] as const

// An integration without its key points at its simulator in development, and nowhere in production.
const neededInProduction = [
  'DATABASE_URL',
  'PUBLIC_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'COURIER_USPS_SUBSCRIPTION_SECRET',
  'LEGACY_BRIDGE_URL',
  'LEGACY_BRIDGE_TOKEN',
  'SELLER_NAME',
  'SELLER_ADDRESS',
  'SENDER_ADDRESS',
  'SENDER_COUNTRY',
]

function faultOf(error: ErrorObject): string {
  const key = error.instancePath.slice(1)
  return `${key} ${remedies[key] ?? 'must be at least 8 characters without spaces'}`
}

/** The environment for a process of ours, with some settings changed. An empty setting counts as absent. */
export function inheritedEnvironment(
  changes: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  return { ...process.env, ...changes }
}
