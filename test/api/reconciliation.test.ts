import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { done, pagesOf, refused } from './call.ts'
import { usePlatform } from './platform-of-suite.ts'
import { anOrder, keyFor, noSuch } from './world.ts'

const DAY_MS = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()

describe('API: reconciliation', () => {
  usePlatform()

  it('compares a window with Stripe when it is asked to', async () => {
    await anOrder('in_fulfillment')
    const { headers, body } = await done('startReconciliation', { body: { from: ago(1), to: ago(-1) } })
    expect(headers.get('location')).to.equal(`/v1/reconciliations/${body.id}`)
    const params = { reconciliationId: body.id }
    const read = () => done('getReconciliation', { params })
    const { body: after } = await until(
      'the comparison',
      read,
      (answer) => answer.body.status === 'completed',
    )
    expect(after.compared.payments).to.be.greaterThan(0)
    const { body: found } = await done('listReconciliationDifferences', { params, query: { state: 'open' } })
    expect(found.data).to.have.length(Math.min(after.open_difference_count, 25))
    expect(await pagesOf('listReconciliations', 1)).to.not.deep.equal([])
  })

  it('refuses a window that has not begun, ends before it begins or is too long', async () => {
    const future = { body: { from: ago(-1), to: ago(-2) } }
    const { errors } = await refused('startReconciliation', 422, 'body_field_invalid', future)
    expect(errors[0]?.pointer).to.equal('/from')
    await refused('startReconciliation', 422, 'body_field_invalid', { body: { from: ago(1), to: ago(2) } })
    await refused('startReconciliation', 422, 'body_field_invalid', { body: { from: ago(93), to: ago(0) } })
    await refused('startReconciliation', 400, 'request_invalid', { body: { from: 'yesterday', to: ago(0) } })
  })

  it('is for finance to start', async () => {
    const apiKey = await keyFor(['billing:read'])
    await refused('startReconciliation', 403, 'permission_missing', {
      apiKey,
      body: { from: ago(1), to: ago(0) },
    })
    await done('listReconciliations', { apiKey })
  })

  it('knows no unknown reconciliation', async () => {
    const params = { reconciliationId: noSuch('rcn') }
    await refused('getReconciliation', 404, 'not_found', { params })
    await refused('listReconciliationDifferences', 404, 'not_found', { params })
  })
})
