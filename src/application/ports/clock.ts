/** The only source of "now". Tests move it by hand. */
export interface Clock {
  now(): Date
}
