import { readFile } from 'node:fs/promises'
import type { TimelineEntryView } from '../../../application/ports/timeline-reader.ts'
import { createApiClient, until } from '../api-client.ts'
import { builtInOrder, type OrderFile, parseOrderFile } from '../order-file.ts'
import { findRunning, type PlatformAccess } from '../running-platform.ts'
import { walkOrder } from '../walk-order.ts'

export interface DemoOptions {
  json: boolean
  orderFile: string | null
  /** Starts a platform for the purpose, on free ports with data of its own. */
  startOwn: () => Promise<PlatformAccess & { stop(): Promise<void> }>
  dataDir: string
  print: (line: string) => void
}

/** What has to be on the timeline of an order that went all the way. */
export function expectedEvents(hasSensors: boolean): string[] {
  const always = [
    'order.created',
    'order.checkout_sent',
    'order.paid',
    'payment.received',
    'invoice.issued',
    'invoice.paid',
    'fulfillment.created',
    'shipment.drafted',
    'shipment.ready',
    'shipment.in_transit',
    'shipment.delivered',
    'fulfillment.completed',
    'order.completed',
  ]
  return hasSensors ? [...always, 'automation.step_queued', 'automation.step_succeeded'] : always
}

/** `npm run demo`: true when every expected event arrived. */
export async function demo(options: DemoOptions): Promise<boolean> {
  const order: OrderFile =
    options.orderFile === null
      ? builtInOrder
      : parseOrderFile(await readFile(options.orderFile, 'utf8'), options.orderFile)
  const running = await findRunning(options.dataDir)
  const own = running === null ? await options.startOwn() : null
  const platform = running ?? own
  if (platform === null) throw new Error('no platform')
  try {
    if (!options.json) {
      options.print(
        own === null
          ? `Using the platform at ${platform.apiUrl}.\n`
          : `Started a platform of its own at ${platform.apiUrl}.\n`,
      )
    }
    return await walkAndTell(options, platform, order)
  } finally {
    await own?.stop()
  }
}

async function walkAndTell(
  options: DemoOptions,
  platform: PlatformAccess,
  order: OrderFile,
): Promise<boolean> {
  const { print, json } = options
  const startedAt = performance.now()
  const api = createApiClient(platform)
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)
  const walked = await walkOrder({
    api,
    simulators: platform.simulators,
    order,
    upTo: 'completed',
    report: (step, sentence, facts) => {
      print(json ? JSON.stringify({ kind: 'step', step, sentence, ...facts }) : `${seconds()} s  ${sentence}`)
    },
  })
  const hasSensors = walked.items.some((item) => item.is_provisionable)
  const expected = expectedEvents(hasSensors)
  const missingFrom = (entries: readonly TimelineEntryView[]) =>
    expected.filter((type) => !entries.some((entry) => entry.type === type))
  const timeline = await until(
    'the timeline to be complete',
    () => readTimeline(api, walked.id),
    (entries) => missingFrom(entries).length === 0,
    5000,
  ).catch(() => readTimeline(api, walked.id))
  const missing = missingFrom(timeline)

  if (json) {
    for (const entry of timeline) print(JSON.stringify({ kind: 'timeline', ...entry }))
    print(
      JSON.stringify({
        kind: 'result',
        ok: missing.length === 0,
        order_id: walked.id,
        status: walked.status,
        missing,
      }),
    )
  } else {
    print(`\nThe timeline of ${walked.number}:`)
    for (const entry of timeline)
      print(`  ${entry.at.slice(11, 23)}  ${entry.source.padEnd(10)} ${entry.title}`)
    print(
      missing.length === 0
        ? `\n${walked.number} is ${walked.status}: every expected event arrived, in ${seconds().trim()} s.`
        : `\n${walked.number} is ${walked.status}, and these events never arrived: ${missing.join(', ')}.`,
    )
  }
  return missing.length === 0
}

async function readTimeline(
  api: ReturnType<typeof createApiClient>,
  orderId: string,
): Promise<TimelineEntryView[]> {
  const entries: TimelineEntryView[] = []
  let cursor: string | null = null
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: { data: TimelineEntryView[]; next_cursor: string | null } = await api.get(
      `/v1/orders/${orderId}/timeline?limit=100${query}`,
    )
    entries.push(...page.data)
    cursor = page.next_cursor
  } while (cursor !== null)
  return entries
}
