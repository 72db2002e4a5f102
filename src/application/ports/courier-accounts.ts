/** An OAuth token that all processes share: couriers count the calls that mint one. */
export interface CourierToken {
  accessToken: string
  expiresAt: Date
  /** Words with spaces between them. */
  scope: string
}

/** The tokens of our accounts with couriers. */
export interface CourierTokens {
  /** The token at hand; null when there is none or it has expired. */
  find(courierCode: string, now: Date): Promise<CourierToken | null>
  /** True for one caller at a time; the others wait for its token. The claim lapses by itself. */
  claimRenewal(courierCode: string, now: Date): Promise<boolean>
  /** Keeps the token and ends the claim. */
  save(courierCode: string, token: CourierToken): Promise<void>
  /** Forgets this token, if it is still the one at hand, and ends the claim. */
  forget(courierCode: string, accessToken: string | null): Promise<void>
}

/** The courier told us to wait, does not accept us, or failed so often in a row that it is left alone. */
export type PauseKind = 'throttled' | 'misconfigured' | 'failing'

/** How often a courier may be called, whoever calls. Kept in the database, so that all processes spend one budget. */
export interface CourierBudget {
  /**
   * Takes up to `calls` of what is left; granted is what was had, and `waitSeconds` how long until there is more.
   * Grants nothing while the courier is paused. One statement: callers at once never overspend.
   */
  take(courierCode: string, calls: number, now: Date): Promise<{ granted: number; waitSeconds: number }>
  /** Stops all calls until then; a later end stands. */
  pause(courierCode: string, until: Date, reason: string, kind: PauseKind): Promise<void>
}
