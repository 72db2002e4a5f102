import { expect } from 'chai'
import type { GaugeSample } from '../../../src/adapters/prometheus/gauge-board.ts'
import { createTelemetry } from '../../../src/adapters/prometheus/prometheus-telemetry.ts'

describe('telemetry', () => {
  it('exposes what it was told, in the text format', async () => {
    const telemetry = createTelemetry({ version: '1.2.3' })
    telemetry.requestFinished({ operation: 'listOrders', status: 200, seconds: 0.02 })
    telemetry.problemAnswered('not_found')
    telemetry.jobFinished({
      queue: 'orders',
      name: 'send',
      outcome: 'done',
      waitSeconds: -0.1,
      runSeconds: 2,
    })
    telemetry.eventsPublished(3)
    telemetry.webhookRefused('stripe')
    const { contentType, text } = await telemetry.expose()
    expect(contentType).to.match(/^text\/plain/)
    const lines = text.split('\n')
    expect(lines).to.include.members([
      'waybill_http_request_seconds_bucket{le="0.025",operation="listOrders",status="200"} 1',
      'waybill_http_request_seconds_count{operation="listOrders",status="200"} 1',
      'waybill_problems_total{code="not_found"} 1',
      'waybill_job_wait_seconds_sum{queue="orders"} 0',
      'waybill_job_run_seconds_sum{queue="orders",outcome="done"} 2',
      'waybill_events_published_total 3',
      'waybill_webhooks_refused_total{provider="stripe"} 1',
      'waybill_build_info{version="1.2.3"} 1',
    ])
    expect(text).to.include('process_cpu_seconds_total')
  })

  it('keeps two of them apart', async () => {
    const one = createTelemetry({ version: '1' })
    one.eventsPublished(5)
    const other = await createTelemetry({ version: '2' }).expose()
    expect(other.text).to.include('waybill_events_published_total 0')
  })

  it('reads gauges when asked, forgets what is gone, and says when they cannot be read', async () => {
    let samples: GaugeSample[] | null = [
      { name: 'waybill_jobs', help: 'Jobs.', labels: { queue: 'orders', state: 'ready' }, value: 3 },
      { name: 'waybill_jobs', help: 'Jobs.', labels: { queue: 'billing', state: 'ready' }, value: 1 },
      { name: 'waybill_outbox_events', help: 'Events.', labels: {}, value: 7 },
    ]
    const gauges = async () => samples ?? Promise.reject(new Error('no database'))
    const telemetry = createTelemetry({ version: '1', gauges })
    const shown = async () =>
      (await telemetry.expose()).text.split('\n').filter((line) => /^waybill_(jobs|out|gau)/.test(line))
    expect(await shown()).to.have.members([
      'waybill_gauges_up 1',
      'waybill_jobs{queue="orders",state="ready"} 3',
      'waybill_jobs{queue="billing",state="ready"} 1',
      'waybill_outbox_events 7',
    ])
    samples = samples.slice(1, 2)
    expect(await shown()).to.have.members([
      'waybill_gauges_up 1',
      'waybill_jobs{queue="billing",state="ready"} 1',
    ])
    samples = null
    expect(await shown()).to.deep.equal(['waybill_gauges_up 0'])
  })
})
