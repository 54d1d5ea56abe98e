/**
 * The event bus behind the publishers: published events in the order of their replay ids, kept for three days as the
 * platform keeps them, so that subscribers go on where they stopped, after a restart too.
 */
import { deserialize, serialize } from 'node:v8';
import { decodeRow, encodeRow, type PlainRow } from '../data/store/encode.ts';
import type { Row } from '../data/store.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { ApexDatetime } from '../values/temporal.ts';
import { ApexBlob } from '../values/value.ts';

const TABLE = '$Event';
/** Platform Events Developer Guide, "Platform Event Allocations": high-volume events are kept for 72 hours. */
const RETENTION = 72 * 3_600_000;
/** Old events are looked for once so many were added. */
const SWEEP = 500;

export interface LoggedEvent {
  readonly replayId: number;
  readonly objectName: string;
  readonly publishedAt: number;
  readonly row: Row;
}

export class EventLog {
  #events: LoggedEvent[] = [];
  #added = 0;

  /** As part of the transaction that runs. */
  append(runtime: Runtime, objectName: string, row: Row): LoggedEvent {
    const { store } = runtime.org;
    const publishedAt = runtime.now().instant;
    const event = { replayId: Number(row['ReplayId']), objectName, publishedAt, row };
    store.insert(TABLE, {
      Id: String(event.replayId),
      ObjectName: objectName,
      PublishedAt: new ApexDatetime(publishedAt),
      Row: new ApexBlob(new Uint8Array(serialize(encodeRow(row)))),
    });
    this.#insert(event);
    this.#added += 1;
    if (this.#added % SWEEP === 0) {
      this.#sweep(runtime, publishedAt - RETENTION);
    }
    return event;
  }
  /** Events may be logged out of order: one that goes out immediately passes one that waits for its commit. */
  #insert(event: LoggedEvent): void {
    let place = this.#events.length;
    while (place > 0 && (this.#events[place - 1]?.replayId ?? 0) > event.replayId) {
      place -= 1;
    }
    this.#events.splice(place, 0, event);
  }
  #sweep(runtime: Runtime, before: number): void {
    for (const { replayId } of this.#events.filter((event) => event.publishedAt < before)) {
      runtime.org.store.purge(TABLE, String(replayId));
    }
    this.#events = this.#events.filter((event) => event.publishedAt >= before);
  }

  restore(runtime: Runtime): void {
    for (const row of runtime.org.store.rows(TABLE)) {
      const { Row: bytes, PublishedAt: at } = row;
      if (bytes instanceof ApexBlob && at instanceof ApexDatetime) {
        this.#insert({
          replayId: Number(row.Id),
          objectName: String(row['ObjectName']),
          publishedAt: at.instant,
          row: decodeRow(deserialize(bytes.bytes) as PlainRow),
        });
      }
    }
  }

  /** Events of one object behind a replay id, oldest first. */
  after(objectName: string, replayId: number, count: number): readonly LoggedEvent[] {
    const found: LoggedEvent[] = [];
    for (let index = this.#firstAfter(replayId); index < this.#events.length && found.length < count; index++) {
      const event = this.#events[index];
      if (event?.objectName === objectName) {
        found.push(event);
      }
    }
    return found;
  }
  /** The newest, newest first. */
  latest(count: number): readonly LoggedEvent[] {
    return this.#events.slice(-count).reverse();
  }
  get tip(): number {
    return this.#events.at(-1)?.replayId ?? 0;
  }
  #firstAfter(replayId: number): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.replayId ?? 0) <= replayId) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
