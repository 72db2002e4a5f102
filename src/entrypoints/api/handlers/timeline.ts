import { found } from '../../../application/found.ts'
import type { Handlers } from './handler.ts'

const EVENTS_PER_PAGE = 25

export const timeline = {
  getOrderTimeline: {
    list: async (app, { params: { orderId } }, page) =>
      found(await app.views.timeline.ofOrder(orderId, page), 'order', orderId),
  },

  getShipmentTimeline: {
    list: async (app, { params: { shipmentId } }, page) =>
      found(await app.views.timeline.ofShipment(shipmentId, page), 'shipment', shipmentId),
  },

  // Followed by position, so that a follower may keep its place for as long as it likes.
  listEvents: async (app, { query }) => {
    // Positions beyond every integer are behind the last event, not an error of the database.
    const after_seq =
      query.after_seq === undefined ? undefined : Math.min(query.after_seq, Number.MAX_SAFE_INTEGER)
    const { data, next } = await app.views.timeline.events(
      { ...query, after_seq },
      query.limit ?? EVENTS_PER_PAGE,
    )
    return { data, has_more: next !== null, next_cursor: next === null ? null : String(next) }
  },
} satisfies Pick<Handlers, 'getOrderTimeline' | 'getShipmentTimeline' | 'listEvents'>
