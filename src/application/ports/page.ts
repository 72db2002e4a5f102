/** Where a page of a list begins: right behind the row that this names. */
export interface PageKey {
  /** ISO 8601, in UTC with milliseconds: the precision in which the application writes every time. */
  at: string
  id: string
}

export interface PageRequest {
  limit: number
  after: PageKey | null
}

export interface Page<T> {
  data: T[]
  /** Where the next page begins; null on the last one. */
  next: PageKey | null
}
