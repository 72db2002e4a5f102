import { readFile } from 'node:fs/promises'
import type { CourierView } from '../../../application/ports/shipment-reader.ts'
import { type ApiClient, createApiClient } from '../api-client.ts'
import { askAboutParcel } from '../ask-about-parcel.ts'
import { type Captured, parseCapturedFile } from '../captured-file.ts'
import { type PushSecrets, type Replayable, replayable } from '../courier-payloads.ts'
import { findSimulated } from '../couriers.ts'
import { followParcel } from '../follow-parcel.ts'
import type { RunningPlatform } from '../running-platform.ts'
import { askControl, parcelAt } from '../simulator-control.ts'
import { UsageError } from '../usage-error.ts'
import { parcelWithNumber } from './play-story.ts'

export interface ReplayOptions {
  file: string
  courier: string
  /** Another API than that of the platform which runs here; pushes need no more. */
  url: string | null
  platform: RunningPlatform | null
  /** Names the parcel where the payload does not, such as an error. */
  trackingNumber: string | null
  secrets: { usps: string; dhl: string; generic: Readonly<Record<string, string>> }
  print: (line: string) => void
}

const QUIET_MS = 800
const ASK_AGAIN_MS = 5000
const PATIENCE_MS = 90_000

/** Feeds captured payloads to the platform by the way they once came; true when it took every one. */
export async function replayCourier(options: ReplayOptions): Promise<boolean> {
  const { file, platform, print } = options
  const api = platform === null ? null : createApiClient({ ...platform, patienceMs: 5000 })
  const courierCode = findSimulated(options.courier)?.code ?? options.courier
  const secrets = await secretsFor(options, api, courierCode)
  const captured = parseCapturedFile(await readFile(file, 'utf8'), file)
  const all = captured.map((one) => ({
    captured: one,
    payload: payloadOf(options, courierCode, one, secrets),
  }))
  let isTaken = true
  const numbers = new Set<string>()
  for (const { captured: one, payload } of all) {
    if (payload.kind === 'push') {
      isTaken = (await push(options, courierCode, one, payload)) && isTaken
      for (const number of payload.trackingNumbers) numbers.add(number)
    } else {
      for (const answer of payload.answers) {
        isTaken = (await answerOnce(options, api, one, answer)) && isTaken
        numbers.add(answer.trackingNumber)
      }
    }
  }
  if (api !== null) for (const number of numbers) await tell(api, number, print)
  return isTaken
}

/** What a courier of the generic adapter signs with is named by its row. */
async function secretsFor(
  { secrets }: ReplayOptions,
  api: ApiClient | null,
  courierCode: string,
): Promise<PushSecrets> {
  const { usps, dhl, generic } = secrets
  if (findSimulated(courierCode) !== null) return { usps, dhl, generic: null }
  const courier = await api
    ?.get<CourierView>(`/v1/couriers/${encodeURIComponent(courierCode)}`)
    .catch(() => null)
  if (courier === null) throw new UsageError(`There is no courier ${courierCode}: see GET /v1/couriers.`)
  const name = courier?.secret_reference ?? courierCode
  const secret = generic[name]
  if (secret === undefined)
    throw new UsageError(`COURIER_GENERIC_SECRETS has no secret called ${name}, so nothing can be signed.`)
  return { usps, dhl, generic: secret }
}

function payloadOf(
  { file, trackingNumber }: ReplayOptions,
  courierCode: string,
  captured: Captured,
  secrets: PushSecrets,
): Replayable {
  const payload = replayable(courierCode, captured, { secrets, number: trackingNumber })
  if (payload !== null) return payload
  throw new UsageError(
    `${file}, line ${captured.line}: this is neither a push of ${courierCode} nor an answer of its tracking API about a number.`,
  )
}

async function push(
  { url, platform, print }: ReplayOptions,
  courierCode: string,
  { line }: Captured,
  { headers, body }: Extract<Replayable, { kind: 'push' }>,
): Promise<boolean> {
  const base = url ?? platform?.apiUrl
  if (base === undefined)
    throw new UsageError('No platform is running here: start one with npm start, or say its --url.')
  const response = await fetch(`${base}/v1/webhooks/couriers/${encodeURIComponent(courierCode)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(20_000),
  })
  const answer = (await response.json()) as { duplicate?: boolean; detail?: string }
  const remark = response.ok
    ? answer.duplicate === true
      ? ', known already'
      : ''
    : `: ${answer.detail ?? ''}`
  print(`line ${line}: pushed, answered ${response.status}${remark}`)
  return response.ok
}

/** Hands the answer to the simulator, has the parcel asked about, and waits until it was read. */
async function answerOnce(
  options: ReplayOptions,
  api: ApiClient | null,
  { line }: Captured,
  { trackingNumber, body }: { trackingNumber: string; body: string },
): Promise<boolean> {
  const { platform, print } = options
  const courier = findSimulated(options.courier)
  if (platform === null || api === null || courier === null)
    throw new UsageError(
      'An answer is read by a poll of a platform with simulators: start one with npm start.',
    )
  const shipment = await parcelWithNumber(api, trackingNumber)
  const place = `${parcelAt(platform.simulators[courier.simulator], trackingNumber)}/answer`
  await askControl(place, { method: 'PUT', body: { body } })
  const giveUpAt = performance.now() + PATIENCE_MS
  while (performance.now() < giveUpAt) {
    if (!(await askAboutParcel(platform, shipment.id))) break
    const askAgainAt = performance.now() + ASK_AGAIN_MS
    while (performance.now() < askAgainAt) {
      const { waiting } = await askControl<{ waiting: boolean }>(place)
      if (!waiting) {
        print(`line ${line}: read by the poll of ${trackingNumber}`)
        await followParcel({ api, before: shipment, print }).until(({ quietMs }) => quietMs > QUIET_MS)
        return true
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    print('The courier’s budget has no call left at the moment; asking again.')
  }
  print(`line ${line}: nobody asked about ${trackingNumber}`)
  return false
}

async function tell(api: ApiClient, number: string, print: (line: string) => void): Promise<void> {
  const shipment = await parcelWithNumber(api, number).catch((error: unknown) => {
    if (error instanceof UsageError) return null
    throw error
  })
  if (shipment === null) {
    print(`No parcel has the tracking number ${number}: what was told of it is kept and moves nothing.`)
    return
  }
  const { shipment: after } = await followParcel({ api, before: shipment, print }).until(
    ({ quietMs }) => quietMs > QUIET_MS,
  )
  print(`${number} is ${after.status}, tracking ${after.tracking_status}.`)
}
