/** Who asked for an action. Written beside everything that the action changes. */
export interface Actor {
  kind: 'api_key' | 'webhook' | 'job' | 'system'
  id: string
  name: string
}

/** The platform acting on its own timetable or reaction. */
export function systemActor(name: string): Actor {
  return { kind: 'system', id: name, name }
}
