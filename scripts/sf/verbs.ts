/** One thing we do with the real platform, as the exact command line of the Salesforce CLI. */
export interface Verb {
  readonly does: string;
  /** The arguments after `sf`; `<name>` stands for a value of `VALUES`. */
  readonly command: readonly string[];
  /** True when the components' JavaScript must exist first, because it is emitted and not kept in the repository. */
  readonly needsBuild?: true;
}

export interface Value {
  readonly about: string;
  /** What is meant when the caller says nothing; without it the value must be given. */
  readonly default?: string;
}

const SCRATCH_ORG = [
  'org create scratch --definition-file config/project-scratch-def.json --alias <org> --set-default',
  '--target-dev-hub <hub> --duration-days <days> --wait 30',
];

/** The values a command line may ask for, given as `name=value`. */
export const VALUES = {
  hub: { about: 'alias of the Dev Hub', default: 'timesheet-hub' },
  org: { about: 'alias of the org to work with', default: 'timesheet-scratch' },
  days: { about: 'days until the scratch org expires', default: '14' },
  version: { about: 'package version id, which starts with 04t' },
} as const satisfies Readonly<Record<string, Value>>;

export const VERBS = {
  login: {
    does: 'Log in to the Dev Hub in the browser',
    command: words('org login web --alias <hub> --set-default-dev-hub'),
  },
  'login-org': {
    does: 'Log in to another org in the browser, to install the package there',
    command: words('org login web --alias <org>'),
  },
  scratch: {
    does: 'Create a scratch org that has the namespace, as the package will have it',
    command: words(...SCRATCH_ORG),
  },
  'scratch-plain': {
    does: 'Create a scratch org without a namespace',
    // Released versions carry the namespace, so they cannot be ancestors of what is deployed here.
    command: words(...SCRATCH_ORG, '--no-namespace --no-ancestors'),
  },
  deploy: {
    does: 'Deploy the source to the org',
    command: words('project deploy start --source-dir force-app --target-org <org> --wait 60'),
    needsBuild: true,
  },
  assign: {
    does: 'Give yourself every persona, so that you see all of the app',
    command: words(
      'org assign permset --name Time_User --name Time_Manager --name Sync_Admin --name Sync_Integration',
      '--target-org <org>',
    ),
  },
  test: {
    does: 'Run all Apex tests of the package in the org, with coverage',
    command: words(
      'apex run test --test-level RunLocalTests --code-coverage --detailed-coverage --result-format human',
      '--output-dir build/apex-tests --target-org <org> --wait 60',
    ),
  },
  open: {
    does: 'Open the org in the browser',
    command: words('org open --target-org <org>'),
  },
  delete: {
    does: 'Delete the scratch org',
    command: words('org delete scratch --target-org <org> --no-prompt'),
  },
  'create-package': {
    does: 'Create the package in the Dev Hub; done once in its life',
    command: [
      ...words('package create --name'),
      'Timesheet Sync',
      ...words('--package-type Managed --path force-app --target-dev-hub <hub>'),
    ],
  },
  'create-version': {
    does: 'Build a beta version of the package, with its tests and coverage',
    command: [
      ...words('package version create --package'),
      'Timesheet Sync',
      ...words('--code-coverage --installation-key-bypass --target-dev-hub <hub> --wait 120'),
    ],
    needsBuild: true,
  },
  'report-version': {
    does: 'Show one version: its coverage, its ancestor, whether it is released',
    command: words('package version report --package <version> --verbose --target-dev-hub <hub>'),
  },
  install: {
    does: 'Install or upgrade a version in the org, for its admins only',
    command: words(
      'package install --package <version> --security-type AdminsOnly --target-org <org>',
      '--wait 30 --publish-wait 10 --no-prompt',
    ),
  },
  uninstall: {
    does: 'Remove a version from the org',
    command: words('package uninstall --package <version> --target-org <org> --wait 30'),
  },
  promote: {
    does: 'Release a version; it asks first, because this can never be taken back',
    command: words('package version promote --package <version> --target-dev-hub <hub>'),
  },
} as const satisfies Readonly<Record<string, Verb>>;

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}
