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
    await until(
      'the story to be complete',
      () => done('getOrderTimeline', { params, query: { limit: 100 } }),
      ({ body }) => {
        const types = body.data.map(({ type }) => type)
        return ['order.completed', 'automation.step_succeeded'].every((type) => types.includes(type))
      },
    )
    const story = await storyIn(3, 'getOrderTimeline', params)
    expect(story.map(({ source }) => source)).to.include.members(['domain', 'courier', 'payment', 'legacy'])
    const times = story.map(({ at }) => at)
    expect(times).to.deep.equal([...times].sort().reverse())

    const parcel = await storyIn(2, 'getShipmentTimeline', { shipmentId: order.shipments[0]?.id ?? '' })
    expect(parcel.map(({ source }) => source)).to.include('courier')
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

/** The whole story, which its pages tell too. Jobs still at work add to it: only what stood still is compared. */
async function storyIn(
  limit: number,
  id: 'getOrderTimeline' | 'getShipmentTimeline',
  params: Record<string, string>,
) {
  const whole = () => done(id, { params, query: { limit: 100 } }).then(({ body }) => body.data)
  const { before, pages } = await until(
    'the story to stand still',
    async () => ({
      before: await whole(),
      pages: await pagesOf(id, limit, { params }),
      after: await whole(),
    }),
    ({ before, after }) => before.length === after.length,
  )
  expect(pages).to.deep.equal(before)
  return before
}
