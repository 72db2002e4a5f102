import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { repositoryRoot } from '../../../scripts/generated-file.ts'
import { AddressUnusable } from '../../../src/entrypoints/bootstrap/ports.ts'
import { companyId, contract, fakeApp, orderBody, startTestApi, type TestApi } from './fake-app.ts'

const keyed = { 'idempotency-key': 'k-1' }

describe('the contract', () => {
  it('has schemas that can be checked, of everything that a request carries', () => {
    for (const { id, body, checkPath, checkQuery, headers } of contract.operations) {
      for (const check of [body?.check, checkPath, checkQuery, headers?.check]) {
        expect(() => check?.({}), id).not.to.throw()
      }
    }
  })
})

describe('a request that does not follow the contract', () => {
  let api: TestApi

  before(async () => {
    api = await startTestApi(fakeApp().app)
  })
  after(() => api.stop())

  async function faultOf(method: string, target: string, body?: unknown, headers?: Record<string, string>) {
    const answer = await api.send(method, target, { body, headers: { ...keyed, ...headers } })
    expect(answer.body).to.include({ status: 400, code: 'request_invalid' })
    expect(answer.body.errors).to.have.length(1)
    return answer.body.errors[0] as { pointer: string; detail: string }
  }

  it('is told the row and the field of its body', async () => {
    const body = { ...orderBody, lines: [{ sku: 'WB-TEMP-01', quantity: 0 }] }
    expect(await faultOf('POST', '/v1/orders', body)).to.deep.equal({
      pointer: '/lines/0/quantity',
      detail: 'must be >= 1',
    })
  })

  it('is told a missing field where it should stand', async () => {
    expect(await faultOf('POST', '/v1/orders', { company_id: companyId })).to.deep.equal({
      pointer: '/lines',
      detail: 'is required',
    })
  })

  it('is told a field that does not exist', async () => {
    expect(await faultOf('POST', '/v1/orders', { ...orderBody, 'a/b': 1 })).to.deep.equal({
      pointer: '/a~1b',
      detail: 'is not a field of this object',
    })
  })

  it('is told which of two fields it may choose', async () => {
    const company = { name: 'Harbour', currency: 'USD' }
    const detail = 'needs exactly one of company_mirror_id, legacy_ref'
    expect(await faultOf('POST', '/v1/companies', company)).to.deep.equal({ pointer: '', detail })
  })

  it('is told what is wrong with a value that may also be null', async () => {
    const company = { name: 'Harbour', currency: 'USD', legacy_ref: 'C-1', region: 'Canada' }
    const fault = await faultOf('POST', '/v1/companies', company)
    expect(fault.pointer).to.equal('/region')
    expect(fault.detail).to.include('must match pattern')
  })

  it('is told the field of the kind of line that it wrote', async () => {
    const faultOfLine = async (line: object) => {
      const body = { company_id: companyId, lines: [line] }
      return faultOf('POST', '/v1/invoices', body)
    }
    const item = { kind: 'item', description: 'x', unit_amount_minor: 1 }
    const kinds = 'must be one of item, adjustment, discount, shipping, tax'
    const faults = {
      'must be <= 1000000000': { ...item, unit_amount_minor: 1e15 },
      'must match pattern "\\S"': { ...item, description: ' ' },
      'must be >= 1': { kind: 'tax', tax_name: 'T', tax_rate_ppm: -1 },
      'is not a field of this object': { ...item, tax_name: 'T' },
      'is required': { description: 'x', unit_amount_minor: 1 },
      [kinds]: { ...item, kind: 'gift' },
    }
    const pointers: string[] = []
    for (const [detail, line] of Object.entries(faults)) {
      const fault = await faultOfLine(line)
      expect(fault.detail).to.equal(detail)
      pointers.push(fault.pointer)
    }
    expect(pointers).to.deep.equal(
      ['unit_amount_minor', 'description', 'tax_rate_ppm', 'tax_name', 'kind', 'kind'].map(
        (field) => `/lines/0/${field}`,
      ),
    )
    expect((await faultOfLine({ ...item, kind: 1 })).detail).to.equal(kinds)
  })

  it('is told the values of a list', async () => {
    const fault = await faultOf('GET', '/v1/orders?status=lost')
    expect(fault.pointer).to.equal('query/status')
    expect(fault.detail).to.match(/^must be one of draft, awaiting_payment, /)
  })

  it('is told a parameter that is unknown, out of bounds, or given twice', async () => {
    expect((await faultOf('GET', '/v1/orders?page=2')).pointer).to.equal('query/page')
    expect(await faultOf('GET', '/v1/orders?limit=101')).to.deep.equal({
      pointer: 'query/limit',
      detail: 'must be <= 100',
    })
    expect((await faultOf('GET', '/v1/orders?limit=1&limit=2')).detail).to.equal('was given more than once')
    for (const odd of ['ten', '1e400', '-1e400'])
      expect((await faultOf('GET', `/v1/orders?limit=${odd}`)).detail).to.equal('must be integer')
  })

  it('is told a day or a time that no calendar has, or no database keeps', async () => {
    for (const day of ['0000-01-01', '2026-02-29', '2026-04-31', '2026-13-01', '20260101', '+10000-01-01']) {
      const query = encodeURIComponent(day)
      expect(await faultOf('GET', `/v1/invoices?issued_from=${query}`), day).to.deep.equal({
        pointer: 'query/issued_from',
        detail: 'must match format "date"',
      })
    }
    for (const time of [
      '2026-12-31T23:59:60Z',
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00+00:01',
      '9999-12-31T23:59:59-00:01',
      '2026-02-29T00:00:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01T00:00:00',
      '2026-01-01T00:00:00+05',
      '2026-01-01T00:00:00+24:00',
      '0099-01-01 00:00:00Z',
    ]) {
      const detail = 'must match format "date-time"'
      const query = encodeURIComponent(time)
      const asked = await faultOf('GET', `/v1/payments?received_from=${query}`)
      expect(asked, time).to.deep.equal({ pointer: 'query/received_from', detail })
      const body = { from: time, to: '2026-01-02T00:00:00Z' }
      expect(await faultOf('POST', '/v1/reconciliations', body), time).to.deep.equal({
        pointer: '/from',
        detail,
      })
    }
  })

  it('may name the first and the last day and time, and any offset', () => {
    const { checkQuery } = contract.operations.find(({ id }) => id === 'listPayments')!
    for (const time of [
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999999999Z',
      '2024-02-29T12:30:00.5+05:30',
      '2026-01-01t00:00:00z',
      '2026-01-01T00:00:00-12:00',
    ]) {
      expect(checkQuery({ received_from: time }), time).to.equal(true)
    }
    const invoices = contract.operations.find(({ id }) => id === 'listInvoices')!
    for (const day of ['0001-01-01', '2024-02-29', '9999-12-31']) {
      expect(invoices.checkQuery({ issued_from: day }), day).to.equal(true)
    }
  })

  it('is told a header that is malformed', async () => {
    const path = `/v1/companies/${companyId}`
    const fault = await faultOf('PATCH', path, { name: 'Harbour' }, { 'if-match': 'W/"1"' })
    expect(fault.pointer).to.equal('header/if-match')
  })

  it('is told that its body is missing, no JSON, or no UTF-8', async () => {
    expect(await faultOf('POST', '/v1/orders')).to.deep.equal({
      pointer: '',
      detail: 'a JSON body is required',
    })
    expect((await faultOf('POST', '/v1/orders', '{"lines":')).detail).to.match(/JSON/)
    const latin = new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d])
    expect((await faultOf('POST', '/v1/orders', latin)).detail).to.equal('must be UTF-8')
  })

  it('is told text that no database keeps', async () => {
    expect(await faultOf('POST', '/v1/orders', { ...orderBody, notes: 'a\0b' })).to.deep.equal({
      pointer: '/notes',
      detail: 'must be Unicode text without NUL characters',
    })
    expect((await faultOf('POST', '/v1/orders', { ...orderBody, notes: 'a\ud800' })).pointer).to.equal(
      '/notes',
    )
    expect((await faultOf('GET', '/v1/companies?q=%00')).pointer).to.equal('query/q')
    const harmless = await api.send('POST', '/v1/orders', {
      body: { ...orderBody, notes: '\\u0000 😀' },
      headers: keyed,
    })
    expect(harmless.status).to.equal(201)
  })

  it('is a 404 when its id can be nobody’s', async () => {
    const answer = await api.send('GET', '/v1/orders/ord_1')
    expect(answer.body).to.include({ status: 404, code: 'not_found' })
    expect(answer.body.errors[0].pointer).to.equal('path/orderId')
  })

  it('is refused when it is too large, and served when it just fits', async () => {
    const tooLarge = await api.send('POST', '/v1/orders', {
      body: ' '.repeat(256 * 1024 + 1),
      headers: keyed,
    })
    expect(tooLarge.body).to.include({ status: 413, code: 'request_too_large' })
    const text = JSON.stringify(orderBody)
    const fits = await api.send('POST', '/v1/orders', {
      body: text + ' '.repeat(256 * 1024 - text.length),
      headers: keyed,
    })
    expect(fits.status).not.to.equal(413)
  })

  it('is refused when it is not JSON in UTF-8', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=latin1',
    ]) {
      const answer = await api.send('POST', '/v1/orders', {
        body: '{}',
        headers: { ...keyed, 'content-type': type },
      })
      expect(answer.body).to.include({ status: 415, code: 'media_type_not_supported' })
    }
    const headers = { ...keyed, 'content-type': 'Application/JSON; charset="UTF-8"' }
    expect((await api.send('POST', '/v1/orders', { body: '{}', headers })).status).to.equal(400)
  })
})

describe('the start of the API', () => {
  let folder: string

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'contract-'))
  })
  after(() => {
    rmSync(folder, { recursive: true })
  })

  async function startWith(change: (contract: string) => string): Promise<string> {
    const contractPath = path.join(folder, 'openapi.yaml')
    writeFileSync(contractPath, change(readFileSync(path.join(repositoryRoot, 'openapi.yaml'), 'utf8')))
    try {
      await (await startTestApi(fakeApp().app, { contractPath })).stop()
      return 'started'
    } catch (error) {
      return error instanceof Error ? error.message : 'threw something else'
    }
  }

  it('is refused for an operation without a permission', async () => {
    const message = await startWith((text) => text.replace('      x-permission: orders:read\n', ''))
    expect(message).to.match(/^GET \/v1\/orders\S* \(\w+\) names no permission/)
  })

  it('is refused for an operation that is open by its security and not by its permission', async () => {
    const message = await startWith((text) =>
      text.replace(
        '      x-permission: orders:read\n',
        '      x-permission: orders:read\n      security: []\n',
      ),
    )
    expect(message).to.include('its security says otherwise')
  })

  it('is refused for an operation without a handler', async () => {
    const message = await startWith((text) => text.replace('operationId: getJobRun', 'operationId: getJob'))
    expect(message).to.equal('The handler getJobRun has no operation in the contract.')
  })

  it('is refused for a taken port, with a sentence', async () => {
    const first = await startTestApi(fakeApp().app)
    const second = await startTestApi(fakeApp().app, { port: first.api.port }).catch(
      (error: unknown) => error,
    )
    await first.stop()
    expect(second).to.be.instanceOf(AddressUnusable)
    expect(String(second)).to.include(`Port ${first.api.port} is in use by another program`)
  })

  it('serves every operation of the contract', async () => {
    const api = await startTestApi(fakeApp().app)
    for (const { method, path: template } of contract.operations) {
      const answer = await api.send(method, template.replaceAll(/\{\w+\}/g, 'x'), {
        headers: { authorization: '' },
      })
      expect(answer.body?.code, `${method} ${template}`).not.to.equal('route_not_found')
    }
    await api.stop()
  })
})
