/** One defect a check found: where it is, what is wrong and how to mend it. */
export interface Finding {
  /** The check's name, optionally with the rule after a slash: `metadata/reference`. */
  readonly check: string;
  /** Path relative to the project's root, with forward slashes. */
  readonly file: string;
  /** 1-based; 1 when the defect belongs to the file as a whole. */
  readonly line: number;
  readonly message: string;
  /** What to do, as an imperative sentence. */
  readonly fix: string;
}

/** The source tree a check reads. The same source is checked once with its namespace and once without. */
export interface Project {
  /** Absolute path of the folder that holds `sfdx-project.json`. */
  readonly root: string;
  /** Package directories relative to the root, as `sfdx-project.json` lists them. */
  readonly packageDirectories: readonly string[];
  /** `tsync`, or the empty string for the plain reading. */
  readonly namespace: string;
}

/** A tool that the machine lacks, as opposed to a defect in the source; the message says how to get it. */
export class MissingToolError extends Error {
  override readonly name = 'MissingToolError';
}

export interface Check {
  readonly name: string;
  /** One line for the report: what passing this check proves. */
  readonly proves: string;
  /** True when the namespace changes the outcome, so that both readings must be run. */
  readonly readsNamespace: boolean;
  run(project: Project): Promise<readonly Finding[]>;
}
