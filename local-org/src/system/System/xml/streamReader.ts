/** The state of an XmlStreamReader: the events of the document and which one is current. */
import { PlatformObject } from '../../../runtime/platformObject.ts';
import type { Runtime } from '../../../runtime/runtime.ts';
import { readXml, XmlFault, type XmlEvent } from '../../../values/xml/tree.ts';

/** Numbers of Java's XMLStreamConstants, in the order of `XmlTag`. */
export const EVENT_NUMBERS: Readonly<Record<string, number>> = {
  START_ELEMENT: 1,
  END_ELEMENT: 2,
  PROCESSING_INSTRUCTION: 3,
  CHARACTERS: 4,
  COMMENT: 5,
  START_DOCUMENT: 7,
  END_DOCUMENT: 8,
  CDATA: 12,
};
const TAGS: Readonly<Record<XmlEvent['kind'], string>> = {
  start: 'START_ELEMENT',
  end: 'END_ELEMENT',
  text: 'CHARACTERS',
  cdata: 'CHARACTERS',
  comment: 'COMMENT',
  instruction: 'PROCESSING_INSTRUCTION',
};

export class StreamReaderValue extends PlatformObject {
  readonly apexType = 'System.XmlStreamReader';
  #events: readonly XmlEvent[] = [];
  /** -1 at the start of the document. */
  #at = -1;
  #fault: string | null = null;

  constructor(_runtime: Runtime, source: string) {
    super();
    try {
      this.#events = readXml(source);
    } catch (thrown) {
      if (!(thrown instanceof XmlFault)) {
        throw thrown;
      }
      this.#fault = thrown.message;
    }
  }

  get event(): XmlEvent | null {
    return this.#events[this.#at] ?? null;
  }
  get tag(): string {
    return this.#at < 0 ? 'START_DOCUMENT' : this.event === null ? 'END_DOCUMENT' : TAGS[this.event.kind];
  }
  get hasNext(): boolean {
    return this.#at < this.#events.length;
  }
  next(runtime: Runtime): number {
    if (this.#fault !== null) {
      runtime.fail('System.XmlException', this.#fault);
    }
    if (!this.hasNext) {
      runtime.fail('System.NoSuchElementException', 'No more elements');
    }
    this.#at++;
    return EVENT_NUMBERS[this.tag] ?? 0;
  }
  /** Joins neighboring texts into one event. */
  coalesce(): void {
    const joined: XmlEvent[] = [];
    for (const event of this.#events) {
      const last = joined.at(-1);
      if (
        (event.kind === 'text' || event.kind === 'cdata') &&
        last !== undefined &&
        (last.kind === 'text' || last.kind === 'cdata')
      ) {
        joined[joined.length - 1] = { ...last, kind: 'text', text: last.text + event.text };
      } else {
        joined.push(event);
      }
    }
    this.#events = joined;
  }
}
