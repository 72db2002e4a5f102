import { expect } from 'chai'
import { createSmtpMailer, type SmtpSettings } from '../../src/adapters/smtp/smtp-mailer.ts'
import type { OutgoingMail } from '../../src/application/ports/mailer.ts'
import {
  type GuardedMailServer,
  mailCertificate,
  startGuardedMailServer,
} from '../support/guarded-mail-server.ts'

const mail: OutgoingMail = {
  recipient: 'delia@harbourcold.example',
  subject: 'Invoice INV-000001',
  text: 'Hello',
  html: '<p>Hello</p>',
  messageId: '<eml_1@waybill.example>',
  attachment: null,
}

describe('the mailer, before a mail server that wants TLS and a login', () => {
  const login = { user: 'waybill', password: 'pässword with spaces' }
  let server: GuardedMailServer | undefined

  afterEach(async () => {
    await server?.stop()
    server = undefined
  })

  async function given(tls: 'starttls' | 'implicit' | 'none', mechanism: 'PLAIN' | 'LOGIN' = 'PLAIN') {
    server = await startGuardedMailServer({ tls, mechanism, ...login })
    const settings: SmtpSettings = {
      host: 'localhost',
      port: server.port,
      ...login,
      from: { name: 'Billing', address: 'billing@waybill.example' },
      tls: tls === 'none' ? 'off' : tls,
      certificates: mailCertificate,
    }
    const send = (changes: Partial<SmtpSettings> = {}) =>
      createSmtpMailer({ ...settings, ...changes }).send(mail)
    return { server, send }
  }

  for (const tls of ['starttls', 'implicit'] as const) {
    for (const mechanism of ['PLAIN', 'LOGIN'] as const) {
      it(`sends over ${tls} TLS after ${mechanism}`, async () => {
        const { server: guarded, send } = await given(tls, mechanism)
        expect(await send()).to.deep.equal({ outcome: 'accepted', answer: '250 2.0.0 Taken' })
        expect(guarded.taken).to.have.length(1)
        expect(guarded.taken[0]).to.include({ login: 'waybill', mechanism, isEncrypted: true })
        expect(guarded.taken[0]?.message).to.contain('Message-ID: <eml_1@waybill.example>')
        expect(guarded.inTheClear).to.deep.equal(tls === 'implicit' ? [] : ['EHLO', 'STARTTLS'])
      })
    }

    it(`says over ${tls} TLS that the login was refused, and asks once`, async () => {
      const { server: guarded, send } = await given(tls)
      expect(await send({ password: 'wrong' })).to.deep.equal({
        outcome: 'deferred',
        answer: 'the mail server refused our login: 535 5.7.8 Username and password not accepted',
      })
      expect(guarded.logins).to.deep.equal(['waybill'])
      expect(guarded.taken).to.deep.equal([])
    })

    it(`sends no login and no mail over ${tls} TLS to a server whose certificate is not trusted`, async () => {
      const { server: guarded, send } = await given(tls)
      const answer = await send({ certificates: null })
      expect(answer.outcome).to.equal('deferred')
      expect(answer.answer).to.match(/^the mail server's certificate is not trusted: .*self.signed/)
      expect(guarded.logins).to.deep.equal([])
      const elsewhere = await send({ host: '127.0.0.2' })
      expect(elsewhere.outcome).to.equal('deferred')
      expect(guarded.taken).to.deep.equal([])
    })
  }

  it('sends nothing where TLS is asked for and not offered', async () => {
    const { server: guarded, send } = await given('none')
    expect((await send({ tls: 'starttls' })).outcome).to.equal('deferred')
    expect(guarded.logins).to.deep.equal([])
    expect(guarded.inTheClear).to.not.include('MAIL')
  })
})
