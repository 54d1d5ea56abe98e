import loadingLabel from '@salesforce/label/c.Budget_Loading';
import noAccessLabel from '@salesforce/label/c.Budget_No_Access';
import notReadLabel from '@salesforce/label/c.Budget_Not_Read';
import titleLabel from '@salesforce/label/c.Budget_Title';
import changedLabel from '@salesforce/label/c.Entry_Changed';
import deletedLabel from '@salesforce/label/c.Entry_Deleted';
import loggedLabel from '@salesforce/label/c.Entry_Logged';
import notSavedLabel from '@salesforce/label/c.Entry_Not_Saved';
import restoredLabel from '@salesforce/label/c.Entry_Restored';
import undoLabel from '@salesforce/label/c.Entry_Undo';
import everyoneLabel from '@salesforce/label/c.Panel_Everyone';
import firstProjectLabel from '@salesforce/label/c.Panel_First_Project';
import mineLabel from '@salesforce/label/c.Panel_Mine';
import noEntriesLabel from '@salesforce/label/c.Panel_No_Entries';
import noProjectLabel from '@salesforce/label/c.Panel_No_Project';
import olderLabel from '@salesforce/label/c.Panel_Older';
import whoseLabel from '@salesforce/label/c.Panel_Whose';
import startTimerLabel from '@salesforce/label/c.Timer_Start';
import timerStartedLabel from '@salesforce/label/c.Timer_Started';

/** The panel's texts. */
export const LABELS = {
  changed: changedLabel,
  deleted: deletedLabel,
  everyone: everyoneLabel,
  firstProject: firstProjectLabel,
  loading: loadingLabel,
  logged: loggedLabel,
  mine: mineLabel,
  noAccess: noAccessLabel,
  noProject: noProjectLabel,
  none: noEntriesLabel,
  notRead: notReadLabel,
  notSaved: notSavedLabel,
  older: olderLabel,
  restored: restoredLabel,
  startTimer: startTimerLabel,
  timerStarted: timerStartedLabel,
  title: titleLabel,
  undo: undoLabel,
  whose: whoseLabel,
};
