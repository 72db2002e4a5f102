import { readFile } from 'node:fs/promises'
import type { ShipmentView } from '../../../application/ports/shipment-reader.ts'
import { type ApiClient, ApiRefused, createApiClient } from '../api-client.ts'
import { askAboutParcel } from '../ask-about-parcel.ts'
import { findSimulated, type SimulatedCourier, simulatedCourier } from '../couriers.ts'
import { followParcel } from '../follow-parcel.ts'
import type { RunningPlatform } from '../running-platform.ts'
import { askControl, parcelAt, timesAsked } from '../simulator-control.ts'
import { parseStoryFile } from '../story-file.ts'
import { UsageError } from '../usage-error.ts'
import { walkOrder } from '../walk-order.ts'

export interface PlayOptions {
  platform: RunningPlatform
  /** A story that the simulators know; null with a file of one's own. */
  story: string | null
  file: string | null
  courier: string | null
  trackingNumber: string | null
  shipmentId: string | null
  /** Between two scans. */
  stepMs: number
  print: (line: string) => void
}

interface Known {
  stories: { name: string; sentence: string; steps: string[] }[]
  steps: { step: string; code: string }[]
}

interface Told {
  story: string
  told: { code: string; at: string; forged: boolean }[]
}

const QUIET_MS = 400
// What does not come within this does not come: some scans say the same thing twice.
const SILENCE_MS = 6000
const ASK_AGAIN_MS = 5000
const PATIENCE_MS = 90_000

/** Tells a story about one parcel through its courier's simulator and follows what the platform makes of it. */
export async function playStory(options: PlayOptions): Promise<ShipmentView> {
  const { platform, print } = options
  const api = createApiClient({ ...platform, patienceMs: 5000 })
  const known = await knownStories(platform, courierNamed(options) ?? simulatedCourier('usps'))
  const story = await chosenStory(options, known)
  const shipment = (await namedParcel(api, options)) ?? (await freshParcel(api, options))
  const courier = courierOf(options, shipment)
  const number = shipment.tracking_number ?? ''
  const url = platform.simulators[courier.simulator]

  const follower = followParcel({ api, before: shipment, print })
  const { told, story: name } = await askControl<Told>(`${parcelAt(url, number)}/story`, {
    method: 'POST',
    body: { ...story, stepMs: options.stepMs },
  })
  const { steps } = { steps: told.length }
  print(`Telling ${name} of ${courier.code} ${number} (${shipment.id}): ${steps} scans.`)
  const toldBy = performance.now() + told.length * options.stepMs
  const truths = new Set(told.filter(({ forged }) => !forged).map(({ code, at }) => `${code} ${at}`)).size
  const asking = createAsking(options, shipment, url, number)
  const startedAt = performance.now()
  const { shipment: after, learnt } = await follower.until(async ({ learnt: scans, quietMs }) => {
    if (performance.now() < toldBy) return false
    if (performance.now() - startedAt > PATIENCE_MS) return true
    if (scans >= truths) return quietMs > QUIET_MS
    return (await asking.isAnswered()) && quietMs > SILENCE_MS
  })
  print(
    `${courier.code} ${number} is ${after.status}, tracking ${after.tracking_status}, after ${learnt} scans.`,
  )
  return after
}

/** Asks, and asks again while the courier's budget puts it off, until the simulator has heard the question. */
function createAsking(options: PlayOptions, { id }: ShipmentView, url: string, number: string) {
  let askedAt = Number.NEGATIVE_INFINITY
  let before: number | null = null
  let isNeverAsked = false
  return {
    async isAnswered(): Promise<boolean> {
      if (isNeverAsked) return true
      before ??= await timesAsked(url, number)
      if (askedAt > 0 && (await timesAsked(url, number)) > before) return true
      if (performance.now() - askedAt < ASK_AGAIN_MS) return false
      if (askedAt > 0) options.print('The courier’s budget has no call left at the moment; asking again.')
      askedAt = performance.now()
      isNeverAsked = !(await askAboutParcel(options.platform, id))
      return isNeverAsked
    },
  }
}

/** `courier stories`. */
export async function listStories(platform: RunningPlatform, print: (line: string) => void): Promise<void> {
  const { stories } = await knownStories(platform, simulatedCourier('usps'))
  for (const { name, sentence, steps } of stories)
    print(`${name.padEnd(22)} ${sentence}\n${''.padEnd(22)} ${steps.join(' > ')}`)
}

function knownStories(platform: RunningPlatform, { simulator }: SimulatedCourier): Promise<Known> {
  return askControl<Known>(`${platform.simulators[simulator]}/control/stories`)
}

async function chosenStory(
  { story, file }: PlayOptions,
  { stories, steps }: Known,
): Promise<{ name: string } | { name?: string; scans: object[] }> {
  if (file !== null) {
    if (story !== null) throw new UsageError('Name a story or a --file, not both.')
    return parseStoryFile(
      await readFile(file, 'utf8'),
      file,
      steps.map(({ step }) => step),
    )
  }
  if (story !== null && stories.some(({ name }) => name === story)) return { name: story }
  const names = stories.map(({ name }) => name).join(', ')
  throw new UsageError(
    story === null
      ? `Name a story or a --file; the stories are ${names}.`
      : `There is no story ${story}; there are ${names}.`,
  )
}

function courierNamed({ courier }: PlayOptions): SimulatedCourier | null {
  return courier === null ? null : simulatedCourier(courier)
}

/** The parcel that was asked for; null when any will do. */
async function namedParcel(api: ApiClient, options: PlayOptions): Promise<ShipmentView | null> {
  const { shipmentId, trackingNumber } = options
  if (shipmentId !== null) {
    try {
      return await api.get<ShipmentView>(`/v1/shipments/${encodeURIComponent(shipmentId)}`)
    } catch (error) {
      if (error instanceof ApiRefused && (error.status === 404 || error.status === 400))
        throw new UsageError(`There is no shipment ${shipmentId}: see GET /v1/shipments.`)
      throw error
    }
  }
  if (trackingNumber === null) return null
  return parcelWithNumber(api, trackingNumber)
}

/** The newest parcel with a number. */
export async function parcelWithNumber(api: ApiClient, trackingNumber: string): Promise<ShipmentView> {
  try {
    const { data } = await api.get<{ data: { id: string }[] }>(
      `/v1/shipments?tracking_number=${encodeURIComponent(trackingNumber)}`,
    )
    const [first] = data
    if (first !== undefined) return await api.get<ShipmentView>(`/v1/shipments/${first.id}`)
  } catch (error) {
    // No number at all, by the contract.
    if (!(error instanceof ApiRefused && error.status === 400)) throw error
  }
  throw new UsageError(`No parcel has the tracking number ${trackingNumber}: see GET /v1/shipments.`)
}

async function freshParcel(api: ApiClient, options: PlayOptions): Promise<ShipmentView> {
  const courier = courierNamed(options) ?? simulatedCourier('usps')
  const order = await walkOrder({
    api,
    simulators: options.platform.simulators,
    order: { company: 'Harbour Cold Storage Inc.', lines: [{ sku: 'MNT-KIT-1', quantity: 1 }] },
    upTo: 'shipment_ready',
    courier,
    report: () => undefined,
  })
  options.print(`Made ${order.number} and packed it: its parcel waits for ${courier.code}.`)
  return api.get<ShipmentView>(`/v1/shipments/${order.shipments[0]?.id ?? ''}`)
}

function courierOf(options: PlayOptions, shipment: ShipmentView): SimulatedCourier {
  const code = shipment.courier_code ?? ''
  if (shipment.tracking_number === null || code === '')
    throw new UsageError(`Shipment ${shipment.id} has no courier and number yet: give it both first.`)
  const named = courierNamed(options)
  if (named !== null && named.code !== code)
    throw new UsageError(`Shipment ${shipment.id} goes with ${code}, not with ${named.code}.`)
  const courier = findSimulated(code)
  if (courier === null) throw new UsageError(`${code} has no simulator, so nothing can be played of it.`)
  return courier
}
