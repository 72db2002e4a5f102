import type { Handlers } from './handler.ts'

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' }

export const system = {
  getLiveness: async () => ({ status: 'alive' as const }),

  getReadiness: {
    reply: async (app) => {
      const checks = await app.readiness()
      const isReady = checks.every(({ ok }) => ok)
      const body = JSON.stringify({ status: isReady ? 'ready' : 'not_ready', checks })
      if (isReady) return { status: 200, headers: JSON_TYPE, body }
      return { status: 503, headers: { ...JSON_TYPE, 'Retry-After': '5' }, body }
    },
  },

  getMetrics: {
    reply: async (app) => {
      const { contentType, text } = await app.telemetry.expose()
      return { status: 200, headers: { 'Content-Type': contentType }, body: text }
    },
  },
} satisfies Pick<Handlers, 'getLiveness' | 'getReadiness' | 'getMetrics'>
