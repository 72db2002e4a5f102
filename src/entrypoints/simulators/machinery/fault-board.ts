import { ControlRefusal } from './control-input.ts'

/**
 * amount: any whole number, such as milliseconds. rate: a probability from 0 to 1.
 * next: a count that runs down, one per hit. text, texts and flag are what they say.
 */
export type FaultKind = 'amount' | 'rate' | 'next' | 'flag' | 'text' | 'texts'
export type FaultShape = Readonly<Record<string, FaultKind>>
type FaultValue = number | boolean | string | string[]

const OFF: Readonly<Record<FaultKind, () => FaultValue>> = {
  amount: () => 0,
  rate: () => 0,
  next: () => 0,
  flag: () => false,
  text: () => '',
  texts: () => [],
}

const DEMANDS: Readonly<Record<FaultKind, string>> = {
  amount: 'a whole number of 0 or more',
  rate: 'a number from 0 to 1',
  next: 'a whole number of 0 or more',
  flag: 'true or false',
  text: 'a text',
  texts: 'a list of texts',
}

/** The faults somebody has asked for. They live in memory only: a restarted simulator is a healthy one. */
export class FaultBoard<Shape extends FaultShape> {
  readonly shape: Shape
  #values = new Map<string, FaultValue>()

  constructor(shape: Shape) {
    this.shape = shape
    this.clear()
  }

  /** Sets what is named and switches everything else off. */
  replace(wanted: Record<string, unknown>): void {
    const values = new Map<string, FaultValue>()
    for (const [name, kind] of Object.entries(this.shape)) values.set(name, OFF[kind]())
    for (const [name, value] of Object.entries(wanted)) {
      const kind = this.shape[name]
      if (kind === undefined) {
        throw new ControlRefusal(
          `There is no fault "${name}"; there are: ${Object.keys(this.shape).join(', ')}.`,
        )
      }
      if (!isOfKind(kind, value)) throw new ControlRefusal(`The fault "${name}" must be ${DEMANDS[kind]}.`)
      values.set(name, value)
    }
    this.#values = values
  }

  clear(): void {
    this.replace({})
  }

  view(): Record<string, FaultValue> {
    return Object.fromEntries(this.#values)
  }

  number(name: keyof Shape & string): number {
    const value = this.#values.get(name)
    return typeof value === 'number' ? value : 0
  }

  isOn(name: keyof Shape & string): boolean {
    return this.#values.get(name) === true
  }

  text(name: keyof Shape & string): string {
    const value = this.#values.get(name)
    return typeof value === 'string' ? value : ''
  }

  lists(name: keyof Shape & string, wanted: string): boolean {
    const value = this.#values.get(name)
    return Array.isArray(value) && value.includes(wanted)
  }

  /** Whether the fault strikes now: first the counted ones, then by chance. */
  strikes(rateName: keyof Shape & string, nextName: keyof Shape & string): boolean {
    const left = this.number(nextName)
    if (left > 0) {
      this.#values.set(nextName, left - 1)
      return true
    }
    const rate = this.number(rateName)
    return rate > 0 && Math.random() < rate
  }
}

function isOfKind(kind: FaultKind, value: unknown): value is FaultValue {
  switch (kind) {
    case 'amount':
    case 'next':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0
    case 'rate':
      return typeof value === 'number' && value >= 0 && value <= 1
    case 'flag':
      return typeof value === 'boolean'
    case 'text':
      return typeof value === 'string'
    case 'texts':
      return Array.isArray(value) && value.every((each) => typeof each === 'string')
  }
}
