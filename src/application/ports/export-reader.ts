/** Contacts and addresses as rows of a file that an import takes back. */
export interface ExportReader {
  /**
   * Every contact, of one company or of all, in the order of ids; a page at a time, so no connection waits for
   * whoever reads slowly. What is added behind the page at hand is included.
   */
  contacts(companyId: string | null): AsyncIterable<string[][]>
  /** The same of the places in companies' books. */
  addresses(companyId: string | null): AsyncIterable<string[][]>
}
