/** The state of a JSONGenerator. */
import { JsonWriter } from '../../../values/json/writer.ts';
import { PlatformObject } from '../../../runtime/platformObject.ts';

export class GeneratorValue extends PlatformObject {
  readonly apexType = 'System.JSONGenerator';
  readonly writer: JsonWriter;
  isClosed = false;
  constructor(isPretty: boolean) {
    super();
    this.writer = new JsonWriter(isPretty);
  }
}
