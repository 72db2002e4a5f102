import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { until } from '../../src/entrypoints/cli/api-client.ts'
import { call, done, pagesOf, refused } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { anOrder, harbour, keyFor, noSuch } from './world.ts'

// Nobody there gets the bills.
const saguenay = 'com_00000000000000000000000004'

describe('API: e-mail to billing contacts', function () {
  this.timeout(20_000)
  usePlatform()

  afterEach(async () => {
    const { simulators, control } = await platform()
    await control(`${simulators.mail}/control/faults`, {}, 'PUT')
  })

  async function anIssued(companyId = harbour): Promise<string> {
    const lines = [{ kind: 'item', description: 'Work', unit_amount_minor: 12_345 }]
    const { body } = await done('createInvoice', { body: { company_id: companyId, lines } })
    await done('issueInvoice', { params: { invoiceId: body.id } })
    return body.id
  }

  const ended = (emailDeliveryId: string) =>
    until(
      'the message to end',
      async () => (await done('getEmailDelivery', { params: { emailDeliveryId } })).body,
      ({ status }) => status !== 'queued',
    )

  it('sends a copy to an address, once per key', async () => {
    const invoiceId = await anIssued()
    const request = { params: { invoiceId }, body: { to: 'books@harbourcold.example' }, key: randomUUID() }
    const { headers, body: copy } = await done('sendInvoice', request)
    expect(headers.get('location')).to.equal(`/v1/email-deliveries/${copy.id}`)
    expect(copy).to.include({ kind: 'invoice_copy', status: 'queued', to: 'books@harbourcold.example' })
    expect((await done('sendInvoice', request)).body.id).to.equal(copy.id)
    expect(await ended(copy.id)).to.include({ status: 'sent', to: 'books@harbourcold.example' })
    const { body: toContact } = await done('sendInvoice', { params: { invoiceId }, body: {} })
    expect(await ended(toContact.id)).to.include({ status: 'sent', to: 'delia@harbourcold.example' })
    const rows = await pagesOf<{ id: string; kind: string }>('listEmailDeliveries', 2, {
      query: { invoice_id: invoiceId, company_id: harbour },
    })
    expect(rows.map(({ kind }) => kind)).to.deep.equal(['invoice_copy', 'invoice_copy', 'invoice_issued'])
    await refused('resendEmailDelivery', 409, 'move_not_allowed', { params: { emailDeliveryId: copy.id } })
  })

  it('sends a failed message again once, whoever asks at the same time', async () => {
    const { simulators, control } = await platform()
    await control(`${simulators.mail}/control/faults`, { refused_recipients: ['gone@x.example'] }, 'PUT')
    const invoiceId = await anIssued()
    const { body } = await done('sendInvoice', { params: { invoiceId }, body: { to: 'gone@x.example' } })
    expect(await ended(body.id)).to.include({ status: 'failed', attempts: 1 })
    const { body: failed } = await done('listEmailDeliveries', {
      query: { status: 'failed', invoice_id: invoiceId },
    })
    expect(failed.data.map(({ id }) => id)).to.deep.equal([body.id])
    await control(`${simulators.mail}/control/faults`, {}, 'PUT')
    const params = { emailDeliveryId: body.id }
    const answers = await Promise.all([1, 2].map(() => call('resendEmailDelivery', { params })))
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    expect(await ended(body.id)).to.include({ status: 'sent', attempts: 2 })
  })

  it('refuses drafts, companies without a billing contact, what is no address, and who may not', async () => {
    const lines = [{ kind: 'item', description: 'Work', unit_amount_minor: 100 }]
    const { body: draft } = await done('createInvoice', { body: { company_id: harbour, lines } })
    await refused('sendInvoice', 409, 'move_not_allowed', { params: { invoiceId: draft.id }, body: {} })
    const invoiceId = await anIssued(saguenay)
    const { details } = await refused('sendInvoice', 409, 'billing_contact_missing', {
      params: { invoiceId },
      body: {},
    })
    expect(details).to.have.nested.property('move.operation', 'changeContactRoles')
    for (const to of ['nobody', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example']) {
      await refused('sendInvoice', 400, 'request_invalid', { params: { invoiceId }, body: { to } })
    }
    await refused('sendInvoice', 404, 'not_found', { params: { invoiceId: noSuch('inv') }, body: {} })
    await refused('getEmailDelivery', 404, 'not_found', { params: { emailDeliveryId: noSuch('eml') } })
    await refused('resendEmailDelivery', 404, 'not_found', { params: { emailDeliveryId: noSuch('eml') } })
    const apiKey = await keyFor(['billing:read'])
    await refused('sendInvoice', 403, 'permission_missing', { params: { invoiceId }, body: {}, apiKey })
  })

  it('says nothing of an order that was paid beforehand, unless it is switched on', async () => {
    const order = await anOrder('in_fulfillment')
    const { body } = await done('listEmailDeliveries', {
      query: { invoice_id: order.invoices[0]?.id ?? '' },
    })
    expect(body.data).to.deep.equal([])
  })
})
