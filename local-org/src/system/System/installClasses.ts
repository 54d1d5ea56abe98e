/** What an installation is told, and version numbers. */
import { platformClass, type PlatformClass } from '../define.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';

export class VersionValue extends PlatformObject {
  readonly apexType = 'System.Version';
  readonly parts: readonly [number, number, number | null];
  constructor(major: number, minor: number, patch: number | null) {
    super();
    this.parts = [major, minor, patch];
  }
  override toString(): string {
    return this.parts.filter((part) => part !== null).join('.');
  }
}
export class InstallContextValue extends PlatformObject {
  readonly apexType = 'System.InstallContext';
  readonly organizationId: string;
  readonly installerId: string;
  readonly previous: VersionValue | null;
  readonly isPush: boolean;
  constructor(organizationId: string, installerId: string, previous: VersionValue | null, isPush: boolean) {
    super();
    this.organizationId = organizationId;
    this.installerId = installerId;
    this.previous = previous;
    this.isPush = isPush;
  }
}

const declared = (): never => {
  throw new Error('A method of an interface has no code');
};
const compare = (left: VersionValue, right: VersionValue): number => {
  for (const index of [0, 1, 2] as const) {
    const [mine, other] = [left.parts[index], right.parts[index]];
    if (mine !== null && other !== null && mine !== other) {
      return mine > other ? 1 : -1;
    }
  }
  return 0;
};

export const installClasses: readonly PlatformClass[] = [
  platformClass('System.InstallHandler', {
    form: 'interface',
    methods: { 'void onInstall(System.InstallContext context)': declared },
  }),
  platformClass('System.UninstallHandler', {
    form: 'interface',
    methods: { 'void onUninstall(System.UninstallContext context)': declared },
  }),
  platformClass('System.UninstallContext', {
    form: 'interface',
    methods: { 'Id organizationId()': declared, 'Id uninstallerId()': declared },
  }),
  platformClass('System.InstallContext', {
    form: 'interface',
    methods: {
      'Id organizationId()': (_runtime, self: InstallContextValue) => self.organizationId,
      'Id installerId()': (_runtime, self: InstallContextValue) => self.installerId,
      'Boolean isUpgrade()': (_runtime, self: InstallContextValue) => self.previous !== null,
      'Boolean isPush()': (_runtime, self: InstallContextValue) => self.isPush,
      'System.Version previousVersion()': (_runtime, self: InstallContextValue) => self.previous,
    },
  }),
  platformClass('System.Version', {
    constructors: {
      '(Integer major, Integer minor)': (_runtime, major: number, minor: number) =>
        new VersionValue(major, minor, null),
      '(Integer major, Integer minor, Integer patch)': (_runtime, major: number, minor: number, patch: number) =>
        new VersionValue(major, minor, patch),
    },
    methods: {
      'Integer major()': (_runtime, self: VersionValue) => self.parts[0],
      'Integer minor()': (_runtime, self: VersionValue) => self.parts[1],
      'Integer patch()': (_runtime, self: VersionValue) => self.parts[2],
      'Integer compareTo(System.Version other)': (_runtime, self: VersionValue, other: VersionValue) =>
        compare(self, other),
    },
  }),
];
