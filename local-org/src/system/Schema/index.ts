/** The Schema namespace. */
import ChildRelationship from './ChildRelationship.ts';
import DescribeFieldResult from './DescribeFieldResult.ts';
import DescribeSObjectResult from './DescribeSObjectResult.ts';
import { displayType, fieldDescribeOptions, soapType, sobjectDescribeOptions } from './enums.ts';
import FieldSet from './FieldSet.ts';
import FieldSetMember from './FieldSetMember.ts';
import PicklistEntry from './PicklistEntry.ts';
import RecordTypeInfo from './RecordTypeInfo.ts';
import SObjectField from './SObjectField.ts';
import SObjectType from './SObjectType.ts';
import SObjectTypeFields from './SObjectTypeFields.ts';
import SObjectTypeFieldSets from './SObjectTypeFieldSets.ts';
import type { PlatformClass } from '../define.ts';

export const schemaClasses: readonly PlatformClass[] = [
  ChildRelationship,
  DescribeFieldResult,
  DescribeSObjectResult,
  displayType,
  fieldDescribeOptions,
  FieldSet,
  FieldSetMember,
  PicklistEntry,
  RecordTypeInfo,
  SObjectField,
  SObjectType,
  SObjectTypeFields,
  SObjectTypeFieldSets,
  soapType,
  sobjectDescribeOptions,
];
