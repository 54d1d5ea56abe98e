import { LightningElement, api } from 'lwc';
import { getJson, messageOf } from 'shell/fetch';
import type { Properties } from 'shell/pageModel';

interface Viewed {
  readonly id: string;
  readonly name: string;
  readonly objectApiName: string;
  readonly objectLabel: string;
  readonly iconName: string;
}
const MOST_RECORDS = 200;
const SHOWN = 5;

/** The records this person opened last, of the objects the page names. */
export default class RecentItems extends LightningElement {
  @api properties: Properties = {};

  records: readonly Viewed[] = [];
  isLoaded = false;
  problem: string | null = null;

  override connectedCallback(): void {
    void this.load();
  }
  async load(): Promise<void> {
    try {
      const { records } = await getJson<{ readonly records: readonly Viewed[] }>(`/_/org/viewed?limit=${MOST_RECORDS}`);
      const objects = this.properties['entityNames'] as readonly string[] | undefined;
      this.records = records
        .filter(({ objectApiName }) => objects === undefined || objects.includes(objectApiName))
        .slice(0, Number(this.properties['maxRecords'] ?? SHOWN));
      this.isLoaded = true;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get items(): readonly object[] {
    return this.records.map((record) => ({
      ...record,
      url: `/lightning/r/${record.objectApiName}/${record.id}/view`,
    }));
  }
  get isEmpty(): boolean {
    return this.isLoaded && this.records.length === 0;
  }
}
