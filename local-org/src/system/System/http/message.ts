/** A request or response of HTTP: header names in any case, kept as written; a body of bytes. */
import { ApexBlob } from '../../../values/value.ts';
import { PlatformObject } from '../../../runtime/platformObject.ts';
import type { DocumentValue } from '../../Dom/documentValue.ts';

abstract class HttpMessage extends PlatformObject {
  /** Lower-case name to the name as written and the value. */
  readonly headers = new Map<string, { readonly name: string; readonly value: string }>();
  body: ApexBlob = new ApexBlob(new Uint8Array());

  setHeader(name: string, value: string): void {
    const folded = name.toLowerCase();
    this.headers.set(folded, { name: this.headers.get(folded)?.name ?? name, value });
  }
  header(name: string): string | null {
    return this.headers.get(name.toLowerCase())?.value ?? null;
  }
}

export class HttpRequestValue extends HttpMessage {
  readonly apexType = 'System.HttpRequest';
  endpoint: string | null = null;
  method: string | null = null;
  timeout = 10_000;
  isCompressed = false;
  document: DocumentValue | null = null;
  clientCertificate: string | null = null;
  override toString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint ?? 'null'}, Method=${this.method ?? 'null'}]`;
  }
}

export class HttpResponseValue extends HttpMessage {
  readonly apexType = 'System.HttpResponse';
  status: string | null = null;
  statusCode = 0;
  override toString(): string {
    return `System.HttpResponse[Status=${this.status ?? 'null'}, StatusCode=${this.statusCode}]`;
  }
}
