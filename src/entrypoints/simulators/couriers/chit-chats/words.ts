import type { StepWords } from '../parcel-world.ts'

/** The shipment's status, after a colon its resolution; an event only, in brackets. */
export const CHIT_CHATS_WORDS: StepWords = {
  label: { code: 'ready', place: '', text: 'Shipment created' },
  accepted: { code: 'received', place: '', text: 'Received by Chit Chats' },
  transit: { code: 'inducted', place: 'BLAINE, WA 98230', text: 'Arrived at USPS facility' },
  arrived: { code: 'in_transit', place: 'AUSTIN, TX 78701', text: 'Arrived at Post Office' },
  customs: { code: 'in_transit', place: 'BLAINE, WA 98230', text: 'Held for customs' },
  delayed: { code: 'in_transit', place: 'AUSTIN, TX 78701', text: 'In Transit, Arriving Late' },
  out: { code: 'in_transit', place: 'AUSTIN, TX 78701', text: 'Out for Delivery' },
  attempt: {
    code: 'exception',
    place: 'AUSTIN, TX 78701',
    text: 'Notice Left (No Authorized Recipient Available)',
  },
  delivered: { code: 'delivered', place: 'AUSTIN, TX 78701', text: 'Delivered, Front Door/Porch' },
  refused: { code: 'exception', place: 'AUSTIN, TX 78701', text: 'Refused' },
  returned: { code: 'resolved:returned', place: '', text: 'Returned to Chit Chats' },
  lost: { code: 'exception', place: 'AUSTIN, TX 78701', text: 'Missing' },
  unheard_of: { code: 'teleported', place: 'AUSTIN, TX 78701', text: 'Delivered by other means' },
}
