import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { InvoiceView } from '../../../src/application/ports/billing-reader.ts'
import type { EmailDeliveryView } from '../../../src/application/ports/email-reader.ts'
import { systemActor } from '../../../src/domain/shared/actor.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { builtInOrder } from '../../../src/entrypoints/cli/order-file.ts'
import { walkOrder } from '../../../src/entrypoints/cli/walk-order.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const DAY_MS = 86_400_000
// Fifteen days of terms, in New York, with a billing contact.
const harbour = 'com_00000000000000000000000002'
// Thirty days, and nobody for bills.
const saguenay = 'com_00000000000000000000000004'
const eloise = 'con_00000000000000000000000005'

interface Mail {
  to: string[]
  subject: string
  text: string
  messageId: string
  attachments: { name: string; size: number }[]
}

describe('e-mail to billing contacts', function () {
  this.timeout(30_000)
  let platform: TestPlatform
  let database: pg.Client
  let shiftMs = 0

  before(async function () {
    this.timeout(60_000)
    platform = await startTestPlatform({
      overrides: { clock: { now: () => new Date(Date.now() + shiftMs) } },
    })
    database = new pg.Client({ connectionString: platform.databaseUrl })
    await database.connect()
  })

  beforeEach(async () => {
    shiftMs = 0
    await database.query(`delete from company_contact_roles where contact_id = $1 and role = 'billing'`, [
      eloise,
    ])
  })
  afterEach(async () => {
    await faults({})
    shiftMs = 0
    expect(await platform.brokenLaws()).to.deep.equal([])
  })

  after(async function () {
    this.timeout(30_000)
    await database.end()
    await platform.close()
  })

  const context = () => ({
    actor: systemActor('test'),
    correlationId: randomUUID(),
    causationId: null,
    alongside: null,
  })
  const jobHandlers = () => platform.runtime.app.jobHandlers
  const look = () => jobHandlers()['check-overdue-invoices']({ slot: randomUUID() } as never, context())
  const sweep = () => jobHandlers()['send-waiting-emails']({ slot: randomUUID() } as never, context())
  const send = (deliveryId: string) => jobHandlers()['send-email']({ deliveryId } as never, context())
  const faults = (wanted: object) =>
    platform.control(`${platform.simulators.mail}/control/faults`, wanted, 'PUT')

  async function mails(invoice: InvoiceView): Promise<Mail[]> {
    const answer = await fetch(`${platform.simulators.mail}/control/messages`)
    const { messages } = (await answer.json()) as { messages: Mail[] }
    return messages.filter(({ subject }) => subject.includes(invoice.number ?? 'nothing')).reverse()
  }

  async function deliveries({ id }: { id: string }): Promise<EmailDeliveryView[]> {
    const { data } = await platform.api.get<{ data: EmailDeliveryView[] }>(
      `/v1/email-deliveries?invoice_id=${id}`,
    )
    return data.reverse()
  }

  const settled = (invoice: InvoiceView, wanted: (rows: EmailDeliveryView[]) => boolean) =>
    until('the messages to stand so', () => deliveries(invoice), wanted)

  async function anIssued(company = harbour): Promise<InvoiceView> {
    const lines = [{ kind: 'item', description: 'Work', unit_amount_minor: 12_345 }]
    const { id } = await platform.api.post<InvoiceView>('/v1/invoices', { company_id: company, lines })
    return post<InvoiceView>(`/v1/invoices/${id}/issue`)
  }

  async function post<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${platform.apiUrl}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${platform.apiKey}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    expect(response.status).to.be.lessThan(300)
    return (await response.json()) as T
  }

  async function pay(invoice: InvoiceView): Promise<void> {
    const payment = await post<{ id: string }>('/v1/payments', {
      company_id: invoice.company_id,
      method: 'bank_transfer',
      reference: randomUUID(),
      received_on: '2026-01-02',
      amount_minor: 12_345,
      currency: invoice.currency,
    })
    const allocations = [{ invoice_id: invoice.id, amount_minor: 12_345 }]
    await post(`/v1/payments/${payment.id}/allocations`, { allocations })
  }

  const nameBillingContact = () =>
    post(`/v1/contacts/${eloise}/roles`, { grant: [{ role: 'billing', primary: true }] })

  const openTasks = async (kind: string, relatedId: string) => {
    const { rows } = await database.query<{ details: object }>(
      `select details from manual_tasks where kind = $1 and related_id = $2 and status = 'open'`,
      [kind, relatedId],
    )
    return rows.map(({ details }) => details)
  }

  const told = async ({ id }: { id: string }, type: string) => {
    const { rows } = await database.query(
      `select from domain_event where aggregate_id = $1 and event_type = $2
       union all
       select from outbox where aggregate_id = $1 and event_type = $2`,
      [id, type],
    )
    return rows.length
  }

  it('brings an issued invoice once, with its PDF', async () => {
    const invoice = await anIssued()
    const [delivery] = await settled(invoice, ([one]) => one?.status === 'sent')
    expect(delivery).to.include({ kind: 'invoice_issued', to: 'delia@harbourcold.example', attempts: 1 })
    await Promise.all([send(delivery?.id ?? ''), send(delivery?.id ?? '')])
    const [mail, ...more] = await mails(invoice)
    expect(more).to.deep.equal([])
    expect(mail).to.deep.include({ to: ['delia@harbourcold.example'], messageId: delivery?.message_id })
    expect(mail?.attachments[0]?.name).to.equal(`${invoice.number ?? ''}.pdf`)
    expect(mail?.attachments[0]?.size).to.be.greaterThan(1000)
    expect(await told(invoice, 'invoice.emailed')).to.equal(1)
  })

  it('reminds and warns once each, however often and at once it is looked', async () => {
    const invoice = await anIssued()
    await settled(invoice, ([one]) => one?.status === 'sent')
    for (const days of [12, 16]) {
      shiftMs = days * DAY_MS
      await Promise.all([look(), look(), look()])
    }
    const rows = await settled(
      invoice,
      (all) => all.length === 3 && all.every(({ sent_at }) => sent_at !== null),
    )
    expect(rows.map(({ kind, day }) => [kind, day])).to.deep.equal([
      ['invoice_issued', 0],
      ['invoice_reminder', -3],
      ['invoice_overdue', 1],
    ])
    const subjects = (await mails(invoice)).map(({ subject }) => subject.split(':')[0])
    expect(subjects).to.deep.equal([
      `Invoice ${invoice.number ?? ''} from Waybill Sensors Inc.`,
      'Reminder',
      'Overdue',
    ])
  })

  it('waits for a billing contact with a task that says how, and is then sent', async () => {
    const invoice = await anIssued(saguenay)
    await until(
      'the task',
      () => openTasks('billing_contact_missing', saguenay),
      (tasks) => tasks.length === 1,
    )
    expect((await openTasks('billing_contact_missing', saguenay))[0]).to.have.nested.property(
      'move.operation',
      'changeContactRoles',
    )
    expect((await deliveries(invoice))[0]).to.include({ status: 'queued', attempts: 0, to: null })
    await nameBillingContact()
    shiftMs = 10 * 60_000
    await sweep()
    await settled(invoice, ([one]) => one?.status === 'sent')
    expect((await mails(invoice))[0]).to.deep.include({ to: ['eloise@saguenay.example'] })
    expect(await openTasks('billing_contact_missing', saguenay)).to.deep.equal([])
  })

  it('never writes to an archived contact', async () => {
    await nameBillingContact()
    await database.query('update contacts set active = false where id = $1', [eloise])
    try {
      const invoice = await anIssued(saguenay)
      await until(
        'the task',
        () => openTasks('billing_contact_missing', saguenay),
        (tasks) => tasks.length === 1,
      )
      expect(await mails(invoice)).to.deep.equal([])
    } finally {
      await database.query('update contacts set active = true where id = $1', [eloise])
    }
  })

  it('drops a notice that a payment, a void or a later notice overtook', async () => {
    const [paid, gone, late] = [await anIssued(saguenay), await anIssued(saguenay), await anIssued(saguenay)]
    for (const days of [28, 32]) {
      shiftMs = days * DAY_MS
      await look()
    }
    await pay(paid)
    await post(`/v1/invoices/${gone.id}/void`, { reason: 'The test says so.' })
    await nameBillingContact()
    shiftMs = 33 * DAY_MS
    await sweep()
    const done = (rows: EmailDeliveryView[]) =>
      rows.length === 3 && rows.every(({ status }) => status !== 'queued')
    const fateOf = async (invoice: InvoiceView) =>
      (await settled(invoice, done)).map(({ kind, status, skip_reason }) => [kind, skip_reason ?? status])
    expect(await fateOf(paid)).to.deep.equal([
      ['invoice_issued', 'sent'],
      ['invoice_reminder', 'paid'],
      ['invoice_overdue', 'paid'],
    ])
    expect((await fateOf(gone)).map(([, fate]) => fate)).to.deep.equal(['void', 'void', 'void'])
    expect((await fateOf(late)).map(([, fate]) => fate)).to.deep.equal(['sent', 'superseded', 'sent'])
    expect(await mails(gone)).to.deep.equal([])
    expect(await mails(paid)).to.have.lengthOf(1)
    expect(await mails(late)).to.have.lengthOf(2)
  })

  it('is sent once by three jobs at once', async () => {
    const invoice = await anIssued(saguenay)
    const [delivery] = await settled(invoice, (rows) => rows.length === 1)
    await until(
      'the first job to be over',
      () => openTasks('billing_contact_missing', saguenay),
      (tasks) => tasks.length === 1,
    )
    await nameBillingContact()
    const outcomes = await Promise.all([1, 2, 3].map(() => send(delivery?.id ?? '')))
    expect(outcomes.filter(({ outcome }) => outcome === 'give_up')).to.deep.equal([])
    expect(await mails(invoice)).to.have.lengthOf(1)
    expect((await deliveries(invoice))[0]).to.include({ status: 'sent', attempts: 1 })
    expect(await told(invoice, 'invoice.emailed')).to.equal(1)
  })

  it('is tried again after a greylist', async () => {
    await faults({ greylist_next: 1 })
    const invoice = await anIssued()
    const [put] = await settled(invoice, ([one]) => one?.provider_answer !== null)
    expect(put).to.include({ status: 'queued', attempts: 1 })
    expect(put?.provider_answer).to.match(/^451 /)
    expect(await send(put?.id ?? '')).to.deep.equal({ outcome: 'done' })
    expect((await deliveries(invoice))[0]).to.include({ status: 'sent', attempts: 2 })
    expect(await mails(invoice)).to.have.lengthOf(1)
  })

  it('is repeated under its Message-ID when the answer was lost, and recorded once', async () => {
    await faults({ lose_answer_next: 1 })
    const invoice = await anIssued()
    const [put] = await settled(invoice, ([one]) => one?.provider_answer !== null)
    await send(put?.id ?? '')
    const sent = await mails(invoice)
    expect(sent.map(({ messageId }) => messageId)).to.deep.equal([put?.message_id, put?.message_id])
    expect(await told(invoice, 'invoice.emailed')).to.equal(1)
  })

  it('leaves a task when the mailbox is refused, and arrives when it is sent again', async () => {
    await faults({ refused_recipients: ['delia@harbourcold.example'] })
    const invoice = await anIssued()
    const [failed] = await settled(invoice, ([one]) => one?.status === 'failed')
    const deliveryId = failed?.id ?? ''
    expect(failed?.provider_answer).to.match(/^550 /)
    expect(await openTasks('email_failed', deliveryId)).to.have.lengthOf(1)
    expect(await told(invoice, 'invoice.email_failed')).to.equal(1)
    await faults({})
    await post(`/v1/email-deliveries/${deliveryId}/resend`)
    const [sent] = await settled(invoice, ([one]) => one?.status === 'sent')
    expect(sent?.message_id).to.equal(failed?.message_id)
    expect(await openTasks('email_failed', deliveryId)).to.deep.equal([])
  })

  it('has failed after two days of being put off', async () => {
    await faults({ greylist_next: 2 })
    const invoice = await anIssued()
    const [put] = await settled(invoice, ([one]) => one?.provider_answer !== null)
    shiftMs = 3 * DAY_MS
    expect(await send(put?.id ?? '')).to.deep.equal({ outcome: 'done' })
    expect((await deliveries(invoice))[0]).to.include({ status: 'failed', attempts: 2 })
    expect(await openTasks('email_failed', put?.id ?? '')).to.have.lengthOf(1)
  })
})

describe('e-mail about orders that were paid beforehand', function () {
  this.timeout(60_000)
  let platform: TestPlatform

  before(async () => {
    platform = await startTestPlatform({ settings: { EMAIL_PREPAID_INVOICES: 'on' } })
  })
  after(() => platform.close())

  it('is a receipt with the invoice, where it is switched on', async () => {
    const { api, simulators } = platform
    const order = await walkOrder({
      api,
      simulators,
      order: builtInOrder,
      upTo: 'in_fulfillment',
      report: () => undefined,
    })
    const { data } = await until(
      'the receipt to be sent',
      () =>
        api.get<{ data: EmailDeliveryView[] }>(
          `/v1/email-deliveries?company_id=${order.company_id}&limit=10`,
        ),
      ({ data: rows }) => rows[0]?.status === 'sent',
    )
    expect(data.map(({ kind, invoice_id }) => [kind, invoice_id])).to.deep.equal([
      ['invoice_receipt', order.invoices[0]?.id],
    ])
    const answer = await fetch(`${simulators.mail}/control/messages`)
    const { messages } = (await answer.json()) as { messages: Mail[] }
    expect(messages).to.have.lengthOf(1)
    expect(messages[0]?.subject).to.match(/^Payment received: invoice INV-/)
    expect(messages[0]?.attachments).to.have.lengthOf(1)
    expect(await platform.brokenLaws()).to.deep.equal([])
  })
})
