/** The local org: the whole public API. */
export { LocalOrg, type ExecuteResult, type TestSelection } from './org/localOrg.ts';
export type { LocalOrgOptions, SourceFolder } from './org/orgParts.ts';
export { ManualClock } from './org/clock.ts';
export { OrgClock } from './org/orgClock.ts';
export type { StackLine, TestResult } from './testing/runner.ts';
export type { ClassCoverage } from './org/coverage.ts';
export type { CompileError } from './apex/types.ts';
