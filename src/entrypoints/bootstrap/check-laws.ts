// The door to the laws for entrypoints, which never import adapters.
export { checkLaws } from '../../adapters/postgres/law-checker.ts'
