import dismissed from '@salesforce/label/c.Issues_Dismissed';
import none from '@salesforce/label/c.Issues_None';
import queued from '@salesforce/label/c.Issues_Queued';
import runBegun from '@salesforce/label/c.Issues_Run_Begun';
import settled from '@salesforce/label/c.Issues_Settled';
import issues from '@salesforce/label/c.Issues_Title';
import connection from '@salesforce/label/c.Runs_Connection';
import runs from '@salesforce/label/c.Runs_Title';
import loading from '@salesforce/label/c.Sync_Loading';
import noConnection from '@salesforce/label/c.Sync_No_Connection';
import notDone from '@salesforce/label/c.Sync_Not_Done';
import notRead from '@salesforce/label/c.Sync_Not_Read';
import title from '@salesforce/label/c.Sync_Title';
import tryAgain from '@salesforce/label/c.Sync_Try_Again';

/** The words of the page. */
export const labels = {
  connection,
  dismissed,
  issues,
  loading,
  noConnection,
  none,
  notDone,
  notRead,
  queued,
  runBegun,
  runs,
  settled,
  title,
  tryAgain,
};
