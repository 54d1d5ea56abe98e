/** System.Cookie. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';

export class CookieValue extends PlatformObject {
  readonly apexType = 'System.Cookie';
  readonly name: string;
  readonly value: string;
  readonly path: string | null;
  readonly maxAge: number;
  readonly isSecure: boolean;
  readonly sameSite: string | null;
  readonly isHttpOnly: boolean;
  constructor(
    _runtime: Runtime,
    name: string,
    value: string,
    path: string | null,
    maxAge: number,
    isSecure: boolean,
    sameSite: string | null = null,
    isHttpOnly = false,
  ) {
    super();
    this.name = name;
    this.value = value;
    this.path = path;
    this.maxAge = maxAge;
    this.isSecure = isSecure;
    this.sameSite = sameSite;
    this.isHttpOnly = isHttpOnly;
  }
}

type Arguments = ConstructorParameters<typeof CookieValue>;
const make = (...args: Arguments): CookieValue => new CookieValue(...args);

export default platformClass('System.Cookie', {
  constructors: {
    '(String name, String value, String path, Integer maxAge, Boolean isSecure)': make,
    '(String name, String value, String path, Integer maxAge, Boolean isSecure, String sameSite)': make,
    '(String name, String value, String path, Integer maxAge, Boolean isSecure, String sameSite, Boolean isHttpOnly)':
      make,
  },
  methods: {
    'Integer getMaxAge()': (_runtime, self: CookieValue) => self.maxAge,
    'String getName()': (_runtime, self: CookieValue) => self.name,
    'String getPath()': (_runtime, self: CookieValue) => self.path,
    'String getSameSite()': (_runtime, self: CookieValue) => self.sameSite,
    'String getValue()': (_runtime, self: CookieValue) => self.value,
    'Boolean isHttpOnly()': (_runtime, self: CookieValue) => self.isHttpOnly,
    'Boolean isSecure()': (_runtime, self: CookieValue) => self.isSecure,
  },
});
