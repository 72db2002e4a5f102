import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

export interface PushRequest {
  url: string
  headers: Record<string, string>
  body: Buffer
}

export interface PushAnswer {
  status: number | null
  error: string | null
}

export interface PushPoster {
  post: (push: PushRequest) => Promise<PushAnswer>
  stop: () => void
}

/** Posts over kept-alive connections. It never throws, and follows no redirect, as senders of webhooks do not. */
export function createPushPoster(options: { connections: number; timeoutMs: number }): PushPoster {
  const agentOptions = { keepAlive: true, maxSockets: options.connections }
  const httpAgent = new HttpAgent(agentOptions)
  const httpsAgent = new HttpsAgent(agentOptions)

  async function post(push: PushRequest): Promise<PushAnswer> {
    return await new Promise((resolve) => {
      const headers = { ...push.headers, 'content-length': String(push.body.length) }
      const isSecure = push.url.startsWith('https:')
      const start = isSecure ? httpsRequest : httpRequest
      try {
        const request = start(push.url, { method: 'POST', headers, agent: isSecure ? httpsAgent : httpAgent })
        const deadline = setTimeout(() => request.destroy(new Error('timeout')), options.timeoutMs)
        deadline.unref()
        const settle = (answer: PushAnswer): void => {
          clearTimeout(deadline)
          resolve(answer)
        }
        request.on('response', (response) => {
          response.resume()
          response.on('end', () => {
            settle({ status: response.statusCode ?? null, error: null })
          })
          response.on('error', (error) => {
            settle({ status: null, error: error.message })
          })
        })
        request.on('error', (error: NodeJS.ErrnoException) => {
          settle({ status: null, error: error.code ?? error.message })
        })
        request.end(push.body)
      } catch (error) {
        resolve({ status: null, error: error instanceof Error ? error.message : 'not sendable' })
      }
    })
  }

  return {
    post,
    stop: () => {
      httpAgent.destroy()
      httpsAgent.destroy()
    },
  }
}
