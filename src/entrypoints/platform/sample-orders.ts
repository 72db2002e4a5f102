import { createApiClient } from '../cli/api-client.ts'
import type { OrderFile } from '../cli/order-file.ts'
import { type Stage, walkOrder } from '../cli/walk-order.ts'
import type { RunningPlatform } from './platform.ts'

const lines = {
  sensors: [
    { sku: 'SNS-TEMP-1', quantity: 2 },
    { sku: 'MNT-KIT-1', quantity: 2 },
  ],
  probes: [{ sku: 'SNS-GRAIN-2', quantity: 1 }],
  gateway: [
    { sku: 'GW-LTE-1', quantity: 1 },
    { sku: 'SNS-HUM-1', quantity: 2 },
  ],
}

const samples: readonly { upTo: Stage; order: OrderFile }[] = [
  { upTo: 'completed', order: { company: 'Cascadia Vineyards', lines: lines.sensors } },
  { upTo: 'draft', order: { company: 'Northern Grain Co-op', lines: lines.probes } },
  { upTo: 'awaiting_payment', order: { company: 'Northern Grain Co-op', lines: lines.sensors } },
  { upTo: 'payment_processing', order: { company: 'Harbour Cold Storage Inc.', lines: lines.gateway } },
  { upTo: 'payment_failed', order: { company: 'Harbour Cold Storage Inc.', lines: lines.probes } },
  { upTo: 'checkout_expired', order: { company: 'Laiterie du Saguenay', lines: lines.gateway } },
  { upTo: 'in_fulfillment', order: { company: 'Cascadia Vineyards', lines: lines.gateway } },
  { upTo: 'shipment_draft', order: { company: 'Northern Grain Co-op', lines: lines.gateway } },
  { upTo: 'shipment_ready', order: { company: 'Harbour Cold Storage Inc.', lines: lines.sensors } },
  { upTo: 'in_transit', order: { company: 'Northern Grain Co-op', lines: lines.probes } },
]

/**
 * Orders in every state a person can leave one in, made at the first start by walking the public API. They come in
 * the background, after readiness; a stop in between leaves the rest unmade.
 */
export async function sampleOrders(platform: RunningPlatform): Promise<void> {
  const { logger } = platform.runtime.app
  const api = createApiClient({ apiUrl: platform.apiUrl, apiKey: platform.apiKey, patienceMs: 5000 })
  const report = () => undefined
  try {
    for (const { order, upTo } of samples) {
      await walkOrder({ api, simulators: platform.simulators, order, upTo, report })
    }
    const cancelled = await walkOrder({
      api,
      simulators: platform.simulators,
      order: { company: 'Laiterie du Saguenay', lines: lines.sensors },
      upTo: 'draft',
      report,
    })
    await api.post(`/v1/orders/${cancelled.id}/cancel`, { reason: 'The customer ordered twice.' })
    logger.info({ orders: samples.length + 1 }, 'sample orders are in place')
  } catch (error) {
    logger.warn(
      { error: error instanceof Error ? error.message : String(error) },
      'the sample orders are not complete',
    )
  }
}
