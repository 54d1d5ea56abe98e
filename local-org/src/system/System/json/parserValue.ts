/** The state of a JSONParser. */
import { JsonTokens, type JsonToken } from '../../../values/json/tokens.ts';
import { PlatformObject } from '../../../runtime/platformObject.ts';

export class ParserValue extends PlatformObject {
  readonly apexType = 'System.JSONParser';
  readonly tokens: JsonTokens;
  /** Differs from the reader's own after `clearCurrentToken`. */
  current: JsonToken | null = null;
  lastCleared: JsonToken | null = null;
  constructor(text: string) {
    super();
    this.tokens = new JsonTokens(text);
  }
}
