/** Messages to the team's chat. Throws `Unavailable` when the chat cannot be reached; never fails business work. */
export interface Notifier {
  post(message: { text: string }): Promise<void>
}
