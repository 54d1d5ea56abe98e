import created from '@salesforce/label/c.Run_Rows_Created';
import failed from '@salesforce/label/c.Run_Rows_Failed';
import read from '@salesforce/label/c.Run_Rows_Read';
import unchanged from '@salesforce/label/c.Run_Rows_Unchanged';
import updated from '@salesforce/label/c.Run_Rows_Updated';
import began from '@salesforce/label/c.Runs_Began';
import callouts from '@salesforce/label/c.Runs_Callouts';
import cpu from '@salesforce/label/c.Runs_Cpu';
import duration from '@salesforce/label/c.Runs_Duration';
import kind from '@salesforce/label/c.Runs_Kind';
import more from '@salesforce/label/c.Runs_More';
import queries from '@salesforce/label/c.Runs_Queries';
import run from '@salesforce/label/c.Runs_Run';
import state from '@salesforce/label/c.Runs_State';
import statements from '@salesforce/label/c.Runs_Statements';
import titleOf from '@salesforce/label/c.Runs_Title_Of';
import transactions from '@salesforce/label/c.Runs_Transactions';

/** The words of the list of runs. */
export const labels = {
  began,
  callouts,
  cpu,
  created,
  duration,
  failed,
  kind,
  more,
  queries,
  read,
  run,
  state,
  statements,
  titleOf,
  transactions,
  unchanged,
  updated,
};
