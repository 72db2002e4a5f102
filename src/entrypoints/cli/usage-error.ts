/** The command cannot do what was asked; the message is one sentence with the remedy. */
export class UsageError extends Error {}
