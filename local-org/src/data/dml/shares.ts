/**
 * The share of a record's owner. A record that changes hands loses the shares given by hand or by Apex (Apex Developer
 * Guide, "Sharing a Record Using Apex").
 */
import type { ObjectInfo } from '../schema.ts';
import { ApexDatetime } from '../../values/temporal.ts';
import type { DmlCall, RowWork } from './work.ts';

interface Shares {
  readonly object: string;
  /** The field that names the record. */
  readonly parent: string;
  /** Owners have a share of custom objects that not everybody may change. */
  readonly hasOwners: boolean;
}

function sharesOf(call: DmlCall, object: ObjectInfo): Shares | null {
  const share = object.childRelationships.find((child) => child.name === 'Shares');
  if (share === undefined || call.runtime.org.schema.find(share.childObject) === null) {
    return null;
  }
  const isGuarded = object.sharingModel === 'private' || object.sharingModel === 'read';
  return {
    object: share.childObject,
    parent: share.field,
    hasOwners: object.kind === 'custom' && object.hasOwner && isGuarded,
  };
}

export function shareWithOwners(call: DmlCall, works: readonly RowWork[]): void {
  const shares = sharesOf(call, call.object);
  if (shares === null) {
    return;
  }
  for (const work of works) {
    const ownerId = work.values['OwnerId'] ?? null;
    if (work.isInsert || work.before?.['OwnerId'] !== ownerId) {
      if (!work.isInsert) {
        call.store
          .findBy(shares.object, shares.parent, work.id)
          .filter((row) => row['RowCause'] === 'Manual' || row['RowCause'] === 'Owner')
          .forEach((row) => {
            call.store.purge(shares.object, row.Id);
          });
      }
      if (shares.hasOwners && typeof ownerId === 'string') {
        addShare(call, shares, work.id, ownerId);
      }
    }
  }
}

/** Records that come back from the recycle bin have their owner's share and no other. */
export function shareAgain(call: DmlCall, works: readonly RowWork[]): void {
  const shares = sharesOf(call, call.object);
  for (const work of works) {
    const ownerId = work.before?.['OwnerId'];
    if (shares?.hasOwners === true && typeof ownerId === 'string') {
      addShare(call, shares, work.id, ownerId);
    }
  }
}

function addShare({ runtime, store }: DmlCall, shares: Shares, recordId: string | null, ownerId: string): void {
  store.insert(shares.object, {
    Id: store.nextId(shares.object),
    [shares.parent]: recordId,
    UserOrGroupId: ownerId,
    AccessLevel: 'All',
    RowCause: 'Owner',
    LastModifiedById: runtime.access.userId,
    LastModifiedDate: new ApexDatetime(runtime.now().instant),
    IsDeleted: false,
  });
}
