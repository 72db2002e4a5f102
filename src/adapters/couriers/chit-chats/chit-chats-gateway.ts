import type { CourierGateway } from '../../../application/ports/courier-gateway.ts'
import { CourierMisconfigured } from '../../../domain/shipments/courier-failures.ts'
import { trackingAnswerOf } from '../courier-answer.ts'
import type { CourierHttp } from '../courier-http.ts'
import { isJsonObject } from '../usps/usps-scans.ts'
import { readChitChatsAnswer } from './chit-chats-answer.ts'
import { scanOf } from './chit-chats-scans.ts'

const PAUSE_SECONDS = 300

/** The shipments API of Chit Chats. It pushes nothing, so that whatever claims to be a push is none. */
export function createChitChatsGateway(
  api: { http: CourierHttp; clientId: string; accessToken: string } | null,
): CourierGateway {
  return {
    batchSize: api === null ? 0 : 1,

    async track(queries, { correlationId }) {
      if (api === null) {
        throw new CourierMisconfigured(
          'ChitChat',
          'Chit Chats cannot be asked without a client id and token.',
        )
      }
      const answers = []
      for (const { trackingNumber } of queries) {
        const reply = await api.http.send({
          method: 'GET',
          path: `/api/v1/clients/${encodeURIComponent(api.clientId)}/shipments/${encodeURIComponent(trackingNumber)}`,
          // The token alone, and no "Bearer" before it.
          headers: { accept: 'application/json', authorization: api.accessToken },
          correlationId,
        })
        answers.push(trackingAnswerOf('ChitChat', trackingNumber, readChitChatsAnswer(reply), PAUSE_SECONDS))
      }
      return answers
    },

    readScan: (raw) => scanOf(isJsonObject(raw) ? raw : {}),
    readPush: () => null,
  }
}
