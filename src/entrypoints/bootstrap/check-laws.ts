// The door to the laws for entrypoints, which never import adapters.
export { checkLaws, type Finding } from '../../adapters/postgres/law-checker.ts'
