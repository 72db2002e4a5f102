import { delimiter, dirname } from 'node:path'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { configKeys, remedies, schema } from './setting-rules.ts'
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
  const databaseUrl = given['DATABASE_URL']
  if (databaseUrl?.startsWith('postgres') === true && !URL.canParse(databaseUrl))
    faults.push(`DATABASE_URL ${remedies['DATABASE_URL']}`)
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
    databasePool: Number(read('DATABASE_POOL') ?? 5),
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

/**
 * The environment for a process of ours, with some settings changed: `node` is the one that runs here, as npm has it.
 * An empty setting counts as absent.
 */
export function inheritedEnvironment(
  changes: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  return { ...process.env, PATH: path, ...changes }
}
