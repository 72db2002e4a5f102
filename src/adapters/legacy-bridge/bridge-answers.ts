import type { LegacyCompany, Provisioned } from '../../application/ports/legacy-bridge.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** What the bridge says it did, or null when it does not say it in the agreed shape, about this device and key. */
export function readProvisioned(
  body: unknown,
  asked: { idempotencyKey: string; deviceSerial: string },
): Provisioned | null {
  if (!isObject(body)) return null
  const { device, asset, idempotency_key: key } = body
  if (!isObject(device) || !isObject(asset)) return null
  if (key !== undefined && key !== asked.idempotencyKey) return null
  const { serial, status } = device
  const { asset_ref: assetRef } = asset
  const deviceRevision = revisionOf(device)
  const assetRevision = revisionOf(asset)
  if (serial !== asked.deviceSerial || !isText(status) || !isText(assetRef)) return null
  if (deviceRevision === null || assetRevision === null) return null
  return {
    device: { serial: asked.deviceSerial, status, revision: deviceRevision, snapshot: device },
    asset: { assetRef, revision: assetRevision, snapshot: asset },
  }
}

export function readCompany(body: unknown, ref: string): LegacyCompany | null {
  if (!isObject(body)) return null
  const { ref: spelled, name } = body
  // The legacy system decides how its references are spelled, not which company was asked for.
  if (!isText(spelled) || spelled.toLowerCase() !== ref.toLowerCase()) return null
  const revision = revisionOf(body)
  return isText(name) && revision !== null ? { ref: spelled, name, revision, snapshot: body } : null
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** A count that older versions of the bridge write as a text. */
function revisionOf({ revision }: JsonObject): bigint | null {
  if (typeof revision === 'number')
    return Number.isSafeInteger(revision) && revision >= 0 ? BigInt(revision) : null
  return typeof revision === 'string' && /^\d{1,18}$/.test(revision) ? BigInt(revision) : null
}
