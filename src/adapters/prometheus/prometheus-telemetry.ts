import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Telemetry } from '../../application/ports/telemetry.ts'
import { createGaugeBoard, type GaugeSample } from './gauge-board.ts'

// From a cached read to the slowest request that a client still waits for.
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.3, 0.5, 1, 2.5, 5, 10]
// Alerts look at 5, 15 and 30 minutes; the longest job may take ten.
const waitBuckets = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 1800, 3600, 21_600]
const runBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600]

/** Its own registry, so that two in one process do not meet. Measurements are kept in memory until they are asked for. */
export function createTelemetry(options: {
  version: string
  /** State that lives in the database, read when somebody asks and left out when it cannot be read. */
  gauges?: () => Promise<readonly GaugeSample[]>
}): Telemetry {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'waybill_http_request_seconds',
    help: 'Time to answer a request, by operation of the contract and status.',
    labelNames: ['operation', 'status'],
    buckets: requestBuckets,
    registers,
  })
  const problems = new Counter({
    name: 'waybill_problems_total',
    help: 'Requests answered with a problem document, by its code.',
    labelNames: ['code'],
    registers,
  })
  const waits = new Histogram({
    name: 'waybill_job_wait_seconds',
    help: 'Time from when a job could start to when it did.',
    labelNames: ['queue'],
    buckets: waitBuckets,
    registers,
  })
  const runs = new Histogram({
    name: 'waybill_job_run_seconds',
    help: 'Time that an attempt of a job took, by how it ended.',
    labelNames: ['queue', 'outcome'],
    buckets: runBuckets,
    registers,
  })
  const events = new Counter({
    name: 'waybill_events_published_total',
    help: 'Domain events that entered the timeline.',
    registers,
  })
  const refusedWebhooks = new Counter({
    name: 'waybill_webhooks_refused_total',
    help: 'Webhooks whose signature did not hold.',
    labelNames: ['provider'],
    registers,
  })
  new Gauge({
    name: 'waybill_build_info',
    help: 'Always 1; the label says which version runs.',
    labelNames: ['version'],
    registers,
  }).set({ version: options.version }, 1)
  const board = options.gauges === undefined ? null : createGaugeBoard(register, options.gauges)

  return {
    requestFinished({ operation, status, seconds }) {
      requests.observe({ operation, status }, seconds)
    },
    problemAnswered(code) {
      problems.inc({ code })
    },
    jobFinished({ queue, outcome, waitSeconds, runSeconds }) {
      // A job may start a moment before its time by the clock of another machine.
      waits.observe({ queue }, Math.max(0, waitSeconds))
      runs.observe({ queue, outcome }, runSeconds)
    },
    eventsPublished(count) {
      events.inc(count)
    },
    webhookRefused(provider) {
      refusedWebhooks.inc({ provider })
    },
    async expose() {
      await board?.refresh()
      return { contentType: register.contentType, text: await register.metrics() }
    },
  }
}
