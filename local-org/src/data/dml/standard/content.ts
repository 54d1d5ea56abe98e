/** Files: a version makes its document and links; attachments and documents know their size. */
import { createHash } from 'node:crypto';
import { ApexBlob } from '../../../values/value.ts';
import { dmlError } from '../errors.ts';
import type { DmlCall, RowWork, Values } from '../work.ts';
import type { StandardBehavior } from './behavior.ts';
import { parentOf, saveFollowing, textOf } from './readers.ts';

/** File types the platform names otherwise than by the ending. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  txt: 'TEXT',
  jpg: 'JPG',
  jpeg: 'JPEG',
  docx: 'WORD_X',
  doc: 'WORD',
  xlsx: 'EXCEL_X',
  xls: 'EXCEL',
  pptx: 'POWER_POINT_X',
  ppt: 'POWER_POINT',
  htm: 'HTML',
  js: 'JS',
  zip: 'ZIP',
};

export const FILE_BODY: StandardBehavior = {
  derive(_call, work) {
    const body = work.values['Body'];
    work.values['BodyLength'] = body instanceof ApexBlob ? body.bytes.length : 0;
  },
};

export const CONTENT_VERSION: StandardBehavior = {
  derive(_call, work) {
    const { values } = work;
    const path = textOf(values['PathOnClient']);
    const data = values['VersionData'];
    const file = path?.split(/[\\/]/).at(-1) ?? null;
    const dot = file?.lastIndexOf('.') ?? -1;
    const extension = file === null || dot < 0 ? null : file.slice(dot + 1);
    values['FileExtension'] = extension;
    values['FileType'] =
      values['ContentUrl'] != null
        ? 'LINK'
        : extension === null
          ? 'UNKNOWN'
          : (FILE_TYPES[extension.toLowerCase()] ?? extension.toUpperCase());
    values['Title'] ??= file === null ? null : dot < 0 ? file : file.slice(0, dot);
    values['ContentSize'] = data instanceof ApexBlob ? data.bytes.length : 0;
    values['Checksum'] = data instanceof ApexBlob ? createHash('md5').update(data.bytes).digest('hex') : null;
    values['PublishStatus'] ??= 'P';
  },
  beforeSave(call, work) {
    if (!work.isInsert) {
      return;
    }
    const missing =
      work.values['ContentUrl'] == null
        ? ['PathOnClient', 'VersionData'].filter((field) => work.values[field] == null)
        : [];
    if (missing.length > 0) {
      work.errors.push(dmlError('required', [missing.join(', ')], missing));
    } else {
      attachToDocument(call, work);
    }
  },
  afterSave(call, works) {
    for (const work of works) {
      const document = parentOf(call, 'ContentDocument', work.values['ContentDocumentId']);
      if (document !== null && work.values['IsLatest'] === true) {
        const { Title, FileType, FileExtension, ContentSize, Description } = work.values;
        call.store.update(
          'ContentDocument',
          withoutNulls({
            ...document,
            LatestPublishedVersionId: work.id,
            Title,
            FileType,
            FileExtension,
            ContentSize,
            Description,
          } as Values) as typeof document,
        );
      }
    }
    const firsts = works.filter((work) => work.isInsert && work.values['VersionNumber'] === '1');
    const link = (work: RowWork, entity: Values[string] | undefined, shareType: string): Values[] =>
      entity == null
        ? []
        : [
            {
              ContentDocumentId: work.values['ContentDocumentId'] ?? null,
              LinkedEntityId: entity,
              ShareType: shareType,
              Visibility: 'AllUsers',
            },
          ];
    saveFollowing(
      call,
      'insert',
      'ContentDocumentLink',
      firsts.flatMap((work) => [
        ...link(work, work.values['OwnerId'], 'I'),
        ...link(work, work.values['FirstPublishLocationId'], 'V'),
      ]),
    );
  },
};

/** A version without document starts one; a later version takes over from the one that was latest. */
function attachToDocument(call: DmlCall, work: RowWork): void {
  const { store, runtime, access } = call;
  const { values } = work;
  const documentId = textOf(values['ContentDocumentId']);
  values['IsLatest'] = true;
  if (documentId !== null) {
    const versions = store.findBy('ContentVersion', 'ContentDocumentId', documentId);
    versions
      .filter((one) => one['IsLatest'] === true)
      .forEach((one) => store.update('ContentVersion', { ...one, IsLatest: false }));
    values['VersionNumber'] = String(versions.length + 1);
    return;
  }
  const now = runtime.now();
  const id = store.nextId('ContentDocument');
  const owner = values['OwnerId'] ?? access.userId;
  store.insert('ContentDocument', {
    Id: id,
    IsDeleted: false,
    Title: values['Title'] ?? null,
    OwnerId: owner,
    PublishStatus: 'P',
    IsArchived: false,
    SharingOption: 'A',
    SharingPrivacy: 'N',
    IsInternalOnly: false,
    CreatedById: access.userId,
    CreatedDate: now,
    LastModifiedById: access.userId,
    LastModifiedDate: now,
    SystemModstamp: now,
    ContentModifiedDate: now,
  });
  values['ContentDocumentId'] = id;
  values['VersionNumber'] = '1';
}

function withoutNulls(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null));
}
