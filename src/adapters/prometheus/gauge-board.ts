import { Gauge, type Registry } from 'prom-client'

/** One value of one series, e.g. `waybill_jobs{queue="orders",state="ready"} 3`. */
export interface GaugeSample {
  name: string
  help: string
  labels: Readonly<Record<string, string>>
  value: number
}

/** Gauges whose values are read in one go whenever the metrics are asked for. */
export function createGaugeBoard(
  register: Registry,
  read: () => Promise<readonly GaugeSample[]>,
): { refresh(): Promise<void> } {
  const gauges = new Map<string, Gauge>()
  const health = new Gauge({
    name: 'waybill_gauges_up',
    help: 'Whether the state gauges could be read for this scrape.',
    registers: [register],
  })
  const gaugeOf = ({ name, help, labels }: GaugeSample): Gauge => {
    const known = gauges.get(name)
    if (known !== undefined) return known
    const gauge = new Gauge({ name, help, labelNames: Object.keys(labels), registers: [register] })
    gauges.set(name, gauge)
    return gauge
  }

  return {
    async refresh() {
      // A series that is gone must not keep its last value, nor a failed reading pass for a current one.
      for (const name of gauges.keys()) register.removeSingleMetric(name)
      gauges.clear()
      try {
        for (const sample of await read()) gaugeOf(sample).set(sample.labels, sample.value)
        health.set(1)
      } catch {
        health.set(0)
      }
    },
  }
}
