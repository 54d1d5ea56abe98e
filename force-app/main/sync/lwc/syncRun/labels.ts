import actionOn from '@salesforce/label/c.Run_Action_On';
import began from '@salesforce/label/c.Run_Began';
import cancel from '@salesforce/label/c.Run_Cancel';
import left from '@salesforce/label/c.Run_Left';
import none from '@salesforce/label/c.Run_None';
import notConnected from '@salesforce/label/c.Run_Not_Connected';
import pause from '@salesforce/label/c.Run_Pause';
import percent from '@salesforce/label/c.Run_Percent';
import rate from '@salesforce/label/c.Run_Rate';
import resume from '@salesforce/label/c.Run_Resume';
import created from '@salesforce/label/c.Run_Rows_Created';
import failed from '@salesforce/label/c.Run_Rows_Failed';
import read from '@salesforce/label/c.Run_Rows_Read';
import unchanged from '@salesforce/label/c.Run_Rows_Unchanged';
import updated from '@salesforce/label/c.Run_Rows_Updated';
import showFailed from '@salesforce/label/c.Run_Show_Failed';
import showRecords from '@salesforce/label/c.Run_Show_Records';
import start from '@salesforce/label/c.Run_Start';
import took from '@salesforce/label/c.Run_Took';
import waitsUntil from '@salesforce/label/c.Run_Waits_Until';
import what from '@salesforce/label/c.Run_What';

/** The words of a connection's run. */
export const labels = {
  actionOn,
  began,
  cancel,
  created,
  failed,
  left,
  none,
  notConnected,
  pause,
  percent,
  rate,
  read,
  resume,
  showFailed,
  showRecords,
  start,
  took,
  unchanged,
  updated,
  waitsUntil,
  what,
};
