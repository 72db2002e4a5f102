import type { DriverClient, DriverFactory } from 'slonik'
import { Unavailable } from '../../domain/shared/unavailable.ts'

/**
 * A driver that waits no longer than this for the server to answer a statement. The server's own statement timeout is
 * the shorter one and ends what is slow; a server that is frozen or cut off keeps no time. The connection is given up.
 */
export function withDeadline(factory: DriverFactory, deadlineMs: number): DriverFactory {
  return async (configuration) => {
    const driver = await factory(configuration)
    return {
      createClient: async () => answeringWithin(deadlineMs, await driver.createClient()),
    }
  }
}

function answeringWithin(deadlineMs: number, client: DriverClient): DriverClient {
  return {
    ...client,
    query: (sql, values, options) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Unavailable('database', 'The database does not answer.', { retryAfterSeconds: 1 }))
          client.destroy().catch(() => undefined)
        }, deadlineMs)
        client
          .query(sql, values, options)
          .then(resolve, reject)
          .finally(() => {
            clearTimeout(timer)
          })
      }),
  }
}
