import { createHash } from 'node:crypto'
import type { Journal } from '../machinery/journal.ts'
import { randomId } from '../machinery/random-id.ts'
import { type Asset, assetRefOf, type Device, type LegacyRecords } from './records.ts'

export interface ProvisioningRequest {
  scenario: string
  device_serial: string
  company_ref: string
  order_ref: string
  payload: Record<string, unknown>
}

export type ProvisioningAnswer = { status: 200 | 201; body: string } | { status: 409 }

/** Applies a key once; afterwards the same request gets the same bytes, and another one a conflict. */
export function provision(
  journal: Journal,
  records: LegacyRecords,
  key: string,
  request: ProvisioningRequest,
): ProvisioningAnswer {
  const fingerprint = createHash('sha256').update(canonical(request)).digest('base64')
  const earlier = records.provisionings.get(key)
  const tally = records.tallies.get(key) ?? { called: 0, applied: 0 }
  return journal.commit(() => {
    if (earlier !== undefined) {
      records.tallies.put(key, { ...tally, called: tally.called + 1 })
      return earlier.fingerprint === fingerprint ? { status: 200, body: earlier.body } : { status: 409 }
    }
    const createdAt = new Date().toISOString()
    const device = provisionDevice(records, request, createdAt)
    const asset = registerAsset(records, request, createdAt)
    const body = JSON.stringify({
      provisioning_id: randomId('prv_', 20),
      idempotency_key: key,
      scenario: request.scenario,
      device,
      asset,
      created_at: createdAt,
    })
    const about = {
      scenario: request.scenario,
      deviceSerial: request.device_serial,
      orderRef: request.order_ref,
    }
    records.provisionings.put(key, { fingerprint, body, ...about, createdAt })
    records.tallies.put(key, { called: tally.called + 1, applied: tally.applied + 1 })
    return { status: 201, body }
  })
}

function provisionDevice(records: LegacyRecords, request: ProvisioningRequest, at: string): Device {
  const before = records.devices.get(request.device_serial)
  const device: Device = {
    serial: request.device_serial,
    status: request.scenario === 'sensor_return' ? 'retired' : 'provisioned',
    company_ref: request.company_ref,
    firmware: before?.firmware ?? '4.2.1',
    updated_at: at,
    revision: (before?.revision ?? 0) + 1,
  }
  records.devices.put(device.serial, device)
  return device
}

function registerAsset(records: LegacyRecords, request: ProvisioningRequest, at: string): Asset {
  const ref = assetRefOf(request.device_serial)
  const before = records.assets.get(ref)
  const asset: Asset = {
    asset_ref: ref,
    name: before?.name ?? `Sensor ${request.device_serial}`,
    device_serial: request.device_serial,
    company_ref: request.company_ref,
    updated_at: at,
    revision: (before?.revision ?? 0) + 1,
  }
  records.assets.put(ref, asset)
  return asset
}

/** The order of the members of a JSON object means nothing, so it may not make a conflict either. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}
