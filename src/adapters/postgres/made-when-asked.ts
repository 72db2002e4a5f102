import type { Db } from './sql.ts'

/**
 * An object of stores or readers over one connection, each made when it is first asked for: an action uses three or
 * four of some fifty, whose functions would otherwise be garbage of every transaction, and of the long-lived kind.
 */
export function madeWhenAsked<T extends object>(
  makers: {
    readonly [Name in keyof T]: (db: Db) => T[Name]
  },
): (db: Db) => T {
  class MadeWhenAsked {
    readonly made = new Map<string, unknown>()
    readonly db: Db

    constructor(db: Db) {
      this.db = db
    }
  }
  for (const [name, make] of Object.entries<(db: Db) => unknown>(makers)) {
    Object.defineProperty(MadeWhenAsked.prototype, name, {
      get(this: MadeWhenAsked) {
        if (!this.made.has(name)) this.made.set(name, make(this.db))
        return this.made.get(name)
      },
    })
  }
  return (db) => new MadeWhenAsked(db) as unknown as T
}
