import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Telemetry } from '../../application/ports/telemetry.ts'

const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const JOB_BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 900]

/** One registry of our own, so that several applications in one process (tests) do not meet in it. */
export function createTelemetry(options: { version: string }): Telemetry {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'waybill_http_request_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['operation', 'status'],
    buckets: REQUEST_BUCKETS,
    registers,
  })
  const problems = new Counter({
    name: 'waybill_problems_total',
    help: 'Problem documents answered.',
    labelNames: ['code'],
    registers,
  })
  const waits = new Histogram({
    name: 'waybill_job_wait_seconds',
    help: 'Time from enqueueing a job to its attempt.',
    labelNames: ['queue'],
    buckets: JOB_BUCKETS,
    registers,
  })
  const runs = new Histogram({
    name: 'waybill_job_run_seconds',
    help: 'Time of one attempt of a job.',
    labelNames: ['queue', 'outcome'],
    buckets: JOB_BUCKETS,
    registers,
  })
  const published = new Counter({
    name: 'waybill_events_published_total',
    help: 'Events moved from the outbox to the timeline.',
    registers,
  })
  const refused = new Counter({
    name: 'waybill_webhooks_refused_total',
    help: 'Pushes whose signature did not hold.',
    labelNames: ['provider'],
    registers,
  })
  new Gauge({
    name: 'waybill_build_info',
    help: 'One, labelled with the version.',
    labelNames: ['version'],
    registers,
  }).set({ version: options.version }, 1)

  return {
    requestFinished({ operation, status, seconds }) {
      requests.observe({ operation, status: String(status) }, seconds)
    },
    problemAnswered(code) {
      problems.inc({ code })
    },
    jobFinished({ queue, outcome, waitSeconds, runSeconds }) {
      waits.observe({ queue }, waitSeconds)
      runs.observe({ queue, outcome }, runSeconds)
    },
    eventsPublished(count) {
      published.inc(count)
    },
    webhookRefused(provider) {
      refused.inc({ provider })
    },
    async expose() {
      return { contentType: registry.contentType, text: await registry.metrics() }
    },
  }
}
