import type { operations } from './operations.gen.ts'

export type OperationId = keyof operations

type Given<T> = [Exclude<T, undefined>] extends [never]
  ? Readonly<Record<string, never>>
  : Exclude<T, undefined>

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never

type Succeeded<R> = R extends { 200: infer Answer }
  ? Answer
  : R extends { 201: infer Answer }
    ? Answer
    : never

/** What the path carries. */
export type Params<O extends OperationId> = Given<operations[O]['parameters']['path']>

/** What the query asks for; defaults are filled in. */
export type Query<O extends OperationId> = Given<operations[O]['parameters']['query']>

/** The JSON body; undefined where the contract lets it be absent. */
export type Body<O extends OperationId> = operations[O] extends { requestBody: infer R }
  ? Json<R>
  : operations[O] extends { requestBody?: infer R }
    ? Json<Exclude<R, undefined>> | undefined
    : undefined

/** The file that the operation takes, null where it takes none. */
export type FileOf<O extends OperationId, File> = operations[O] extends {
  requestBody: { content: { 'text/csv': string } }
}
  ? File
  : null

/** The version that If-Match names; null where it is optional and absent. */
export type ExpectedVersion<O extends OperationId> = operations[O]['parameters'] extends {
  header: { 'If-Match': string }
}
  ? number
  : number | null

/** The JSON of success. */
export type Answer<O extends OperationId> = Json<Succeeded<operations[O]['responses']>>

/** One row of a list. */
export type Item<O extends OperationId> = Answer<O> extends { data: (infer T)[] } ? T : never

/** What a list answers beside its page. */
export type BesidePage<O extends OperationId> = Omit<Answer<O>, 'data' | 'has_more' | 'next_cursor'>
