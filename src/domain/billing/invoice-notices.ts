/** What has been told of an open invoice, and how late it is in its company's calendar; negative before it is due. */
export interface InvoiceNotices {
  daysPastDue: number
  isToldOverdue: boolean
  lastReminderDay: number | null
}

/**
 * What is to be told now. Of several reminders that were missed only the latest is given: after days of silence the
 * customer hears once. A reminder for an earlier day than the last one given is never made up for.
 */
export function noticesDue(
  { daysPastDue, isToldOverdue, lastReminderDay }: InvoiceNotices,
  reminderDays: readonly number[],
): { isOverdue: boolean; reminderDay: number | null } {
  const due = reminderDays.filter((day) => day <= daysPastDue && (lastReminderDay ?? -Infinity) < day)
  return {
    isOverdue: daysPastDue > 0 && !isToldOverdue,
    reminderDay: due.length === 0 ? null : Math.max(...due),
  }
}
