/** The escape family of String. */
import type { ParityTable } from './parity.ts';

const AR = 'Apex Reference Guide, String';
const LANG = 'Apache Commons Lang StringEscapeUtils';

const table: ParityTable = {
  rows: [
    ['String.escapeCsv', ['Max1, "Max2"'], '"Max1, ""Max2"""', AR],
    ['String.escapeCsv', ['plain'], 'plain', AR],
    ['String.unescapeCsv', ['"Max1, ""Max2"""'], 'Max1, "Max2"', AR],
    ['String.unescapeCsv', ['"plain"'], '"plain"', LANG],
    ['String.escapeEcmaScript', ['"grade": 3.9/4.0'], '\\"grade\\": 3.9\\/4.0', AR],
    ['String.unescapeEcmaScript', ['\\"3.8\\",\\"3.9\\"'], '"3.8","3.9"', AR],
    ['String.escapeHtml3', ['"<Black&White>"'], '&quot;&lt;Black&amp;White&gt;&quot;', AR],
    ['String.escapeHtml4', ['"<Black&White>"'], '&quot;&lt;Black&amp;White&gt;&quot;', AR],
    ['String.escapeHtml3', ['é€'], '&eacute;€', LANG],
    ['String.escapeHtml4', ['é€'], '&eacute;&euro;', LANG],
    ['String.unescapeHtml3', ['&quot;&lt;Black&amp;White&gt;&quot;'], '"<Black&White>"', AR],
    ['String.unescapeHtml4', ['&#65;&#x42;&zigzag;&euro;'], 'AB&zigzag;€', LANG],
    ['String.escapeJava', ['Company: "Salesforce.com"'], 'Company: \\"Salesforce.com\\"', AR],
    ['String.escapeJava', ['a\tb\\é'], 'a\\tb\\\\\\u00E9', LANG],
    ['String.unescapeJava', ['Company: \\"Salesforce.com\\"'], 'Company: "Salesforce.com"', AR],
    ['String.unescapeJava', ['\\u0041\\101\\n'], 'AA\n', LANG],
    ['String.escapeSingleQuotes', ["Hello 'World'"], "Hello \\'World\\'", AR],
    ['String.escapeUnicode', ['De onde você é?'], 'De onde voc\\u00EA \\u00E9?', AR],
    ['String.unescapeUnicode', ['De onde voc\\u00EA \\u00E9?'], 'De onde você é?', AR],
    ['String.escapeXml', ['"<Black&White>"'], '&quot;&lt;Black&amp;White&gt;&quot;', AR],
    ['String.escapeXml', ["it's é"], 'it&apos;s é', LANG],
    ['String.unescapeXml', ['&quot;&lt;Black&amp;White&gt;&quot;'], '"<Black&White>"', AR],
  ],
};
export default table;
