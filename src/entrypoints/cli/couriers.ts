import { randomInt } from 'node:crypto'
import { mod7, mod10 } from '../../domain/shipments/check-digits.ts'
import type { RunningPlatform } from './running-platform.ts'
import { UsageError } from './usage-error.ts'
import { uspsNumber } from './walk-order.ts'

/** A courier that has a simulator. */
export interface SimulatedCourier {
  /** As one writes it on the command line. */
  name: string
  /** As it stands in the database. */
  code: string
  simulator: Exclude<keyof RunningPlatform['simulators'], 'stripe'>
  /** A number that nobody has, with a right check digit. */
  trackingNumber: () => string
}

const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

export const simulatedCouriers: readonly SimulatedCourier[] = [
  { name: 'usps', code: 'USPS', simulator: 'usps', trackingNumber: uspsNumber },
  {
    name: 'dhl',
    code: 'DHL',
    simulator: 'dhl',
    trackingNumber: () => {
      const body = `1${digits(8)}`
      return `${body}${mod7(body)}`
    },
  },
  {
    name: 'canada-post',
    code: 'CanadaPost',
    simulator: 'canadaPost',
    trackingNumber: () => {
      const body = `70${digits(13)}`
      return `${body}${mod10(body)}`
    },
  },
  {
    name: 'chit-chats',
    code: 'ChitChat',
    simulator: 'chitChats',
    trackingNumber: () =>
      `K7${Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)] ?? 'A').join('')}`,
  },
]

/** By the name or the code of the courier, in any case. */
export function findSimulated(text: string): SimulatedCourier | null {
  const wanted = text.toLowerCase()
  return simulatedCouriers.find(({ name, code }) => name === wanted || code.toLowerCase() === wanted) ?? null
}

export function simulatedCourier(text: string): SimulatedCourier {
  const courier = findSimulated(text)
  if (courier !== null) return courier
  const names = simulatedCouriers.map(({ name }) => name).join(', ')
  throw new UsageError(`${text} has no simulator: --courier is one of ${names}.`)
}
