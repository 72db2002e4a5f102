import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type Router from '@koa/router'
import type { RequestState } from '../request-state.ts'
import { page } from './page.ts'

/** The viewer writes its styles into the page; scripts, data and fonts come from here and nowhere else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const START = `Scalar.createApiReference('#reference', {
  url: '/openapi.yaml',
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: 'never',
  showToolbar: 'never',
  hideClientButton: true,
  agent: { disabled: true },
  mcp: { disabled: true },
})
`

const HTML = page(
  'Waybill API',
  '<div id="reference"></div>\n<script src="/docs/viewer.js"></script>\n<script src="/docs/start.js"></script>',
)

/** The API reference and the contract that it shows, without a request to anybody else. */
export function addReferencePages(router: Router<RequestState>, contract: string): void {
  let viewer: Promise<{ plain: Buffer; zipped: Buffer }> | undefined

  router.get('/openapi.yaml', (ctx) => {
    ctx.state.operation = 'contract'
    ctx.type = 'application/yaml; charset=utf-8'
    ctx.body = contract
  })
  router.get('/docs', (ctx) => {
    ctx.state.operation = 'reference'
    ctx.set('Content-Security-Policy', POLICY)
    ctx.type = 'text/html; charset=utf-8'
    ctx.body = HTML
  })
  router.get('/docs/start.js', (ctx) => {
    ctx.state.operation = 'reference'
    ctx.type = 'text/javascript; charset=utf-8'
    ctx.body = START
  })
  router.get('/docs/viewer.js', async (ctx) => {
    ctx.state.operation = 'reference'
    viewer ??= readViewer()
    const { plain, zipped } = await viewer
    ctx.set('Cache-Control', 'public, max-age=3600')
    ctx.set('Vary', 'Accept-Encoding')
    ctx.type = 'text/javascript; charset=utf-8'
    if (ctx.acceptsEncodings('gzip', 'identity') === 'gzip') {
      ctx.set('Content-Encoding', 'gzip')
      ctx.body = zipped
    } else {
      ctx.body = plain
    }
  })
}

/** Four megabytes that most processes never serve: read and compressed when somebody first looks. */
async function readViewer(): Promise<{ plain: Buffer; zipped: Buffer }> {
  const module = import.meta.resolve('@scalar/api-reference')
  const plain = await readFile(new URL('./browser/standalone.js', module))
  return { plain, zipped: await promisify(gzip)(plain) }
}
