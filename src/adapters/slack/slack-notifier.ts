import { IncomingWebhook } from '@slack/webhook'
import type { Notifier } from '../../application/ports/notifier.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'

/** Posts to an incoming webhook. Without a url nobody is told, which is right where no chat is configured. */
export function createSlackNotifier(options: { url: string | null }): Notifier {
  if (options.url === null) return { post: () => Promise.resolve() }
  const webhook = new IncomingWebhook(options.url, { timeout: 10_000 })
  return {
    async post(message) {
      try {
        await webhook.send(message.text)
      } catch (cause) {
        throw new Unavailable('slack', 'Slack did not take the message.', { cause, retryAfterSeconds: 30 })
      }
    },
  }
}
