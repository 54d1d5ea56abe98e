import empty from '@salesforce/label/c.Week_Empty';
import entries from '@salesforce/label/c.Week_Entries';
import failed from '@salesforce/label/c.Week_Failed';
import help from '@salesforce/label/c.Week_Help';
import loading from '@salesforce/label/c.Week_Loading';
import noAccess from '@salesforce/label/c.Week_No_Access';
import notRead from '@salesforce/label/c.Week_Not_Read';
import nothingToCopy from '@salesforce/label/c.Week_Nothing_To_Copy';
import title from '@salesforce/label/c.Week_Title';
import retry from '@salesforce/label/c.Week_Try_Again';

/** The words of the page. */
export const labels = { empty, entries, failed, help, loading, noAccess, notRead, nothingToCopy, retry, title };
