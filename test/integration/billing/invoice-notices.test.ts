import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import pg from 'pg'
import type { InvoiceView } from '../../../src/application/ports/billing-reader.ts'
import { systemActor } from '../../../src/domain/shared/actor.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const DAY_MS = 86_400_000
// Fifteen days of terms, in New York, with a billing contact.
const harbour = 'com_00000000000000000000000002'
// Thirty days, and nobody for bills.
const saguenay = 'com_00000000000000000000000004'

describe('notices of open invoices', () => {
  let platform: TestPlatform
  let database: pg.Client
  let shiftMs = 0
  const messages: string[] = []

  before(async function () {
    this.timeout(60_000)
    platform = await startTestPlatform({
      overrides: {
        clock: { now: () => new Date(Date.now() + shiftMs) },
        // Without a transport the team is asked to write.
        mailer: {
          sender: null,
          send: () => Promise.resolve({ outcome: 'deferred', answer: 'nobody there' }),
        },
        notifier: {
          post: ({ text }) => {
            messages.push(text)
            return Promise.resolve()
          },
        },
      },
    })
    database = new pg.Client({ connectionString: platform.databaseUrl })
    await database.connect()
  })

  beforeEach(() => {
    shiftMs = 0
  })

  after(async function () {
    this.timeout(30_000)
    await database.end()
    await platform.close()
  })

  const check = () =>
    platform.runtime.app.jobHandlers['check-overdue-invoices']({ slot: randomUUID() } as never, {
      actor: systemActor('test'),
      correlationId: randomUUID(),
      causationId: null,
      alongside: null,
    })

  async function anIssued(company = harbour): Promise<InvoiceView> {
    const lines = [{ kind: 'item', description: 'Work', unit_amount_minor: 12_345 }]
    const { id } = await platform.api.post<InvoiceView>('/v1/invoices', { company_id: company, lines })
    return post(`/v1/invoices/${id}/issue`)
  }

  async function post(path: string, body?: object): Promise<InvoiceView> {
    const response = await fetch(`${platform.apiUrl}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${platform.apiKey}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    expect(response.status).to.equal(200)
    return (await response.json()) as InvoiceView
  }

  const given = async ({ id }: { id: string }) => {
    const { rows } = await database.query<{ kind: string; day: number; email_outcome: string | null }>(
      'select kind, day, email_outcome from invoice_notices where invoice_id = $1 order by day, kind',
      [id],
    )
    return rows.map(({ kind, day, email_outcome }) => [kind, day, email_outcome])
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

  it('are given once each, on their days, however often and at once it is looked', async function () {
    this.timeout(30_000)
    const invoice = await anIssued()
    await check()
    expect(await given(invoice)).to.deep.equal([])
    shiftMs = 12 * DAY_MS
    await Promise.all([check(), check(), check()])
    expect(await given(invoice)).to.deep.equal([['reminder', -3, 'transport_missing']])
    shiftMs = 16 * DAY_MS
    await Promise.all([check(), check(), check()])
    await check()
    expect(await given(invoice)).to.deep.equal([
      ['reminder', -3, 'transport_missing'],
      ['overdue', 0, null],
      ['reminder', 1, 'transport_missing'],
    ])
    expect(await told(invoice, 'invoice.overdue')).to.equal(1)
    expect(await told(invoice, 'invoice.reminder_due')).to.equal(2)
    const ours = () => messages.filter((text) => text.includes(invoice.number ?? 'nothing'))
    await until(
      'the team to be asked',
      () => Promise.resolve(ours()),
      (texts) => texts.length === 2,
    )
    expect(ours()[0]).to.contain('Please remind delia@harbourcold.example').and.contain('USD 123.45 are open')
  })

  it('are one after days of silence', async () => {
    const invoice = await anIssued()
    shiftMs = 40 * DAY_MS
    await check()
    await check()
    expect(await given(invoice)).to.deep.equal([
      ['overdue', 0, null],
      ['reminder', 14, 'transport_missing'],
    ])
  })

  it('are stopped by payment and by void', async () => {
    const paid = await anIssued()
    const gone = await anIssued()
    await database.query("update invoices set status = 'paid', paid_at = now() where id = $1", [paid.id])
    await post(`/v1/invoices/${gone.id}/void`, { reason: 'The test says so.' })
    shiftMs = 40 * DAY_MS
    await check()
    expect([await given(paid), await given(gone)]).to.deep.equal([[], []])
    await database.query("update invoices set status = 'issued', paid_at = null where id = $1", [paid.id])
  })

  it('say when nobody is known to write to', async () => {
    const invoice = await anIssued(saguenay)
    shiftMs = 31 * DAY_MS
    await check()
    expect(await given(invoice)).to.deep.equal([
      ['overdue', 0, null],
      ['reminder', 1, 'recipient_missing'],
    ])
  })

  it("go by the company's calendar", async () => {
    const invoice = await anIssued()
    // The evening of its due date in New York is the next day already in UTC.
    const due = Date.parse(`${invoice.due_on ?? ''}T00:00:00Z`)
    shiftMs = due + DAY_MS + 2 * 3_600_000 - Date.now()
    await check()
    expect((await given(invoice)).map(([kind]) => kind)).to.not.include('overdue')
    shiftMs = due + DAY_MS + 12 * 3_600_000 - Date.now()
    await check()
    expect((await given(invoice)).map(([kind]) => kind)).to.include('overdue')
  })
})
