/** The classes of security, asynchronous work, tests, describes and database calls. */
import { connectApiClasses } from '../ConnectApi/index.ts';
import type { PlatformClass } from '../define.ts';
import { databaseClasses } from '../Database/index.ts';
import { eventBusClasses } from '../EventBus/index.ts';
import { formulaClasses } from '../FormulaEval/index.ts';
import { invocableClasses } from '../Invocable/index.ts';
import { visualEditorClasses } from '../VisualEditor/index.ts';
import { schemaClasses } from '../Schema/index.ts';
import { accessClasses } from './accessClasses.ts';
import ApexPages from './ApexPages.ts';
import Assert from './Assert.ts';
import { asyncClasses } from './asyncClasses.ts';
import Database from './Database.ts';
import EventBus from './EventBus.ts';
import FeatureManagement from './FeatureManagement.ts';
import Id from './Id.ts';
import { installClasses } from './installClasses.ts';
import Label from './Label.ts';
import Limits from './Limits.ts';
import Network from './Network.ts';
import { orgLimitClasses } from './OrgLimits.ts';
import { plainClasses } from './plainClasses.ts';
import Request, { quiddity } from './Request.ts';
import Schema from './Schema.ts';
import Search from './Search.ts';
import { securityClasses } from './Security.ts';
import { statusCode } from './StatusCode.ts';
import System from './System.ts';
import Test from './Test.ts';
import UserInfo from './UserInfo.ts';

export const platformClasses: readonly PlatformClass[] = [
  ApexPages,
  Assert,
  Database,
  EventBus,
  FeatureManagement,
  Id,
  Label,
  Limits,
  Network,
  Request,
  Schema,
  Search,
  System,
  Test,
  UserInfo,
  quiddity,
  statusCode,
  ...accessClasses,
  ...asyncClasses,
  ...connectApiClasses,
  ...databaseClasses,
  ...eventBusClasses,
  ...formulaClasses,
  ...installClasses,
  ...invocableClasses,
  ...orgLimitClasses,
  ...plainClasses,
  ...schemaClasses,
  ...securityClasses,
  ...visualEditorClasses,
];
