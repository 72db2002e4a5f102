import { IncomingWebhook } from '@slack/webhook'
import type { Notifier } from '../../application/ports/notifier.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'

const timeoutMs = 5000

/** Posts to one channel's incoming webhook. Without a URL nobody wants messages, and posting does nothing. */
export function createSlackNotifier(options: { url: string | null }): Notifier {
  const { url } = options
  if (url === null || url === '') return { post: async () => undefined }
  const webhook = new IncomingWebhook(url, { timeout: timeoutMs })
  return {
    async post({ text }) {
      try {
        await webhook.send({ text })
      } catch (cause) {
        // Slack allows one message a second; the job that repeats this one waits longer than that.
        throw new Unavailable('slack', 'Slack did not take the message.', { cause, retryAfterSeconds: 30 })
      }
    },
  }
}
