/** System.URL: the parts of a URL as Java's `java.net.URL` reads them. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';
import { orgDomainUrl } from '../support/orgDomain.ts';

const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };
const SHAPE = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/;

export class UrlValue extends PlatformObject {
  readonly apexType = 'System.URL';
  readonly protocol: string;
  readonly userInfo: string | null;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly query: string | null;
  readonly ref: string | null;

  constructor(match: RegExpExecArray) {
    super();
    const authority = /^(?:(.*)@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(match[2] ?? '');
    this.protocol = (match[1] ?? '').toLowerCase();
    this.userInfo = authority?.[1] ?? null;
    this.host = authority?.[2] ?? '';
    this.port = authority?.[3] ? Number(authority[3]) : -1;
    this.path = match[3] ?? '';
    this.query = match[4] ?? null;
    this.ref = match[5] ?? null;
  }
  get authority(): string {
    return `${this.userInfo === null ? '' : `${this.userInfo}@`}${this.host}${this.port < 0 ? '' : `:${this.port}`}`;
  }
  get file(): string {
    return this.path + (this.query === null ? '' : `?${this.query}`);
  }
  override toString(): string {
    return `${this.protocol}:${this.authority === '' ? '' : `//${this.authority}`}${this.file}${this.ref === null ? '' : `#${this.ref}`}`;
  }
}

function parse(runtime: Runtime, spec: string): UrlValue {
  const match = SHAPE.exec(spec.trim());
  if (!match) {
    return runtime.fail('System.StringException', `no protocol: ${spec}`);
  }
  const known = ['http', 'https', 'ftp', 'file', 'jar', 'mailto'].includes((match[1] ?? '').toLowerCase());
  return known ? new UrlValue(match) : runtime.fail('System.StringException', `unknown protocol: ${match[1] ?? ''}`);
}
function resolve(runtime: Runtime, context: UrlValue, spec: string): UrlValue {
  try {
    return parse(runtime, new URL(spec, context.toString()).href);
  } catch {
    return runtime.fail('System.StringException', `no protocol: ${spec}`);
  }
}
const build = (runtime: Runtime, protocol: string, host: string, port: number, file: string): UrlValue =>
  parse(runtime, `${protocol}://${host}${port < 0 ? '' : `:${port}`}${file}`);

export default platformClass('System.URL', {
  constructors: withoutNulls({
    '(String spec)': parse,
    '(System.URL context, String spec)': resolve,
    '(String protocol, String host, String file)': (runtime, protocol: string, host: string, file: string) =>
      build(runtime, protocol, host, -1, file),
    '(String protocol, String host, Integer port, String file)': build,
  }),
  methods: withoutNulls({
    'String getAuthority()': (_runtime, self: UrlValue) => self.authority,
    'Integer getDefaultPort()': (_runtime, self: UrlValue) => PORTS[self.protocol] ?? -1,
    'String getFile()': (_runtime, self: UrlValue) => self.file,
    'String getHost()': (_runtime, self: UrlValue) => self.host,
    'static System.URL getOrgDomainUrl()': (runtime) => parse(runtime, orgDomainUrl(runtime)),
    'String getPath()': (_runtime, self: UrlValue) => self.path,
    'Integer getPort()': (_runtime, self: UrlValue) => self.port,
    'String getProtocol()': (_runtime, self: UrlValue) => self.protocol,
    'String getQuery()': (_runtime, self: UrlValue) => self.query,
    'String getRef()': (_runtime, self: UrlValue) => self.ref,
    'static System.URL getSalesforceBaseUrl()': (runtime) => parse(runtime, orgDomainUrl(runtime)),
    'String getUserInfo()': (_runtime, self: UrlValue) => self.userInfo,
    'Boolean sameFile(System.URL other)': (_runtime, self: UrlValue, other: UrlValue) =>
      self.protocol === other.protocol &&
      self.host.toLowerCase() === other.host.toLowerCase() &&
      self.file === other.file &&
      (self.port < 0 ? PORTS[self.protocol] : self.port) === (other.port < 0 ? PORTS[other.protocol] : other.port),
    'String toExternalForm()': (_runtime, self: UrlValue) => self.toString(),
    'String toString()': (_runtime, self: UrlValue) => self.toString(),
  }),
});
