export interface ScanMeaning {
  text: string
  category: string
}

const MEANINGS: Readonly<Record<string, ScanMeaning>> = {
  GX: { text: 'Shipping Label Created, USPS Awaiting Item', category: 'Pre-Shipment' },
  MA: { text: 'Pre-Shipment Info Sent to USPS, USPS Awaiting Item', category: 'Pre-Shipment' },
  GC: { text: 'Return Receipt Associated', category: 'In Transit' },
  TM: { text: 'Shipment Received, Package Acceptance Pending', category: 'Accepted' },
  '03': { text: 'USPS in possession of item', category: 'Accepted' },
  OA: { text: 'Accepted at USPS Origin Facility', category: 'Accepted' },
  '10': { text: 'Processed through USPS Regional Origin Facility', category: 'In Transit' },
  A1: { text: 'Arrived at USPS Regional Facility', category: 'In Transit' },
  T1: { text: 'Departed USPS Regional Facility', category: 'In Transit' },
  TL: { text: 'In Transit to Next Facility', category: 'Moving Through Network' },
  NT: { text: 'In Transit, Arriving Late', category: 'In Transit' },
  '06': { text: 'Forwarded', category: 'In Transit' },
  '07': { text: 'Arrived at Post Office', category: 'In Transit' },
  '08': { text: 'Missent', category: 'In Transit' },
  '71': { text: 'Rescheduled to Next Delivery Day', category: 'In Transit' },
  OF: { text: 'Out for Delivery', category: 'Out for Delivery' },
  DX: { text: 'Awaiting Delivery Scan', category: 'Alert' },
  '14': { text: 'Arrived at Pickup Point', category: 'Available for Pickup' },
  '16': { text: 'Available for Pickup', category: 'Available for Pickup' },
  '17': { text: 'Picked Up by Agent', category: 'Delivered to Agent' },
  '01': { text: 'Delivered, Front Door/Porch', category: 'Delivered' },
  '43': { text: 'Picked Up by Recipient', category: 'Delivered' },
  '60': { text: 'Delivered to Agent for Final Delivery', category: 'Delivered to Agent' },
  '02': {
    text: 'Notice Left (No Authorized Recipient Available)',
    category: 'Delivery Attempt: Action Needed',
  },
  '30': {
    text: 'Delivery Attempted - No Access to Delivery Location',
    category: 'Delivery Attempt: Action Needed',
  },
  '51': { text: 'Business Closed', category: 'Delivery Attempt: Action Needed' },
  '55': { text: 'Notice Left (No Secure Location Available)', category: 'Delivery Attempt: Action Needed' },
  '04': { text: 'Refused', category: 'Alert' },
  '05': { text: 'Undeliverable as Addressed', category: 'Alert' },
  '11': { text: 'Dead Mail', category: 'Alert' },
  '09': { text: 'Return to Sender', category: 'Return to Sender' },
  '21': { text: 'Return to Sender, No Such Number', category: 'Return to Sender' },
  '24': { text: 'Return to Sender, Forward Expired', category: 'Return to Sender' },
  '28': { text: 'Return to Sender, Unclaimed', category: 'Return to Sender' },
  '31': { text: 'Return to Sender, Not Picked Up', category: 'Return to Sender' },
  '44': { text: 'Recalled by Sender', category: 'Return to Sender' },
  // Scans abroad come under codes that no list has; their words tell.
  H0: { text: 'Held in Customs', category: 'In Transit' },
}

const RETURNS = new Set(['09', '21', '22', '23', '24', '25', '26', '27', '28', '29', '31', '44'])
// USPS prints no hour for these: the electronic notice has none.
const DATE_ONLY = new Set(['GX', 'MA'])

/** Any code may be scanned; one that is not listed here is one that the receiver may not know either. */
export function meaningOf(code: string): ScanMeaning {
  return MEANINGS[code] ?? { text: `Event ${code}`, category: 'In Transit' }
}

export function isReturn(code: string): boolean {
  return RETURNS.has(code)
}

export function hasDateOnly(code: string): boolean {
  return DATE_ONLY.has(code)
}
