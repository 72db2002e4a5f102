/** Weights 3, 1, 3, 1 … from the right: USPS, Canada Post, DHL Parcel. */
export function mod10(body: string): string {
  let sum = 0
  for (let index = 0; index < body.length; index += 1) {
    sum += Number(body[body.length - 1 - index]) * (index % 2 === 0 ? 3 : 1)
  }
  return String((10 - (sum % 10)) % 10)
}

const serialWeights = [8, 6, 4, 2, 3, 5, 9, 7]

/** Of the eight serial digits of an international number (UPU S10). */
export function s10(serial: string): string {
  const sum = serialWeights.reduce((total, weight, index) => total + weight * Number(serial[index]), 0)
  const rest = 11 - (sum % 11)
  return String(rest === 10 ? 0 : rest === 11 ? 5 : rest)
}

/** The preceding digits as one number: DHL Express. Eleven digits are within what a number holds exactly. */
export function mod7(body: string): string {
  return String(Number(body) % 7)
}
