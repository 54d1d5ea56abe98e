/** What one permission set, profile or user may do: the sum of its sources. */
export interface ObjectGrant {
  create: boolean;
  read: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
  viewAllFields: boolean;
}
export const NO_ACCESS: Readonly<ObjectGrant> = {
  create: false,
  read: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
  viewAllFields: false,
};
export const FULL_ACCESS: Readonly<ObjectGrant> = {
  create: true,
  read: true,
  edit: true,
  delete: true,
  viewAll: true,
  modifyAll: true,
  viewAllFields: true,
};
const OBJECT_RIGHTS = Object.keys(NO_ACCESS) as readonly (keyof ObjectGrant)[];

export class Grants {
  /** By lower-case object name. */
  readonly objects = new Map<string, ObjectGrant>();
  /** By lower-case `object.field`. */
  readonly fields = new Map<string, { read: boolean; edit: boolean }>();
  /** `ModifyAllData` … in lower case. */
  readonly user = new Set<string>();
  /** Ids of what SetupEntityAccess names: classes, pages, custom permissions. */
  readonly entities = new Set<string>();
  /** Lower-case names of custom metadata types and settings opened to the user. */
  readonly types = new Set<string>();
  /** Apps and tabs opened to the user, as `openName` names them. */
  readonly pages = new Set<string>();
  hasAllFields = false;
  hasStandardFields = false;

  add(other: Grants): void {
    for (const [name, grant] of other.objects) {
      const mine = this.objects.get(name);
      this.objects.set(name, mine === undefined ? { ...grant } : mergeObject(mine, grant));
    }
    for (const [name, { read, edit }] of other.fields) {
      const mine = this.fields.get(name);
      this.fields.set(name, { read: read || (mine?.read ?? false), edit: edit || (mine?.edit ?? false) });
    }
    addAll(this.user, other.user);
    addAll(this.entities, other.entities);
    addAll(this.types, other.types);
    addAll(this.pages, other.pages);
    this.hasAllFields ||= other.hasAllFields;
    this.hasStandardFields ||= other.hasStandardFields;
  }

  /** Takes out what a muting permission set names. */
  mute(muted: Grants): void {
    for (const [name, grant] of muted.objects) {
      const mine = this.objects.get(name);
      if (mine !== undefined) {
        for (const right of OBJECT_RIGHTS) {
          mine[right] &&= !grant[right];
        }
      }
    }
    for (const [name, { read, edit }] of muted.fields) {
      const mine = this.fields.get(name);
      if (mine !== undefined) {
        this.fields.set(name, { read: mine.read && !read, edit: mine.edit && !edit && !read });
      }
    }
    for (const set of ['user', 'entities', 'types', 'pages'] as const) {
      for (const one of muted[set]) {
        this[set].delete(one);
      }
    }
  }
}

function mergeObject(left: ObjectGrant, right: ObjectGrant): ObjectGrant {
  const merged = { ...left };
  for (const name of OBJECT_RIGHTS) {
    merged[name] ||= right[name];
  }
  return merged;
}
function addAll(to: Set<string>, from: ReadonlySet<string>): void {
  for (const one of from) {
    to.add(one);
  }
}
