/** One record of a file, with the line on which it begins; lines are counted from 1. */
export interface CsvRecord {
  line: number
  cells: string[]
}

/** A file that has arrived completely. */
export interface CsvFile {
  /**
   * Its records from the first, the header included, without empty lines. May be read any number of times.
   * Refuses `import_malformed` where the text is no CSV in UTF-8.
   */
  records(): AsyncIterable<CsvRecord>
}
