/** HTTP classes, URL, UserInfo, Request, UUID, EncodingUtil, Crypto, OrgLimits, Messaging. */
import { type ApexTable } from '../apex.ts';

const HTTP = 'Apex Reference Guide, HttpRequest';
const RESPONSE = 'Apex Reference Guide, HttpResponse';
const URL = 'Apex Reference Guide, URL';
const CRYPTO = 'Apex Reference Guide, Crypto';
const table: ApexTable = {
  members: `class Echo implements HttpCalloutMock {
      public HttpResponse respond(HttpRequest request) {
        HttpResponse made = new HttpResponse();
        made.setStatusCode(201);
        made.setBody(request.getMethod() + request.getBody());
        made.setHeader('X-One', 'a');
        return made;
      }
    }
    static HttpResponse answered() {
      Test.setMock(HttpCalloutMock.class, new Echo());
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://example.com');
      request.setMethod('POST');
      request.setBody('b');
      return new Http().send(request);
    }`,
  rows: [
    ["HttpRequest r = new HttpRequest(); r.setEndpoint('https://example.com/a'); r.getEndpoint()", "'https://example.com/a'", HTTP],
    ["HttpRequest r = new HttpRequest(); r.setHeader('A', 'b'); r.getHeader('a')", "'b'", HTTP],
    ["HttpRequest r = new HttpRequest(); r.getHeader('none')", 'null', HTTP],
    ["HttpRequest r = new HttpRequest(); r.setBody('x'); r.getBodyAsBlob().toString()", "'x'", HTTP],
    ["HttpRequest r = new HttpRequest(); r.setBodyAsBlob(Blob.valueOf('y')); r.getBody()", "'y'", HTTP],
    ["HttpRequest r = new HttpRequest(); r.setMethod('PUT'); r.getMethod()", "'PUT'", HTTP],
    ['HttpRequest r = new HttpRequest(); r.setCompressed(true); r.getCompressed()', 'true', HTTP],
    ['HttpRequest r = new HttpRequest(); r.setTimeout(2000); r.getBody()', "''", HTTP],
    ['answered().getStatusCode()', '201', RESPONSE],
    ['answered().getBody()', "'POSTb'", RESPONSE],
    ["answered().getHeader('X-One')", "'a'", RESPONSE],
    ['answered().getHeaderKeys()', "new List<String>{ 'X-One' }", RESPONSE],
    ["HttpResponse r = new HttpResponse(); r.setStatus('OK'); r.getStatus()", "'OK'", RESPONSE],
    ["HttpResponse r = new HttpResponse(); r.setBody('<a/>'); r.getBodyDocument().getRootElement().getName()", "'a'", RESPONSE],
    ["new URL('https://example.com:8080/a/b?x=1#r').getHost()", "'example.com'", URL],
    ["new URL('https://example.com:8080/a/b?x=1#r').getPort()", '8080', URL],
    ["new URL('https://example.com/a').getDefaultPort()", '443', URL],
    ["new URL('https://example.com/a').getPort()", '-1', URL],
    ["new URL('https://example.com:8080/a/b?x=1#r').getPath()", "'/a/b'", URL],
    ["new URL('https://example.com:8080/a/b?x=1#r').getQuery()", "'x=1'", URL],
    ["new URL('https://example.com:8080/a/b?x=1#r').getFile()", "'/a/b?x=1'", URL],
    ["new URL('https://example.com:8080/a/b?x=1#r').getRef()", "'r'", URL],
    ["new URL('https://example.com:8080/a').getAuthority()", "'example.com:8080'", URL],
    ["new URL('https://u:p@example.com/a').getUserInfo()", "'u:p'", URL],
    ["new URL('https', 'example.com', 81, '/f').toExternalForm()", "'https://example.com:81/f'", URL],
    ["new URL('https://example.com/a').sameFile(new URL('https://example.com/a#x'))", 'true', URL],
    ["UserInfo.getOrganizationId().startsWith('00D')", 'true', 'Apex Reference Guide, UserInfo'],
    ['UserInfo.getTimeZone().getId()', "'America/Los_Angeles'", 'Apex Reference Guide, UserInfo'],
    ['UserInfo.getLocale()', "'en_US'", 'Apex Reference Guide, UserInfo'],
    ['UserInfo.getLanguage()', "'en_US'", 'Apex Reference Guide, UserInfo'],
    ['UserInfo.isMultiCurrencyOrganization()', 'false', 'Apex Reference Guide, UserInfo'],
    ["TimeZone.getTimeZone('America/Los_Angeles').getOffset(Datetime.newInstanceGmt(2012, 10, 23, 12, 0, 0))", '-25200000', 'Apex Reference Guide, TimeZone'],
    ["TimeZone.getTimeZone('America/Los_Angeles').getDisplayName()", "'(GMT-08:00) Pacific Standard Time (America/Los_Angeles)'", 'Apex Reference Guide, TimeZone'],
    ["UUID.fromString('f81d4fae-7dec-11d0-a765-00a0c91e6bf6').toString()", "'f81d4fae-7dec-11d0-a765-00a0c91e6bf6'", 'Apex Reference Guide, UUID'],
    ['UUID.randomUUID().toString().length()', '36', 'Apex Reference Guide, UUID'],
    ['UUID.randomUUID().toString().substring(14, 15)', "'4'", 'RFC 9562, version 4'],
    ["EncodingUtil.urlEncode('a b&c/é', 'UTF-8')", "'a+b%26c%2F%C3%A9'", 'Apex Reference Guide, EncodingUtil'],
    ["EncodingUtil.urlDecode('a+b%26', 'UTF-8')", "'a b&'", 'Apex Reference Guide, EncodingUtil'],
    ["EncodingUtil.convertToHex(Crypto.generateDigest('SHA-512', Blob.valueOf('abc'))).left(16)", "'ddaf35a193617aba'", 'FIPS 180-4'],
    ["EncodingUtil.convertToHex(Crypto.generateMac('HmacSHA512', Blob.valueOf('what do ya want for nothing?'), Blob.valueOf('Jefe'))).left(16)", "'164b7a7bfcf819e2'", 'RFC 4231'],
    ["Blob k = Crypto.generateAesKey(256); Crypto.decryptWithManagedIV('AES256', k, Crypto.encryptWithManagedIV('AES256', k, Blob.valueOf('hi'))).toString()", "'hi'", CRYPTO],
    ["Blob k = Crypto.generateAesKey(128); Blob iv = Blob.valueOf('1234567890123456'); Crypto.decrypt('AES128', k, iv, Crypto.encrypt('AES128', k, iv, Blob.valueOf('hi'))).toString()", "'hi'", CRYPTO],
    ['Crypto.generateAesKey(192).size()', '24', CRYPTO],
    ['Crypto.getRandomLong() == null || Crypto.getRandomInteger() == null', 'false', CRYPTO],
    ["Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage(); m.setSubject('s'); m.getSubject()", "'s'", 'Apex Reference Guide, SingleEmailMessage'],
    ["Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage(); m.setToAddresses(new List<String>{ 'a@example.com' }); m.getToAddresses().size()", '1', 'Apex Reference Guide, SingleEmailMessage'],
    ["Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage(); m.setToAddresses(new List<String>{ 'a@example.com' }); m.setSubject('s'); m.setPlainTextBody('b'); Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ m })[0].isSuccess()", 'true', 'Apex Reference Guide, Messaging'],
    ["OrgLimits.getMap().containsKey('DailyApiRequests')", 'true', 'Apex Reference Guide, OrgLimits'],
    ['Request.getCurrent().getRequestId() == Request.getCurrent().getRequestId()', 'true', 'Apex Reference Guide, Request'],
    ["Assert.isTrue(Quiddity.valueOf('FUTURE') == Quiddity.FUTURE); Quiddity.FUTURE.name()", "'FUTURE'", 'Apex Reference Guide, Quiddity'],
    ["Location.newInstance(28.635308, 77.22496).getLatitude()", '28.635308', 'Apex Reference Guide, Location'],
    ["new Version(1, 2).compareTo(new Version(1, 2, 3))", '0', 'Apex Reference Guide, Version'],
  ],
}; // prettier-ignore
export default table;
