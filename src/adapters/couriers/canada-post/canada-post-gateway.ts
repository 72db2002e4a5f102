import type { CourierGateway } from '../../../application/ports/courier-gateway.ts'
import { CourierMisconfigured } from '../../../domain/shipments/courier-failures.ts'
import { trackingAnswerOf } from '../courier-answer.ts'
import type { CourierHttp } from '../courier-http.ts'
import { isJsonObject } from '../usps/usps-scans.ts'
import { readCanadaPostAnswer } from './canada-post-answer.ts'
import { scanOf } from './canada-post-scans.ts'

const PAUSE_SECONDS = 60

/** Canada Post tracking, version 2. It pushes nothing, so that whatever claims to be a push is none. */
export function createCanadaPostGateway(
  api: { http: CourierHttp; user: string; password: string } | null,
): CourierGateway {
  return {
    batchSize: api === null ? 0 : 1,

    async track(queries, { correlationId }) {
      if (api === null) {
        throw new CourierMisconfigured('CanadaPost', 'Canada Post cannot be asked without a key.')
      }
      const authorization = `Basic ${Buffer.from(`${api.user}:${api.password}`).toString('base64')}`
      const answers = []
      for (const { trackingNumber } of queries) {
        const reply = await api.http.send({
          method: 'GET',
          path: `/vis/track/pin/${encodeURIComponent(trackingNumber)}/detail`,
          headers: {
            // Exact: anything wider is an error there.
            accept: 'application/vnd.cpc.track-v2+xml',
            'accept-language': 'en-CA',
            authorization,
          },
          correlationId,
        })
        answers.push(
          trackingAnswerOf('CanadaPost', trackingNumber, readCanadaPostAnswer(reply), PAUSE_SECONDS),
        )
      }
      return answers
    },

    readScan: (raw) => scanOf(isJsonObject(raw) ? raw : {}),
    readPush: () => null,
  }
}
