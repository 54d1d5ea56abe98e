/** System.PageReference: an address with parameters, headers and cookies. Pages themselves are not rendered. */
import type { ApexList, ApexMap } from '../../runtime/collections.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import type { SObjectValue } from '../../runtime/sobject.ts';
import { platformClass } from '../define.ts';
import { refuseNull } from '../support/nullChecks.ts';
import type { CookieValue } from './Cookie.ts';

export class PageReferenceValue extends PlatformObject {
  readonly apexType = 'System.PageReference';
  path: string;
  readonly parameters: ApexMap;
  readonly headers: ApexMap;
  readonly cookies: ApexMap;
  anchor: string | null = null;
  redirect: boolean | null = null;
  redirectCode = 0;

  constructor(runtime: Runtime, url: string) {
    super();
    const [, path = '', query, anchor] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(url) ?? [];
    this.path = path;
    this.anchor = anchor ?? null;
    this.parameters = runtime.newMap('String', 'String');
    this.headers = runtime.newMap('String', 'String');
    this.cookies = runtime.newMap('String', 'System.Cookie');
    for (const [name, value] of new URLSearchParams(query ?? '')) {
      this.parameters.put(name, value);
    }
  }
  get url(): string {
    const query = [...this.parameters.entries.values()]
      .filter(({ value }) => value !== null)
      .map(({ key, value }) => `${encode(key as string)}=${encode(value as string)}`);
    return `${this.path}${query.length === 0 ? '' : `?${query.join('&')}`}${this.anchor === null ? '' : `#${this.anchor}`}`;
  }
  override toString(): string {
    return `System.PageReference[${this.url}]`;
  }
}

const encode = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

export default platformClass('System.PageReference', {
  constructors: {
    '(String partialUrl)': (runtime, url: string | null) =>
      new PageReferenceValue(runtime, url ?? refuseNull(runtime, 1)),
    '(SObject record)': (runtime, record: SObjectValue | null) =>
      new PageReferenceValue(runtime, `/${(record ?? refuseNull(runtime, 1)).id ?? ''}`),
  },
  methods: {
    'String getAnchor()': (_runtime, self: PageReferenceValue) => self.anchor,
    'Map<String, System.Cookie> getCookies()': (_runtime, self: PageReferenceValue) => self.cookies,
    'Map<String, String> getHeaders()': (_runtime, self: PageReferenceValue) => self.headers,
    'Map<String, String> getParameters()': (_runtime, self: PageReferenceValue) => self.parameters,
    'Boolean getRedirect()': (_runtime, self: PageReferenceValue) => self.redirect === true,
    'Integer getRedirectCode()': (_runtime, self: PageReferenceValue) => self.redirectCode,
    'String getUrl()': (_runtime, self: PageReferenceValue) => self.url,
    'System.PageReference setAnchor(String anchor)': (_runtime, self: PageReferenceValue, anchor: string | null) => {
      self.anchor = anchor;
      return self;
    },
    'void setCookies(List<System.Cookie> cookies)': (runtime, self: PageReferenceValue, cookies: ApexList | null) => {
      for (const cookie of (cookies ?? refuseNull(runtime, 1)).items as readonly CookieValue[]) {
        self.cookies.put(cookie.name, cookie);
      }
      return null;
    },
    'System.PageReference setRedirect(Boolean redirect)': (
      _runtime,
      self: PageReferenceValue,
      redirect: boolean | null,
    ) => {
      self.redirect = redirect;
      return self;
    },
    'System.PageReference setRedirectCode(Integer code)': (_runtime, self: PageReferenceValue, code: number | null) => {
      self.redirectCode = code ?? 0;
      return self;
    },
  },
});
