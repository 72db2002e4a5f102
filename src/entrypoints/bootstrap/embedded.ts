import {
  EmbeddedPostgresUnavailable,
  startEmbeddedPostgres,
} from '../../adapters/embedded-postgres/embedded-postgres.ts'

// The one door to the embedded server for entrypoints, which never import adapters.
export { EmbeddedPostgresUnavailable, startEmbeddedPostgres }
