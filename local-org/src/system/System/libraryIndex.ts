/** Values, texts, JSON, web and mail: the classes that need nothing of the org but its runtime. */
import type { PlatformClass } from '../define.ts';
import { cacheClasses } from '../Cache/index.ts';
import DomDocument from '../Dom/Document.ts';
import DomXmlNode, { xmlNodeType } from '../Dom/XmlNode.ts';
import { messagingClasses } from '../Messaging/index.ts';
import Address from './Address.ts';
import Blob from './Blob.ts';
import Boolean from './Boolean.ts';
import Collator from './Collator.ts';
import Cookie from './Cookie.ts';
import Crypto from './Crypto.ts';
import Date from './Date.ts';
import Datetime from './Datetime.ts';
import Decimal from './Decimal.ts';
import Double from './Double.ts';
import EncodingUtil from './EncodingUtil.ts';
import Http from './Http.ts';
import { calloutInterfaces } from './http/interfaces.ts';
import { resourceMocks } from './http/resourceMocks.ts';
import { orderInterfaces } from './interfaces.ts';
import HttpRequest from './HttpRequest.ts';
import HttpResponse from './HttpResponse.ts';
import Integer from './Integer.ts';
import JSON from './JSON.ts';
import JSONGenerator from './JSONGenerator.ts';
import JSONParser from './JSONParser.ts';
import JSONToken from './JSONToken.ts';
import Location from './Location.ts';
import Long from './Long.ts';
import Matcher from './Matcher.ts';
import Math from './Math.ts';
import PageReference from './PageReference.ts';
import Pattern from './Pattern.ts';
import RestContext from './RestContext.ts';
import RestRequest from './RestRequest.ts';
import RestResponse from './RestResponse.ts';
import RoundingMode from './RoundingMode.ts';
import SelectOption from './SelectOption.ts';
import String from './String.ts';
import Time from './Time.ts';
import TimeZone from './TimeZone.ts';
import Type from './Type.ts';
import URL from './URL.ts';
import UUID from './UUID.ts';
import XmlStreamReader from './XmlStreamReader.ts';
import XmlStreamWriter from './XmlStreamWriter.ts';
import XmlTag from './XmlTag.ts';

export const libraryClasses: readonly PlatformClass[] = [
  Address,
  Blob,
  Boolean,
  Collator,
  Cookie,
  Crypto,
  Date,
  Datetime,
  Decimal,
  DomDocument,
  DomXmlNode,
  Double,
  EncodingUtil,
  Http,
  HttpRequest,
  HttpResponse,
  Integer,
  JSON,
  JSONGenerator,
  JSONParser,
  JSONToken,
  Location,
  Long,
  Matcher,
  Math,
  PageReference,
  Pattern,
  RestContext,
  RestRequest,
  RestResponse,
  RoundingMode,
  SelectOption,
  String,
  Time,
  TimeZone,
  Type,
  URL,
  UUID,
  XmlStreamReader,
  XmlStreamWriter,
  XmlTag,
  xmlNodeType,
  ...cacheClasses,
  ...calloutInterfaces,
  ...messagingClasses,
  ...orderInterfaces,
  ...resourceMocks,
];
