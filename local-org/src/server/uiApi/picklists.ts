/** Picklist values of a record type. Source: User Interface API Developer Guide, "Picklist Values". */
import type { FieldInfo, ObjectInfo, PicklistValue } from '../../data/schema.ts';
import { ok, type ApiResponse, type Route, type UserCall } from '../api.ts';
import { ApiError, badRequest, notFound } from '../errors.ts';
import { objectOf } from '../records/save.ts';
import { listOf, objectParam, UI_BASE } from './base.ts';
import { MASTER_RECORD_TYPE, objectInfo } from './objectInfo.ts';

const VALUES = `${UI_BASE}/object-info/:object/picklist-values/:recordTypeId`;

export const PICKLIST_ROUTES: readonly Route[] = [
  { method: 'GET', path: VALUES, access: 'ui', handle: readAll },
  { method: 'GET', path: `${VALUES}/:field`, access: 'ui', handle: readOne },
  { method: 'GET', path: `${UI_BASE}/object-info/batch/:names`, access: 'ui', handle: readObjectInfos },
];

const PICKLISTS: readonly string[] = ['picklist', 'multipicklist', 'combobox'];

function readAll(call: UserCall): ApiResponse {
  const object = objectParam(call);
  const type = recordType(call, object);
  const { security } = call.org.local.parts.context;
  const fields = [...object.fields.values()].filter(
    (field) => PICKLISTS.includes(field.type) && security.canReadField(call.session.userId, object, field),
  );
  return ok({
    eTag: `${object.name}:${type.id}`,
    picklistFieldValues: Object.fromEntries(fields.map((field) => [field.name, valuesOf(call, object, field, type)])),
  });
}

function readOne(call: UserCall): ApiResponse {
  const object = objectParam(call);
  const name = call.params['field'] ?? '';
  const field = object.fields.get(name.toLowerCase());
  const { security } = call.org.local.parts.context;
  if (field === undefined || !security.canReadField(call.session.userId, object, field)) {
    throw badRequest('INVALID_FIELD', `No such column '${name}' on entity '${object.name}'.`);
  }
  if (!PICKLISTS.includes(field.type)) {
    throw badRequest('INVALID_FIELD', `${object.name}.${field.name} is not a picklist.`);
  }
  return ok(valuesOf(call, object, field, recordType(call, object)));
}

interface TypeChoice {
  readonly id: string;
  readonly developerName: string | null;
}

function recordType(call: UserCall, object: ObjectInfo): TypeChoice {
  const id = call.params['recordTypeId'] ?? '';
  if (MASTER_RECORD_TYPE.startsWith(id) && id.length >= 15) {
    return { id: MASTER_RECORD_TYPE, developerName: null };
  }
  const row = call.org.local.parts.store.get('RecordType', id);
  if (row === null || row['SobjectType'] !== object.name) {
    throw notFound(`The record type ${id} does not exist for ${object.name}.`);
  }
  return { id: row.Id, developerName: row['DeveloperName'] as string };
}

function valuesOf(call: UserCall, object: ObjectInfo, field: FieldInfo, type: TypeChoice): object {
  const chosen = object.recordTypes.find((one) => one.developerName === type.developerName);
  const allowed = chosen?.picklistValues.get(field.name.toLowerCase());
  const controllers = controllerValues(object, field);
  const shown = field.picklist.filter((one) => one.isActive && (allowed === undefined || allowed.includes(one.value)));
  const values = shown.map((one) => valueOf(one, controllers));
  const typeDefault = chosen?.picklistDefaults?.get(field.name.toLowerCase());
  const defaultIndex = shown.findIndex((one) =>
    typeDefault === undefined ? one.isDefault : one.value === typeDefault,
  );
  return {
    controllerValues: controllers,
    defaultValue: defaultIndex < 0 ? null : values[defaultIndex],
    eTag: `${object.name}.${field.name}:${type.id}`,
    url: `/services/data/v${call.params['version'] ?? ''}/ui-api/object-info/${object.name}/picklist-values/${type.id}/${field.name}`,
    values,
  };
}

/** Values of the controlling field by their place: a checkbox has false and true. */
function controllerValues(object: ObjectInfo, field: FieldInfo): Readonly<Record<string, number>> {
  const controller =
    field.controllingField === null ? undefined : object.fields.get(field.controllingField.toLowerCase());
  const names =
    controller === undefined
      ? []
      : controller.type === 'boolean'
        ? ['false', 'true']
        : controller.picklist.filter((one) => one.isActive).map((one) => one.value);
  return Object.fromEntries(names.map((name, index) => [name, index]));
}

function valueOf(one: PicklistValue, controllers: Readonly<Record<string, number>>): object {
  return {
    attributes:
      one.stage === undefined
        ? null
        : {
            closed: one.stage.isClosed,
            defaultProbability: one.stage.probability,
            forecastCategoryName: one.stage.forecastCategory,
            picklistAtrributesValueType: 'OpportunityStage',
            won: one.stage.isWon,
          },
    label: one.label,
    validFor: (one.validFor ?? []).flatMap((name) => controllers[name] ?? []),
    value: one.value,
  };
}

/** One result an object: those that can't be read have their own status. */
function readObjectInfos(call: UserCall): ApiResponse {
  const results = listOf(call.params['names'] ?? '').map((name) => {
    try {
      const { userId } = call.session;
      return { statusCode: 200, result: objectInfo(call.org, userId, objectOf(call.org, userId, name)) };
    } catch (error) {
      if (error instanceof ApiError) {
        return { statusCode: error.status, result: error.faults };
      }
      throw error;
    }
  });
  const hasErrors = results.some((one) => one.statusCode !== 200);
  return { status: hasErrors ? 207 : 200, body: { hasErrors, results } };
}
