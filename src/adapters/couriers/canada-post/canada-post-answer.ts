import {
  answerByStatus,
  type CourierAnswer,
  factsOf,
  type HttpAnswer,
  storableText,
} from '../courier-answer.ts'
import { textOf } from '../usps/usps-texts.ts'
import { scansOf } from './canada-post-scans.ts'
import { readDocument } from './canada-post-xml.ts'

const THROTTLE_SECONDS = 60
const notYet = new Set(['004', '007'])
const misconfigured = /^(?:E002|AA00[1-6])$/

/** Reads a tracking answer by its root element: errors come with 200 as well. Never throws for what was sent. */
export function readCanadaPostAnswer(answer: HttpAnswer): CourierAnswer {
  const document = readDocument(storableText(answer.text))
  if (document === null) {
    return answer.status === 200
      ? {
          outcome: 'unavailable',
          reason: 'Canada Post answered with something that is no document of theirs.',
        }
      : answerByStatus('Canada Post', answer)
  }
  if (document.root === 'tracking-detail') {
    const { detail } = document
    return {
      outcome: 'found',
      scans: scansOf(detail),
      facts: factsOf({ service: textOf(detail, 'service-name') }),
    }
  }
  const codes = document.messages.map(({ code }) => code)
  const told = document.messages.map(({ code, description }) => `${code} ${description}`).join('; ')
  if (/rejected by slm monitor/i.test(told)) {
    return { outcome: 'throttled', seconds: answer.retryAfterSeconds ?? THROTTLE_SECONDS }
  }
  if (codes.some((code) => misconfigured.test(code))) {
    return { outcome: 'misconfigured', reason: `Canada Post: ${told}` }
  }
  if (codes.some((code) => notYet.has(code))) return { outcome: 'not_found', reason: `Canada Post: ${told}` }
  if (answer.status === 200) return { outcome: 'refused', reason: `Canada Post: ${told}` }
  return answer.status === 404
    ? { outcome: 'refused', reason: `Canada Post: ${told}` }
    : answerByStatus('Canada Post', answer)
}
