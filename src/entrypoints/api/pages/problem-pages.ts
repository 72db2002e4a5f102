import type Router from '@koa/router'
import { Refusal } from '../../../domain/shared/refusal.ts'
import { type CatalogueEntry, type ProblemCode, problemCatalogue } from '../problem-catalogue.ts'
import { problemStatus, problemType } from '../problems.ts'
import type { RequestState } from '../request-state.ts'
import { escapeHtml, page } from './page.ts'

interface ExplainedProblem extends CatalogueEntry {
  type: string
  code: ProblemCode
  status: number
}

/** What `type` of every problem leads to: what it means and what to do. */
export function addProblemPages(router: Router<RequestState>): void {
  const problems = Object.entries(problemCatalogue).map(([code, entry]) =>
    explained(code as ProblemCode, entry),
  )
  const byType = new Map(problems.map((problem) => [problem.type, problem]))

  router.get('/problems', (ctx) => {
    ctx.state.operation = 'problems'
    if (ctx.accepts('html', 'json') === 'json') ctx.body = { data: problems }
    else sendPage(ctx, 'Problems', problems)
  })

  router.get('/problems/:code', (ctx) => {
    ctx.state.operation = 'problems'
    const problem = byType.get(ctx.path)
    if (problem === undefined) throw new Refusal('not_found', 'We answer no such problem.')
    if (ctx.accepts('html', 'json') === 'json') ctx.body = problem
    else sendPage(ctx, problem.title, [problem])
  })
}

function explained(code: ProblemCode, { title, meaning }: CatalogueEntry): ExplainedProblem {
  return { type: problemType(code), code, title, status: problemStatus(code), meaning }
}

function sendPage(
  ctx: { type: string; body: unknown; set(name: string, value: string): void },
  title: string,
  problems: readonly ExplainedProblem[],
): void {
  const sections = problems.map(
    ({ type, title: heading, code, status, meaning }) =>
      `<section><h2><a href="${type}">${escapeHtml(heading)}</a></h2>` +
      `<p><code>${code}</code>, HTTP ${status}</p><p>${escapeHtml(meaning)}</p></section>`,
  )
  ctx.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  ctx.type = 'text/html; charset=utf-8'
  ctx.body = page(title, `<main>\n<h1>${escapeHtml(title)}</h1>\n${sections.join('\n')}\n</main>`)
}
