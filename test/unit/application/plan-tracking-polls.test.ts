import { expect } from 'chai'
import type { CourierGateways } from '../../../src/application/ports/courier-gateway.ts'
import type { EnqueuedJob } from '../../../src/application/ports/job-scheduler.ts'
import type { UnitOfWork } from '../../../src/application/ports/unit-of-work.ts'
import { planTrackingPolls } from '../../../src/application/shipments/plan-tracking-polls.ts'

const context = {
  actor: { kind: 'system', id: 'test', name: 'test' } as const,
  correlationId: 'test',
  causationId: null,
  alongside: null,
}

/** So many parcels of each courier are due, and so many calls are left. */
function aRound(couriers: Record<string, { due: number; calls: number; batchSize: number }>) {
  const left = new Map(Object.entries(couriers).map(([code, { due }]) => [code, due]))
  const jobs: EnqueuedJob[] = []
  const transactions: number[] = []
  const polls = {
    callable: () =>
      Promise.resolve(Object.entries(couriers).map(([courierCode, { calls }]) => ({ courierCode, calls }))),
    takeDue: (wanted: readonly { courierCode: string; most: number }[]) => {
      const taken = wanted.flatMap(({ courierCode, most }) => {
        const waiting = left.get(courierCode) ?? 0
        const some = Math.min(waiting, most)
        left.set(courierCode, waiting - some)
        return Array.from({ length: some }, (_each, index) => ({
          courierCode,
          shipmentId: `shp_${courierCode}${waiting - index}`,
        }))
      })
      transactions.push(taken.length)
      return Promise.resolve(taken)
    },
  }
  const store = { polls, enqueue: (...more: EnqueuedJob[]) => jobs.push(...more) }
  const unitOfWork = {
    run: (_context: unknown, work: (store: unknown) => Promise<unknown>) => work(store),
  } as unknown as UnitOfWork
  const gateways = new Map(
    Object.entries(couriers).map(([code, { batchSize }]) => [code, { batchSize }]),
  ) as unknown as CourierGateways
  const plan = planTrackingPolls({
    unitOfWork,
    couriers: gateways,
    courierBudget: {} as never,
    clock: { now: () => new Date() },
    ids: {} as never,
  })
  const sizesOf = (code: string) =>
    jobs
      .map(({ payload }) => payload as { courierCode: string; shipmentIds: string[] })
      .filter(({ courierCode }) => courierCode === code)
      .map(({ shipmentIds }) => shipmentIds.length)
  return { plan: () => plan({ slot: 'now' }, context), jobs, transactions, sizesOf }
}

describe('a round of polls', () => {
  it('has no more calls than the budget of each courier, each asking about as many as it can', async () => {
    const round = aRound({
      USPS: { due: 9000, calls: 100, batchSize: 35 },
      DHL: { due: 9000, calls: 61, batchSize: 1 },
      ChitChat: { due: 9000, calls: 0, batchSize: 1 },
    })
    await round.plan()
    expect(round.sizesOf('USPS')).to.deep.equal(Array.from({ length: 100 }, () => 35))
    expect(round.sizesOf('DHL')).to.have.length(61)
    expect(round.sizesOf('ChitChat')).to.deep.equal([])
  })

  it('takes some at a time, names each poll once, and ends when nothing is due', async () => {
    const round = aRound({ USPS: { due: 2500, calls: 1000, batchSize: 35 } })
    await round.plan()
    expect(round.sizesOf('USPS').reduce((sum, size) => sum + size, 0)).to.equal(2500)
    expect(Math.max(...round.transactions)).to.be.at.most(1000)
    expect(new Set(round.jobs.map(({ key }) => key)).size).to.equal(round.jobs.length)
  })

  it('stops at its own limit however large a budget is', async () => {
    const round = aRound({ ChitChat: { due: 50_000, calls: 1_000_000, batchSize: 1 } })
    await round.plan()
    expect(round.sizesOf('ChitChat')).to.have.length(20_000)
  })
})
