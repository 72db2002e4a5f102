import { Unavailable } from '../shared/unavailable.ts'

/** The courier asks us to wait. All calls with this account stop until then, not only the one that was answered so. */
export class CourierThrottled extends Unavailable {
  constructor(courierCode: string, message: string, retryAfterSeconds: number) {
    super(courierCode, message, { retryAfterSeconds })
    this.name = 'CourierThrottled'
  }
}

/** Our key is wrong, lacks a scope or is not wanted there: no retry mends it, a person has to. */
export class CourierMisconfigured extends Error {
  readonly courierCode: string

  constructor(courierCode: string, message: string) {
    super(message)
    this.name = 'CourierMisconfigured'
    this.courierCode = courierCode
  }
}
