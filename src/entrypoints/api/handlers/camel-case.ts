type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S

/** The same fields under the names that use cases give them. */
export type CamelCased<T> = { [K in keyof T as K extends string ? Camel<K> : never]: T[K] }

/** For merge patches: what is absent stays absent, what is null stays null. */
export function camelCased<T extends object>(body: T): CamelCased<T> {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value as unknown,
    ]),
  ) as CamelCased<T>
}
