import { found } from '../../../application/found.ts'
import type { Handlers } from './handler.ts'

export const reconciliation = {
  listReconciliations: { list: (app, _request, page) => app.views.reconciliations.reconciliations(page) },

  startReconciliation: {
    run: (app, { body }, context) =>
      app.startReconciliation({ from: new Date(body.from), to: new Date(body.to) }, context),
    location: ({ id }) => `/v1/reconciliations/${id}`,
  },

  getReconciliation: async (app, { params: { reconciliationId } }) =>
    found(
      await app.views.reconciliations.reconciliation(reconciliationId),
      'reconciliation',
      reconciliationId,
    ),

  listReconciliationDifferences: {
    list: async (app, { params: { reconciliationId }, query }, page) =>
      found(
        await app.views.reconciliations.differences(reconciliationId, query, page),
        'reconciliation',
        reconciliationId,
      ),
  },
} satisfies Pick<
  Handlers,
  'listReconciliations' | 'startReconciliation' | 'getReconciliation' | 'listReconciliationDifferences'
>
