import { createHash } from 'node:crypto'
import type { Journal } from '../machinery/journal.ts'
import type { Table } from '../machinery/table.ts'

export const SCENARIOS_KNOWN = /^[a-z][a-z0-9_-]{1,63}$/

export interface Device {
  serial: string
  status: string
  company_ref: string | null
  firmware: string
  updated_at: string
  revision: number
}

export interface Asset {
  asset_ref: string
  name: string
  device_serial: string
  company_ref: string
  updated_at: string
  revision: number
}

export interface ProvisioningRow {
  fingerprint: string
  /** Exactly what was first answered; a repeat gets these bytes again. */
  body: string
  scenario: string
  deviceSerial: string
  orderRef: string
  createdAt: string
}

/** How often a key came in, and how often that changed anything: the second must never pass one. */
export interface KeyTally {
  called: number
  applied: number
}

export interface LegacyRecords {
  provisionings: Table<ProvisioningRow>
  devices: Table<Device>
  assets: Table<Asset>
  tallies: Table<KeyTally>
}

const KEPT_ROWS = 200_000

export function createLegacyRecords(journal: Journal): LegacyRecords {
  const limited = { limit: KEPT_ROWS }
  return {
    provisionings: journal.table('provisionings', limited),
    devices: journal.table('devices', limited),
    assets: journal.table('assets', limited),
    tallies: journal.table('tallies', limited),
  }
}

const NAMES = [
  'Northwind Sensing',
  'Harbour Instruments',
  'Maple Grid',
  'Altitude Foods',
  'Granite Logistics',
]

/** A made-up company that is the same whenever and wherever it is asked for. */
export function companySnapshot(ref: string): Record<string, unknown> {
  const digest = createHash('sha256').update(ref).digest()
  const day = 1 + ((digest[1] ?? 0) % 28)
  return {
    ref,
    name: `${NAMES[(digest[0] ?? 0) % NAMES.length] ?? 'Northwind Sensing'} ${ref}`,
    status: 'active',
    updated_at: `2026-01-${String(day).padStart(2, '0')}T09:00:00.000Z`,
    revision: 1 + ((digest[2] ?? 0) % 9),
  }
}

export function assetRefOf(serial: string): string {
  return `AST-${createHash('sha256').update(serial).digest('hex').slice(0, 12).toUpperCase()}`
}
