import countRows from '@salesforce/apex/ImportSetupController.countRows';
import type { RowCount } from 'views/sync';

/** Counts one kind of data after the other, for as long as `take` wants to know. */
export async function countEach(
  connectionId: string,
  entities: readonly string[],
  firstDay: string | null,
  take: (counted: RowCount) => boolean,
): Promise<void> {
  for (const entity of entities) {
    // eslint-disable-next-line no-await-in-loop -- services allow few requests at a time
    const counted = await countRows({ connectionId, entity, firstDay });
    if (!counted || !take(counted)) {
      return;
    }
  }
}
