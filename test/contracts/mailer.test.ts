import { expect } from 'chai'
import { createSmtpMailer } from '../../src/adapters/smtp/smtp-mailer.ts'
import type { OutgoingMail } from '../../src/application/ports/mailer.ts'
import { startMailSimulator } from '../../src/entrypoints/simulators/mail/mail-simulator.ts'
import { ask } from '../unit/simulators/outside-world.ts'

interface Received {
  to: string[]
  from: string
  subject: string
  messageId: string
  text: string
  html: string
  headers: [string, string][]
  attachments: { name: string; contentType: string; size: number }[]
  id: string
}

describe('the mailer, played by a mail server', () => {
  let simulator: Awaited<ReturnType<typeof startMailSimulator>>

  before(async () => {
    simulator = await startMailSimulator({ dataDir: null, host: '127.0.0.1', port: 0, smtpPort: 0 })
  })
  beforeEach(() => ask('POST', `${simulator.url}/control/reset`, {}))
  after(() => simulator.stop())

  const mailer = (port = Number(new URL(simulator.smtpUrl).port)) =>
    createSmtpMailer({
      host: '127.0.0.1',
      port,
      user: null,
      password: null,
      from: { name: 'Capteurs Épinette', address: 'billing@waybill.example' },
      tls: 'off',
      certificates: null,
    })
  const mail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
    recipient: 'delia@harbourcold.example',
    subject: 'Reçu INV-000001',
    text: 'Bonjour,\n\n.\n.. 1 234,50 $ à payer\n',
    html: '<p>Bonjour</p>',
    messageId: '<eml_1@waybill.example>',
    attachment: null,
    ...changes,
  })
  const fault = (faults: object) => ask('PUT', `${simulator.url}/control/faults`, faults)
  const received = async () =>
    (await ask('GET', `${simulator.url}/control/messages`)).body['messages'] as Received[]

  it('delivers text, HTML and a file byte by byte, under the Message-ID that was given', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)
    const attachment = { name: 'INV-000001.pdf', contentType: 'application/pdf', bytes }
    const answer = await mailer().send(mail({ attachment }))
    expect(answer.outcome).to.equal('accepted')
    expect(answer.answer).to.match(/^250 /)
    const [one] = await received()
    expect(one).to.deep.include({
      to: ['delia@harbourcold.example'],
      from: 'billing@waybill.example',
      subject: 'Reçu INV-000001',
      messageId: '<eml_1@waybill.example>',
    })
    expect(one?.text.replaceAll('\r\n', '\n').trim()).to.equal(mail().text.trim())
    expect(one?.html).to.contain('<p>Bonjour</p>')
    expect(Object.fromEntries(one?.headers ?? [])).to.include({
      From: 'Capteurs Épinette <billing@waybill.example>',
      'Auto-Submitted': 'auto-generated',
    })
    expect(one?.attachments).to.deep.equal([
      { name: 'INV-000001.pdf', contentType: 'application/pdf', size: 70_000 },
    ])
    const file = await fetch(`${simulator.url}/control/messages/${one?.id ?? ''}/attachments/0`)
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(bytes))).to.equal(true)
  })

  it('is refused for good by a mailbox that does not exist', async () => {
    await fault({ refused_recipients: ['delia@harbourcold.example'] })
    expect(await mailer().send(mail())).to.deep.equal({
      outcome: 'refused',
      answer: '550 5.1.1 No such mailbox here',
    })
    expect(await received()).to.deep.equal([])
  })

  it('is put off by a greylist, a connection that drops, a lost answer and a server that is away', async () => {
    await fault({ greylist_next: 1 })
    expect(await mailer().send(mail())).to.deep.equal({
      outcome: 'deferred',
      answer: '451 4.7.1 Greylisted, come back later',
    })
    for (const faults of [{ drop_next: 1 }, { lose_answer_next: 1 }]) {
      await fault(faults)
      expect((await mailer().send(mail())).outcome).to.equal('deferred')
    }
    expect((await mailer(9).send(mail())).outcome).to.equal('deferred')
    await fault({ latency_ms: 20 })
    expect((await mailer().send(mail())).outcome).to.equal('accepted')
    // The one whose answer was lost had arrived: its repeat can be told by its Message-ID.
    expect((await received()).map(({ messageId }) => messageId)).to.deep.equal([
      '<eml_1@waybill.example>',
      '<eml_1@waybill.example>',
    ])
  })

  it('lets no header in, and no second recipient', async () => {
    const evil = 'Hello\r\nBcc: thief@evil.example\r\n\r\nBody'
    expect((await mailer().send(mail({ subject: evil }))).outcome).to.equal('accepted')
    const [one] = await received()
    expect(one?.to).to.deep.equal(['delia@harbourcold.example'])
    expect((one?.headers ?? []).map(([name]) => name.toLowerCase())).to.not.include('bcc')
    for (const recipient of ['a@b.example, thief@evil.example', 'a@b.example\r\nRCPT TO:<t@e.example>', '']) {
      expect((await mailer().send(mail({ recipient }))).outcome, recipient).to.equal('refused')
    }
    expect(await received()).to.have.lengthOf(1)
  })

  it('sends nothing without settings', async () => {
    const none = createSmtpMailer(null)
    expect(none.sender).to.equal(null)
    expect((await none.send(mail())).outcome).to.equal('deferred')
  })
})
