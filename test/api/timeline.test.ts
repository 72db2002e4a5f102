import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { done, pagesOf, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { anOrder, noSuch } from './world.ts'

describe('API: timeline', () => {
  usePlatform()

  it('tells the story of an order and of its parcel, page by page', async function () {
    this.timeout(20_000)
    const order = await anOrder('completed', [{ sku: 'SNS-TEMP-1', quantity: 1 }])
    const params = { orderId: order.id }
    const whole = await until(
      'the story to be complete',
      () => done('getOrderTimeline', { params, query: { limit: 100 } }),
      // The sensor is set up after all else: its mirror is the last to be told of.
      ({ body }) =>
        body.data.some(({ type }) => type.includes('completed')) &&
        body.data.some(({ source }) => source === 'legacy'),
    )
    const sources = new Set(whole.body.data.map(({ source }) => source))
    expect([...sources]).to.include.members(['domain', 'courier', 'payment'])
    const paged = await pagesOf('getOrderTimeline', 3, { params })
    expect(paged).to.deep.equal(whole.body.data)
    const times = whole.body.data.map(({ at }) => at)
    expect(times).to.deep.equal([...times].sort().reverse())

    const parcel = { shipmentId: order.shipments[0]?.id ?? '' }
    const { body } = await done('getShipmentTimeline', { params: parcel, query: { limit: 100 } })
    expect(body.data.map(({ source }) => source)).to.include('courier')
    expect(await pagesOf('getShipmentTimeline', 2, { params: parcel })).to.deep.equal(body.data)
  })

  it('is followed by position: in order, without gap', async () => {
    const order = await anOrder('draft')
    const seqs: number[] = []
    let after = 0
    for (;;) {
      const { body, headers } = await done('listEvents', { query: { after_seq: after, limit: 50 } })
      seqs.push(...body.data.map(({ seq }) => seq))
      if (body.next_cursor === null) break
      expect(headers.get('link')).to.match(/after_seq=\d+.*>; rel="next"/)
      after = Number(body.next_cursor)
    }
    expect(seqs).to.deep.equal([...new Set(seqs)].sort((one, other) => one - other))

    const last = seqs.at(-1) ?? 0
    await done('cancelOrder', { params: { orderId: order.id }, body: { reason: 'Budget' } })
    const news = await until(
      'the event to be published',
      () => done('listEvents', { query: { after_seq: last } }),
      ({ body }) =>
        body.data.some((event) => event.aggregate_id === order.id && /cancelled/.test(event.event_type)),
    )
    expect(news.body.data.every(({ seq }) => seq > last)).to.equal(true)
    const type = news.body.data.find((event) => event.aggregate_id === order.id)?.event_type ?? ''
    const { body: typed } = await done('listEvents', { query: { type, after_seq: last } })
    expect(typed.data.every((event) => event.event_type === type)).to.equal(true)
  })

  it('knows no unknown order, parcel or position', async () => {
    await refused('getOrderTimeline', 404, 'not_found', { params: { orderId: noSuch('ord') } })
    await refused('getShipmentTimeline', 404, 'not_found', { params: { shipmentId: noSuch('shp') } })
    await refused('listEvents', 400, 'request_invalid', { query: { after_seq: -1 } })
    await refused('listEvents', 400, 'request_invalid', { query: { cursor: 'x' } })
    const { body } = await done('listEvents', { query: { after_seq: '99999999999999999999' } })
    expect(body.data).to.deep.equal([])
  })
})
