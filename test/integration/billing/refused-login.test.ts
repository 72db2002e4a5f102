import { expect } from 'chai'
import pg from 'pg'
import { createSmtpMailer } from '../../../src/adapters/smtp/smtp-mailer.ts'
import type { EmailDeliveryView } from '../../../src/application/ports/email-reader.ts'
import { until } from '../../../src/entrypoints/cli/api-client.ts'
import {
  type GuardedMailServer,
  mailCertificate,
  startGuardedMailServer,
} from '../../support/guarded-mail-server.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

const harbour = 'com_00000000000000000000000001'

describe('a message before a mail server that refuses our login', function () {
  this.timeout(60_000)
  let platform: TestPlatform
  let server: GuardedMailServer
  let client: pg.Client

  before(async () => {
    server = await startGuardedMailServer({
      tls: 'starttls',
      mechanism: 'LOGIN',
      user: 'waybill',
      password: 'right',
    })
    const mailer = createSmtpMailer({
      host: 'localhost',
      port: server.port,
      user: 'waybill',
      password: 'wrong',
      from: { name: null, address: 'billing@waybill.example' },
      tls: 'starttls',
      certificates: mailCertificate,
    })
    platform = await startTestPlatform({ overrides: { mailer } })
    client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
  })
  after(async () => {
    await client.end()
    await platform.close()
    await server.stop()
  })

  it('says why, waits with pauses, and fails for good after two days with a task', async () => {
    const lines = [{ kind: 'item', description: 'Work', unit_amount_minor: 12_345 }]
    const { id } = await platform.api.post<{ id: string }>('/v1/invoices', { company_id: harbour, lines })
    await platform.api.post(`/v1/invoices/${id}/issue`, {})
    const { id: deliveryId } = await platform.api.post<EmailDeliveryView>(`/v1/invoices/${id}/send`, {
      to: 'books@harbourcold.example',
    })
    const read = () => platform.api.get<EmailDeliveryView>(`/v1/email-deliveries/${deliveryId}`)
    const refused = await until('the refusal to be known', read, (one) => one.provider_answer !== null)
    expect(refused).to.include({
      status: 'queued',
      attempts: 1,
      provider_answer: 'the mail server refused our login: 535 5.7.8 Username and password not accepted',
    })
    await client.query(
      `update email_deliveries
       set trying_since = now() - interval '3 days', updated_at = now() - interval '1 hour'
       where id = $1`,
      [deliveryId],
    )
    await platform.runtime.app.enqueueScheduledJob({ name: 'send-waiting-emails', slot: 'two days later' })
    const failed = await until('it to be given up', read, ({ status }) => status === 'failed')
    expect(failed).to.include({ attempts: 2, provider_answer: refused.provider_answer })
    const tasks = await platform.api.get<{ data: { related_id: string }[] }>('/v1/tasks?kind=email_failed')
    expect(tasks.data.map(({ related_id }) => related_id)).to.deep.equal([deliveryId])
    const before = server.logins.length
    await platform.runtime.app.enqueueScheduledJob({ name: 'send-waiting-emails', slot: 'later still' })
    expect((await read()).attempts).to.equal(2)
    expect(server.taken).to.deep.equal([])
    expect(server.logins.length).to.equal(before)
  })
})
