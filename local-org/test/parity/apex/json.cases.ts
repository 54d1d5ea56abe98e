/** JSON with types: classes, rows, the parser and the generator. */
import { fails, type ApexTable } from '../apex.ts';

const AR = 'Apex Reference Guide, JSON';
const PARSER = 'Apex Reference Guide, JSONParser';
const GENERATOR = 'Apex Reference Guide, JSONGenerator';
const DEV = 'Apex Developer Guide, JSON Support';
const table: ApexTable = {
  members: `public class Line { public String product; public Integer amount; public transient String secret = 's'; public Line next; public List<Decimal> prices; }
    public class Times { public Date day; public Datetime instant; public Time clock; public Blob bytes; public Id key; public Long big; public Double part; public Boolean flag; public LoggingLevel level; public Map<String, Integer> counts; public Set<String> tags; public Object any; }
    static Times read(String text) { return (Times) JSON.deserialize(text, Times.class); }
    static Line line(String text) { return (Line) JSON.deserialize(text, Line.class); }
    static Line sample() { Line made = new Line(); made.product = 'p'; made.amount = 2; return made; }`,
  rows: [
    ['JSON.serialize(sample(), true)', `'{"product":"p","amount":2}'`, AR],
    [`line('{"product":"x","amount":3}').amount`, '3', AR],
    [`line('{"product":"x","strange":1}').product`, "'x'", `${AR}: deserialize ignores what is not known`],
    [`JSON.deserializeStrict('{"strange":1}', Line.class)`, fails('System.JSONException', 'Unknown field: ParityTest.Line.strange'), 'Salesforce Stack Exchange, JSONException of deserializeStrict'],
    [`line('{"next":{"product":"y"}}').next.product`, "'y'", AR],
    [`line('{"prices":[1.50, 2]}').prices[0].scale()`, '2', AR],
    [`read('{"day":"2026-11-23"}').day`, 'Date.newInstance(2026, 11, 23)', DEV],
    [`read('{"instant":"2026-11-23T10:00:00.000Z"}').instant`, 'Datetime.newInstanceGmt(2026, 11, 23, 10, 0, 0)', DEV],
    [`read('{"instant":"2026-11-23T10:00:00+02:00"}').instant`, 'Datetime.newInstanceGmt(2026, 11, 23, 8, 0, 0)', DEV],
    [`read('{"clock":"10:20:30.400Z"}').clock`, 'Time.newInstance(10, 20, 30, 400)', DEV],
    [`read('{"bytes":"SGVsbG8="}').bytes.toString()`, "'Hello'", DEV],
    [`read('{"key":"001000000000001"}').key`, "'001000000000001AAA'", DEV],
    [`read('{"big":2147483648}').big`, '2147483648L', DEV],
    [`read('{"part":1.5}').part`, '1.5', DEV],
    [`read('{"flag":true}').flag`, 'true', DEV],
    [`read('{"level":"WARN"}').level`, 'LoggingLevel.WARN', DEV],
    [`read('{"counts":{"a":1}}').counts.get('a')`, '1', DEV],
    [`read('{"tags":["a","a"]}').tags.size()`, '1', DEV],
    [`read('{"any":{"a":[1]}}')`, fails('System.JSONException', 'Apex Type unsupported in JSON: Object'), 'Salesforce Stack Exchange'],
    [`(List<Integer>) JSON.deserialize('[1,2]', List<Integer>.class)`, 'new List<Integer>{ 1, 2 }', AR],
    [`((Account) JSON.deserialize('{"attributes":{"type":"Account"},"Name":"n","NumberOfEmployees":5}', Account.class)).NumberOfEmployees`, '5', DEV],
    ["JSON.serialize(new Account(Name = 'n'))", `'{"attributes":{"type":"Account"},"Name":"n"}'`, DEV],
    ["JSON.serialize(new Account(Name = 'n', Description = null))", `'{"attributes":{"type":"Account"},"Name":"n","Description":null}'`, DEV],
    ["JSON.serialize(new Map<String, Object>{ 'a' => 1, 'b' => null })", `'{"a":1,"b":null}'`, AR],
    ["JSON.serialize(new Map<String, Object>{ 'a' => 1, 'b' => null }, true)", `'{"a":1,"b":null}'`, 'Salesforce Stack Exchange: suppressing nulls does not reach into maps'],
    ['JSON.serialize(LoggingLevel.WARN)', `'"WARN"'`, AR],
    [`(Integer) ((Map<String, Object>) JSON.deserializeUntyped('{"a":1}')).get('a')`, '1', AR],
    [`JSON.deserializeUntyped('1.5') instanceof Decimal`, 'true', 'open-force/jsonparse'],
    [`JSONParser p = JSON.createParser('{"a":1}'); p.nextToken(); p.getCurrentToken()`, 'JSONToken.START_OBJECT', PARSER],
    [`JSONParser p = JSON.createParser('{"a":1}'); p.nextToken(); p.nextToken(); p.getText()`, "'a'", PARSER],
    [`JSONParser p = JSON.createParser('{"a":1}'); p.nextToken(); p.nextToken(); p.nextValue(); p.getIntegerValue()`, '1', PARSER],
    [`JSONParser p = JSON.createParser('{"a":1}'); p.nextToken(); p.nextToken(); p.nextToken(); p.getCurrentName()`, "'a'", PARSER],
    [`JSONParser p = JSON.createParser('[1,[2],3]'); p.nextToken(); p.nextToken(); p.nextToken(); p.skipChildren(); p.nextToken(); p.getIntegerValue()`, '3', PARSER],
    [`JSONParser p = JSON.createParser('{"product":"z"}'); p.nextToken(); ((Line) p.readValueAs(Line.class)).product`, "'z'", PARSER],
    [`JSONParser p = JSON.createParser('"2026-11-23"'); p.nextToken(); p.getDateValue()`, 'Date.newInstance(2026, 11, 23)', PARSER],
    [`JSONParser p = JSON.createParser('true'); p.nextToken(); p.getBooleanValue()`, 'true', PARSER],
    [`JSONParser p = JSON.createParser('1.5'); p.nextToken(); p.getDecimalValue()`, '1.5', PARSER],
    [`JSONParser p = JSON.createParser('5'); p.hasCurrentToken()`, 'false', PARSER],
    ["JSONGenerator g = JSON.createGenerator(false); g.writeStartObject(); g.writeStringField('a', 'b'); g.writeNumberField('n', 1.50); g.writeNullField('z'); g.writeEndObject(); g.getAsString()", `'{"a":"b","n":1.50,"z":null}'`, GENERATOR],
    ["JSONGenerator g = JSON.createGenerator(false); g.writeStartArray(); g.writeBoolean(true); g.writeNumber(5L); g.writeString('x'); g.writeNull(); g.writeEndArray(); g.getAsString()", `'[true,5,"x",null]'`, GENERATOR],
    ["JSONGenerator g = JSON.createGenerator(true); g.writeStartObject(); g.writeNumberField('a', 1); g.writeEndObject(); g.getAsString()", `'{\\n  "a" : 1\\n}'`, GENERATOR],
    ["JSONGenerator g = JSON.createGenerator(false); g.writeStartObject(); g.writeFieldName('l'); g.writeObject(new List<Integer>{ 1 }); g.writeEndObject(); g.getAsString()", `'{"l":[1]}'`, GENERATOR],
    ["JSONGenerator g = JSON.createGenerator(false); g.writeStartObject(); g.writeDateField('d', Date.newInstance(2026, 1, 2)); g.writeEndObject(); g.getAsString()", `'{"d":"2026-01-02"}'`, GENERATOR],
    ["JSONGenerator g = JSON.createGenerator(false); g.isClosed()", 'false', GENERATOR],
  ],
}; // prettier-ignore
export default table;
