import { found } from '../../../application/found.ts'
import type { Handlers } from './handler.ts'

export const jobs = {
  listJobRuns: { list: (app, { query }, page) => app.views.jobs.list(query, page) },

  getJobRun: async (app, { params: { jobId } }) => found(await app.views.jobs.detail(jobId), 'job', jobId),

  listJobQueues: async (app) => ({ data: await app.views.jobs.queues() }),

  pauseJobQueue: {
    run: (app, { params, body }, context) =>
      app.pauseJobQueue({ queue: params.queue, reason: body.reason }, context),
  },

  resumeJobQueue: {
    run: (app, { params }, context) => app.resumeJobQueue({ queue: params.queue }, context),
  },

  retryJobRun: { run: (app, { params }, context) => app.retryJobRun({ jobId: params.jobId }, context) },
} satisfies Pick<
  Handlers,
  'listJobRuns' | 'getJobRun' | 'retryJobRun' | 'listJobQueues' | 'pauseJobQueue' | 'resumeJobQueue'
>
