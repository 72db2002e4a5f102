import { expect } from 'chai'
import type { JobPayloads } from '../../../src/application/jobs.ts'
import type { CourierGateways, CourierPush } from '../../../src/application/ports/courier-gateway.ts'
import type { EnqueuedJob } from '../../../src/application/ports/job-scheduler.ts'
import type { UnitOfWork } from '../../../src/application/ports/unit-of-work.ts'
import type { WebhookEvent } from '../../../src/application/ports/webhook-store.ts'
import { handleCourierEvent } from '../../../src/application/shipments/handle-courier-event.ts'
import { receiveCourierWebhook } from '../../../src/application/shipments/receive-courier-webhook.ts'

const clock = { now: () => new Date() }
const context = {
  actor: { kind: 'system', id: 'test', name: 'test' } as const,
  correlationId: 'test',
  causationId: null,
  alongside: null,
}

const readPush = (body: Buffer): CourierPush => ({
  eventId: body.toString(),
  trackingNumber: '1',
  scans: [],
  isHint: false,
})

function aReceiver() {
  const jobs: EnqueuedJob[] = []
  const stored = new Set<string>()
  const store = {
    webhooks: {
      insert: (events: readonly { event: WebhookEvent }[]) => {
        const fresh = [...new Set(events.map(({ event }) => event.eventId))].filter((id) => !stored.has(id))
        for (const id of fresh) stored.add(id)
        return Promise.resolve(fresh)
      },
    },
    enqueue: (...more: EnqueuedJob[]) => jobs.push(...more),
  }
  const unitOfWork = {
    run: async (_context: unknown, work: (store: unknown) => Promise<unknown>) => {
      // Long enough for others to arrive meanwhile.
      await new Promise((resolve) => setImmediate(resolve))
      return work(store)
    },
  } as unknown as UnitOfWork
  const couriers = new Map([['USPS', { readPush }]]) as unknown as CourierGateways
  const receive = receiveCourierWebhook({ unitOfWork, couriers, genericCouriers: new Map(), clock })
  return {
    jobs,
    push: (eventId: string) => receive({ courierCode: 'USPS', body: Buffer.from(eventId), headers: {} }),
  }
}

const eventIdsOf = (payload: JobPayloads['handle-courier-event']) =>
  [payload, ...(payload.more ?? [])].map(({ eventId }) => eventId)

describe('pushes that come together', () => {
  it('share jobs of at most ten, and each is in one', async () => {
    const { jobs, push } = aReceiver()
    const ids = Array.from({ length: 36 }, (_each, index) => `event-${index}`)
    const answers = await Promise.all([...ids, 'event-7'].map(push))
    expect(answers.filter(({ duplicate }) => duplicate)).to.have.length(1)
    const sizes = jobs.map(({ payload }) => eventIdsOf(payload as never))
    expect(sizes.flat().toSorted()).to.deep.equal(ids.toSorted())
    expect(Math.max(...sizes.map(({ length }) => length))).to.equal(10)
    expect((await push('event-3')).duplicate).to.equal(true)
    expect(sizes.flat()).to.have.length(36)
  })

  it('hold up no other when one of them fails, and it is tried again with the job', async () => {
    const finished: string[] = []
    let isBroken = true
    const store = {
      shipments: { findByTracking: () => Promise.resolve(null) },
      webhooks: {
        finish: (_courier: string, [eventId]: string[]) => {
          if (eventId === 'second' && isBroken) return Promise.reject(new Error('broken'))
          finished.push(eventId ?? '')
          return Promise.resolve()
        },
      },
    }
    const transact = (_context: unknown, work: (store: unknown) => Promise<unknown>) => work(store)
    const unitOfWork = { run: transact, conclude: transact } as unknown as UnitOfWork
    const handle = handleCourierEvent({ unitOfWork, clock, ids: { make: () => '' } as never, digest: String })
    const one = (eventId: string) => ({ courierCode: 'USPS', eventId, trackingNumber: '1', scans: [] })
    const payload = { ...one('first'), more: [one('second'), one('third')] }
    const failure = await handle(payload, context).catch((error: unknown) => error)
    expect(failure).to.be.instanceOf(Error).and.have.property('message', 'broken')
    expect(finished).to.deep.equal(['first', 'third'])
    isBroken = false
    expect(await handle(payload, context)).to.deep.equal({ outcome: 'done' })
    expect(finished).to.deep.equal(['first', 'third', 'first', 'second', 'third'])
  })
})
