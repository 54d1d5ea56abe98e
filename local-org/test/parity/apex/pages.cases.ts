/** PageReference and the page of a transaction. */
import { type ApexTable } from '../apex.ts';

const AR = 'Apex Reference Guide, PageReference';
const table: ApexTable = {
  rows: [
    ['ApexPages.currentPage()', 'null', 'Apex Reference Guide, ApexPages: null outside a page'],
    ['System.currentPageReference()', 'null', 'Apex Reference Guide, System'],
    [
      "Test.setCurrentPage(new PageReference('/apex/a?x=1')); ApexPages.currentPage().getParameters().get('x')",
      "'1'",
      'Apex Reference Guide, Test',
    ],
    [
      "Test.setCurrentPageReference(new PageReference('/a')); System.currentPageReference().getUrl()",
      "'/a'",
      'Apex Reference Guide, Test',
    ],
    ["PageReference p = new PageReference('/a?x=1&y=a%20b'); p.getParameters().get('y')", "'a b'", AR],
    ["PageReference p = new PageReference('/a'); p.setAnchor('top'); p.getAnchor()", "'top'", AR],
    ["PageReference p = new PageReference('/a'); p.setRedirect(true); p.getRedirect()", 'true', AR],
    ["PageReference p = new PageReference('/a'); p.getParameters().put('x', '1'); p.getUrl()", "'/a?x=1'", AR],
  ],
};
export default table;
