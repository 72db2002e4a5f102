import { parseArgs } from 'node:util'
import { startCanadaPostSimulator } from './couriers/canada-post/canada-post-simulator.ts'
import { startChitChatsSimulator } from './couriers/chit-chats/chit-chats-simulator.ts'
import { startDhlSimulator } from './couriers/dhl/dhl-simulator.ts'
import { startUspsSimulator } from './couriers/usps/usps-simulator.ts'
import { startLegacySimulator } from './legacy/legacy-simulator.ts'
import type { Simulator } from './machinery/simulator.ts'
import { startMailSimulator } from './mail/mail-simulator.ts'
import { startSlackSimulator } from './slack/slack-simulator.ts'
import { startStripeSimulator } from './stripe/stripe-simulator.ts'

export interface SimulatorsOptions {
  /** State survives restarts, and kill -9, below this folder; null keeps it in memory only. */
  dataDir: string | null
  host?: string
  /** 0 or absent means any free port. */
  ports?: {
    stripe?: number
    usps?: number
    legacy?: number
    slack?: number
    mail?: number
    smtp?: number
    dhl?: number
    canadaPost?: number
    chitChats?: number
  }
  stripe: { apiKey: string; webhookSecret: string; webhookUrl: string }
  usps: { clientId: string; clientSecret: string; subscriptionSecret: string; listenerUrl: string }
  dhl: { apiKey: string; listenerUrl: string; hookToken: string }
  canadaPost: { user: string; password: string }
  chitChats: { clientId: string; accessToken: string }
  legacy: { token: string; stripeWebhookSecret?: string }
}

export interface RunningSimulators {
  /** Where each serves; `smtp` is the mail simulator's other side. */
  urls: {
    stripe: string
    usps: string
    legacy: string
    slack: string
    mail: string
    smtp: string
    dhl: string
    canadaPost: string
    chitChats: string
  }
  stop: () => Promise<void>
}

export async function startSimulators(options: SimulatorsOptions): Promise<RunningSimulators> {
  const { dataDir, ports = {} } = options
  const host = options.host ?? '127.0.0.1'
  const started: Simulator[] = []
  const start = async (starting: Promise<Simulator>): Promise<string> => {
    const simulator = await starting
    started.push(simulator)
    return simulator.url
  }
  const stop = async (): Promise<void> => {
    await Promise.all(started.map(async (simulator) => simulator.stop()))
  }
  try {
    const mail = await startMailSimulator({
      dataDir,
      host,
      port: ports.mail ?? 0,
      smtpPort: ports.smtp ?? 0,
    })
    started.push(mail)
    const urls = {
      stripe: await start(
        startStripeSimulator({ dataDir, host, port: ports.stripe ?? 0, ...options.stripe }),
      ),
      usps: await start(startUspsSimulator({ dataDir, host, port: ports.usps ?? 0, ...options.usps })),
      legacy: await start(
        startLegacySimulator({ dataDir, host, port: ports.legacy ?? 0, ...options.legacy }),
      ),
      slack: await start(startSlackSimulator({ dataDir, host, port: ports.slack ?? 0 })),
      dhl: await start(startDhlSimulator({ dataDir, host, port: ports.dhl ?? 0, ...options.dhl })),
      canadaPost: await start(
        startCanadaPostSimulator({ dataDir, host, port: ports.canadaPost ?? 0, ...options.canadaPost }),
      ),
      chitChats: await start(
        startChitChatsSimulator({ dataDir, host, port: ports.chitChats ?? 0, ...options.chitChats }),
      ),
      mail: mail.url,
      smtp: mail.smtpUrl,
    }
    return { urls, stop }
  } catch (error) {
    // A port that is taken must not leave the others running behind the error.
    await stop()
    throw error
  }
}

/** Each flag may also be given in the environment: `--stripe-port` as SIMULATOR_STRIPE_PORT. */
const FLAGS = {
  'data-dir': '',
  host: '127.0.0.1',
  'stripe-port': '4010',
  'usps-port': '4011',
  'legacy-port': '4012',
  'slack-port': '4013',
  'mail-port': '4014',
  'smtp-port': '4015',
  'dhl-port': '4016',
  'canada-post-port': '4017',
  'chit-chats-port': '4018',
  'stripe-api-key': 'sk_test_simulator',
  'stripe-webhook-secret': 'whsec_simulator_0123456789abcdef',
  'stripe-webhook-url': 'http://127.0.0.1:3000/v1/webhooks/stripe',
  'usps-client-id': 'simulator-client',
  'usps-client-secret': 'simulator-secret',
  'usps-subscription-secret': '0123456789abcdef0123456789abcdef',
  'usps-listener-url': 'http://127.0.0.1:3000/v1/webhooks/couriers/USPS',
  'dhl-api-key': 'simulator-dhl-key',
  'dhl-hook-token': 'simulator-hook-token',
  'dhl-listener-url': 'http://127.0.0.1:3000/v1/webhooks/couriers/DHL',
  'canada-post-user': 'simulator-user',
  'canada-post-password': 'simulator-password',
  'chit-chats-client-id': '1001',
  'chit-chats-access-token': 'simulator-chit-chats-token',
  'legacy-token': 'simulator-token',
  'legacy-stripe-webhook-secret': 'whsec_simulator_0123456789abcdef',
} as const

type Flag = keyof typeof FLAGS

function readOptions(): SimulatorsOptions {
  const names = Object.keys(FLAGS) as Flag[]
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  })
  const read = (name: Flag): string => {
    const given = values[name] ?? process.env[`SIMULATOR_${name.replaceAll('-', '_').toUpperCase()}`]
    return typeof given === 'string' ? given : FLAGS[name]
  }
  const port = (name: Flag): number => {
    const number = Number(read(name))
    if (!Number.isInteger(number) || number < 0 || number > 65_535)
      throw new Error(`--${name} must be a port number`)
    return number
  }
  const dataDir = read('data-dir')
  return {
    dataDir: dataDir === '' ? null : dataDir,
    host: read('host'),
    ports: {
      stripe: port('stripe-port'),
      usps: port('usps-port'),
      legacy: port('legacy-port'),
      slack: port('slack-port'),
      mail: port('mail-port'),
      smtp: port('smtp-port'),
      dhl: port('dhl-port'),
      canadaPost: port('canada-post-port'),
      chitChats: port('chit-chats-port'),
    },
    stripe: {
      apiKey: read('stripe-api-key'),
      webhookSecret: read('stripe-webhook-secret'),
      webhookUrl: read('stripe-webhook-url'),
    },
    usps: {
      clientId: read('usps-client-id'),
      clientSecret: read('usps-client-secret'),
      subscriptionSecret: read('usps-subscription-secret'),
      listenerUrl: read('usps-listener-url'),
    },
    dhl: {
      apiKey: read('dhl-api-key'),
      hookToken: read('dhl-hook-token'),
      listenerUrl: read('dhl-listener-url'),
    },
    canadaPost: { user: read('canada-post-user'), password: read('canada-post-password') },
    chitChats: { clientId: read('chit-chats-client-id'), accessToken: read('chit-chats-access-token') },
    legacy: { token: read('legacy-token'), stripeWebhookSecret: read('legacy-stripe-webhook-secret') },
  }
}

async function runAsProgram(): Promise<void> {
  const running = await startSimulators(readOptions())
  for (const [name, url] of Object.entries(running.urls)) {
    const page = name === 'smtp' ? running.urls.mail : url
    process.stdout.write(`${name.padEnd(7)} ${url}  control page: ${page}/control\n`)
  }
  const leave = (): void => {
    void running.stop().then(() => process.exit(0))
  }
  process.once('SIGTERM', leave)
  process.once('SIGINT', leave)
}

if (import.meta.main) await runAsProgram()
