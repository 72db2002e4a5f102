import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { ConfigUnusable, readConfig } from '../../../src/entrypoints/bootstrap/config.ts'

const server = { SMTP_HOST: 'smtp.example.com', SMTP_FROM: 'Waybill Billing <billing@example.com>' }

describe('the settings of the mail server', () => {
  it('are read with their defaults', () => {
    expect(readConfig({}).smtp).to.equal(null)
    expect(readConfig({}).emailsPrepaidInvoices).to.equal(false)
    expect(readConfig(server).smtp).to.deep.equal({
      host: 'smtp.example.com',
      port: 587,
      user: null,
      password: null,
      from: { name: 'Waybill Billing', address: 'billing@example.com' },
      tls: 'starttls',
      certificates: null,
    })
    const file = fileURLToPath(new URL('../../support/certificates/mail-certificate.pem', import.meta.url))
    expect(readConfig({ ...server, SMTP_CA_FILE: file }).smtp?.certificates).to.match(/^-----BEGIN CERT/)
    const implicit = readConfig({ ...server, SMTP_TLS: 'implicit', SMTP_FROM: 'a@b.example' }).smtp
    expect(implicit).to.deep.include({ port: 465, from: { name: null, address: 'a@b.example' } })
  })

  for (const [settings, sentence] of [
    [{ SMTP_HOST: 'smtp.example.com' }, 'SMTP_FROM is needed with SMTP_HOST'],
    [{ SMTP_FROM: 'a@b.example' }, 'SMTP_HOST is needed with SMTP_FROM'],
    [{ ...server, SMTP_USER: 'me' }, 'SMTP_USER and SMTP_PASSWORD are needed together'],
    [{ ...server, SMTP_PORT: '70000' }, 'SMTP_PORT must be a port number from 1 to 65535'],
    [{ ...server, SMTP_FROM: 'a@b, c@d' }, 'SMTP_FROM must be an e-mail address, alone or as Name <address>'],
    [
      { ...server, SMTP_FROM: 'A\nB <a@b>' },
      'SMTP_FROM must be an e-mail address, alone or as Name <address>',
    ],
    [{ ...server, SMTP_TLS: 'yes' }, 'SMTP_TLS must be starttls, implicit or off'],
    [
      { ...server, SMTP_CA_FILE: '/nowhere/ca.pem' },
      'SMTP_CA_FILE must be a file of certificates in PEM that can be read',
    ],
    [{ EMAIL_PREPAID_INVOICES: 'maybe' }, 'EMAIL_PREPAID_INVOICES must be on or off'],
  ] as const) {
    it(`stop the start: ${sentence}`, () => {
      expect(() => readConfig(settings)).to.throw(ConfigUnusable, sentence)
    })
  }
})
