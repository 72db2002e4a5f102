import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parse } from 'yaml'
import type { OperationId } from '../../src/entrypoints/api/contract/operation-shapes.ts'
import { call, done } from './call.ts'
import { platform, usePlatform } from './platform-of-suite.ts'
import { aFulfillment, anOrder, harbour, harbourAddress, harbourContact, sql } from './world.ts'

interface Reference {
  $ref?: string
}
interface Media {
  examples?: Record<string, Reference & { value: unknown }>
}
interface Written {
  operationId: OperationId
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, Reference & { content?: Record<string, Media> }>
}

const document = parse(readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Written>>
}
const operations = Object.values(document.paths)
  .flatMap((item) => Object.values(item))
  .filter((one) => typeof one.operationId === 'string')

/** Follows a local reference. */
function followed<T extends Reference>(value: T): T {
  if (value.$ref === undefined) return value
  const parts = value.$ref.slice(2).split('/')
  return parts.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], document) as T
}

const examplesOf = (content: Record<string, Media> | undefined) =>
  Object.values(content ?? {}).flatMap(({ examples = {} }) =>
    Object.entries(examples).map(([name, example]) => ({ name, value: followed(example).value })),
  )

const exampleOf = (id: OperationId) =>
  examplesOf(operations.find(({ operationId }) => operationId === id)?.requestBody?.content)[0]?.value

describe('API: the examples of the contract', () => {
  usePlatform()

  it('are there for every body that is asked for and every JSON answer', () => {
    const bare = operations.flatMap(({ operationId, requestBody, responses }) => [
      ...(requestBody !== undefined && examplesOf(requestBody.content).length === 0 ? [operationId] : []),
      ...Object.entries(responses)
        .map(([status, response]) => ({ status, content: followed(response).content }))
        .filter(({ content }) => content !== undefined && examplesOf(content).length === 0)
        .map(({ status }) => `${operationId} ${status}`),
    ])
    expect(bare).to.deep.equal([])
  })

  for (const { operationId, requestBody, responses } of operations) {
    it(`of ${operationId} follow their schemas`, async () => {
      const { contract } = await platform()
      const check = contract.operations.find(({ id }) => id === operationId)?.body?.check
      for (const { name, value } of examplesOf(requestBody?.content)) {
        expect(check?.(structuredClone(value)), `${name}: ${JSON.stringify(check?.errors)}`).to.equal(true)
      }
      for (const [status, response] of Object.entries(responses)) {
        for (const { name, value } of examplesOf(followed(response).content)) {
          const faults = contract.checkResponse(operationId, Number(status), value)
          expect(faults, `${status} ${name}`).to.deep.equal([])
          const { status: said } = (value ?? {}) as { status?: unknown }
          if (Number(status) >= 400 && typeof said === 'number') expect(said, name).to.equal(Number(status))
        }
      }
    })
  }

  describe('sent as they are', () => {
    for (const { operationId, requestBody } of operations) {
      for (const { name, value } of examplesOf(requestBody?.content)) {
        it(`${operationId} ${name}`, async () => {
          const { contract } = await platform()
          const operation = contract.operations.find(({ id }) => id === operationId)
          const params = { ...unknownPath(operation?.path ?? ''), courierCode: 'USPS' }
          const { status, body } = await call(operationId, { params, version: 1, body: value })
          expect(status, JSON.stringify(body)).to.be.lessThan(500)
          // The example is right by itself; only what its ids name is not there.
          const { code } = body as { code?: string }
          expect(code, JSON.stringify(body)).not.to.equal('request_invalid')
        })
      }
    }
  })

  describe('sent with ids of this world', () => {
    let ids: Map<string, string>
    let params: Record<string, string>
    const versions = new Map<OperationId, number>()
    /** Where an operation must not touch the company of the others: the one in its path and the one in its body. */
    const companies = new Map<OperationId, { inPath: string; inBody: string }>()

    before(async function () {
      this.timeout(20_000)
      const { fulfillment } = await aFulfillment([{ sku: 'SNS-TEMP-1', quantity: 20 }])
      const { shipments } = await anOrder('shipment_draft', [{ sku: 'SNS-TEMP-1', quantity: 1 }])
      const [item] = await sql<{ id: string }>('select id from shipment_items where shipment_id = $1', [
        shipments[0]?.id ?? '',
      ])
      ids = new Map([
        ['com', harbour],
        ['con', harbourContact],
        ['adr', harbourAddress],
        ['prd', 'prd_00000000000000000000000005'],
        ['cmr', 'cmr_00000000000000000000000005'],
        ['ful', fulfillment.id],
        ['fit', fulfillment.items[0]?.id ?? ''],
        ['shp', shipments[0]?.id ?? ''],
        ['sit', item?.id ?? ''],
      ])
      // One that nothing used: a change of it stays with it, and the others keep theirs.
      const { body: address } = await done('createAddress', {
        params: { companyId: harbour },
        body: {
          recipient: 'Harbour',
          line1: '5 Pier St',
          city: 'Brooklyn',
          region: 'NY',
          postal_code: '11231',
          country: 'US',
        },
      })
      params = {
        companyId: harbour,
        contactId: harbourContact,
        addressId: address.id,
        fulfillmentOrderId: fulfillment.id,
        shipmentId: shipments[0]?.id ?? '',
        courierCode: 'USPS',
      }
      const { api } = await platform()
      const versionOf = async (path: string) => (await api.get<{ version: number }>(path)).version
      versions.set('changeCompany', await versionOf(`/v1/companies/${harbour}`))
      versions.set('changeContact', await versionOf(`/v1/contacts/${harbourContact}`))
      versions.set('changeAddress', await versionOf(`/v1/addresses/${address.id}`))
      versions.set('changeShipment', await versionOf(`/v1/shipments/${params['shipmentId'] ?? ''}`))
    })

    before(async () => {
      const aCompany = async () => {
        const body = { name: 'Example Inc.', legacy_ref: `LEG-${randomUUID()}`, currency: 'USD' }
        return (await done('createCompany', { body })).body.id
      }
      await call('createLegalEntity', { body: exampleOf('createLegalEntity') })
      companies.set('assignLegalEntity', { inPath: await aCompany(), inBody: harbour })
      companies.set('archiveCompany', { inPath: await aCompany(), inBody: harbour })
      companies.set('mergeCompanies', { inPath: await aCompany(), inBody: await aCompany() })
    })

    // Orders are left in other states by the examples themselves.
    beforeEach(async () => {
      const draft = await anOrder('draft', [{ sku: 'SNS-TEMP-1', quantity: 2 }])
      ids.set('ord', draft.id)
      ids.set('oit', draft.items[0]?.id ?? '')
      params['orderId'] = draft.id
      const { api } = await platform()
      const agreement = await api.post<{ id: string; version: number }>('/v1/price-agreements', {
        company_id: harbour,
        name: 'An example',
        currency: 'CAD',
        valid_from: '2026-01-01T00:00:00.000Z',
        lines: [{ sku: 'SNS-TEMP-1', amount_minor: 100 }],
      })
      params['priceAgreementId'] = agreement.id
      versions.set('changePriceAgreement', agreement.version)
      const body = {
        company_id: harbour,
        lines: [{ kind: 'item', description: 'An example', unit_amount_minor: 100 }],
      }
      const { body: invoice } = await done('createInvoice', { body })
      params['invoiceId'] = invoice.id
      versions.set('changeInvoice', invoice.version)
    })

    /** Every id and SKU of an example becomes one of its kind that is there; what must be new becomes new. */
    const mapped = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value)
          .replaceAll(
            /"([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}"/g,
            (all, kind: string) => `"${ids.get(kind) ?? all.slice(1, -1)}"`,
          )
          .replaceAll(/"sku":"[^"]+"/g, '"sku":"SNS-TEMP-1"')
          .replaceAll(/"legacy_ref":"[^"]+"/g, `"legacy_ref":"LEG-${randomUUID()}"`)
          .replaceAll(/"(code|invoice_prefix|credit_note_prefix)":"EU/g, '"$1":"EX'),
      )

    const works: OperationId[] = [
      'createCompany',
      'changeCompany',
      'archiveCompany',
      'mergeCompanies',
      'createLegalEntity',
      'assignLegalEntity',
      'createContact',
      'changeContact',
      'changeContactRoles',
      'createAddress',
      'changeAddress',
      'createPriceBookEntry',
      'importContacts',
      'importAddresses',
      'quotePrices',
      'createPriceAgreement',
      'changePriceAgreement',
      'createOrder',
      'acceptPrices',
      'sendCheckout',
      'cancelOrder',
      'changeOrderStatus',
      'createInvoice',
      'changeInvoice',
      'registerDevices',
      'createShipments',
      'planAutomationSteps',
      'startReconciliation',
      'redeliverWebhooks',
    ]

    for (const { operationId, requestBody } of operations) {
      for (const { name, value } of examplesOf(requestBody?.content)) {
        it(`${operationId} ${name}`, async () => {
          const { contract } = await platform()
          const operation = contract.operations.find(({ id }) => id === operationId)
          const version = versions.get(operationId)
          const { inPath, inBody } = companies.get(operationId) ?? { inPath: harbour, inBody: harbour }
          params['companyId'] = inPath
          ids.set('com', inBody)
          const { status, body } = await call(operationId, {
            params: { ...unknownPath(operation?.path ?? ''), ...params },
            ...(version === undefined ? {} : { version }),
            body: mapped(value),
          })
          expect(status, JSON.stringify(body)).to.be.lessThan(500)
          if (works.includes(operationId)) {
            expect(status, JSON.stringify(body)).to.equal(operation?.successStatus)
          }
        })
      }
    }
  })
})

/** Well-formed ids of nothing, for whatever a path asks for. */
function unknownPath(path: string): Record<string, string> {
  const kinds: Record<string, string> = {
    companyId: 'com',
    contactId: 'con',
    addressId: 'adr',
    priceAgreementId: 'pag',
    importId: 'imp',
    orderId: 'ord',
    productId: 'prd',
    priceBookEntryId: 'pbe',
    priceDriftId: 'drf',
    orderItemId: 'oit',
    invoiceId: 'inv',
    paymentId: 'pay',
    refundId: 'rfn',
    creditNoteId: 'crn',
    disputeId: 'dsp',
    allocationId: 'pal',
    unappliedPaymentId: 'unp',
    fulfillmentOrderId: 'ful',
    shipmentId: 'shp',
    caseId: 'cas',
    returnId: 'ret',
    replacementId: 'rpl',
    automationStepId: 'stp',
    taskId: 'tsk',
    jobId: 'job',
    reconciliationId: 'rcn',
    webhookDeliveryId: 'whd',
    emailDeliveryId: 'eml',
  }
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  return Object.fromEntries(names.map((name) => [name, `${kinds[name] ?? 'xxx'}_0000000000000000000000zzzz`]))
}
