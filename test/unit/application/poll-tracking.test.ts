import { expect } from 'chai'
import type { CourierGateways } from '../../../src/application/ports/courier-gateway.ts'
import type { UnitOfWork } from '../../../src/application/ports/unit-of-work.ts'
import { pollTracking } from '../../../src/application/shipments/poll-tracking.ts'
import { aShipment, noon } from '../domain/builders.ts'

const context = {
  actor: { kind: 'system', id: 'test', name: 'test' } as const,
  correlationId: 'test',
  causationId: null,
  alongside: null,
}

describe('the answers of one poll', () => {
  it('are each written down, also where one of them cannot be', async () => {
    const recorded: string[] = []
    const parcel = (shipmentId: string) => ({
      ...aShipment(),
      shipmentId,
      trackingNumber: shipmentId,
      isFollowed: true,
    })
    const store = {
      polls: {
        polling: () =>
          Promise.resolve({
            policy: { secondsByStatus: {}, ageing: [], netSeconds: null, ageLimitDays: 60 },
            notFoundDays: 14,
          }),
        parcels: () => Promise.resolve(['first', 'second', 'third'].map(parcel)),
        record: (shipmentId: string) => {
          if (shipmentId === 'second') return Promise.reject(new Error('broken'))
          return Promise.resolve(recorded.push(shipmentId))
        },
      },
      shipments: {
        lockOrderOf: () => Promise.resolve('ord_1'),
        get: (id: string) => Promise.resolve({ shipment: aShipment({ id: id as 'shp_1' }), items: [] }),
      },
    }
    const unitOfWork = {
      run: (_context: unknown, work: (store: unknown) => Promise<unknown>) => work(store),
    } as unknown as UnitOfWork
    const couriers = new Map([
      ['USPS', { batchSize: 35, track: () => Promise.resolve([]) }],
    ]) as unknown as CourierGateways
    const poll = pollTracking({
      unitOfWork,
      couriers,
      courierBudget: {
        take: () => Promise.resolve({ granted: 1, waitSeconds: 0 }),
        pause: () => Promise.resolve(),
      },
      clock: { now: () => noon },
      ids: { make: () => '' } as never,
      digest: String,
    })
    const failure = await poll({ courierCode: 'USPS', shipmentIds: [] }, context).catch(
      (error: unknown) => error,
    )
    expect(failure).to.be.instanceOf(Error).and.have.property('message', 'broken')
    expect(recorded).to.deep.equal(['first', 'third'])
  })
})
