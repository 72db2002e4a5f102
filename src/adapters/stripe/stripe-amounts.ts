/** Stripe counts in numbers; an amount that a number cannot hold exactly never leaves. */
export function minorNumber(amountMinor: bigint): number {
  const amount = Number(amountMinor)
  if (!Number.isSafeInteger(amount)) throw new Error(`${amountMinor.toString()} is no amount of money`)
  return amount
}
