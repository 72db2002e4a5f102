import type { Config } from '../../bootstrap/config.ts'
import { withApp } from '../with-app.ts'

/** Says which parcels today's rules read otherwise, and with `apply` lets them. */
export async function remapCourier(
  config: Config,
  courierCode: string,
  { apply, print }: { apply: boolean; print: (line: string) => void },
): Promise<void> {
  await withApp(config, async (app) => {
    let parcels = 0
    let events = 0
    for await (const remapped of app.remapCourierEvents({ courierCode, apply })) {
      parcels += 1
      events += remapped.events.length
      const { trackingStatus, status } = remapped
      const scans = remapped.events.map(({ code, from, to, rule }) => `${code} ${from} > ${to} (${rule})`)
      print(
        `${remapped.shipmentId}  ${change('tracking', trackingStatus)}${change('status', status)}${scans.join(', ')}`,
      )
    }
    const verb = apply ? 'were mapped again' : 'would be mapped again; nothing was changed, --apply does it'
    print(`${events} scans of ${parcels} parcels ${verb}.`)
  })
}

function change(name: string, { from, to }: { from: string; to: string }): string {
  return from === to ? '' : `${name} ${from} > ${to}  `
}
