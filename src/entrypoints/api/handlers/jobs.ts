import { found } from '../../../application/found.ts'
import type { Handlers } from './handler.ts'

export const jobs = {
  listJobRuns: { list: (app, { query }, page) => app.views.jobs.list(query, page) },

  getJobRun: async (app, { params: { jobId } }) => found(await app.views.jobs.detail(jobId), 'job', jobId),
} satisfies Pick<Handlers, 'listJobRuns' | 'getJobRun'>
