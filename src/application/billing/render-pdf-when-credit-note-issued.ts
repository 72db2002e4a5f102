import type { TimelineEvent } from '../ports/event-relay.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { type DocumentParts, renderedCreditNote } from './invoice-document.ts'

/** Has the file ready before anybody asks. */
export function renderPdfWhenCreditNoteIssued(deps: DocumentParts & { unitOfWork: UnitOfWork }) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const document = await renderedCreditNote(deps, event.aggregate_id)
    await deps.unitOfWork.conclude(context, async (store) => {
      await store.claimReaction('render-pdf-when-credit-note-issued', event.event_id)
      await store.documents.put(document)
    })
    return { outcome: 'done' }
  }
}
