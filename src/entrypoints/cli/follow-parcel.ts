import type { ShipmentView } from '../../application/ports/shipment-reader.ts'
import type { ApiClient } from './api-client.ts'

export interface Following {
  /** How the parcel was when nothing more was heard. */
  shipment: ShipmentView
  /** Scans that the platform learnt meanwhile. */
  learnt: number
}

const LOOK_MS = 100

/** Watches one parcel through the API and tells of each new scan and each change of its status. */
export function followParcel(options: {
  api: ApiClient
  before: ShipmentView
  print: (line: string) => void
}): {
  /** Until `isOver`, asked with what is known so far and how long nothing has changed, says so. */
  until(
    isOver: (known: { learnt: number; quietMs: number }) => boolean | Promise<boolean>,
  ): Promise<Following>
} {
  const { api, before, print } = options
  const startedAt = performance.now()
  const known = new Set(before.courier_events.map(({ id }) => id))
  let last = before
  let changedAt = performance.now()

  function tell(sentence: string): void {
    changedAt = performance.now()
    print(`${((changedAt - startedAt) / 1000).toFixed(1).padStart(5)} s  ${sentence}`)
  }

  function compare(now: ShipmentView): void {
    for (const event of now.courier_events.toReversed()) {
      if (known.has(event.id)) continue
      known.add(event.id)
      const { code, canonical, source, description, place } = event
      tell(`${source} ${code} is ${canonical}: ${[description, place].filter((text) => text).join(', ')}`)
    }
    if (now.tracking_status !== last.tracking_status)
      tell(`tracking ${last.tracking_status} > ${now.tracking_status}`)
    if (now.status !== last.status) tell(`shipment ${last.status} > ${now.status}`)
    last = now
  }

  return {
    async until(isOver) {
      for (;;) {
        compare(await api.get<ShipmentView>(`/v1/shipments/${before.id}`))
        const learnt = known.size - before.courier_events.length
        if (await isOver({ learnt, quietMs: performance.now() - changedAt }))
          return { shipment: last, learnt }
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      }
    },
  }
}
