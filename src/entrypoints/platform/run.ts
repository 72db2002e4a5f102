import { ConfigUnusable, readConfig } from '../bootstrap/config.ts'
import { stopOnSignal } from '../bootstrap/lifecycle.ts'
import { PlatformUnstartable, type RunningPlatform, startPlatform } from './platform.ts'
import { sampleOrders } from './sample-orders.ts'

const STOP_DEADLINE_MS = 5000

/** `npm start`. */
export async function run(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const startedAt = performance.now()
  let platform: RunningPlatform | null = null
  const state = { isStopping: false }
  stopOnSignal(async () => {
    state.isStopping = true
    if (platform === null) return
    process.stdout.write('\nStopping…\n')
    await platform.stop()
    process.stdout.write('Stopped. Your data is kept; npm start goes on with it.\n')
  }, STOP_DEADLINE_MS)

  try {
    const config = readConfig(environment)
    platform = await startPlatform(config)
    process.stdout.write(banner(platform, (performance.now() - startedAt) / 1000))
    if (platform.isFirstStart && config.environment === 'development' && !state.isStopping) {
      void sampleOrders(platform)
    }
  } catch (error) {
    if (!(error instanceof ConfigUnusable) && !(error instanceof PlatformUnstartable)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

function banner(platform: RunningPlatform, seconds: number): string {
  const { apiUrl, apiKey, simulators, remarks } = platform
  const key = `Authorization: Bearer ${apiKey}`
  return `
Waybill is ready after ${seconds.toFixed(1)} s.
${remarks.map((remark) => `  ! ${remark}\n`).join('')}
  API              ${apiUrl}/v1
  API reference    ${apiUrl}/docs
  Health           ${apiUrl}/readyz   ${apiUrl}/metrics
  Stripe           ${simulators.stripe}/control   (simulated: pay pages, webhooks, faults)
  USPS             ${simulators.usps}/control   (simulated: parcels, their scans and stories)
  DHL              ${simulators.dhl}/control
  Canada Post      ${simulators.canadaPost}/control
  Chit Chats       ${simulators.chitChats}/control
  Legacy bridge    ${simulators.legacy}/control   (simulated: provisioning, outages)
  Slack            ${simulators.slack}/control   (simulated: messages)
  E-mail           ${simulators.mail}/control   (simulated: what was sent, refusals)
  API key          ${apiKey}

Try first, in another terminal:
  npm run demo                                     one order from draft to provisioned
  curl -H '${key}' ${apiUrl}/v1/orders
  npm run waybill -- courier play delivered        a parcel on its way to the door
  npm run waybill -- verify                        prove the books
Ctrl-C stops everything.

`
}
